"""Counting words: sentences, and LIX, the Scandinavian measure of how hard a text is to read."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from checklists.grammar.attributes import Word

LONG_WORD = 6  # letters; LIX counts words with more

_MARKUP = re.compile(r"\[([^\[\]]*)\]\([^()]*\)|</?\w[^<>]*>|[*`]")
_END = re.compile(r"[.!?…:][»”’\")]*\s+(?=[«“‘\"(]*[A-ZÆØÅ])")
_MARKS = str.maketrans(dict.fromkeys('.,:;!?…«»“”‘"()[]*_/–-', " "))
_WORD = re.compile(r"[^\W_]+(?:[-’'.,:][^\W_]+)*")


_RUN = re.compile(r"`+|\n")
_BARE_ADDRESS = re.compile(r"\b[a-z]+://[^\s<>)]+")


# Several rules ask for the same words, of texts that stay the same from check to check.
remembered = lru_cache(maxsize=100_000)


@remembered
def plain(text: str) -> str:
    """The text without links, tags and emphasis. Offsets are kept: markup becomes blanks."""
    return _MARKUP.sub(_blank, text)


def _blank(match: re.Match[str]) -> str:
    """The words of a link stay where they are."""
    return (f" {match[1]}" if match[1] else "").ljust(len(match[0]))


@remembered
def spoken(text: str) -> str:
    """What is said in words: the plain text, with code and bare addresses left blank."""
    text = without_code(text) if "`" in text else text
    return plain(_BARE_ADDRESS.sub(erased, text) if "://" in text else text)


def without_code(text: str) -> str:
    """The text with code left blank. Offsets are kept."""
    position, kept = 0, list[str]()
    for start, end in _code_spans(text):
        kept += (text[position:start], " " * (end - start))
        position = end
    return "".join([*kept, text[position:]])


def _code_spans(text: str) -> Iterator[tuple[int, int]]:
    """From a run of backticks to the next as long, on the same line."""
    ends: dict[int, int] = {}
    following: dict[int, int] = {}
    for run in reversed(list(_RUN.finditer(text))):
        if run[0] == "\n":
            following.clear()
            continue
        if len(run[0]) in following:
            ends[run.start()] = following[len(run[0])]
        following[len(run[0])] = run.end()
    position = 0
    for start in sorted(ends):
        if start >= position:
            position = ends[start]
            yield start, position


def erased(match: re.Match[str]) -> str:
    """Blanks in the place of a match, so that what follows stays where it is."""
    return " " * len(match[0])


@remembered
def sentences(text: str) -> tuple[Word, ...]:
    """The sentences of a plain text. What stands alone, as in a list, is one too."""
    return tuple(_sentences(text))


def _sentences(text: str) -> Iterator[Word]:
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        sentence = text[start:end].strip()
        if sentence:
            yield Word(sentence, text.index(sentence, start))
        start = end


@remembered
def words(text: str) -> tuple[str, ...]:
    """The words of a plain text; a number or a time of day is one."""
    return tuple(_WORD.findall(text))


@remembered
def rough_words(text: str) -> frozenset[str]:
    """Its words in small letters, found fast: enough to see what a text cannot hold."""
    return frozenset(text.lower().translate(_MARKS).split())


def lix(texts: Iterable[str]) -> float:
    """Words per sentence plus the percentage of long words. 0 for no words.

    Source: C. H. Björnsson, Läsbarhet, 1968. Below 30 is very easy, above 60 very hard.
    """
    found = [words(sentence.text) for text in texts for sentence in sentences(text)]
    counted = [each for each in found if each]
    total = sum(len(each) for each in counted)
    if not total:
        return 0.0
    long = sum(len(word) > LONG_WORD for each in counted for word in each)
    return total / len(counted) + 100 * long / total
