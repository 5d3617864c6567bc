"""A new page: what is still to be written stands in ‹ ›."""

import re
from collections.abc import Iterator

from checklists.finding import Span
from checklists.model import Page

OPEN, CLOSE = "‹", "›"
_UNWRITTEN = re.compile(rf"{OPEN}[^{OPEN}{CLOSE}\n]*{CLOSE}")


def unwritten_places(page: Page) -> Iterator[Span]:
    """Where words are still to be written."""
    for row, line in enumerate(page.lines, 1):
        if OPEN in line:
            for match in _UNWRITTEN.finditer(line):
                yield Span(row, match.start() + 1, len(match.group()))


def is_draft(page: Page) -> bool:
    """Whether any are. Then what leads to the page can wait."""
    return next(unwritten_places(page), None) is not None
