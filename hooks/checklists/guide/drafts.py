"""A new page, in which ‹ › marks what is still to be written."""

import re
from collections.abc import Iterator

from checklists.guide.model import Page, Spanned, locate
from checklists.guide.places import Span

OPEN = "‹"


def unwritten_places(page: Page) -> list[Span]:
    """Each place with words still to be written, in order."""
    return sorted(_unwritten(page), key=lambda span: (span.line, span.column))


def _unwritten(page: Page) -> Iterator[Span]:
    for number, line in enumerate(page.lines[: page.body_start], 1):
        if OPEN in line:
            yield Span(number, line.index(OPEN) + 1)
    for section in page.sections:
        if OPEN in section.title:
            yield section.span
        for text in section.texts:
            if OPEN in text.shown:
                start = text.shown.index(OPEN)
                yield locate(page.lines, text, start, start + 1)


def unnamed_items(page: Page) -> list[Spanned]:
    """Ids that `checklists new` made up. An id is permanent, so it should describe its item."""
    return [
        item.id
        for section in page.sections
        for item in section.items
        if section.id
        and item.id
        and re.fullmatch(rf"{re.escape(section.id.text)}-\d+", item.id.text)
    ]


def is_draft(page: Page) -> bool:
    """Whether any words or ids are missing. Until then no link has to lead to the page."""
    return bool(unwritten_places(page) or unnamed_items(page))
