"""Markdown text -> Page."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate

from checklists.guide.model import (
    InsertionPoint,
    Item,
    Page,
    Phrase,
    Problem,
    ProblemKind,
    Section,
    Spanned,
    Text,
)
from checklists.guide.places import Span
from checklists.guide.suggestions import suggest
from checklists.markdown.afterwards import AFTERWARDS, STOP
from checklists.markdown.attributes import Attributes, Token, find_unread, split_trailing
from checklists.markdown.item_syntax import BOX, split_action, split_when
from checklists.reading.front_matter import read_front_matter
from checklists.reading.tree import Block, TreeLink, TreeReader

FLAGS = {"item": {"critical"}, "heading": {"good", "bad"}}
KEYS = {"item": {"src", "was"}, "heading": {"was"}}

_LOOKS_LIKE_ITEM = re.compile(r"\s*(?:(?:[-*+‐‑–—•·]|\d+[.)])\s*)?\[\s?[ xX]?\s?\](?![(\[:])\s*\S")
_MARGIN = "start it at the left margin, and nest a plain list instead"
_BOX_HELP = "write `- [ ] **Do this.**` at the left margin, below a blank line"


def read_page(
    reader: TreeReader, text: str, language: str, key: str, path: str
) -> tuple[Page, list[Problem]]:
    """Read one page, and the part that it ends with if it is a situation."""
    lines = text.split("\n")
    front = read_front_matter(lines, path, reader.text, reader.context, reader.shared)
    page = Page(language, key, path, lines, front.end, front.meta, front.spans)
    written = "\n".join(lines[front.end :])
    body = reader.text.fill(key, written, page.kind)
    page.part = reader.text.afterwards if page.kind == "situation" else None
    lines[front.end :] = body.split("\n")
    tree = reader.read(body)
    build = _Builder(page)
    for block in tree.blocks:
        build.add(block)
    build.add_links(tree.links)
    page.anchors = tree.ids
    _put_before_stop(page.sections)
    return page, [*front.problems, *build.problems]


def _put_before_stop(sections: list[Section]) -> None:
    """Where a reader finds what the page ends with in the file."""
    ids = [section.id.text if section.id else "" for section in sections]
    if AFTERWARDS in ids and STOP in ids:
        start = ids.index(AFTERWARDS)
        moved = sections[start:]
        del sections[start:]
        sections[ids.index(STOP) : ids.index(STOP)] = moved


class _Builder:
    """Fills a page with what its tree has."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[Problem] = []
        page.sections.append(Section(0, "", Span(1, 1)))

    def add(self, block: Block) -> None:
        """Add a block to the section it is in."""
        place = _BlockPlace(self.page, block)
        match block.kind:
            case "heading":
                self._add_heading(place)
            case "item":
                self._add_item(place)
            case "phrase":
                self._add_phrase(place)
            case "text":
                self._add_text(place, block.raw)
        if block.kind != "item":
            self._report_lost_items(place)

    def add_links(self, links: Iterable[TreeLink]) -> None:
        """Add the links to the sections they are in."""
        starts = [section.span.line for section in self.page.sections]
        for link in _located_links(self.page, links):
            line = link.span.line
            self.page.sections[max(bisect_right(starts, line) - 1, 0)].links.append(link)

    def _add_heading(self, place: "_BlockPlace") -> None:
        title, attributes = self._split(place, place.block.raw)
        title = title.rstrip("# \t")
        level = int(place.block.element.tag[1:])
        span = place.span(Token(title, 0))
        section = Section(level, title, span, place.insertion(place.block.raw, attributes, 0))
        self.page.sections.append(section)
        if attributes:
            self._describe(section, "heading", attributes, place, 0)

    def _add_item(self, place: "_BlockPlace") -> None:
        raw = place.block.raw
        box = BOX.match(raw)
        start = box.end() if box else 0
        text, attributes = self._split(place, raw, start)
        action = split_action(text).action
        span = place.span(Token(f"**{action}**" if action else text, start))
        item = Item(text, action, span, place.insertion(raw[start:], attributes, start))
        self.page.sections[-1].items.append(item)
        self._add_text(place, text)
        if box and box["mark"] != " ":
            self._report("item", span, "item is ticked", "write `- [ ] `")
        if place.block.is_nested:
            self._report("item", span, "item is indented", _MARGIN)
        if attributes:
            self._describe(item, "item", attributes, place, start)
            item.sources = place.spanned(attributes.tokens("src"), start)

    def _add_phrase(self, place: "_BlockPlace") -> None:
        raw = place.block.raw
        phrase = split_when(" ".join(raw.split("\n")))
        span = place.span(Token(raw.partition("\n")[0], 0))
        self.page.sections[-1].items[-1].phrases.append(Phrase(phrase.text, span, phrase.when))
        self._add_text(place, raw)

    def _add_text(self, place: "_BlockPlace", raw: str) -> None:
        if place.block.shown:  # raw HTML has no words here
            text = Text(raw, place.block.shown, place.line, place.block.element.tag)
            self.page.sections[-1].texts.append(text)

    def _split(
        self, place: "_BlockPlace", raw: str, start: int = 0
    ) -> tuple[str, Attributes | None]:
        text, attributes = split_trailing(raw[start:])
        unread = find_unread(text)
        if unread:
            span = place.span(Token(unread.text, unread.offset + start))
            help = "write one list in braces, at the end: `{ #id }`"
            self._report("attributes", span, "attribute list is not at the end", help)
        return text, attributes

    def _describe(
        self,
        named: Item | Section,
        kind: str,
        attributes: Attributes,
        place: "_BlockPlace",
        start: int,
    ) -> None:
        ids = place.spanned(attributes.ids, start)
        named.id = ids[0] if ids else None
        named.flags = place.spanned(attributes.flags, start)
        named.was = place.spanned(attributes.tokens("was"), start)
        for token, message, help in _attribute_problems(attributes, kind):
            span = place.span(Token(token.text, token.offset + start))
            self._report("attributes", span, message, help)

    def _report_lost_items(self, place: "_BlockPlace") -> None:
        offset = 0
        for row in place.block.raw.split("\n"):
            if _LOOKS_LIKE_ITEM.match(row):
                span = place.span(Token(row, offset))
                self._report("item", span, "checkbox is shown as text", _BOX_HELP)
            offset += len(row) + 1

    def _report(self, kind: ProblemKind, span: Span, message: str, help: str) -> None:
        self.problems.append(Problem(kind, self.page.place(span), message, help))


