"""The example of every rule does what it says."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from checklists.built.site import check_site
from checklists.cli import main
from checklists.external.linkchecker import ask_all
from checklists.external.linked_sites import findings_of
from checklists.grammar.places import Place
from checklists.guide.model import LANGUAGES
from checklists.guide.rule import Edit, Rule
from checklists.reading.project import load_guide
from checklists.rules import check_guide
from checklists.rules.catalogue import RULES

from tests.built.test_read_back import findings_of_page
from tests.built.test_site import ADDRESS, make_site
from tests.external.test_external import Server, server
from tests.project import GOLDEN, ROOT

__all__ = ["server"]  # a fixture


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("base")
    for part in ("base", "reference"):
        shutil.copytree(GOLDEN / part, root, dirs_exist_ok=True)
    return root


def replaced(text: str, edit: Edit, times: int = 1) -> str:
    assert edit.good in text
    bad = edit.bad * times
    if edit.last:
        before, _, after = text.rpartition(edit.good)
        return before + bad + after
    return text.replace(edit.good, bad, 1)


def write_text(file: Path, rule: Rule) -> None:
    first, *others = rule.edits
    text = replaced(file.read_text("utf-8"), first, rule.times)
    for edit in others:
        text = replaced(text, edit)
    file.write_text(text, "utf-8", newline="")


def write_both(file: Path, rule: Rule) -> None:
    for language in LANGUAGES:
        write_text(Path(str(file).replace("/nb/", f"/{language}/")), rule)


def write_latin_1(file: Path, rule: Rule) -> None:
    assert rule.edits[0].good in file.read_text("utf-8")
    file.write_bytes(file.read_text("utf-8").encode("latin-1", "replace"))


def write_whole_file(file: Path, rule: Rule) -> None:
    assert rule.edits[0].good in file.read_text("utf-8")
    file.write_text(rule.edits[0].bad, "utf-8")


FORMS: dict[str, Callable[[Path, Rule], object]] = {
    "text": write_text,
    "both languages": write_both,
    "latin-1": write_latin_1,
    "whole file": write_whole_file,
    "new": lambda file, _: file.write_text("# Svar\n", "utf-8"),
    "folder": lambda file, _: file.mkdir(),
    "removed": lambda file, _: file.unlink(),
    "link": lambda file, rule: file.symlink_to(rule.edits[0].bad.split(" -> ")[1]),
}
ELSEWHERE = {"site", "other site", "rendered"}
RULE = {rule.code: rule for rule in RULES}
IN_THE_GUIDE = [rule.code for rule in RULES if rule.form not in ELSEWHERE]


def test_the_good_examples_pass(base: Path) -> None:
    assert check_guide(load_guide(base)) == []


@pytest.mark.parametrize("code", IN_THE_GUIDE)
def test_the_bad_example_is_found(code: str, base: Path, tmp_path: Path) -> None:
    rule = RULE[code]
    shutil.copytree(base, tmp_path, dirs_exist_ok=True)
    FORMS[rule.form](tmp_path / rule.file, rule)
    assert code in {finding.rule.code for finding in check_guide(load_guide(tmp_path))}


def test_the_example_of_a_site(tmp_path: Path) -> None:
    (code,) = (code for code, each in RULE.items() if each.form == "site")
    rule = RULE[code]
    site = make_site(tmp_path)
    assert check_site(site, ADDRESS) == []
    write_text(site / rule.file, rule)
    assert {finding.rule.code for finding in check_site(site, ADDRESS)} == {code}


def test_the_examples_of_what_is_rendered(base: Path) -> None:
    for rule in (rule for rule in RULES if rule.form == "rendered"):
        text = (base / rule.file).read_text("utf-8")
        assert findings_of_page(text) == []
        text = replaced(text, rule.edits[0])
        assert {finding.rule.code for finding in findings_of_page(text)} == {rule.code}


def test_the_examples_of_other_sites(server: Server) -> None:
    """Our server answers in their place."""

    def ours(url: str) -> str:
        return url.replace("https://handbook.example", server.address)

    rules = [rule for rule in RULES if rule.form == "other site"]
    expected = {ours(rule.edits[0].bad): rule.code for rule in rules}
    good = {ours(rule.edits[0].good) for rule in rules}
    places = {url: [Place(url)] for url in (*expected, *good)}
    found = findings_of(ask_all(places, timeout=20), places)
    assert {finding.place.path: finding.rule.code for finding in found} == expected


def test_the_page_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    assert (ROOT / "RULES.md").read_text("utf-8") == capsys.readouterr().out
