"""Quotation marks and apostrophes: those of the language, opened and closed."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property

from checklists.grammar.prose import words
from checklists.guide.finding import Finding
from checklists.guide.rule import Edit, Rule
from checklists.guide.sheets import GAP, Sheet

QUOTATION_MARK = Rule(
    "CL613: Quotation marks are those of the language, in pairs",
    "Norwegian quotes «like this», English “like this”; a quotation that never ends confuses.",
    Edit("Kunden slipper å spørre på nytt.", 'Kunden slipper å "spørre på nytt".'),
)

OWN = {"nb": "«»", "en": "“”"}
_NAMES = {"nb": "Norwegian", "en": "English"}
_INNER = "‘’"
_LONGEST_SHOWN = 40  # characters
_MARKS = re.compile(rf"[\"«»“”„‟]|{GAP}")
_OPENERS, _CLOSERS = "«“„‟", "»”"
_BEFORE_A_QUOTATION = "([«“‘–—/|>-"
_APOSTROPHE = re.compile(
    r"(?<![\w'])'(?=\w)(?P<quoted>[^'\n]+)'(?!\w)|(?<!\d)'|(?<=\w)[`´‘](?=\w)|[´`]"
)


class _Vocabulary:
    """Which words belong to which language, by how often each has them."""

    def __init__(self, sheets: Sequence[Sheet]) -> None:
        self._sheets = sheets

    @cached_property
    def _counts(self) -> dict[str, Counter[str]]:
        return {each.language: Counter(words(each.text.lower())) for each in self._sheets}

    def is_other(self, text: str, language: str) -> bool:
        """Whether most of its words are those of the other language."""
        own = self._counts[language]
        other = next(count for name, count in self._counts.items() if name != language)
        found = words(text.lower())
        return sum((other[w] > own[w]) - (own[w] > other[w]) for w in found) > 0


def misquoted(sheet: Sheet, sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Pairs of other marks, marks without their counterpart, and straight apostrophes."""
    yield from _apostrophes(sheet)
    vocabulary, open = _Vocabulary(sheets), list[re.Match[str]]()
    for mark in _MARKS.finditer(sheet.text):
        if mark.group() == GAP:
            if not _is_carried_on(sheet, mark.end()):
                yield from _never_closed(sheet, open)
                open = []
        elif _closes(mark, open):
            yield from _pair(sheet, open.pop(), mark, len(open), vocabulary)
        elif mark.group() in _CLOSERS and not _looks_open(mark):
            help = f"open it with `{OWN[sheet.language][0]}`, or delete it"
            message = f"`{mark.group()}` closes nothing"
            yield from sheet.finding(QUOTATION_MARK, *mark.span(), message, help)
        elif mark.group() != '"' or not mark.string[mark.start() - 1 : mark.start()].isdigit():
            open.append(mark)
    yield from _never_closed(sheet, open)


def _is_carried_on(sheet: Sheet, start: int) -> bool:
    """Whether a quote block goes on: each of its lines is a writing."""
    here = sheet.index(start)
    above, below = sheet.writings[here - 1], sheet.writings[here]
    return (
        above.file is below.file
        and above.passage.end + 1 == below.passage.line
        and all(
            each.file.lines[each.passage.line - 1].lstrip().startswith(">")
            for each in (above, below)
        )
    )


def _looks_open(mark: re.Match[str]) -> bool:
    before = mark.string[mark.start() - 1 : mark.start()] if mark.start() else ""
    after = mark.string[mark.end() : mark.end() + 1]
    is_free = not before or before.isspace() or before in _BEFORE_A_QUOTATION
    return is_free and bool(after) and not after.isspace()


def _closes(mark: re.Match[str], open: list[re.Match[str]]) -> bool:
    if not open:
        return False
    if mark.group() in _CLOSERS:
        return not _looks_open(mark) or open[-1].group() in _OPENERS
    return mark.group() not in "„‟" and not _looks_open(mark)


def _pair(
    sheet: Sheet,
    first: re.Match[str],
    last: re.Match[str],
    depth: int,
    vocabulary: _Vocabulary,
) -> Iterator[Finding]:
    used, own = first.group() + last.group(), OWN[sheet.language]
    if used == own:
        return
    text = sheet.text[first.end() : last.start()]
    if used in OWN.values() and vocabulary.is_other(text, sheet.language):
        return
    right = _quoted(text, _INNER if depth else own)
    message = f"`{used[0]}…{used[1]}` are not {_NAMES[sheet.language]} quotation marks"
    yield from sheet.finding(QUOTATION_MARK, *first.span(), message, f"write `{right}`")


def _quoted(text: str, marks: str) -> str:
    return f"{marks[0]}{text if len(text) <= _LONGEST_SHOWN else '…'}{marks[1]}"


def _never_closed(sheet: Sheet, open: list[re.Match[str]]) -> Iterator[Finding]:
    for mark in open[-1:]:
        help = f"close it with `{OWN[sheet.language][1]}` in the same paragraph"
        message = f"`{mark.group()}` is never closed"
        yield from sheet.finding(QUOTATION_MARK, *mark.span(), message, help)


def _apostrophes(sheet: Sheet) -> Iterator[Finding]:
    if not any(mark in sheet.text for mark in "'´`‘"):
        return
    for match in _APOSTROPHE.finditer(sheet.text):
        if match["quoted"]:
            help = f"write `{_quoted(match['quoted'], OWN[sheet.language])}`"
            message = "straight quotation marks"
        else:
            help, message = "write `’`", f"`{match.group()}` as an apostrophe"
        start = match.start()
        yield from sheet.finding(QUOTATION_MARK, start, start + 1, message, help)
