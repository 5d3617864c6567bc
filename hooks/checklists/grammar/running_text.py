"""Text as a reader meets it: without markup, and with one sign for each piece of code."""

import re
from bisect import bisect_right

from checklists.grammar.prose import remembered

THING = "\ufffc"
"""Stands for code, an address, an entity or an escaped mark: no word, but no gap either."""

_MARKUP = re.compile(
    r"(?P<thing>(?<!`)(?P<run>`{1,3})(?!`)[^\n]{1,200}?(?<!`)(?P=run)(?!`)|<?\b[a-z]+://[^\s<>)]+>?"
    r"|<[\w.+-]+@[\w.-]+>|&#?\w+;|\\[^\w\s])"
    r"|(?P<end><br */?>|^:[ \t]+|^[|: +-]*-[|: +-]*$|^\*?\[[^\]\n]+\]:.*$|\n[ \t]+)"
    r"|!?\[(?=[^\[\]]*\][(\[])|\]\([^()\n]*(?:\([^()\n]*\))?[^()\n]*\)|\](?<=\w\])\[[^\]\n]*\]"
    r"|</?\w[^<>]*>|<!--.*?-->|(?<![ \t])[ \t]*\{:?[ \t]*[#.\w][^{}\n]*[ \t]*\}[ \t]*$"
    r"|\*+|(?<!\w)_+(?=\w)|(?<=[\w.,!?…])_+(?!\w)",
    re.MULTILINE | re.DOTALL,
)
_MORE_THAN_EMPHASIS = re.compile(r"[`_<&\\{\[|\n]|://|---|\A:")


@remembered
def running(text: str) -> str:
    """The text without its markup."""
    if _MORE_THAN_EMPHASIS.search(text) is None:  # most texts; ten times as fast
        return text.replace("*", "")
    return _MARKUP.sub(_put, text)


def offset_in(text: str, offset: int) -> int:
    """Where a character of `running(text)` stands in the text."""
    places, lost = _losses(text)
    passed = bisect_right(places, (offset, False))
    return offset + (lost[passed - 1] if passed else 0)


@remembered
def _losses(text: str) -> tuple[list[tuple[int, bool]], list[int]]:
    """Where in `running(text)` markup is lost, whether a sign stands for it, how much so far."""
    places: list[tuple[int, bool]] = []
    lost: list[int] = []
    for match in _MARKUP.finditer(text):
        before = lost[-1] if lost else 0
        put = _put(match)
        places.append((match.start() - before, bool(put)))
        lost.append(before + len(match.group()) - len(put))
    return places, lost


def _put(match: re.Match[str]) -> str:
    if match["thing"]:
        return THING
    return "\n" if match["end"] else ""
