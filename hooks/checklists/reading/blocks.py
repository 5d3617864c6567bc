"""The first of two passes over a page: lines of Markdown -> blocks.

It finds what the grammar of the guide knows: headings, items at the left margin, lines to say
nested under them, and text. Code and comments are passed over. `page` reads what blocks mean.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from checklists.grammar.attributes import split_trailing
from checklists.grammar.item_text import BOX
from checklists.grammar.passage import Passage
from checklists.grammar.places import Span
from checklists.guide.finding import Defect
from checklists.guide.rule import Edit, Rule

INDENTED_ITEM = Rule(
    "CL108: An item stands at the left margin",
    "Depending on the number of spaces, it becomes part of the item above, plain text or code.",
    Edit("- [ ] **Si når", "  - [ ] **Si når"),
)

MISSPELT_BOX = Rule(
    "CL109: A checkbox is written `- [ ]`",
    "A box that is not written exactly so is shown as text.",
    Edit("- [ ] **Si når", "- [] **Si når"),
)

NO_BLANK_LINE = Rule(
    "CL110: A blank line stands before a list, and before what is nested in an item",
    "Without it, Markdown takes the lines for one paragraph.",
    Edit("## Gjør dette { #do }\n\n- [ ]", "## Gjør dette { #do }\n\nDette hjelper:\n- [ ]"),
)

OPEN_COMMENT = Rule(
    "CL111: A comment is closed",
    "The rest of the page would be part of the comment.",
    Edit("Kunden slipper å spørre på nytt.", "<!-- Kunden slipper å spørre på nytt."),
)

OPEN_CODE = Rule(
    "CL112: A code block is closed",
    "Nobody could say where the code ends.",
    Edit("Kunden slipper å spørre på nytt.", "```\nKunden slipper å spørre på nytt."),
)

UNDERLINED_HEADING = Rule(
    "CL206: A heading is written with `#`",
    "An underlined heading has no room for an id.",
    Edit("## Hvorfor { #why }", "Hvorfor\n-------"),
)

_INDENT = r"(?: {4}| {0,3}\t)"
_INDENTED = re.compile(_INDENT)
_FENCE = re.compile(r"(?P<fence>(?P<indent>[ \t]*)(?:`{3,}(?=[^`]*\Z)|~{3,}))")
_HEADING = re.compile(r"(?P<marks>#{1,6}+)[ \t]*(?=\S)")
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*\Z")
# Other dashes and dots look like a bullet, and none is easily forgotten before a box.
_BULLET = re.compile(
    r"(?P<indent>[ \t]*)(?P<bullet>[-*+‐‑‒–—−•·]|\d+[.)]|(?=\[.{0,3}\]\s*\*\*))(?P<gap>\s*)"
)
_LOOKS_LIKE_BOX = re.compile(r"\[\s*(?:[xXvVoO✓✔*_.-]\s*)?\](?![(\[:])[ \t]*")
_QUOTE = re.compile(_INDENT + r">[ ]?(?P<text>.*)\Z")
_ENTRY = re.compile(r" {0,3}(?:[-*+]|\d+\.)[ \t]")
_MARKS = re.compile(r"[ \t]*(?:(?:[-*+]|\d+\.|>|\?{3}\+?(?: \w+)?)[ \t]+)*")
_NEEDS_A_BLANK = re.compile(r"[ \t]*(?:>|`{3}|~{3}|\?{3})")
_RULE = re.compile(r" {0,3}(?:(?:-[ ]{0,2}){3,}|(?:\*[ ]{0,2}){3,}|(?:_[ ]{0,2}){3,})\Z")
_ENDS_A_LIST = re.compile(rf"\?{{3}}|{_RULE.pattern}")
_STARTS_A_BLOCK = re.compile(
    rf"#|[ \t]*(?:[-*+][ \t]|\d+\.[ \t]|>|`{{3}}|~{{3}}|<!--|</|\?{{3}})|{_RULE.pattern}"
)


@dataclass(slots=True)
class Block:
    """A heading, an item without its box, a line to say of the item above, or a text.

    `level` is that of a heading.
    """

    kind: Literal["heading", "item", "phrase", "text"]
    passage: Passage
    level: int = 0


@dataclass(slots=True)
class _Context:
    """What the next line may be part of."""

    phrase: Passage | None = None
    in_item: bool = False
    in_list: bool = False
    in_details: bool = False
    in_code: bool = False
    in_nested_run: bool = False
    """The lines since the last blank one began indented."""


@dataclass(slots=True)
class Scan:
    """What the first pass finds, and where it has come to. `row` counts from 0."""

    lines: Sequence[str]
    shown: list[str]
    """The lines, those that Markdown does not read left empty."""
    row: int
    blocks: list[Block] = field(default_factory=list)
    defects: list[tuple[Span, Defect]] = field(default_factory=list)
    anew: int = 0
    """The row where Markdown begins anew, whatever stands above."""
    unclosed: dict[str, int] = field(default_factory=dict)
    """What opens code or a comment -> the row up to which nothing closes it."""
    context: _Context = field(default_factory=_Context)

    @property
    def line(self) -> str:
        """The one to read."""
        return self.lines[self.row]

    @property
    def above(self) -> str:
        """The line above, "" where Markdown begins anew."""
        return self.lines[self.row - 1] if self.row != self.anew else ""

    def report(self, rule: Rule, start: int, end: int, message: str, help: str) -> None:
        """Report a defect on the line to read, between two of its characters."""
        span = Span(self.row + 1, start + 1, end - start)
        self.defects.append((span, Defect(rule, message, help)))

    def hide(self, end: int) -> None:
        """Pass over the lines up to row `end`."""
        self.shown[self.row : end] = [""] * (end - self.row)
        self.row = end


def find_blocks(lines: Sequence[str], start: int) -> Scan:
    """Find the blocks below row `start`, where the front matter ends."""
    scan = Scan(lines, ["" if row < start else line for row, line in enumerate(lines)], start)
    while scan.row < len(lines):
        _read_line(scan)
    return scan


def _read_line(scan: Scan) -> None:
    line = scan.line
    if not scan.above.strip():
        scan.context.in_nested_run = _INDENTED.match(line) is not None
    if _skip_fence(scan) or _skip_comment(scan):
        return
    if not line.strip():
        scan.context.phrase = None
        scan.row += 1
    elif heading := _HEADING.match(line):
        _read_heading(scan, heading)
    elif (bullet := _BULLET.match(line)) and _LOOKS_LIKE_BOX.match(line, bullet.end()):
        _read_item(scan, bullet)
    else:
        _read_other(scan)


def _skip_comment(scan: Scan) -> bool:
    start = len(scan.line) - len(scan.line.lstrip())
    if not scan.line.startswith("<!--", start):
        return False
    end = _end_of_comment(scan)
    if end is None:
        help = "close it with `-->`"
        scan.report(OPEN_COMMENT, start, start + 4, "comment is never closed", help)
    scan.hide((scan.row if end is None else end) + 1)
    scan.anew, scan.context.in_list = scan.row, False
    return True


def _end_of_comment(scan: Scan) -> int | None:
    if scan.row < scan.unclosed.get("<!--", 0):  # looked for once, not once for each comment
        return None
    for row in range(scan.row, len(scan.lines)):
        if "-->" in scan.lines[row]:
            return row
    scan.unclosed["<!--"] = len(scan.lines)
    return None


def _skip_fence(scan: Scan) -> bool:
    match = _FENCE.match(scan.line)
    if match is None:
        return False
    end = _end_of_fence(scan, match)
    if end is None:  # text, to Markdown
        start, message = len(match["indent"]), "code block is never closed"
        scan.report(OPEN_CODE, start, match.end(), message, "close it where it began")
    if not match["indent"]:
        _report_no_blank(scan, "code block")
        scan.context.in_list = False
    scan.hide((scan.row if end is None else end) + 1)
    return True


def _end_of_fence(scan: Scan, match: re.Match[str]) -> int | None:
    """The row that closes a code block, with the same fence at the same indent."""
    fence, row = match["fence"], scan.row
    if row < scan.unclosed.get(fence, 0):  # looked for once, not once for each fence
        return None
    for row in range(scan.row + 1, len(scan.lines)):
        if scan.lines[row].rstrip() == fence:
            return row
        if scan.lines[row].strip() and not scan.lines[row].startswith(match["indent"]):
            break
    scan.unclosed[fence] = row
    return None


def _report_no_blank(scan: Scan, what: str) -> None:
    if not _may_begin(scan):
        message = f"no blank line before the {what}"
        scan.report(NO_BLANK_LINE, 0, len(scan.line), message, "add a blank line above")


def _may_begin(scan: Scan) -> bool:
    """Whether Markdown lets a list begin here."""
    return _begins_a_paragraph(scan) or _RULE.match(scan.above) is not None


def _begins_a_paragraph(scan: Scan) -> bool:
    return not scan.above.strip() or _HEADING.match(scan.above) is not None


def _read_heading(scan: Scan, match: re.Match[str]) -> None:
    passage = Passage(scan.row + 1, match.end() + 1, [scan.line[match.end() :]])
    scan.blocks.append(Block("heading", passage, len(match["marks"])))
    scan.context = _Context()
    scan.row += 1


def _read_item(scan: Scan, bullet: re.Match[str]) -> None:
    is_sound, row = _is_sound(scan, bullet), scan.row
    box = _LOOKS_LIKE_BOX.match(scan.line, bullet.end())
    start = box.end() if box else bullet.end()
    passage = Passage(row + 1, start + 1, [scan.line[start:]])
    scan.row += 1
    passage.lines.extend(_continuation(scan))
    if not is_sound and not split_trailing(passage.text)[1]:  # perhaps no item is meant
        scan.row = row + 1
        return
    _report_missing_blank(scan)
    scan.blocks.append(Block("item", passage))
    scan.context.in_item = scan.context.in_list = True
    scan.context.phrase = None


def _is_sound(scan: Scan, bullet: re.Match[str]) -> bool:
    """Report what keeps Markdown from rendering an item here. Returns whether nothing does."""
    box = BOX.match(scan.line, bullet.end())
    start, end = bullet.start("bullet"), len(scan.line)
    is_bullet = (
        bullet["bullet"] in ("-", "*", "+") and bullet["gap"] and not bullet["gap"].strip(" \t")
    )
    if not is_bullet or box is None or box["mark"] != " ":
        scan.report(MISSPELT_BOX, start, end, "checkbox is misspelt", "write `- [ ] `")
        return False
    if bullet["indent"]:
        help = "start it at the left margin; nest a plain list instead"
        scan.report(INDENTED_ITEM, start, end, "item is indented", help)
        return False
    if not scan.context.in_list or scan.context.in_nested_run:
        _report_no_blank(scan, "list")
        scan.context.in_nested_run = False
    return True


def _continuation(scan: Scan) -> Iterator[str]:
    """The lines that carry on the item's first paragraph."""
    while scan.row < len(scan.lines):
        if not scan.line.strip() or _STARTS_A_BLOCK.match(scan.line) or _is_box(scan.line):
            return
        yield scan.line
        scan.row += 1


