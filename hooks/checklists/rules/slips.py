"""Slips of writing that a pattern finds, in one table."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checklists.guide.finding import Finding
from checklists.guide.rule import Edit, Rule
from checklists.guide.sheets import Sheet

_SENTENCE = "Kunden slipper å spørre på nytt."

LEFT_OVER = Rule(
    "CL610: Nothing is left over from writing",
    "TODO, lorem ipsum and the like are notes to the author. Readers should never see them.",
    Edit(_SENTENCE, "TODO: Kunden slipper å spørre på nytt."),
)

SPACING = Rule(
    "CL612: Words and marks are spaced as usual",
    "One space between words, none before a mark, one after it, and one mark at a time.",
    Edit(_SENTENCE, "Kunden  slipper å spørre på nytt ."),
)

DASH = Rule(
    "CL614: A dash is a dash",
    "A hyphen joins, a dash parts: Norwegian and English write – between spaces, and in 10–15.",
    Edit(_SENTENCE, "Kunden slipper å spørre på nytt - det sparer tid."),
)

ELLIPSIS = Rule(
    "CL615: Three dots are one sign",
    "Three full stops can end up on two lines, and are read aloud as three.",
    Edit(_SENTENCE, "Kunden slipper å spørre på nytt..."),
)

_SPACE = r"(?=[\s»”’]|\Z)"
_NOTE = "write what belongs here; a note to yourself can stand in `<!-- … -->`"


@dataclass(frozen=True, slots=True)
class _Slip:
    """`needle`, in small letters, is in every text that `pattern` finds anything in.

    `{}` in `message` and `help` is what was found.
    """

    rule: Rule
    needle: str
    pattern: str
    message: str
    help: str
    language: str = ""
    """"" for both."""


def _left_over(*patterns: tuple[str, str]) -> Iterator[_Slip]:
    for needle, pattern in patterns:
        yield _Slip(LEFT_OVER, needle, pattern, "left over from writing: `{}`", _NOTE)


def _spaced(*patterns: tuple[str, str, str, str]) -> Iterator[_Slip]:
    for needle, pattern, message, help in patterns:
        yield _Slip(SPACING, needle, pattern, message, help)


_SLIPS = (
    *_left_over(
        ("todo", r"\bTODO\b|\b[Tt]odo:"),
        ("fixme", r"(?i)\bfixme\b"),
        ("xxx", r"(?i)\bx{3,}\b"),
        ("tb", r"\bTB[ACD]\b"),
        ("wip", r"\bWIP\b"),
        ("lorem", r"(?i)\blorem(?: ipsum)?\b"),
        ("dolor sit", r"(?i)\bdolor sit\b"),
        ("skriv her", r"(?i)\bskriv her(?=[.…!\])]|$)"),
        ("skriv tekst", r"(?i)\bskriv tekst(?:en)? her\b"),
        ("sett inn", r"(?i)\bsett inn (?:tekst|\w+ her)\b"),
        ("fyll inn", r"(?i)\bfyll inn \w+ her\b"),
        ("tekst her", r"(?i)\btekst her\b"),
        ("tekst kommer", r"(?i)\btekst kommer\b"),
        ("fylltekst", r"(?i)\bfylltekst\b"),
        ("plassholder", r"(?i)\bplassholder(?:tekst)?\b"),
        ("insert", r"(?i)\binsert (?:\w+ )?(?:text|here)\b"),
        ("write here", r"(?i)\bwrite here(?=[.…!\])]|$)"),
        ("text here", r"(?i)\b(?:\w+ )?text here\b"),
        ("text goes here", r"(?i)\btext goes here\b"),
        ("dummy", r"(?i)\bdummy ?te[kx]s?t\b"),
        ("placeholder text", r"(?i)\bplaceholder text\b"),
        ("bla bla", r"(?i)\bbla(?: bla)+\b"),
        ("blabla", r"(?i)\b(?:bla){2,}\b"),
        ("blah", r"(?i)\bblah(?:[ -]?blah)*\b"),
        ("asdf", r"(?i)\basdf\w*"),
        ("qwerty", r"(?i)\bqwerty\b"),
        ("{{", r"\{\{[^{}\n]*\}*"),
        ("{%", r"\{%[^{}\n]*(?:%\})?"),
        ("[object", r"\[object \w+\]"),
    ),
    _Slip(ELLIPSIS, "...", r"\.{3,}", "full stops for one sign: `{}`", "write `…`"),
    _Slip(ELLIPSIS, ". .", r"\.(?: \.){2,}", "full stops for one sign: `{}`", "write `…`"),
    *_spaced(
        ("  ", r"(?<=[^\s|])  +(?=[^\s|])", "several spaces", "leave one"),
        ("\t", r"(?<=[^\s|])[ \t]*\t[ \t]*(?=[^\s|])", "tab between words", "write a space"),
        (
            "\u00a0",
            r"(?<=\S)(?:[\u00a0\u202f][ \u00a0\u202f]+| +[\u00a0\u202f]+)(?=\S)",
            "several spaces, one of them a no-break space",
            "leave one",
        ),
        *(
            (
                f" {mark}",
                rf"(?<=[\w»”’)\]%\ufffc]) +{re.escape(mark)}{'' if mark in ',;' else _SPACE}",
                f"space before `{mark}`",
                "delete it",
            )
            for mark in ".,;:!?"
        ),
        (",", r",(?<=[^\W\d_],)(?=[^\W\d_])", "no space after `,`", "add one"),
        (";", r";(?<=\w;)(?=[^\W\d_])", "no space after `;`", "add one"),
        (
            ".",
            r"\.(?<=[a-zæøå]{2}\.)(?=[«“]?[A-ZÆØÅ][a-zæøå])",
            "no space after `.`",
            "add one",
        ),
        (":", r":(?<=[a-zæøå]{3}:)(?=[A-ZÆØÅ][a-zæøå])", "no space after `:`", "add one"),
        ("!", r"!(?<=\w!)(?=[^\W\d_])", "no space after `!`", "add one"),
        (
            "?",
            r"\?(?<=\w\?)(?=[^\W\d_])",
            "`?` inside a word",
            "add a space after it, or write the letter that was lost",
        ),
        *(
            (mark * 2, rf"{re.escape(mark)}{{2,}}", f"`{mark}` more than once", f"write `{mark}`")
            for mark in ",;:!?"
        ),
        ("..", r"(?<![./])\.\.(?![./\\])", "two full stops", "write one, or `…`"),
        (",.", r",\.", "comma and full stop", "keep one"),
        (".,", r"\.(?<=[a-zæøå]{6}\.),", "full stop and comma", "keep one"),
        *(
            (f"{mark} ", rf"(?<!\w){re.escape(mark)} +(?=\w)", f"space after `{mark}`", "delete it")
            for mark in "«“("
        ),
        *(
            (
                f" {mark}",
                rf"(?<=[\w.,!?…]) +{re.escape(mark)}(?!\w)",
                f"space before `{mark}`",
                "delete it",
            )
            for mark in "»”)"
        ),
        *(
            (
                mark,
                rf"{mark}(?<=\w{mark})(?=\w)",
                f"no space before `{mark}`",
                "add one",
            )
            for mark in "«“"
        ),
    ),
    _Slip(DASH, " - ", r"(?<=[^\s|]) - (?=[^\s|=])(?![^\n]*=)", "hyphen as a dash", "write ` – `"),
    _Slip(DASH, "--", r"(?<![-<!])-{2,3}(?![->])", "`{}` as a dash", "write ` – `"),
    _Slip(DASH, "—", r" ?—+ ?", "`—` is not used in Norwegian", "write ` – `", "nb"),
    _Slip(DASH, "‒", r"‒", "`‒` (U+2012) as a dash", "write `–` (U+2013)"),
    _Slip(DASH, "―", r"―", "`―` (U+2015) as a dash", "write `–` (U+2013)"),
    _Slip(
        DASH,
        "–",
        r"–(?:(?<=[^\W\d_]–) |(?<=[^\W\d_.,!?] –))(?=[^\W\d_])",
        "dash with a space on one side",
        "write ` – `, or a hyphen",
    ),
)
_PATTERNS = {slip.pattern: re.compile(slip.pattern, re.MULTILINE) for slip in _SLIPS}


def slips(sheet: Sheet) -> Iterator[Finding]:
    """Each of them, once: where two patterns meet, the first in the table counts."""
    small, taken = sheet.text.lower(), set[int]()
    for slip in _SLIPS:
        if slip.needle in small and slip.language in ("", sheet.language):
            for match in _PATTERNS[slip.pattern].finditer(sheet.text):
                spot = range(match.start() - 1, match.end() + 1)
                is_meant = slip.rule is not SPACING or sheet.is_as_written(*match.span())
                if is_meant and taken.isdisjoint(spot):
                    taken.update(spot)
                    message, help = (each.replace("{}", match.group()) for each in _words(slip))
                    yield from sheet.finding(slip.rule, *match.span(), message, help)


def _words(slip: _Slip) -> tuple[str, str]:
    return slip.message, slip.help
