"""mkdocs.yml, as MkDocs reads it."""

from pathlib import Path

import pytest
from checklists.guide.model import Guide
from checklists.reading.configuration import read_configuration
from checklists.reading.project import load_guide

from tests.adopted import set_up
from tests.project import copy_guide

OWN = "\nextra:\n  guide:\n    languages: [nb]\n"


def read(root: Path, text: str) -> tuple[Guide, dict[str, object]]:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    guide = Guide()
    return guide, read_configuration(guide, root)


@pytest.mark.parametrize(
    ("setting", "address"),
    [
        ("https://x.example", "https://x.example/"),
        ("https://x.example/a/", "https://x.example/a/"),
        ("!ENV [GONE, 'https://x.example/']", "https://x.example/"),
        ("!ENV [GONE, HERE, 'https://x.example/']", "https://here.example/"),
        ("!ENV HERE", "https://here.example/"),
        ("!ENV GONE", ""),
        ("", ""),
    ],
)
def test_the_address(
    setting: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HERE", "https://here.example")
    monkeypatch.delenv("GONE", raising=False)
    guide, _ = read(tmp_path, f"site_name: !ENV [GONE, Guide]\nsite_url: {setting}{OWN}")
    assert (guide.address, guide.name) == (address, "Guide")


@pytest.mark.parametrize(
    "setting", ["[attr_list, toc: {permalink: true}]", "{attr_list: , toc: {permalink: true}}"]
)
def test_extensions_are_listed_or_keys(setting: str, tmp_path: Path) -> None:
    _, extensions = read(tmp_path, f"markdown_extensions: {setting}{OWN}")
    assert extensions == {"attr_list": {}, "toc": {"permalink": True}}


@pytest.mark.parametrize(
    "text",
    [
        "extra: [1]",
        "extra: {guide: [1]}",
        "extra: {guide: {languages: nb}}",
        "extra: {guide: {languages: [[nb]], tagline: {nb: A}}}",
        "extra: {guide: {languages: [nb], incomplete: , tagline: {nb: A}}}",
        "INHERIT: /elsewhere/base.yml",
        "extra: {guide: {languages: [nb, qqq]}}",
    ],
)
def test_what_is_wrong_is_told_and_does_not_stop(text: str, tmp_path: Path) -> None:
    (tmp_path / "docs/nb").mkdir(parents=True)
    guide, _ = read(tmp_path, text)
    assert guide.languages[0] == "nb"
    assert {problem.kind for problem in guide.problems} == {"schema"}


def test_other_settings_stay_where_one_is_wrong(tmp_path: Path) -> None:
    project = set_up(copy_guide(tmp_path), accent="green", without=["situations/saying-no"])
    guide = load_guide(project)
    assert guide.keys_left_out == {"situations/saying-no", "practice/saying-no"}
    assert guide.settings.accent != "green"
