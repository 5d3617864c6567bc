"""The source line of each block that Python-Markdown makes.

Its tree has no positions. So a preprocessor writes the number of the line, between two private-use
characters, where the text of a heading, list entry, quote or paragraph begins. A treeprocessor
takes it off before anything else reads the text, and remembers element -> line.
"""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

WRITE_PRIORITY = 29
"""Below the normalisation of white space (30), above fenced code (25)."""
READ_PRIORITY = 35
"""Above items (30) and inline patterns (20): the text is still as written."""

_OPEN, _CLOSE = "\ue000", "\ue001"
_MARK = re.compile(f"{_OPEN}(?P<line>\\d+){_CLOSE}")
_MARKUP = re.compile(r"[ ]*(?:(?:#{1,6}|>|(?:[-*+]|\d+\.|:)[ ])[ ]*)*")
"""What goes before the text of a block."""
_NO_TEXT = re.compile(
    r"[ ]*(?:(?:[-_*=][ ]*){3,}|[|:\- ]+|<.*|`{3}.*|~{3}.*|\[[^\]]+\]:.*|\*\[.*|[?!]{3}.*|\{.*)?"
)
"""Lines that a mark would change: rules, tables, HTML, fences, definitions, admonitions."""


class LineMarks(Extension):
    """Fills `lines`, element -> number of its line, whenever a text is converted."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: dict[Element, int] = {}

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (named by Python-Markdown)
        """Register with a converter."""
        md.preprocessors.register(_Write(md), "line-marks-write", WRITE_PRIORITY)
        md.treeprocessors.register(_Read(md, self.lines), "line-marks-read", READ_PRIORITY)


class _Write(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        return [_marked(number, line) for number, line in enumerate(lines, 1)]


def _marked(number: int, line: str) -> str:
    if line.lstrip().startswith("|") or _NO_TEXT.fullmatch(line):
        return line
    markup = _MARKUP.match(line)
    start = markup.end() if markup else 0
    if start == len(line):
        return line
    return f"{line[:start]}{_OPEN}{number}{_CLOSE}{line[start:]}"


class _Read(Treeprocessor):
    def __init__(self, md: Markdown, lines: dict[Element, int]) -> None:
        super().__init__(md)
        self._lines = lines

    def run(self, root: Element) -> None:
        self._lines.clear()
        for element in root.iter():
            if element.text and (mark := _MARK.search(element.text)):
                rows_above = element.text.count("\n", 0, mark.start())  # without a mark
                self._lines[element] = int(mark["line"]) - rows_above
                element.text = type(element.text)(_MARK.sub("", element.text))
            if element.tail and _OPEN in element.tail:
                element.tail = _MARK.sub("", element.tail)
