"""Characters that are not what they seem: read in a wrong encoding, unseen, or look-alikes."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_MARKS = "–—‘’‚“”„•…‹›€™←→−×⋯✓"
_CODECS = ("latin-1", "mac_roman", "cp850", "cp437")

_CYRILLIC = dict(zip("АВЕЅІЈКМНОРСТУХаеѕіјкорсухһԛԝ", "ABESIJKMHOPCTYXaesijkopcyxhqw", strict=True))
_OTHERS = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαονικρυɑɡ∅⌀", "ABEZHIKMNOPTYXaovikpuagøø", strict=True))
_LATIN_FOR = _CYRILLIC | _OTHERS
_TO_LATIN = str.maketrans("".join(_LATIN_FOR), "".join(_LATIN_FOR.values()))
_ALIKE = "".join(_LATIN_FOR)
_LATIN = re.compile("[A-Za-zÀ-ɏ]")
_OTHER_CYRILLIC = re.compile(f"(?![{''.join(_CYRILLIC)}])[\u0400-\u04ff]")

MIXED_WORD = re.compile(f"[A-Za-zÀ-ɏ{_ALIKE}]*[{_ALIKE}][A-Za-zÀ-ɏ{_ALIKE}]*")
"""May be a word with letters of two alphabets: `latin` says."""
FORMS = re.compile("[\ufb00-\ufb06\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]+")
"""Letters drawn another way: ligatures, wide letters, the bold and the italic of mathematics."""
DECOMPOSED = re.compile("[^\\W\\d_][\u0300-\u036f]+|[\u212a\u212b]")
"""Letters with marks of their own; the signs of kelvin and ångström."""
BLANK = re.compile("[\x0b\x0c\x85\u1680\u2000-\u2006\u2008\u200a\u2028\u2029\u205f\u3000]")
UNSEEN = re.compile(
    rf"{BLANK.pattern}|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u180e"
    r"\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ue000-\uf8ff\ufeff\ufff9-\ufffb"
    r"\U000e0000-\U000e007f]"
    # These two make one picture of several.
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d|(?<=[\\w\\s])\ufe0f(?!\u20e3)"
)
"""Characters without a shape, and blanks that are neither a space nor a no-break space."""


def named(character: str) -> str:
    """`U+200B ZERO WIDTH SPACE`."""
    kind = {"Co": "private use", "Cc": "control character"}.get(unicodedata.category(character))
    return f"U+{ord(character):04X} {kind or unicodedata.name(character, 'without a name')}"


def latin(match: re.Match[str]) -> str:
    """The Latin letters that a `MIXED_WORD` looks like; its own where it is of another alphabet."""
    word = match.group()
    start, end = (match.string.rfind("\n", 0, match.start()), match.string.find("\n", match.end()))
    line = match.string[start + 1 : end if end >= 0 else None]
    is_cyrillic = set(word) <= set(_CYRILLIC) and not _OTHER_CYRILLIC.search(line)
    return word.translate(_TO_LATIN) if _LATIN.search(word) or is_cyrillic else word


@cache
def encoded_twice() -> dict[str, str]:
    """What the letters and marks of the guide become when UTF-8 is read as something else."""
    return {
        wrong: character
        for character in (*map(chr, range(0xA0, 0x100)), *_MARKS)
        for wrong in _misread(character)
        if len(wrong) > 1
    }


def _misread(character: str) -> Iterator[str]:
    data = character.encode()
    text = _windows(data)
    yield from (data.decode(codec) for codec in _CODECS)
    yield text.replace("\u00a0", " ")
    yield re.sub("[\x80-\x9f]", "", text)  # what Windows has no letter for
    yield _windows(text.encode())  # it happened a second time
    yield text


def _windows(data: bytes) -> str:
    return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in data)


@cache
def encoded_twice_pattern() -> re.Pattern[str]:
    """Any of them, the longest first."""
    found = sorted(encoded_twice(), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, found)))
