"""A new page: what is still to be written stands in ‹ ›."""

import re
from collections.abc import Iterator
from itertools import chain

from checklists.grammar.places import Span
from checklists.guide.model import Located, Page

OPEN, CLOSE = "‹", "›"
_UNWRITTEN = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}\n]*{CLOSE}")


def unwritten_places(page: Page) -> Iterator[Span]:
    """Where words are still to be written."""
    lines = (*page.lines[: page.body_start], *page.shown[page.body_start :])
    for row, line in enumerate(lines, 1):
        if OPEN in line:
            for match in _UNWRITTEN.finditer(line):
                yield Span(row, match.start() + 1, len(match.group()))


def unnamed_items(page: Page) -> Iterator[Located]:
    """Ids that `checklists new` made up: an id is for ever, so it should say what it is of."""
    for section in page.sections:
        for id in (item.id for item in section.items if item.id):
            name, _, number = id.text.rpartition("-")
            if section.id and name == section.id.text and number.isdecimal():
                yield id


def is_draft(page: Page) -> bool:
    """Whether any words or ids are to be written. Then what leads to the page can wait."""
    return next(chain(unwritten_places(page), unnamed_items(page)), None) is not None
