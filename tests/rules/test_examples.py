"""Every rule has an rule in the reference, and every rule does what it says."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from checklists.built.site import check_site
from checklists.external.answer import Settings
from checklists.external.report import findings_of
from checklists.grammar.places import Place
from checklists.guide.model import LANGUAGES
from checklists.guide.rule import Edit, Rule
from checklists.reading.project import load_guide
from checklists.report.manual import manual
from checklists.rules import check_guide
from checklists.rules.catalogue import RULES

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
    "folder": lambda file, _: file.mkdir(),
    "removed": lambda file, _: file.unlink(),
    "link": lambda file, rule: file.symlink_to(rule.edits[0].bad.split(" -> ")[1]),
}
ELSEWHERE = {"site", "other site"}
RULE = {rule.code: rule for rule in RULES}
IN_THE_GUIDE = [rule.code for rule in RULES if rule.form not in ELSEWHERE]
OTHER_SITES = [rule.code for rule in RULES if rule.form == "other site"]


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


@pytest.mark.parametrize("code", OTHER_SITES)
def test_the_example_of_another_site(code: str, server: Server) -> None:
    rule = RULE[code]
    assert codes_of(rule.edits[0].good, server) == set()
    assert codes_of(rule.edits[0].bad, server) == {code}


def codes_of(url: str, server: Server) -> set[str]:
    """What is found when our server answers in the place of that site."""
    asked = url.replace("https://handbook.rule", server.address)
    answers = ask(asked, settings=Settings(retries=0, allow_private=True))
    places = {asked: [Place("docs/sources.yml")]}
    return {finding.rule.code for finding in findings_of(answers, places)}


def test_the_page_is_up_to_date() -> None:
    assert (ROOT / "RULES.md").read_text("utf-8") == manual(RULES)
