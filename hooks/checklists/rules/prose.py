"""Sentences and words of a text, and LIX, the Scandinavian measure of how hard it is to read."""

import re
from collections.abc import Iterable, Iterator

LONG_WORD = 6  # letters; LIX counts words with more

_SENTENCE = re.compile(r"\S.*?(?:[.!?…:][»”’\")]*(?=\s+[«“‘\"(]*[A-ZÆØÅ])|\s*\Z)", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:[-’'.,:][^\W_]+)*")


def sentences(text: str) -> Iterator[re.Match[str]]:
    """The sentences of a text. A list entry without a full stop is one, too."""
    return _SENTENCE.finditer(text)


def words(text: str) -> list[str]:
    """The words of a text; a number or a time of day is one."""
    return _WORD.findall(text)


def lix(texts: Iterable[str]) -> float:
    """Words per sentence plus the percentage of long words. 0 for no words.

    Source: C. H. Björnsson, Läsbarhet, 1968. Below 30 is very easy, above 60 very hard.
    """
    found = [words(sentence.group()) for text in texts for sentence in sentences(text)]
    counted = [each for each in found if each]
    total = sum(len(each) for each in counted)
    if not total:
        return 0.0
    long = sum(len(word) > LONG_WORD for each in counted for word in each)
    return total / len(counted) + 100 * long / total
