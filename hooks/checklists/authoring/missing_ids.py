"""Gives items and headings the ids they lack, the same in both languages. Pure text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checklists.guide.ids import ID
from checklists.guide.model import (
    DEFAULT_LANGUAGE,
    TITLE_LEVEL,
    Guide,
    Item,
    Named,
    Page,
    other_language,
)

NAMING_LANGUAGE = other_language(DEFAULT_LANGUAGE)
"""Ids are English."""
_MAX_WORDS = 6
_NOT_IN_WORD = re.compile(r"[^a-z0-9]+")
_APOSTROPHE = re.compile(r"['’]")


@dataclass(frozen=True, slots=True)
class Addition:
    """An id, and where to write it. `line` and `column` count from 1."""

    path: str
    line: int
    column: int
    id: str
    text: str
    """What is written: the id alone into a list of attributes, else a list of its own."""


def missing_ids(guide: Guide) -> Iterator[Addition]:
    """The ids to add, in the order of the files.

    Only where both pages have as many sections, and both sections as many items: elsewhere
    nobody can say which belong together, and nothing is added.
    """
    for page in guide.pages.values():
        other = guide.counterpart(page)
        if page.language == NAMING_LANGUAGE and other and len(page.sections) == len(other.sections):
            used = {
                id for each in (page, other) for id in (*each.anchors, *(i.text for i in each.ids))
            }
            for mine, theirs in _pairs(page, other):
                yield from _added(page, mine, other, theirs, used)


def lacking_ids(guide: Guide) -> set[tuple[str, int]]:
    """Path and line of each item and heading without an id."""
    return {
        (page.path, each.insertion.line)
        for page in guide.pages.values()
        for each in page.named
        if each.id is None and each.insertion and needs_id(each)
    }


def needs_id(named: Named) -> bool:
    """Whether it is an item, or a heading below the title."""
    return isinstance(named, Item) or named.level > TITLE_LEVEL


def with_additions(text: str, additions: Sequence[Addition]) -> str:
    """The text of a file with the ids in it; everything else stays as it is."""
    lines = text.split("\n")
    for each in sorted(additions, key=lambda each: (each.line, each.column), reverse=True):
        line = lines[each.line - 1]
        lines[each.line - 1] = line[: each.column - 1] + each.text + line[each.column - 1 :]
    return "\n".join(lines)


def _pairs(page: Page, other: Page) -> Iterator[tuple[Named, Named]]:
    for mine, theirs in zip(page.sections, other.sections, strict=True):
        if mine.level > TITLE_LEVEL and mine.level == theirs.level:
            yield mine, theirs
        if len(mine.items) == len(theirs.items):
            yield from zip(mine.items, theirs.items, strict=True)


def _added(
    page: Page, mine: Named, other: Page, theirs: Named, used: set[str]
) -> Iterator[Addition]:
    """The id that one of the two lacks, or a new one for both."""
    sides = ((page, mine), (other, theirs))
    given = {each.id.text for _, each in sides if each.id}
    if len(given) > 1 or all(each.id for _, each in sides):
        return
    id = given.pop() if given else _new_id(mine, used)
    used.add(id)
    for on, each in sides:
        if each.id is None and each.insertion and id and not _has(on, id):
            text = f" #{id}" if each.insertion.in_list else f" {{ #{id} }}"
            yield Addition(on.path, each.insertion.line, each.insertion.column, id, text)


def _has(page: Page, id: str) -> bool:
    return any(known.text == id for known in page.ids)


def _new_id(named: Named, used: set[str]) -> str:
    """From the English words; "" where they give none."""
    words = named.action or "" if isinstance(named, Item) else named.title
    plain = _NOT_IN_WORD.sub(" ", _APOSTROPHE.sub("", words.lower()))
    id = "-".join(plain.split()[:_MAX_WORDS])
    if not ID.fullmatch(id):
        return ""
    candidates = (id, *(f"{id}-{number}" for number in range(2, len(used) + 3)))
    return next(candidate for candidate in candidates if candidate not in used)
