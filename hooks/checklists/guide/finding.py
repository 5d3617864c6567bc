"""A defect in the content: one object, many renderers (see report.py)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one line. `line` and `column` count from 1; `length` is in characters."""

    line: int
    column: int
    length: int = 1


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and how to mend it.

    `path` is relative to the project root, with forward slashes. `message` says what is wrong,
    only `help` says how to mend it. `source` is the text of the line, for the snippet.
    """

    path: str
    span: Span
    code: str
    message: str
    help: str = ""
    source: str = ""
    is_advice: bool = False
    """Advice is shown, and fails nothing."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, then by place."""
        return self.path, self.span.line, self.span.column, self.code, self.message