def _is_box(line: str) -> bool:
    bullet = _BULLET.match(line)
    return bullet is not None and _LOOKS_LIKE_BOX.match(line, bullet.end()) is not None


def _report_missing_blank(scan: Scan) -> None:
    """Right below an item's text, what should be nested is more of that text, to Markdown."""
    if scan.row < len(scan.lines) and _NEEDS_A_BLANK.match(scan.line):
        text = scan.line.strip()
        start, message = scan.line.index(text), "no blank line below the item"
        scan.report(NO_BLANK_LINE, start, start + len(text), message, "add a blank line above")


def _read_other(scan: Scan) -> None:
    """A line of prose, of a plain list, or of what is nested under an item."""
    context = scan.context
    context.in_code = _is_code(scan)
    if context.in_code:
        scan.hide(scan.row + 1)
        return
    quote = _QUOTE.match(scan.line)
    if quote and context.in_item:
        _read_phrase(scan, quote)
    elif not _INDENTED.match(scan.line):
        context.in_item = False
        if _may_begin(scan) or _ENDS_A_LIST.match(scan.line):
            context.in_list = bool(_ENTRY.match(scan.line)) and not _RULE.match(scan.line)
            context.in_details = scan.line.startswith("???")
        _report_underline(scan)
    _read_text(scan)
    scan.row += 1


