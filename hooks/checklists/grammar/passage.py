"""Places in a run of lines that is read as one text."""

from dataclasses import dataclass, field

from checklists.grammar.attributes import Word
from checklists.grammar.places import Span


@dataclass(slots=True)
class Passage:
    """Lines read as one text, and where each came from: line number and column of its start."""

    line: int
    column: int
    lines: list[str] = field(default_factory=list)

    @property
    def end(self) -> int:
        """The row below it, counted from 0."""
        return self.line - 1 + len(self.lines)

    @property
    def text(self) -> str:
        """The lines as one text."""
        return self.lines[0] if len(self.lines) == 1 else "\n".join(self.lines)

    def span(self, word: Word) -> Span:
        """Where a word of the text stands in the file. It is cut at the end of its line."""
        row, offset = 0, word.offset
        while row < len(self.lines) - 1 and offset > len(self.lines[row]):
            offset -= len(self.lines[row]) + 1
            row += 1
        column = offset + (self.column if row == 0 else 1)
        return Span(self.line + row, column, max(len(word.text.partition("\n")[0]), 1))
