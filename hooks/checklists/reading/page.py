"""Markdown text -> Page, with the place of everything in it.

This reads the grammar of the guide, not all of Markdown: front matter, headings, items at the
left margin, ready-to-say lines nested under them. Code blocks and comments are passed over.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from checklists.grammar.attributes import Attributes, Word, split_trailing
from checklists.grammar.item_text import BOX, split_action
from checklists.grammar.passage import Block
from checklists.guide.finding import Finding, Span
from checklists.guide.front_matter import validate_front_matter
from checklists.guide.model import Item, Located, Page, Phrase, Section, Slot
from checklists.guide.phrasing import nearest
from checklists.reading.references import find_references
from checklists.reading.yaml_document import YamlError, read_yaml

FLAGS = ("critical",)
HEADING_FLAGS = ("good", "bad")
KEYS = ("src", "was")

_MATTER_END = re.compile(r"(?:---|\.\.\.)[ \t]*\Z")
_INDENT = r"(?: {4}| {0,3}\t)"
_INDENTED = re.compile(_INDENT)
_FENCE = re.compile(r"(?P<fence>(?P<indent>[ \t]*)(?:`{3,}(?=[^`]*\Z)|~{3,}))")
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]*(?=\S)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
_BULLET = re.compile(r"(?P<indent>[ \t]*)(?P<bullet>[-*+]|\d+\.)(?P<gap>\s*)")
_LOOKS_LIKE_BOX = re.compile(r"\[\s*(?:[xX]\s*)?\](?!\()")
_QUOTE = re.compile(_INDENT + r">[ ]?(?P<text>.*)\Z")
_ENTRY = re.compile(r" {0,3}(?:[-*+]|\d+\.)[ \t]")
_MARKS = re.compile(r"[ \t]*(?:(?:[-*+]|\d+\.|>|\?{3}\+?(?: \w+)?)[ \t]+)*")
_NEEDS_A_BLANK = re.compile(r"[ \t]*(?:>|`{3}|~{3}|\?{3})")
_RULE = re.compile(r" {0,3}(?:(?:-[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,})\Z")
_ENDS_A_LIST = re.compile(rf"\?{{3}}|{_RULE.pattern}")
_STARTS_A_BLOCK = re.compile(
    rf"#|[ \t]*(?:[-*+][ \t]|\d+\.[ \t]|>|`{{3}}|~{{3}}|<!--|\?{{3}})|{_RULE.pattern}"
)


@dataclass(slots=True)
class _Reading:
    """Where the scan has come to."""

    page: Page
    shown: list[str]
    """The lines, those that Markdown does not read left empty."""
    findings: list[Finding] = field(default_factory=list)
    row: int = 0
    block_start: int = 0
    """The row where Markdown begins anew, whatever stands above."""
    has_comment_end: bool = True
    unclosed: dict[str, int] = field(default_factory=dict)
    """Fence -> the row up to which nothing closes it."""
    item: Item | None = None
    quoting: bool = False
    in_list: bool = False
    in_details: bool = False
    in_code: bool = False
    in_nested_run: bool = False
    """The lines since the last blank one began indented."""

    def report(self, code: str, span: Span, message: str, help: str = "") -> None:
        self.findings.append(self.page.finding(code, span, message, help))

    def hide(self, end: int) -> None:
        """Pass over the lines up to row `end`."""
        self.shown[self.row : end] = [""] * (end - self.row)
        self.row = end


def parse_page(text: str, language: str, key: str, path: str) -> tuple[Page, list[Finding]]:
    """Parse one page. Never raises: what is wrong comes back as findings."""
    page = Page(language, key, path, text.split("\n"))
    page.sections.append(Section(0, "", Span(1, 1)))
    reading = _Reading(page, page.lines.copy())
    _read_matter(reading)
    while reading.row < len(page.lines):
        _read_line(reading)
    _add_references(page, reading.shown)
    return page, reading.findings


def _add_references(page: Page, shown: list[str]) -> None:
    found = find_references(shown)
    page.references, page.undefined = found.all, found.undefined
    known = {id.span for id in page.ids}
    page.anchors = [id for id in found.ids if id.span not in known]
    lines = [section.span.line for section in page.sections]
    for reference in found.all:
        if not reference.is_image:
            section = page.sections[bisect_right(lines, reference.target.span.line) - 1]
            section.links.append(reference.target)


def _read_matter(reading: _Reading) -> None:
    lines = reading.page.lines
    if lines[0].rstrip() != "---":
        reading.report("CL010", Span(1, 1), "page has no front matter", "start with a `---` line")
        return
    end = next((row for row in range(1, len(lines)) if _MATTER_END.match(lines[row])), None)
    if end is None:
        help = "close it with a `---` line"
        reading.report("CL010", Span(1, 1, 3), "front matter is never closed", help)
        reading.row = 1
        return
    reading.hide(end + 1)
    try:
        document = read_yaml("\n".join(lines[1:end]) + "\n")
    except YamlError as error:
        reading.report("CL011", _below(error.span), f"front matter is not valid YAML: {error}")
        return
    page = reading.page
    page.meta_spans = {path: _below(span) for path, span in document.spans.items()}
    page.meta, defects = validate_front_matter(document)
    for defect in defects:
        span = _below(defect.span) if defect.span else Span(1, 1, 3)
        reading.report(defect.code, span, defect.message, defect.help)


def _below(span: Span) -> Span:
    """Count from the top of the file, not from below the first `---`."""
    return Span(span.line + 1, span.column, span.length)


def _read_line(reading: _Reading) -> None:
    line = reading.page.lines[reading.row]
    if not _above(reading).strip():
        reading.in_nested_run = _INDENTED.match(line) is not None
    if _skip_fence(reading, line) or _skip_comment(reading, line):
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
    end = _end_of_comment(reading)
    if end is None:
        span = Span(reading.row + 1, line.index("<") + 1, len("<!--"))
        reading.report("CL111", span, "comment is never closed", "close it with `-->`")
    reading.hide((reading.row if end is None else end) + 1)
    reading.block_start, reading.in_list = reading.row, False
    return True


def _end_of_comment(reading: _Reading) -> int | None:
    lines = reading.page.lines
    if not reading.has_comment_end:  # looked for once, not once for each comment
        return None
    end = next((row for row in range(reading.row, len(lines)) if "-->" in lines[row]), None)
    reading.has_comment_end = end is not None
    return end


def _skip_fence(reading: _Reading, line: str) -> bool:
    match = _FENCE.match(line)
    if match is None:
        return False
    end = _end_of_fence(reading, match)
    if end is None:  # text, to Markdown
        span = Span(reading.row + 1, len(match["indent"]) + 1, len(match["fence"].strip()))
        reading.report("CL112", span, "code block is never closed", "close it where it began")
    if not match["indent"]:
        _report_no_blank(reading, "code block")
        reading.in_list = False
    reading.hide((reading.row if end is None else end) + 1)
    return True


def _report_no_blank(reading: _Reading, what: str) -> None:
    if not _may_begin(reading):
        line = reading.page.lines[reading.row]
        span = Span(reading.row + 1, 1, len(line))
        reading.report("CL110", span, f"no blank line before the {what}", "add a blank line above")


def _end_of_fence(reading: _Reading, match: re.Match[str]) -> int | None:
    """The row that closes a code block, with the same fence at the same indent."""
    lines, fence = reading.page.lines, match["fence"]
    if reading.row < reading.unclosed.get(fence, 0):  # looked for once, not once for each fence
        return None
    row = reading.row
    for row in range(reading.row + 1, len(lines)):
        if lines[row].rstrip() == fence:
            return row
        if lines[row].strip() and not lines[row].startswith(match["indent"]):
            break
    reading.unclosed[fence] = row
    return None


def _above(reading: _Reading) -> str:
    return reading.page.lines[reading.row - 1] if reading.row != reading.block_start else ""


def _read_heading(reading: _Reading, match: re.Match[str]) -> None:
    line = reading.page.lines[reading.row]
    block = Block(reading.row + 1, match.end() + 1, [line[match.end() :]])
    title, attributes = split_trailing(block.text)
    span = block.span(Word(title, 0))
    section = Section(len(match["marks"]), title.rstrip("# \t"), span)
    section.slot = _slot(block, attributes)
    if attributes is not None:
        section.id = _only_id(reading, attributes, block)
        section.flags = [Located(word.text, block.span(word)) for word in attributes.flags]
        section.was = [Located(w.text, block.span(w)) for w in attributes.words("was")]
        _report_heading_attributes(reading, attributes, block)
    reading.page.sections.append(section)
    reading.item, reading.in_list, reading.quoting = None, False, False
    reading.in_details = reading.in_nested_run = False
    reading.row += 1


def _report_heading_attributes(reading: _Reading, attributes: Attributes, block: Block) -> None:
    flags = [word for word in attributes.flags if word.text not in HEADING_FLAGS]
    keys = [word for word in attributes.keys.values() if word.text != "was"]
    for word in (*attributes.unread, *flags, *keys, *attributes.repeated):
        reading.report("CL101", block.span(word), f"`{word.text}` does not belong on a heading")


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
    box = _accepted_box(reading, line, bullet)
    if box is None:
        reading.row += 1
        return
    block = Block(reading.row + 1, box.end() + 1, [line[box.end() :]])
    reading.row += 1
    block.lines.extend(_continuation(reading))
    _report_missing_blank(reading)
    reading.item = _item(reading, block)
    reading.in_list, reading.quoting = True, False
    reading.page.sections[-1].items.append(reading.item)


def _accepted_box(reading: _Reading, line: str, bullet: re.Match[str]) -> re.Match[str] | None:
    """Report what keeps Markdown from rendering an item here; the box, when nothing does."""
    box = BOX.match(line, bullet.end())
    span = Span(reading.row + 1, bullet.start("bullet") + 1, len(line) - bullet.start("bullet"))
    is_bullet = bullet["bullet"] in "-*+" and bullet["gap"] and not bullet["gap"].strip(" \t")
    if not is_bullet or box is None or box["mark"] != " ":
        reading.report("CL109", span, "checkbox is misspelt", "write `- [ ] `")
        return None
    if bullet["indent"]:
        help = "start it at the left margin; nest a plain list instead"
        reading.report("CL108", span, "item is indented", help)
        return None
    if not reading.in_list or reading.in_nested_run:
        _report_no_blank(reading, "list")
        reading.in_nested_run = False
    return box


def _may_begin(reading: _Reading) -> bool:
    """Whether Markdown lets a list begin here."""
    return _begins_a_paragraph(reading) or _RULE.match(_above(reading)) is not None


def _begins_a_paragraph(reading: _Reading) -> bool:
    above = _above(reading)
    return not above.strip() or _HEADING.match(above) is not None


def _continuation(reading: _Reading) -> Iterator[str]:
    """The lines that carry on the item's first paragraph."""
    while reading.row < len(reading.page.lines):
        line = reading.page.lines[reading.row]
        if not line.strip() or _STARTS_A_BLOCK.match(line):
            return
        yield line
        reading.row += 1


