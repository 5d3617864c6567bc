"""Markdown text -> Page, with the place of everything in it.

This reads the grammar of the guide, not all of Markdown: front matter, headings, items at the
left margin, ready-to-say lines nested under them. Code blocks and comments are passed over.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from checklists.attributes import Attributes, Word, split_trailing
from checklists.block import Block
from checklists.finding import Finding, Span
from checklists.front_matter import validate_front_matter
from checklists.item_text import BOX, split_action
from checklists.model import Item, Located, Page, Phrase, Section
from checklists.suggest import nearest
from checklists.yaml_document import YamlError, read_yaml

FLAGS = ("critical",)
KEYS = ("src", "was")
CODE_INDENT = 4

_MATTER_END = re.compile(r"(?:---|\.\.\.)[ \t]*\Z")
_FENCE = re.compile(r"[ \t]*(?P<marker>`{3,}|~{3,})")
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?=\S)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
_BULLET = re.compile(r"(?P<indent> *)(?P<bullet>[-*+]|\d+\.)(?P<gap>[ \t]*)")
_LOOKS_LIKE_BOX = re.compile(r"\[[ \txX]?\](?!\()")
_QUOTE = re.compile(r"[ ]{4}>[ ]?(?P<text>.*)\Z")
_STARTS_A_BLOCK = re.compile(
    r"[ \t]*(?:[-*+][ \t]|\d+\.[ \t]|>|#{1,6}[ \t]|`{3}|~{3}|<!--|[?!]{3})"
)


@dataclass(slots=True)
class _Reading:
    """Where the scan has come to."""

    page: Page
    findings: list[Finding] = field(default_factory=list)
    row: int = 0
    item: Item | None = None
    quoting: bool = False
    in_list: bool = False
    fence: str = ""

    def report(self, code: str, span: Span, message: str, help: str = "") -> None:
        self.findings.append(self.page.finding(code, span, message, help))


def parse_page(text: str, language: str, key: str, path: str) -> tuple[Page, list[Finding]]:
    """Parse one page. Never raises: what is wrong comes back as findings."""
    page = Page(language, key, path, text.split("\n"))
    page.sections.append(Section(0, "", Span(1, 1)))
    reading = _Reading(page)
    _read_matter(reading)
    while reading.row < len(page.lines):
        _read_line(reading)
    return page, reading.findings


def _read_matter(reading: _Reading) -> None:
    lines = reading.page.lines
    if lines[0].rstrip() != "---":
        reading.report("CL010", Span(1, 1), "page has no front matter", "start with a `---` line")
        return
    end = next((row for row in range(1, len(lines)) if _MATTER_END.match(lines[row])), None)
    if end is None:
        help = "close it with a `---` line"
        reading.report("CL010", Span(1, 1, 3), "front matter is never closed", help)
        reading.row = len(lines)
        return
    reading.row = end + 1
    try:
        document = read_yaml("\n".join(lines[1:end]) + "\n")
    except YamlError as error:
        reading.report("CL011", _below(error.span), f"front matter is not valid YAML: {error}")
        return
    page = reading.page
    page.meta_spans = {
        str(path[0]): _below(span) for path, span in document.spans.items() if len(path) == 1
    }
    page.meta, defects = validate_front_matter(document)
    for defect in defects:
        span = _below(defect.span) if defect.span else Span(1, 1, 3)
        reading.report(defect.code, span, defect.message, defect.help)


def _below(span: Span) -> Span:
    """Count from the top of the file, not from below the first `---`."""
    return Span(span.line + 1, span.column, span.length)


def _read_line(reading: _Reading) -> None:
    line = reading.page.lines[reading.row]
    if _skip_comment(reading, line) or _skip_fence(reading, line):
        return
    if not line.strip():
        reading.quoting = False
        reading.row += 1
    elif (heading := _HEADING.match(line)) is not None:
        _read_heading(reading, heading)
    elif (bullet := _BULLET.match(line)) is not None and _looks_like_item(line, bullet):
        _read_item(reading, line, bullet)
    else:
        _read_other(reading, line)


def _skip_comment(reading: _Reading, line: str) -> bool:
    if not line.lstrip().startswith("<!--"):
        return False
    while "-->" not in reading.page.lines[reading.row]:
        reading.row += 1
        if reading.row == len(reading.page.lines):
            return True
    reading.row += 1
    return True


def _skip_fence(reading: _Reading, line: str) -> bool:
    match = _FENCE.match(line)
    if reading.fence:
        closes = match and match["marker"].startswith(reading.fence)
        if closes and not line.strip(" \t`~"):
            reading.fence = ""
    elif match:
        reading.fence = match["marker"]
    else:
        return False
    reading.row += 1
    return True


def _read_heading(reading: _Reading, match: re.Match[str]) -> None:
    line = reading.page.lines[reading.row]
    block = Block(reading.row + 1, match.end() + 1, [line[match.end() :]])
    title, attributes = split_trailing(block.text)
    span = block.span(Word(title, 0))
    section = Section(len(match["marks"]), title.rstrip("# \t"), span)
    if attributes is not None:
        section.id = _only_id(reading, attributes, block)
        for word in (*attributes.unread, *attributes.flags, *attributes.repeated):
            reading.report("CL101", block.span(word), f"`{word.text}` does not belong on a heading")
    reading.page.sections.append(section)
    reading.item, reading.in_list, reading.quoting = None, False, False
    reading.row += 1


def _only_id(reading: _Reading, attributes: Attributes, block: Block) -> Located | None:
    for word in attributes.ids[1:]:
        span = block.span(word)
        reading.report(
            "CL101", span, f"a second id `{word.text}`", "keep one; name old ids in `was`"
        )
    if not attributes.ids:
        return None
    word = attributes.ids[0]
    return Located(word.text, block.span(word))


def _looks_like_item(line: str, bullet: re.Match[str]) -> bool:
    return _LOOKS_LIKE_BOX.match(line, bullet.end()) is not None


def _read_item(reading: _Reading, line: str, bullet: re.Match[str]) -> None:
    indent = len(bullet["indent"])
    if indent >= CODE_INDENT and not reading.in_list:  # code, to Markdown
        reading.row += 1
        return
    box = _accepted_box(reading, line, bullet)
    if box is None:
        reading.row += 1
        return
    block = Block(reading.row + 1, box.end() + 1, [line[box.end() :]])
    reading.row += 1
    block.lines.extend(_continuation(reading))
    reading.item = _item(reading, block)
    reading.in_list, reading.quoting = True, False
    reading.page.sections[-1].items.append(reading.item)


def _accepted_box(reading: _Reading, line: str, bullet: re.Match[str]) -> re.Match[str] | None:
    """Report what keeps Markdown from rendering an item here; the box, when nothing does."""
    box = BOX.match(line, bullet.end())
    span = Span(reading.row + 1, bullet.start("bullet") + 1, len(line) - bullet.start("bullet"))
    if not bullet["gap"] or box is None or box["mark"] != " " or bullet["bullet"][0].isdigit():
        reading.report("CL109", span, "checkbox is misspelt", "write `- [ ] `")
        return None
    if bullet["indent"]:
        help = "start it at the left margin; nest a plain list instead"
        reading.report("CL108", span, "item is indented", help)
        return None
    previous = reading.page.lines[reading.row - 1] if reading.row else ""
    if previous.strip() and not reading.in_list and not _HEADING.match(previous):
        reading.report("CL110", span, "no blank line before the list", "add a blank line above")
    return box


def _continuation(reading: _Reading) -> Iterator[str]:
    """The lines that carry on the item's first paragraph."""
    while reading.row < len(reading.page.lines):
        line = reading.page.lines[reading.row]
        if not line.strip() or _STARTS_A_BLOCK.match(line):
            return
        yield line
        reading.row += 1


