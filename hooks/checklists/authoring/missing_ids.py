"""Gives items and headings the ids they lack, the same in each language. Pure text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checklists.guide.ids import ID
from checklists.guide.model import TITLE_LEVEL, Guide, Item, Named, Page

NAMING_LANGUAGE = "en"
"""Ids are English, where the guide has English pages."""
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

    Only where all pages have as many sections, and their sections as many items: elsewhere nobody
    can say which belong together, and nothing is added.
    """
    for key in dict.fromkeys(key for _, key in guide.pages):
        pages = [page for page in guide.pages.values() if page.key == key]
        pages.sort(key=lambda page: page.language != NAMING_LANGUAGE)
        needed = set(filter(guide.is_complete, guide.languages))
        is_whole = needed <= {page.language for page in pages}
        if is_whole and len({len(page.sections) for page in pages}) == 1:
            used = {id for page in pages for id in (*page.anchors, *(i.text for i in page.ids))}
            for named in _together(pages):
                yield from _added(list(zip(pages, named, strict=True)), used)


def lacking_ids(guide: Guide) -> set[tuple[str, int]]:
    """Path and line of each item and heading without an id."""
    return {
        (page.path, each.insertion.line)
        for page in guide.pages.values()
        for each in page.named
        if each.id is None and each.insertion and needs_id(each)
        if page.owns(each.insertion.line)
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


def _together(pages: Sequence[Page]) -> Iterator[tuple[Named, ...]]:
    """What is the same in each page."""
    for sections in zip(*(page.sections for page in pages), strict=True):
        levels = {section.level for section in sections}
        if len(levels) == 1 and min(levels) > TITLE_LEVEL:
            yield sections
        if len({len(section.items) for section in sections}) == 1:
            yield from zip(*(section.items for section in sections), strict=True)


def _added(sides: Sequence[tuple[Page, Named]], used: set[str]) -> Iterator[Addition]:
    """The id that one of them lacks, or a new one for all."""
    given = {each.id.text for _, each in sides if each.id}
    if len(given) > 1 or all(each.id for _, each in sides):
        return
    id = given.pop() if given else _new_id(sides[0][1], used)
    used.add(id)
    for on, each in sides:
        taken = {known.text for known in on.ids}
        if not (each.insertion and on.owns(each.insertion.line)):
            continue
        if each.id is None and id and id not in taken:
            text = f" #{id}" if each.insertion.in_list else f" {{ #{id} }}"
            yield Addition(on.path, each.insertion.line, each.insertion.column, id, text)


def _new_id(named: Named, used: set[str]) -> str:
    """From the words; "" where they give none."""
    words = named.action or "" if isinstance(named, Item) else named.title
    plain = _NOT_IN_WORD.sub(" ", _APOSTROPHE.sub("", words.lower()))
    id = "-".join(plain.split()[:_MAX_WORDS])
    if not ID.fullmatch(id):
        return ""
    candidates = (id, *(f"{id}-{number}" for number in range(2, len(used) + 3)))
    return next(candidate for candidate in candidates if candidate not in used)
