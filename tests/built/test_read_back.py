"""What the reader of the source saw is held against the site: no part is lost without a word."""

import re
from pathlib import Path

import pytest
from checklists.built.built_page import BuiltPage, read_built_page
from checklists.built.read_back import compare
from checklists.guide.finding import Finding
from checklists.guide.model import DEFAULT_LANGUAGE, Guide
from checklists.reading.page import parse_page
from checklists.reading.project import load_guide
from checklists.report import render as report

from tests.project import GOLDEN
from tests.rendering.markdown import render

BASE = GOLDEN / "base"
PAGE = BASE / "docs/nb/principles/answer-once.md"
KEY = "principles/answer-once"
HEADLINE = re.compile(r"^\S+?:(\d+:\d+: CL\d+ .*)$", re.MULTILINE)


def built(text: str) -> BuiltPage:
    body = text.partition("\n---\n")[2]
    return read_built_page("page", f"<!doctype html><body>{render(body)}".encode())


def headlines(findings: list[Finding]) -> list[str]:
    return [line for each in findings for line in HEADLINE.findall(report(each))]


def findings_of_page(text: str, shown: BuiltPage | None = None) -> list[Finding]:
    """Of one page; `shown` is the page in the site, else what Markdown makes of it."""
    page, _ = parse_page(text, "nb", KEY, "docs/nb/page.md")
    guide = Guide(pages={("nb", KEY): page})
    return compare(guide, {f"{KEY}/index.html": shown or built(text)})


def check(text: str, shown: BuiltPage | None = None) -> list[str]:
    return headlines(findings_of_page(text, shown))


def changed(old: str, new: str) -> str:
    text = PAGE.read_text("utf-8")
    assert old in text
    return text.replace(old, new, 1)


SECOND = '- [ ] **Si når du kommer tilbake.** { #say-when src="own" }'


@pytest.mark.parametrize("path", sorted(BASE.rglob("*.md")), ids=lambda path: path.stem)
def test_the_small_guide_is_shown_as_it_is_read(path: Path) -> None:
    assert check(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            changed(SECOND, f"<div>\n{SECOND}\n</div>"),
            ["27:7: CL843 item is read here, but not shown"],
        ),
        (
            changed("## Gjør dette { #do }", "<div>\n## Gjør dette { #do }\n</div>"),
            ["20:18: CL843 heading is read here, but not shown"],
        ),
        (
            changed("## Gjør dette", "<section>\n\n## Gjør dette") + "\n</section>\n",
            ["21:18: CL843 heading is read here, but not shown, nor what stands below it: 4 parts"],
        ),
        (
            changed(SECOND, f"> {SECOND}"),
            ["26:41: CL844 item is shown, but was not read: `say-when`"],
        ),
        (
            changed("## Gjør", "> ## Hvem { #who }\n\n## Gjør"),
            ["19:13: CL844 heading is shown, but was not read: `who`"],
        ),
    ],
)
def test_one_finding_where_the_two_part(text: str, expected: list[str]) -> None:
    assert check(text) == expected


def test_a_line_to_say_that_is_not_shown() -> None:
    text = changed(SECOND, f"{SECOND}\n\n    > «Én.»\n\n    > «To.»\n")
    less = built(text.replace("    > «To.»\n", ""))
    assert check(text) == []
    assert check(text, less) == ["30:7: CL843 line to say is read here, but not shown"]
    more = built(text.replace("    > «To.»\n", "    > «To.»\n\n    > «Tre.»\n"))
    assert check(text, more) == ["26:7: CL844 item shows 3 lines to say, 2 were read"]


def sites(guide: Guide) -> dict[str, BuiltPage]:
    return {
        ("" if page.language == DEFAULT_LANGUAGE else "en/")
        + ("" if page.key == "index" else f"{page.key}/")
        + "index.html": built("\n".join(page.lines))
        for page in guide.pages.values()
    }


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(BASE)


def test_a_guide_that_is_shown(guide: Guide) -> None:
    assert compare(guide, sites(guide)) == []


def test_a_template_that_shows_nothing_is_one_finding(guide: Guide) -> None:
    empty = dict.fromkeys(sites(guide), read_built_page("page", b"<p>Nothing."))
    found = headlines(compare(guide, empty))
    assert found == ["1:1: CL843 no page shows its headings and items, in `nb` and `en`"]


def test_a_language_that_is_not_built_is_one_finding(guide: Guide) -> None:
    norwegian = {path: page for path, page in sites(guide).items() if not path.startswith("en/")}
    assert headlines(compare(guide, norwegian)) == ["1:1: CL843 no page is built, in `en`"]


def test_a_page_that_is_not_built(guide: Guide) -> None:
    pages = sites(guide)
    del pages[f"{KEY}/index.html"]
    assert headlines(compare(guide, pages)) == ["1:1: CL843 page is not built"]