def _item(reading: _Reading, block: Block) -> Item:
    text, attributes = split_trailing(block.text)
    parts = split_action(text)
    shown = Word(f"**{parts.action}**" if parts.action else text, 0)
    item = Item(text, parts.action, block.span(shown))
    if attributes is None:
        return item
    item.id = _only_id(reading, attributes, block)
    item.flags = [Located(word.text, block.span(word)) for word in attributes.flags]
    item.sources = [Located(w.text, block.span(w)) for w in attributes.words("src")]
    item.was = [Located(w.text, block.span(w)) for w in attributes.words("was")]
    _report_attributes(reading, attributes, block)
    return item


def _report_attributes(reading: _Reading, attributes: Attributes, block: Block) -> None:
    for word in attributes.unread:
        help = 'write `#id`, `.flag` or `key="value"`'
        reading.report("CL101", block.span(word), f"`{word.text}` is not an attribute", help)
    for word in attributes.repeated:
        reading.report("CL101", block.span(word), f"`{word.text}` is given twice", "keep one")
    for word in attributes.flags:
        if word.text not in FLAGS:
            help = nearest(word.text, FLAGS)
            reading.report("CL106", block.span(word), f"unknown flag `.{word.text}`", help)
    for key, value in attributes.values.items():
        if key not in KEYS:
            help = nearest(key, KEYS)
            reading.report("CL106", block.span(value), f"unknown attribute `{key}`", help)


def _read_other(reading: _Reading, line: str) -> None:
    """A line of prose, of a plain list, or of what is nested under an item."""
    quote = _QUOTE.match(line)
    if quote and reading.item:
        _read_quote(reading, reading.item, quote)
    elif not line.startswith("    "):
        reading.item = None
        reading.in_list = _BULLET.match(line) is not None
        _report_underline(reading, line)
    reading.row += 1


def _read_quote(reading: _Reading, item: Item, quote: re.Match[str]) -> None:
    text = quote["text"].strip()
    if reading.quoting and item.phrases:
        item.phrases[-1].text += f" {text}"
    else:
        span = Span(reading.row + 1, quote.start("text") + 1, max(len(text), 1))
        item.phrases.append(Phrase(text, span))
        reading.quoting = True


def _report_underline(reading: _Reading, line: str) -> None:
    previous = reading.page.lines[reading.row - 1] if reading.row else ""
    if _UNDERLINE.match(line) and previous.strip() and not _HEADING.match(previous):
        span = Span(reading.row + 1, 1, len(line.rstrip()))
        reading.report("CL206", span, "underlined heading", "write `## Heading { #id }`")
