"""Every rule has an example in the reference, and every example does what it says."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from checklists.built.site import check_site
from checklists.external.answer import Settings
from checklists.external.report import findings_of
from checklists.guide.finding import Finding, Span
from checklists.guide.model import LANGUAGES
from checklists.reading.project import load_guide
from checklists.report.manual import Edit, Example, examples, reference
from checklists.rules import RULES, check

from tests.built.test_site import ADDRESS, make_site
from tests.external.test_external import Server, ask, server
from tests.project import GOLDEN, ROOT

__all__ = ["server"]  # a fixture


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("base")
    for part in ("base", "reference"):
        shutil.copytree(GOLDEN / part, root, dirs_exist_ok=True)
    return root


def replaced(text: str, edit: Edit, bad: str) -> str:
    assert edit.good in text
    if edit.last:
        before, _, after = text.rpartition(edit.good)
        return before + bad + after
    return text.replace(edit.good, bad, 1)


def write_text(file: Path, example: Example) -> None:
    text = replaced(file.read_text("utf-8"), example, example.bad * example.times)
    for edit in example.also:
        text = replaced(text, edit, edit.bad)
    file.write_text(text, "utf-8", newline="")


def write_both(file: Path, example: Example) -> None:
    for language in LANGUAGES:
        write_text(Path(str(file).replace("/nb/", f"/{language}/")), example)


def write_latin_1(file: Path, example: Example) -> None:
    assert example.good in file.read_text("utf-8")
    file.write_bytes(file.read_text("utf-8").encode("latin-1", "replace"))


def write_whole_file(file: Path, example: Example) -> None:
    assert example.good in file.read_text("utf-8")
    file.write_text(example.bad, "utf-8")


FORMS: dict[str, Callable[[Path, Example], object]] = {
    "text": write_text,
    "both languages": write_both,
    "latin-1": write_latin_1,
    "whole file": write_whole_file,
    "folder": lambda file, _: file.mkdir(),
    "removed": lambda file, _: file.unlink(),
    "link": lambda file, example: file.symlink_to(example.bad.split(" -> ")[1]),
}
ELSEWHERE = {"site", "other site"}
IN_THE_GUIDE = [code for code, each in examples().items() if each.form not in ELSEWHERE]
OTHER_SITES = [code for code, each in examples().items() if each.form == "other site"]


def test_every_rule_is_explained() -> None:
    assert list(examples()) == [rule.code for rule in RULES]


def test_the_good_examples_pass(base: Path) -> None:
    assert check(load_guide(base)) == []


@pytest.mark.parametrize("code", IN_THE_GUIDE)
def test_the_bad_example_is_found(code: str, base: Path, tmp_path: Path) -> None:
    example = examples()[code]
    shutil.copytree(base, tmp_path, dirs_exist_ok=True)
    FORMS[example.form](tmp_path / example.file, example)
    assert code in {finding.code for finding in check(load_guide(tmp_path))}


def test_the_example_of_a_site(tmp_path: Path) -> None:
    (code,) = (code for code, each in examples().items() if each.form == "site")
    example = examples()[code]
    site = make_site(tmp_path)
    assert check_site(site, ADDRESS) == []
    write_text(site / example.file, example)
    assert {finding.code for finding in check_site(site, ADDRESS)} == {code}


@pytest.mark.parametrize("code", OTHER_SITES)
def test_the_example_of_another_site(code: str, server: Server) -> None:
    example = examples()[code]
    assert codes_of(example.good, server) == set()
    assert codes_of(example.bad, server) == {code}


def codes_of(url: str, server: Server) -> set[str]:
    """What is found when our server answers in the place of that site."""
    asked = url.replace("https://handbook.example", server.address)
    answers = ask(asked, settings=Settings(retries=0, allow_private=True))
    places = {asked: [Finding("docs/sources.yml", Span(1, 1), "", "")]}
    return {finding.code for finding in findings_of(answers, places)}


def test_the_page_is_up_to_date() -> None:
    assert (ROOT / "RULES.md").read_text("utf-8") == reference()