def _report_missing_blank(reading: _Reading) -> None:
    """Right below an item's text, what should be nested is more of that text, to Markdown."""
    line = reading.page.lines[reading.row] if reading.row < len(reading.page.lines) else ""
    if _NEEDS_A_BLANK.match(line):
        text = line.strip()
        span = Span(reading.row + 1, line.index(text) + 1, len(text))
        reading.report("CL110", span, "no blank line below the item", "add a blank line above")


def _item(reading: _Reading, block: Block) -> Item:
    text, attributes = split_trailing(block.text)
    reading.page.prose.append(Block(block.line, block.column, text.split("\n")))
    parts = split_action(text)
    shown = Word(f"**{parts.action}**" if parts.action else text, 0)
    item = Item(text, parts.action, block.span(shown), slot=_slot(block, attributes))
    if attributes is None:
        return item
    item.id = _only_id(reading, attributes, block)
    item.flags = [Located(word.text, block.span(word)) for word in attributes.flags]
    item.sources = [Located(w.text, block.span(w)) for w in attributes.words("src")]
    item.was = [Located(w.text, block.span(w)) for w in attributes.words("was")]
    _report_attributes(reading, attributes, block)
    return item


def _slot(block: Block, attributes: Attributes | None) -> Slot:
    offset = attributes.offset + 1 if attributes else len(block.text.rstrip())
    span = block.span(Word("", offset))
    return Slot(span.line, span.column, attributes is not None)


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
    for word in attributes.keys.values():
        if word.text not in KEYS:
            help = nearest(word.text, KEYS)
            reading.report("CL106", block.span(word), f"unknown attribute `{word.text}`", help)