def _attribute_problems(attributes: Attributes, kind: str) -> Iterator[tuple[Token, str, str]]:
    for token in attributes.unread:
        help = 'write `#id`, `.flag` or `key="value"`'
        yield token, f"`{token.text}` is not an attribute", help
    for token in attributes.repeated:
        yield token, f"`{token.text}` is given twice", "keep one"
    for token in attributes.ids[1:]:
        yield token, f"a second id `{token.text}`", "keep one; name old ids in `was`"
    for tokens, known, what in (
        (attributes.flags, FLAGS[kind], "flag"),
        (attributes.keys.values(), KEYS[kind], "attribute"),
    ):
        for token in tokens:
            if token.text not in known:
                message = f"unknown {what} `{token.text}` on an {kind}".replace("an h", "a h")
                yield token, message, suggest(token.text, known)


class _BlockPlace:
    """Offsets in the raw text of a block -> places in the file."""

    def __init__(self, page: Page, block: Block) -> None:
        self.page, self.block = page, block
        self.line = self._first_line(page.body_start + block.line)

    def _first_line(self, line: int) -> int:
        """A block without a mark of its own, as a cell, is at its line or below."""
        first = self.block.raw.partition("\n")[0]
        rows = range(line, len(self.page.lines) + 1)
        return next((row for row in rows if first in self.page.lines[row - 1]), line)

    def span(self, token: Token) -> Span:
        """Of a piece of the raw text, as far as its line goes."""
        before = self.block.raw[: token.offset]
        row = before.count("\n")
        offset = len(before) - before.rfind("\n") - 1
        number = min(self.line + row, len(self.page.lines))
        line = self.page.lines[number - 1]
        column = max(line.find(self.block.raw.split("\n")[row]), 0) + offset + 1
        length = max(len(token.text.partition("\n")[0]), 1)
        return Span(number, min(column, len(line) + 1), length)

    def spanned(self, tokens: Iterable[Token], start: int) -> list[Spanned]:
        """Tokens, whose offsets count from `start`."""
        return [
            Spanned(token.text, self.span(Token(token.text, token.offset + start)))
            for token in tokens
        ]

    def insertion(self, text: str, attributes: Attributes | None, start: int) -> InsertionPoint:
        """Where an id can be written."""
        offset = attributes.offset + 1 if attributes else len(text.rstrip())
        span = self.span(Token("", offset + start))
        return InsertionPoint(span.line, span.column, attributes is not None)


def _located_links(page: Page, links: Iterable[TreeLink]) -> Iterator[Spanned]:
    """The tree knows no columns: each target is looked for from the line of its block on."""
    text = "\n".join(page.lines)
    starts = [0, *accumulate(len(line) + 1 for line in page.lines)]
    position = 0
    for link in links:
        first = starts[page.body_start + link.line - 1]
        offset = _find(text, link.target, max(position, first), first)
        position = offset + len(link.target)
        row = bisect_right(starts, offset)
        span = Span(row, offset - starts[row - 1] + 1, max(len(link.target), 1))
        yield Spanned(link.target, span)


def _find(text: str, target: str, start: int, otherwise: int) -> int:
    """Behind a bracket, or wherever it is first: a definition may be above."""
    offset = text.find(f"({target}", start)
    if offset >= 0:
        return offset + 1
    offset = text.find(target, start)
    return offset if offset >= 0 else max(text.find(target), 0) or otherwise
