"""Characters that an editor, a copy or a merge has spoilt: found, and read past.

What was meant is read in their place, so that one defect is one finding. Code is passed over: it
may show any of them.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import NamedTuple
from unicodedata import normalize

from checklists.grammar import characters
from checklists.grammar.places import Place, Span, place_in
from checklists.grammar.prose import without_code
from checklists.guide.finding import Defect, Finding
from checklists.guide.rule import Edit, Rule
from checklists.reading.blocks import find_blocks

GARBLED = Rule(
    "CL016: Letters survive being saved",
    "A file that is saved in one encoding and read in another shows `Ã¥` for å.",
    Edit("Kunden slipper å spørre på nytt.", "Kunden slipper Ã¥ spÃ¸rre pÃ¥ nytt."),
)

DECOMPOSED = Rule(
    "CL017: A letter with a mark is one character",
    "An å that is an a and a ring looks right, but nobody who searches for å finds it.",
    Edit("Kunden slipper å spørre på nytt.", "Kunden slipper a\u030a spørre på nytt."),
)

UNSEEN = Rule(
    "CL018: Every character can be seen",
    "A character without a shape splits words, breaks links, or turns the text around.",
    Edit("Kunden slipper å spørre på nytt.", "Kun\u200bden slipper å spørre på nytt."),
)

ALIKE = Rule(
    "CL019: A word has letters of one alphabet",
    "A Cyrillic е looks like e, but is another letter to search, links and screen readers.",
    Edit("Kunden slipper å spørre på nytt.", "Kund\u0435n slipper å spørre på nytt."),
)

HARD_SPACE = Rule(
    "CL020: Markdown and YAML are written with plain spaces",
    "A no-break space looks the same, but a box, a heading or a key is then plain text.",
    Edit("- [ ] **Si når", "- [\u00a0] **Si når"),
)

CONFLICT = Rule(
    "CL021: A file has no marks of a merge conflict",
    "Nobody has chosen which of the two versions counts.",
    Edit(
        "Kunden slipper å spørre på nytt.",
        "<<<<<<< HEAD\nKunden slipper å spørre.\n=======\nKunden spør ikke.\n>>>>>>> other",
    ),
)

_SOUND = re.compile(r"[^\n -~à-áä-ÿ¡-¿ÄÅÆÉÖØ×–‘’“”•…‹›→⋯✓]")
"""What lies outside is looked at more closely. Most files have none of it."""
_SIGNS = ("<<<<<<<", ">>>>>>>", "|||||||", "\n=======\n", "&amp;", "\\u")
_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |$)|^={7}$", re.MULTILINE)
_LOST = re.compile("\ufffd+")
_ESCAPED = re.compile(r"&amp;(?=#?\w+;)|\\u(?P<code>[0-9a-fA-F]{4})")

_MATTER = re.compile(r"\A---\s*?\n.*?^(?:---|\.\.\.)\s*?$", re.MULTILINE | re.DOTALL)
_HARD = "(?P<hard>[\u00a0\u2007\u2009\u202f]+)"
_MARKDOWN = (
    rf"^[ \t]*(?:(?:[-*+>]|#{{1,6}}|\?{{3}}\+?|-{{3}})[ \t]*)?{_HARD}",
    rf"^[ \t]*[-*+] *\[ *{_HARD}(?=\])",
    rf"^[ \t]*[-*+] *\[[ xX\u00a0]?\]{_HARD}",
    rf"{_HARD}(?=\{{[^{{}}\n]*\}}[ \t]*$)",
    rf"(?<=[{{\w\"]){_HARD}(?=[^{{}}\n]*\}}[ \t]*$)",
    rf"(?<=\]){_HARD}(?=\((?:[./#]|[\w./-]+(?:://|\.md|/|#)))",
)
_YAML = (
    rf"^[ \t]*(?:-[ \t]*)?{_HARD}",
    rf"^[ \t-]*[\w-]+:[ \t]*{_HARD}",
    rf"[{{,][ \t]*[\w-]+:[ \t]*{_HARD}(?=[\"'{{\[])",
    rf"{_HARD}(?=# )",
)
_IN_MARKDOWN, _IN_YAML = (
    [re.compile(pattern, re.MULTILINE) for pattern in patterns] for patterns in (_MARKDOWN, _YAML)
)
"""Where a no-break space breaks what is written, and stands for nothing else."""


class _Mend(NamedTuple):
    """What is wrong with a stretch of text, and what is read in its place."""

    start: int
    end: int
    defect: Defect
    meant: str


def mend(path: str, text: str) -> tuple[str | None, list[Finding]]:
    """The text that was meant, and what is wrong with it.

    None for one with marks of a merge conflict: it is two texts.
    """
    if _SOUND.search(text) is None and not any(sign in text for sign in _SIGNS):
        return text, []
    written, place = _without_code(path, text), _places(path, text)
    mark = next(filter(_is_conflict, _CONFLICT.finditer(written)), None)
    if mark:
        help = "keep one of the versions, and delete the lines with the marks"
        return None, [Finding(place(*mark.span()), CONFLICT, "merge conflict not resolved", help)]
    pieces, findings, end = [], [], 0
    for each in sorted(_mends(path, written), key=lambda each: (each.start, -each.end)):
        if each.start >= end:
            findings.append(each.defect.at(place(each.start, each.end)))
            pieces += [text[end : each.start], each.meant]
            end = each.end
    return "".join([*pieces, text[end:]]), findings


def _is_conflict(mark: re.Match[str]) -> bool:
    """Seven `=` may underline a title of seven characters."""
    above = mark.string[: max(mark.start() - 1, 0)].rpartition("\n")[2]
    return mark.group()[0] != "=" or len(above) != len(mark.group())


def _without_code(path: str, text: str) -> str:
    """Code and comments of a page left blank; offsets are kept."""
    if not path.endswith(".md"):
        return without_code(text) if path.endswith(".yml") else text
    lines = text.split("\n")
    body = text.count("\n", 0, _body(text)) + 1
    shown = find_blocks(lines, body).shown
    kept = [line if row < body or shown[row] else " " * len(line) for row, line in enumerate(lines)]
    return without_code("\n".join(kept))


def _places(path: str, text: str) -> Callable[[int, int], Place]:
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def place(start: int, end: int) -> Place:
        row = bisect_right(starts, start)
        return place_in(path, lines, Span(row, start - starts[row - 1] + 1, end - start))

    return place


def _mends(path: str, text: str) -> Iterator[_Mend]:
    yield from _lost(text)
    yield from _encoded_twice(text)
    yield from _decomposed(text)
    yield from _unseen(text)
    yield from _alike(text)
    if path.endswith(".md"):
        yield from _escaped(text)
        yield from _hard_spaces("YAML", _IN_YAML, text, 0, _body(text))
        yield from _hard_spaces("Markdown", _IN_MARKDOWN, text, _body(text), len(text))
    elif path.endswith(".yml"):
        yield from _hard_spaces("YAML", _IN_YAML, text, 0, len(text))


def _body(text: str) -> int:
    """Where the front matter ends."""
    matter = _MATTER.match(text)
    return matter.end() if matter else 0


def _lost(text: str) -> Iterator[_Mend]:
    for match in _LOST.finditer(text):
        defect = Defect(GARBLED, "a letter was lost (U+FFFD)", "write what stood here")
        yield _Mend(*match.span(), defect, match.group())


def _encoded_twice(text: str) -> Iterator[_Mend]:
    for match in characters.encoded_twice_pattern().finditer(text):
        meant = characters.encoded_twice()[match.group()]
        shown = "a space" if meant.isspace() else f"`{meant}`"
        wrong = "".join(each if each.isprintable() else "·" for each in match.group())
        message = f"`{wrong}` is {shown}, saved in one encoding and read in another"
        yield _Mend(*match.span(), Defect(GARBLED, message, f"write {shown}"), meant)


def _escaped(text: str) -> Iterator[_Mend]:
    """`&amp;nbsp;`, and the `\\u00e5` of a program."""
    for match in _ESCAPED.finditer(text):
        meant = chr(int(match["code"], 16)) if match["code"] else "&"
        message = f"`{match.group()}` is shown as it is, for it is written for a program"
        defect = Defect(GARBLED, message, f"write `{meant}`, or put code in backticks")
        yield _Mend(*match.span(), defect, meant)


def _decomposed(text: str) -> Iterator[_Mend]:
    for match in characters.DECOMPOSED.finditer(text):
        meant = normalize("NFC", match.group())
        if len(meant) < len(match.group()) or match.group() not in (meant, ""):
            parts = " and ".join(f"U+{ord(each):04X}" for each in match.group())
            message = f"`{meant}` is written as {parts}, not as one letter"
            help = f"type `{meant}` (U+{ord(meant[0]):04X}) over it"
            yield _Mend(*match.span(), Defect(DECOMPOSED, message, help), meant)


def _unseen(text: str) -> Iterator[_Mend]:
    for match in characters.UNSEEN.finditer(text):
        is_blank = characters.BLANK.match(match.group())
        message = f"a character that cannot be seen: {characters.named(match.group())}"
        help = "type a plain space over it" if is_blank else "delete it"
        yield _Mend(*match.span(), Defect(UNSEEN, message, help), " " if is_blank else "")


def _alike(text: str) -> Iterator[_Mend]:
    for match in characters.MIXED_WORD.finditer(text):
        word, meant = match.group(), characters.latin(match)
        if meant != word:
            at = next(row for row, letter in enumerate(word) if letter != meant[row])
            message = (
                f"`{word[at]}` is {characters.named(word[at])}, it only looks like `{meant[at]}`"
            )
            start = match.start() + at
            end = match.end() - next(
                row for row, letter in enumerate(reversed(word)) if letter != meant[-1 - row]
            )
            defect = Defect(ALIKE, message, f"type `{meant}` anew")
            yield _Mend(start, end, defect, meant[at : end - match.start()])
    for match in characters.FORMS.finditer(text):
        meant = normalize("NFKC", match.group())
        message = f"`{match.group()}` is drawn with {characters.named(match.group()[0])}"
        yield _Mend(*match.span(), Defect(ALIKE, message, f"type `{meant}`"), meant)


def _hard_spaces(
    what: str, patterns: list[re.Pattern[str]], text: str, start: int, end: int
) -> Iterator[_Mend]:
    for pattern in patterns:
        for match in pattern.finditer(text, start, end):
            message = f"{characters.named(match['hard'][0])} where {what} needs a plain space"
            defect = Defect(HARD_SPACE, message, "type a plain space over it")
            yield _Mend(*match.span("hard"), defect, " " * len(match["hard"]))