def _read_other(reading: _Reading, line: str) -> None:
    """A line of prose, of a plain list, or of what is nested under an item."""
    reading.in_code = _is_code(reading, line)
    if reading.in_code:
        reading.hide(reading.row + 1)
        return
    _read_prose(reading, line)
    quote = _QUOTE.match(line)
    if quote and reading.item:
        _read_quote(reading, reading.item, quote)
    elif not _INDENTED.match(line):
        reading.item = None
        if _may_begin(reading) or _ENDS_A_LIST.match(line):
            reading.in_list = bool(_ENTRY.match(line)) and not _RULE.match(line)
            reading.in_details = line.startswith("???")
        _report_underline(reading, line)
    reading.row += 1


def _is_code(reading: _Reading, line: str) -> bool:
    """Indented, below a blank line, and nested in nothing."""
    is_nested = reading.in_list or reading.in_details or reading.item is not None
    is_below = reading.in_code or not _above(reading).strip()
    return is_below and not is_nested and _INDENTED.match(line) is not None


def _read_prose(reading: _Reading, line: str) -> None:
    """Add the line to the passage it carries on, or begin a passage with it."""
    if line.startswith("<"):  # a line of HTML
        return
    marks = _MARKS.match(line)
    start = marks.end() if marks else 0
    row, prose = reading.row + 1, reading.page.prose
    last = prose[-1] if prose else None
    is_next = last is not None and last.line + len(last.lines) == row
    if last and is_next and (marks is None or not marks.group().strip()):
        last.lines.append(line)
    else:
        prose.append(Block(row, start + 1, [line[start:]]))


def _read_quote(reading: _Reading, item: Item, quote: re.Match[str]) -> None:
    text = quote["text"].strip()
    if not text:
        reading.quoting = False
    elif reading.quoting and item.phrases:
        item.phrases[-1].text += f" {text}"
    else:
        span = Span(reading.row + 1, quote.start("text") + 1, len(text))
        item.phrases.append(Phrase(text, span))
        reading.quoting = True


def _report_underline(reading: _Reading, line: str) -> None:
    if _UNDERLINE.match(line) and not _begins_a_paragraph(reading):
        span = Span(reading.row + 1, 1, len(line.rstrip()))
        reading.report("CL206", span, "underlined heading", "write `## Heading { #id }`")
