"""A text as Python-Markdown renders it: its blocks, with their lines, and its links.

The tree is read twice: before the inline patterns, where texts are as their author wrote them, and
after, where links are known and texts are as a reader sees them.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from html import unescape
from typing import Any, Literal
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

from checklists.guide.page_text import PageText
from checklists.markdown.attributes import split_trailing
from checklists.markdown.extension import HEADINGS, LISTS
from checklists.markdown.item_syntax import BOX, text_holder
from checklists.markdown.line_marks import READ_PRIORITY, LineMarks
from checklists.reading.converter import converter

RAW_PRIORITY = READ_PRIORITY - 1
SHOWN_PRIORITY = 19  # right below the inline patterns (20)

_TEXTS = HEADINGS | {"p", "li", "td", "th", "dt", "dd", "summary"}
_NOT_READ = {"button", "pre"}
_ATTRIBUTE_ID = re.compile(r"\{:?[^{}]*?#([^\s#.{}]+)[^{}]*\}")
_HTML_ID = re.compile(r"""\sid=["']([^"']+)["']""")
_PLACEHOLDER = re.compile("\x02[^\x03]*\x03")
_CODE = "\ufffc"
"""Shown in place of code: no word, and no gap between words."""


BlockKind = Literal["heading", "item", "phrase", "text"]


@dataclass(slots=True)
class Block:
    """A text in the tree. `line` counts from 1 within the text that was rendered.

    The raw text of an item begins with its box.
    """

    kind: BlockKind
    element: Element
    raw: str
    line: int
    shown: str = ""
    is_nested: bool = False
    """Within another list, quote or box."""


@dataclass(frozen=True, slots=True)
class TreeLink:
    """A link or an image, in the block that begins at `line`."""

    target: str
    line: int


@dataclass(slots=True)
class Tree:
    """What was found in a text. `ids` are those of attribute lists and of raw HTML."""

    blocks: list[Block] = field(default_factory=list)
    links: list[TreeLink] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)


class TreeReader:
    """Renders texts with the Markdown extensions of the site."""

    def __init__(self, extensions: Mapping[str, Any]) -> None:
        self.context: Mapping[str, object] = {}
        """What the schema of front matter is told of the guide."""
        self.shared: Mapping[str, object] = {}
        """What a translation has of the front matter of its page in the default language."""
        self.text = PageText()
        """What is filled into pages."""
        self._marks = LineMarks()
        self._markdown, self.problems = converter(extensions, self._marks)
        self._tree = Tree()
        register = self._markdown.treeprocessors.register
        register(_Call(self._markdown, self._read_raw), "guide-raw", RAW_PRIORITY)
        register(_Call(self._markdown, self._read_shown), "guide-shown", SHOWN_PRIORITY)

    def read(self, text: str) -> Tree:
        """Render a text, and read what is rendered."""
        self._tree = Tree()
        with suppress(_Read):
            self._markdown.reset().convert(text)
        return self._tree

    def _read_raw(self, root: Element) -> None:
        for top in root:
            self._tree.blocks += self._blocks(top, is_nested=False)

    def _blocks(self, element: Element, *, is_nested: bool) -> Iterator[Block]:
        """The texts of an element and of all below it, in the order of the page."""
        if element.tag in LISTS:
            for entry in element:
                yield from self._entry(entry, is_nested=is_nested)
            return
        if (block := self._block(element)) is not None:
            yield block
        for child in element:
            yield from self._blocks(child, is_nested=True)

    def _entry(self, entry: Element, *, is_nested: bool) -> Iterator[Block]:
        holder = text_holder(entry)
        if BOX.match(holder.text or "") is None:
            if (block := self._block(entry)) is not None:
                yield block
            for child in entry:
                yield from self._blocks(child, is_nested=True)
            return
        line = self._line(holder)
        yield Block("item", entry, holder.text or "", line, is_nested=is_nested)
        for child in (each for each in entry if each is not holder):
            if child.tag == "blockquote":
                yield from self._phrases(child)
            else:
                yield from self._blocks(child, is_nested=True)

    def _phrases(self, quote: Element) -> Iterator[Block]:
        for child in quote:
            if child.tag == "p":
                yield Block("phrase", child, child.text or "", self._line(child))
            else:
                yield from self._blocks(child, is_nested=True)

    def _block(self, element: Element) -> Block | None:
        text = element.text or ""
        if element.tag not in _TEXTS or not text.strip():
            return None
        kind: BlockKind = "heading" if element.tag in HEADINGS else "text"
        return Block(kind, element, text, self._line(element))

    def _line(self, element: Element) -> int:
        """Where it has none of its own, as a cell of a table, that of the block above."""
        above = self._tree.blocks[-1].line if self._tree.blocks else 1
        return self._marks.lines.get(element, above)

    def _read_shown(self, root: Element) -> None:
        others = {block.element for block in self._tree.blocks}
        for block in self._tree.blocks:
            shown = _PLACEHOLDER.sub("", "".join(_shown(block.element, others)))
            block.shown = split_trailing(shown)[0].strip()
        self._tree.links += self._links(root, 1)
        self._tree.ids = set(self._ids())
        raise _Read

    def _ids(self) -> Iterator[str]:
        for block in self._tree.blocks:
            yield from _ATTRIBUTE_ID.findall(block.raw)
        for html in self._markdown.htmlStash.rawHtmlBlocks:
            yield from _HTML_ID.findall(str(html))

    def _links(self, element: Element, line: int) -> Iterator[TreeLink]:
        line = self._marks.lines.get(element, line)
        target = element.get("href") if element.tag == "a" else element.get("src")
        if target is not None:
            yield TreeLink(unescape(target.replace(AMP_SUBSTITUTE, "&")), line)
        for child in element:
            yield from self._links(child, line)


class _Read(Exception):  # noqa: N818 (not an error)
    """All is read: what comes after the inline patterns is a fifth of the time."""


class _Call(Treeprocessor):
    def __init__(self, md: Markdown, function: Callable[[Element], None]) -> None:
        super().__init__(md)
        self._function = function

    def run(self, root: Element) -> None:
        self._function(root)


def _shown(element: Element, others: set[Element]) -> Iterator[str]:
    """The words of an element, without those of the blocks below it."""
    yield element.text or ""
    for child in element:
        if child.tag == "code":
            yield _CODE
        elif child not in others and child.tag not in _NOT_READ:
            yield from _shown(child, others)
        yield child.tail or ""
