"""A rule on tables: what Markdown makes one of, and those of raw HTML."""

import re
from collections.abc import Iterator

from checklists.grammar.places import Span
from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.guide.phrasing import plural
from checklists.guide.rule import Edit
from checklists.rules.table import rule

_SEPARATOR = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*\Z")
_ROW = re.compile(r"\s*\|.*\|\s*\Z")
_NO_CELL_END = re.compile(r"\\.|(`+)[^\n]*?\1|\[[^\[\]]*\]")
_TABLE = re.compile(r"<table\b[^>]*>(?P<inside>[\s\S]{0,20000}?)</table\s*>", re.IGNORECASE)
_HTML_ROW = re.compile(r"<tr\b[^>]*>(?P<inside>[\s\S]*?)</tr\s*>", re.IGNORECASE)
_HTML_CELL = re.compile(r"<(?P<name>t[hd])\b", re.IGNORECASE)
_SPANNING = re.compile(r"\b(?:col|row)span\b", re.IGNORECASE)


@rule(
    "CL212: A table has a header, and rows of as many cells",
    "Without its header nobody knows what a cell says. A screen reader reads it before each cell.",
    Edit(
        "Kunden slipper å spørre på nytt.",
        "| Før | Etter |\n|---|---|\n| Ett svar |\n",
    ),
)
def table(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        lines = page.shown
        rows = [row for row, line in enumerate(lines) if "|" in line]
        for span, message, help in _tables(lines, rows):
            yield page.finding(table, span, message, help)
        for span, message, help in _html_tables(lines):
            yield page.finding(table, span, message, help)


def _tables(lines: list[str], rows: list[int]) -> Iterator[tuple[Span, str, str]]:
    for first, end in _runs(rows):
        block = lines[first:end]
        at = next((n for n, line in enumerate(block) if _SEPARATOR.match(line)), None)
        if at is None:
            if len(block) > 1 and all(_ROW.match(line) for line in block):
                help = "write the names of the columns first, and `|---|---|` below them"
                yield _span(first, block[0]), "table without a header", help
        elif at == 0:
            help = "write the names of the columns above"
            yield _span(first, block[0]), "table without a header", help
        else:
            yield from _of_table(first + at - 1, block[at - 1 :])


def _runs(rows: list[int]) -> Iterator[tuple[int, int]]:
    """Rows that follow one another: the first, and the one behind the last."""
    start = 0
    for n, row in enumerate(rows):
        if n + 1 == len(rows) or rows[n + 1] != row + 1:
            yield rows[start], row + 1
            start = n + 1


def _of_table(first: int, block: list[str]) -> Iterator[tuple[Span, str, str]]:
    header = _cells(block[0])
    if any(not cell.strip() for cell in header[1:]) or not any(map(str.strip, header)):
        help = "say what the column holds; only the first may be empty"
        yield _span(first, block[0]), "empty cell in the header", help
    for row, line in enumerate(block[1:], first + 1):
        count = len(_cells(line))
        if count != len(header):
            message = f"row has {plural(count, 'cell')}, the header {len(header)}"
            yield _span(row, line), message, f"write {len(header)}"


def _cells(line: str) -> list[str]:
    text = _NO_CELL_END.sub(lambda match: "x" * len(match[0]), line.strip())
    return text.removeprefix("|").removesuffix("|").split("|")


def _span(row: int, line: str) -> Span:
    return Span(row + 1, len(line) - len(line.lstrip()) + 1, len(line.strip()))


def _html_tables(lines: list[str]) -> Iterator[tuple[Span, str, str]]:
    if not any("<t" in line or "<T" in line for line in lines):
        return
    text = "\n".join(lines)
    for match in _TABLE.finditer(text):
        row = text.count("\n", 0, match.start())
        names = {cell["name"].lower() for cell in _HTML_CELL.finditer(match["inside"])}
        if "td" in names and "th" not in names:
            help = 'name the columns in `<th scope="col">`'
            yield _span(row, lines[row]), "table without a header", help
        elif not _SPANNING.search(match["inside"]):
            yield from _html_rows(lines, text, match)


def _html_rows(
    lines: list[str], text: str, table: re.Match[str]
) -> Iterator[tuple[Span, str, str]]:
    wanted = 0
    for match in _HTML_ROW.finditer(text, table.start("inside"), table.end("inside")):
        count = len(_HTML_CELL.findall(match["inside"]))
        wanted = wanted or count
        if count != wanted:
            row = text.count("\n", 0, match.start())
            message = f"row has {plural(count, 'cell')}, the first {wanted}"
            yield _span(row, lines[row]), message, f"write {wanted}"