def _is_code(scan: Scan) -> bool:
    """Indented, below a blank line, and nested in nothing."""
    context = scan.context
    is_nested = context.in_list or context.in_details or context.in_item
    is_below = context.in_code or not scan.above.strip()
    return is_below and not is_nested and _INDENTED.match(scan.line) is not None


def _read_text(scan: Scan) -> None:
    """Add the line to the text it carries on, or begin one with it."""
    if scan.line.startswith("<"):  # a line of HTML
        return
    marks = _MARKS.match(scan.line)
    start = marks.end() if marks else 0
    last = scan.blocks[-1] if scan.blocks else None
    if (
        last
        and last.kind == "text"
        and last.passage.end == scan.row
        and not scan.line[:start].strip()
    ):
        last.passage.lines.append(scan.line)
    else:
        scan.blocks.append(Block("text", Passage(scan.row + 1, start + 1, [scan.line[start:]])))


def _read_phrase(scan: Scan, quote: re.Match[str]) -> None:
    text = quote["text"].strip()
    if text and scan.context.phrase:
        scan.context.phrase.lines.append(text)
        return
    scan.context.phrase = None
    if text:
        phrase = Passage(scan.row + 1, quote.start("text") + 1, [text])
        scan.context.phrase = phrase
        scan.blocks.append(Block("phrase", phrase))


def _report_underline(scan: Scan) -> None:
    if _UNDERLINE.match(scan.line) and not _begins_a_paragraph(scan):
        help = "write `## Heading { #id }`"
        scan.report(UNDERLINED_HEADING, 0, len(scan.line.rstrip()), "underlined heading", help)
