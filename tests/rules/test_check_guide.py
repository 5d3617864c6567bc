"""How rules are run: each to its end, whatever another one does."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.guide.rule import Rule
from checklists.reading.project import load_guide
from checklists.rules import CHECKS, check_guide
from hypothesis import given
from hypothesis import strategies as st

from tests.project import PAGES, copy_guide
from tests.reading.texts import FRAGMENTS, FRONT_MATTER, LINES, read

PAGE = "docs/nb/principles/answer-once.md"


def stopping(guide: Guide) -> Iterator[Finding]:
    page = next(iter(guide.pages.values()))
    yield page.finding(CHECKS[0][0], page.sections[0].span, "before it stops")
    raise KeyError("gone")


def test_a_check_that_stops_is_one_finding_and_the_others_run(tmp_path: Path) -> None:
    page = copy_guide(tmp_path) / PAGE
    page.write_text(page.read_text("utf-8").replace("#say-when ", ""), "utf-8")
    guide = load_guide(tmp_path)
    broken = Rule("CL998", "A rule", "")
    found = check_guide(guide, ((broken, stopping), *CHECKS))
    codes = [finding.rule.code for finding in found]
    assert {"CL000", "CL001", "CL103"} <= set(codes)
    (finding,) = [each for each in found if each.rule.code == "CL000"]
    assert finding.message == "CL998 stopped: KeyError: 'gone'"


def test_a_page_that_cannot_be_rendered_is_one_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read_page(*_: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr("checklists.reading.project.read_page", read_page)
    found = check_guide(load_guide(copy_guide(tmp_path)))
    pages = [each for each in found if "too deep" in each.message]
    assert len(pages) == PAGES
    assert {each.rule.code for each in pages} == {"CL006"}


def test_one_page_never_makes_another_fail(tmp_path: Path) -> None:
    """Another page may only lose what links to it, or be named by it."""
    root = copy_guide(tmp_path)
    page = root / PAGE
    page.write_text(page.read_text("utf-8").replace("**Les hele", "**Avslutt hele"), "utf-8")
    assert check_guide(load_guide(root)) == []


def test_all_findings_come_at_once(tmp_path: Path) -> None:
    """Nothing hides behind the first mistake of a section."""
    page = copy_guide(tmp_path) / PAGE
    text = page.read_text("utf-8").replace("#say-when ", "").replace('src="H1"', 'src="H7"')
    page.write_text(text.replace("på nytt.", "på nytt i 2027."), "utf-8")
    codes = {finding.rule.code for finding in check_guide(load_guide(tmp_path))}
    assert {"CL103", "CL302", "CL308", "CL401"} <= codes


@given(st.one_of(st.text(), LINES.map(lambda text: FRONT_MATTER + text), FRAGMENTS))
def test_rules_take_any_text(text: str) -> None:
    guide = Guide(permalinks=[])
    for language in ("nb", "en"):
        page, problems = read(text, language)
        guide.pages[language, page.key] = page
        guide.problems += problems
    for finding in check_guide(guide):
        assert finding.rule.code != "CL000", finding.message
        lines = [*page.lines, ""]
        assert 1 <= finding.place.span.line <= len(lines)
        assert 1 <= finding.place.span.column <= len(lines[finding.place.span.line - 1]) + 1
