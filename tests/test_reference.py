"""Every rule has an example in the reference, and every example does what it says."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from checklists.external.linkchecker import ask_all
from checklists.external.report import findings_of
from checklists.finding import Finding, Span
from checklists.load import load_guide
from checklists.model import LANGUAGES
from checklists.rules import RULES, check
from checklists.rules.reference import Edit, Example, examples, reference
from checklists.site.check import check_site

from tests.browser.site import ROOT
from tests.test_external import Server, server
from tests.test_golden import GOLDEN
from tests.test_site_check import ADDRESS, make_site

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
OTHER_SITES = {code: each for code, each in examples().items() if each.form == "other site"}


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


def test_the_examples_of_other_sites(server: Server) -> None:
    """Our server answers in their place."""

    def ours(url: str) -> str:
        return url.replace("https://handbook.example", server.address)

    expected = {ours(example.bad): code for code, example in OTHER_SITES.items()}
    good = {ours(example.good) for example in OTHER_SITES.values()}
    places = {url: [Finding(url, Span(1, 1), "", "")] for url in (*expected, *good)}
    found = findings_of(ask_all(places, timeout=20), places)
    assert {finding.path: finding.code for finding in found} == expected


def test_the_page_is_up_to_date() -> None:
    assert (ROOT / "RULES.md").read_text("utf-8") == reference()
