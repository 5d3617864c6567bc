"""What says the same in both languages, side by side: parts of pages, and texts."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from checklists.grammar.passage import Passage
from checklists.guide.model import (
    DEFAULT_LANGUAGE,
    TITLE_LEVEL,
    Guide,
    Item,
    Page,
    Section,
    other_language,
)
from checklists.guide.once import once
from checklists.guide.writing import Writing, writings

_NO_TEXT = re.compile(r"\*\[[^\]]+\]:.*|\[[^\]]+\]:\s*\S+(?:\s+[\"'(].*)?")
"""What defines an abbreviation, or where a link leads."""
_NESTED = re.compile(r" {4}|\t")
QUOTE = "quote"
_KINDS = (("???", "box"), ("[ ]", "item"), (">", QUOTE), ("-", "entry"), (".", "entry"))
"""What stands before a text, and what it is then; a paragraph where nothing does."""

Name = tuple[str, str]
"""Of a part: the id of its section and of its item, "" for the text outside items."""
Unit = list[Writing]
"""Texts that stand together: one, or the lines of one quote."""


@dataclass(slots=True)
class Part:
    """An item with what is nested in it, or the rest of a section: kind -> texts, in order."""

    of: Section | Item
    texts: dict[str, list[Unit]] = field(default_factory=lambda: defaultdict(list))


def translated(guide: Guide) -> Iterator[tuple[Page, Page]]:
    """Each page and its translation."""
    for page in guide.pages.values():
        translation = guide.counterpart(page)
        if page.language == DEFAULT_LANGUAGE and translation is not None:
            yield page, translation


@once
def shared_parts(guide: Guide) -> Iterator[tuple[Page, Page, Name, Part, Part]]:
    """Each page and its translation, with each part that both have."""
    for page, translation in translated(guide):
        theirs = parts(translation)
        for name, part in parts(page).items():
            if name in theirs:
                yield page, translation, name, part, theirs[name]


def parts(page: Page) -> dict[Name, Part]:
    """What can be found in the other language: sections and items with an id, and the top."""
    sections = ((_name(section, section), section) for section in page.sections)
    found = {name: Part(section) for name, section in sections if name}
    starts = [section.span.line for section in page.sections]
    for passage in page.prose:
        section = page.sections[bisect_right(starts, passage.line) - 1]
        of = _owner(page, section, passage)
        name = _name(section, of)
        if name and not all(map(_NO_TEXT.fullmatch, passage.lines)):
            _add(page, found.setdefault(name, Part(of)), passage)
    return found


def _owner(page: Page, section: Section, passage: Passage) -> Section | Item:
    above = [item for item in section.items if item.span.line <= passage.line]
    is_nested = _NESTED.match(page.lines[passage.line - 1])
    if above and (is_nested or above[-1].span.line == passage.line):
        return above[-1]
    return section


def _name(section: Section, of: Section | Item) -> Name | None:
    """None for what has no id."""
    if of.id is None and (of is not section or section.level > TITLE_LEVEL):
        return None
    id = section.id.text if section.id else ""
    return id, of.id.text if of.id and of is not section else ""


def _add(page: Page, part: Part, passage: Passage) -> None:
    kind, writing = _kind(page, passage), Writing(page.language, "text", passage, page)
    units = part.texts[kind]
    if kind == QUOTE and units and units[-1][-1].passage.end == passage.line - 1:
        units[-1].append(writing)
    else:
        units.append([writing])


def _kind(page: Page, passage: Passage) -> str:
    before = page.lines[passage.line - 1][: passage.column - 1].strip()
    if before:
        return next((kind for mark, kind in _KINDS if mark in before), "entry")
    return "table" if passage.text.startswith("|") else "paragraph"


@once
def pairs(guide: Guide) -> Iterator[tuple[Unit, Unit]]:
    """Texts and their translations. Where a part has more in one language, it has none."""
    yield from named_pairs(guide)
    for _, _, _, part, other in shared_parts(guide):
        if counts(part) == counts(other):
            for kind, units in part.texts.items():
                yield from zip(units, other.texts[kind], strict=True)


def counts(part: Part) -> dict[str, int]:
    """How many texts there are of each kind."""
    return {kind: len(units) for kind, units in part.texts.items()}


@once
def named_pairs(guide: Guide) -> Iterator[tuple[Unit, Unit]]:
    """Of front matter, headings and YAML, which are found by their names."""
    found: dict[object, dict[str, Writing]] = defaultdict(dict)
    for writing in writings(guide):
        if name := _name_of(writing):
            found[name].setdefault(writing.language, writing)
    for sides in found.values():
        if len(sides) > 1:
            yield [sides[DEFAULT_LANGUAGE]], [sides[other_language(DEFAULT_LANGUAGE)]]


def _name_of(writing: Writing) -> object:
    """None for text, and for a heading without an id."""
    file = writing.file
    if not isinstance(file, Page):
        return (file.path, writing.key[:-1]) if len(writing.key) > 1 else writing.key
    if writing.kind == "text":
        return None
    line = writing.passage.line
    ids = (section.id for section in file.sections if section.span.line == line)
    heading = next((id.text for id in ids if id), None)
    key = heading or writing.key
    return (file.key, key) if key else None
