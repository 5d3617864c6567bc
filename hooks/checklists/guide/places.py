"""Places in the files of the guide."""

from collections.abc import Sequence
from dataclasses import dataclass

KeyPath = tuple[str | int, ...]
"""The way to a value in YAML: keys, and positions in lists."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line. `line` and `column` count from 1; `length` is in characters."""

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a line of a file.

    `path` is relative to the project root, with forward slashes. `source` is the text of the line.
    """

    path: str
    span: Span = Span(1, 1)
    source: str = ""


def place_in(path: str, lines: Sequence[str], span: Span) -> Place:
    """The place of `span` in a file with these lines; the source is "" below the last one."""
    return Place(path, span, lines[span.line - 1] if span.line <= len(lines) else "")
