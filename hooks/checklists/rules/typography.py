"""What a careful editor mends in passing. A page may be let off a rule, as in `plain_language`."""

import re
from collections.abc import Iterator

from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Page
from checklists.guide.rule import Edit, Rule
from checklists.guide.sheets import Sheet, sheets
from checklists.rules.quotation_marks import misquoted
from checklists.rules.slips import DASH, slips
from checklists.rules.table import check

_SENTENCE = "Kunden slipper å spørre på nytt."

DOUBLED_WORD = Rule(
    "CL611: A word stands once",
    "The eye jumps over a word written twice; a screen reader says it twice.",
    Edit(_SENTENCE, "Kunden slipper å å spørre på nytt."),
)

UNFINISHED = Rule(
    "CL616: A sentence begins with a capital and ends with a mark",
    "Otherwise the reader wonders whether something is missing.",
    Edit(_SENTENCE, "Kunden slipper å spørre på nytt. det sparer tid."),
    is_advice=True,
)

_MAY_STAND_TWICE = re.compile(
    "som|for|de[tn]?|dere|ja|nei|jo|ha|hei|nå|that|had|is|no|so|very|her|you|bye|yes|well|now|there|blah?",
    re.IGNORECASE,
)
"""«Mener du det det står?», “that that”: right often enough."""
_TWICE = re.compile(r"(?<![\w’'-])([^\W\d_]+)(?: ?\n| )(\1)(?![\w’'-])", re.IGNORECASE)

_RANGE = re.compile(r"(?<![\w.,:/-])(\d{1,4}(?:[.:]\d\d)?)-(\d{1,4}(?:[.:]\d\d)?)(?![\w/-]|[.:]\d)")
_NUMBERED = re.compile(
    r"(?:§|\b(?:kapittel|kap\.|paragraf\w*|sections?|chapters?|articles?|telefon|tlf\.?|phone|call"
    r"|ring|ISO|NS|EN|ISBN)\b)[^.!?\n]*\Z",
    re.IGNORECASE,
)
"""What goes before the number of a law, a standard or a telephone."""

_SMALL = re.compile(r"([.!?])(?<=[^\W\d_]{2}[.!?]) ([a-zæøå])(?=[a-zæøå]*\b)")
_SMALL_START = re.compile(r"[a-zæøå]+(?=[ ,])")
_ABBREVIATED = re.compile(
    r"(?:\b|\.)(?:al|avd|bl|ca|cf|dept|dvs|eks|ekskl|ell|ev|evt|etc|ext|fig|fr|hr|inc|incl|inkl"
    r"|jfr?|kap|kl|kr|lign|ltd|max|maks|mfl|min|mnd|mv|mva|no|nr|osv|pga|red|resp|sek|sml|stk|str"
    r"|tel|tlf|vol|vs|approx|est)\Z",
    re.IGNORECASE,
)
_ENDS = tuple(".!?…:;»”’)]\ufffc|")
_SENTENCES = re.compile(r"[.!?…][»”’)]* +[A-ZÆØÅ«“]")
_MANY = 9  # words
_NEAR = 80  # characters, more than any abbreviation


@check
def _typography(guide: Guide) -> Iterator[Finding]:
    written = sheets(guide)
    for sheet in written:
        yield from slips(sheet)
        yield from misquoted(sheet, written)
        yield from _doubled_words(sheet)
        yield from _ranges(sheet)
        yield from _small_letters(sheet)
        yield from _starts_and_ends(sheet)


def _doubled_words(sheet: Sheet) -> Iterator[Finding]:
    for match in _TWICE.finditer(sheet.text):
        first, second = match.groups()
        is_name = first[0].isupper() and second[0].isupper()
        if not is_name and not _MAY_STAND_TWICE.fullmatch(first):
            message = f"`{second}` stands twice"
            yield from sheet.finding(DOUBLED_WORD, *match.span(2), message, "delete one of the two")


def _ranges(sheet: Sheet) -> Iterator[Finding]:
    for match in _RANGE.finditer(sheet.text):
        low, high = match.groups()
        if _number(low) < _number(high) and not _NUMBERED.search(_before(match)):
            message = f"hyphen in the range `{match.group()}`"
            yield from sheet.finding(DASH, *match.span(), message, f"write `{low}–{high}`")


def _before(match: re.Match[str]) -> str:
    """What stands shortly before it on its line: a line may be a megabyte long."""
    start = match.start()
    return match.string[max(start - _NEAR, 0) : start].rpartition("\n")[2]


def _number(text: str) -> float:
    return float(text.replace(":", "."))


def _small_letters(sheet: Sheet) -> Iterator[Finding]:
    for match in _SMALL.finditer(sheet.text):
        is_one_text = sheet.is_as_written(*match.span())  # no title before it
        if is_one_text and not _ABBREVIATED.search(_before(match)):
            message = f"a small letter after `{match[1]}`"
            help = "begin the sentence with a capital, or join the two"
            yield from sheet.finding(UNFINISHED, *match.span(2), message, help)


def _starts_and_ends(sheet: Sheet) -> Iterator[Finding]:
    """Of paragraphs at the margin, and of items: what stands in a list or a table need not end."""
    for writing, start, end in zip(sheet.writings, sheet.starts, sheet.ends, strict=True):
        if not isinstance(writing.file, Page) or writing.file.meta is None:
            continue  # front matter that cannot be read may pass for text
        text, source = sheet.text[start:end], writing.file.lines[writing.passage.line - 1]
        is_paragraph = writing.passage.column == 1 and _is_prose(text)
        # No code and no mark before it. With few words, it may go on after what stands above it.
        if is_paragraph and _SMALL_START.match(text) and source.startswith(text[0]):
            help = "begin the sentence with a capital, or join it to the one above"
            yield from sheet.finding(UNFINISHED, start, start + 1, "a small letter first", help)
        if (is_paragraph or source.startswith("- [ ]")) and not text.endswith(_ENDS):
            help = "end it with a full stop, or finish it"
            yield from sheet.finding(UNFINISHED, end - 1, end, "the text ends without a mark", help)


def _is_prose(text: str) -> bool:
    """Several sentences, or many words."""
    return len(text.split(maxsplit=_MANY)) > _MANY or _SENTENCES.search(text) is not None
