"""Tags of HTML in a text, and the attributes in them. Pure text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from checklists.grammar.attributes import Word

QUOTED = r"\"[^\"]{0,2000}\"|'[^']{0,2000}'"
TAG = rf"<(?P<name>[A-Za-z][\w-]*)(?:[^<>\"']|{QUOTED})*+>"
COMMENT = r"<!--(?:(?!-->)[\s\S]){0,2000}-->"
_TAG = re.compile(TAG)
_ATTRIBUTE = re.compile(rf"(?P<key>[\w:-]+)\s*=\s*(?P<value>{QUOTED}|[^\s\"'<>]+)")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag, or a list of attributes, whose name is "". Words are at their place in the text."""

    name: str
    offset: int
    text: str
    attributes: dict[str, Word]


def tags(text: str) -> Iterator[Tag]:
    """Every tag of a text that begins an element."""
    for match in _TAG.finditer(text):
        found = attributes(match[0], match.start(), len(match["name"]) + 1)
        yield Tag(match["name"].lower(), match.start(), match[0], found)


def attributes(text: str, offset: int, start: int = 0) -> dict[str, Word]:
    """Key -> value of a tag or list that stands at `offset`, from its character `start` on."""
    found: dict[str, Word] = {}
    for match in _ATTRIBUTE.finditer(text, start):
        quoted = match["value"][0] in "\"'"
        value = match["value"][1:-1] if quoted else match["value"]
        found[match["key"].lower()] = Word(unescape(value), offset + match.start("value") + quoted)
    return found
