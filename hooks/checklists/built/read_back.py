"""What was read in the source against what the site shows of it. A cause is reported once."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from checklists.built.built_page import BuiltPage
from checklists.grammar.places import Place, Span
from checklists.guide.finding import Defect, Finding
from checklists.guide.model import DEFAULT_LANGUAGE, LANGUAGES, Guide, Page
from checklists.guide.phrasing import plural
from checklists.guide.rule import Edit, Rule

NOT_SHOWN = Rule(
    "CL843: What is read is shown",
    "What Markdown takes for something else, or a template leaves out, no reader ever sees. "
    "Raw HTML, for one, hides what stands in it from Markdown.",
    Edit(
        '- [ ] **Si når du kommer tilbake.** { #say-when src="own" }',
        '<div>\n- [ ] **Si når du kommer tilbake.** { #say-when src="own" }\n</div>',
    ),
    form="rendered",
)

NOT_READ = Rule(
    "CL844: What is shown is read",
    "What the checks do not see, they do not check, and its link may die.",
    Edit(
        '- [ ] **Si når du kommer tilbake.** { #say-when src="own" }',
        '> - [ ] **Si når du kommer tilbake.** { #say-when src="own" }',
    ),
    form="rendered",
)

_LOOK_ABOVE = "look at the line above it: raw HTML, or a list that goes on?"


@dataclass(frozen=True, slots=True)
class _Part:
    """An item, a heading or a line to say, as it was read."""

    what: str
    span: Span
    is_shown: bool


def compare(guide: Guide, pages: Mapping[str, BuiltPage]) -> list[Finding]:
    """What is in the source of a page and not on the page, or the other way round.

    `pages` are those of the built site, by their path in it.
    """
    built = {key: _built(pages, page) for key, page in guide.pages.items()}
    parts = {key: list(_parts(guide.pages[key], each)) for key, each in built.items() if each}
    whole = list(_whole_guide(guide, built, parts))
    return whole or list(_single_pages(guide, built, parts))


def _built(pages: Mapping[str, BuiltPage], page: Page) -> BuiltPage | None:
    folder = "" if page.language == DEFAULT_LANGUAGE else f"{page.language}/"
    folders, name = posixpath.split(page.key)
    name = folders if name == "index" else page.key
    paths = (posixpath.join(folder, name, "index.html"), f"{folder}{page.key}.html")
    return next((pages[path] for path in paths if path in pages), None)


def _parts(page: Page, built: BuiltPage) -> Iterator[_Part]:
    for section in page.sections:
        if section.id and section.level:
            yield _Part("heading", section.id.span, section.id.text in built.ids)
        for item in section.items:
            lines = built.items.get(item.id.text, -1) if item.id else 0
            yield _Part("item", item.span, lines >= 0)
            for number, phrase in enumerate(item.phrases if lines >= 0 else ()):
                yield _Part("line to say", phrase.span, number < lines)


Parts = Mapping[tuple[str, str], list[_Part]]
Built = Mapping[tuple[str, str], BuiltPage | None]


def _whole_guide(guide: Guide, built: Built, parts: Parts) -> Iterator[Finding]:
    """A language of which no page is built, or none is shown: one cause, in both languages too."""
    causes = {
        language: _cause(
            [each for (of, _), each in built.items() if of == language],
            [each for (of, _), each in parts.items() if of == language and each],
        )
        for language in LANGUAGES
    }
    for defect in dict.fromkeys(filter(None, causes.values())):
        languages = [language for language, each in causes.items() if each == defect]
        config = next((c.path for c in guide.configs if c.language == languages[0]), "docs")
        message = f"{defect.message}, in {' and '.join(f'`{each}`' for each in languages)}"
        yield defect._replace(message=message).at(Place(config))


def _cause(pages: list[BuiltPage | None], parts: list[list[_Part]]) -> Defect | None:
    if pages and not any(pages):
        return Defect(NOT_SHOWN, "no page is built", "look at `docs_dir` and `exclude_docs`")
    if len(parts) > 1 and not any(part.is_shown for each in parts for part in each):
        help = "look at the block `content` of overrides/main.html"
        return Defect(NOT_SHOWN, "no page shows its headings and items", help)
    return None


def _single_pages(guide: Guide, built: Built, parts: Parts) -> Iterator[Finding]:
    for key, page in guide.pages.items():
        each = built[key]
        if each is None:
            message, help = "page is not built", "look at `exclude_docs` and `draft_docs`"
            yield page.finding(NOT_SHOWN, Span(1, 1), message, help)
        else:
            yield from _unshown(page, parts[key])
            yield from _unread(page, each)


def _unshown(page: Page, parts: list[_Part]) -> Iterator[Finding]:
    """What is missing in a row has one cause: the first is reported, and how many follow."""
    for is_shown, run in groupby(parts, lambda part: part.is_shown):
        if is_shown:
            continue
        first, *others = run
        also = f", nor what stands below it: {plural(len(others), 'part')}" if others else ""
        message = f"{first.what} is read here, but not shown{also}"
        yield page.finding(NOT_SHOWN, first.span, message, _LOOK_ABOVE)


def _unread(page: Page, built: BuiltPage) -> Iterator[Finding]:
    known = {id.text for id in page.ids}
    lines = {item.id.text: item for item in page.items if item.id}
    for what, ids in (("item", built.items), ("heading", built.headings)):
        for id in ids:
            if id not in known:
                message = f"{what} is shown, but was not read: `{id}`"
                help = f"write it at the left margin, as `{'- [ ]' if what == 'item' else '##'}`"
                yield page.finding(NOT_READ, _place_of(page, id), message, help)
    for id, count in built.items.items():
        if id in lines and count > len(lines[id].phrases):
            message = (
                f"item shows {plural(count, 'line')} to say, {len(lines[id].phrases)} were read"
            )
            help = "indent each by four spaces, below a blank line"
            yield page.finding(NOT_READ, lines[id].span, message, help)


def _place_of(page: Page, id: str) -> Span:
    """Where an id that nobody read is written, or the top of the page."""
    for row, line in enumerate(page.lines, 1):
        for mark in (f"#{id}", f'id="{id}"'):
            if mark in line:
                return Span(row, line.index(mark) + 1, len(mark))
    return Span(1, 1)
