"""Findings as text."""

import pytest
from checklists.grammar.places import Place, Span
from checklists.guide.finding import Finding
from checklists.report.text import render, render_text, summary
from checklists.rules.items import no_id


def finding(line: int, column: int, length: int = 1, source: str = "", help: str = "") -> Finding:
    place = Place("docs/nb/a.md", Span(line, column, length), source)
    return Finding(place, no_id, "no id", help)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (finding(1, 1), "docs/nb/a.md:1:1: CL103 no id"),
        (finding(1, 1, help="add one"), "docs/nb/a.md:1:1: CL103 no id\n  help: add one"),
        (
            finding(12, 3, 2, "abcde"),
            "docs/nb/a.md:12:3: CL103 no id\n  12 | abcde\n     |   ^^",
        ),
        (
            finding(1, 4, 99, "abcde"),
            "docs/nb/a.md:1:4: CL103 no id\n  1 | abcde\n    |    ^^",
        ),
        (
            finding(1, 6, 1, "abcde"),
            "docs/nb/a.md:1:6: CL103 no id\n  1 | abcde\n    |      ^",
        ),
        (
            finding(1, 2, 1, "\tb"),
            "docs/nb/a.md:1:2: CL103 no id\n  1 |  b\n    |  ^",
        ),
    ],
    ids=["place", "help", "snippet", "cut at the end", "behind the end", "tab"],
)
def test_render(given: Finding, text: str) -> None:
    assert render(given) == text


def test_text_leaves_a_blank_line_after_each() -> None:
    assert render_text([finding(1, 1), finding(2, 1)]) == (
        "docs/nb/a.md:1:1: CL103 no id\n\ndocs/nb/a.md:2:1: CL103 no id\n\n"
    )


def test_findings_are_sorted_by_place() -> None:
    places = [(10, 1), (9, 2), (9, 1)]
    ordered = sorted((finding(*place) for place in places), key=lambda each: each.sort_key)
    assert [(each.place.span.line, each.place.span.column) for each in ordered] == [
        (9, 1),
        (9, 2),
        (10, 1),
    ]


@pytest.mark.parametrize(
    ("count", "pages", "text"),
    [
        (0, 0, "0 findings in 0 pages"),
        (1, 1, "1 finding in 1 page"),
        (2, 26, "2 findings in 26 pages"),
    ],
)
def test_summary(count: int, pages: int, text: str) -> None:
    assert summary(count, pages) == text
