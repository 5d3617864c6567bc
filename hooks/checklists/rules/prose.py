"""Sentences and words of a text."""

import re
from collections.abc import Iterator

_SENTENCE = re.compile(r"\S.*?(?:[.!?…:][»”’\")]*(?=\s+[«“‘\"(]*[A-ZÆØÅ])|\s*\Z)", re.DOTALL)
_WORD = re.compile(r"[^\W_]+(?:[-’'.,:][^\W_]+)*")


def sentences(text: str) -> Iterator[re.Match[str]]:
    """The sentences of a text. A list entry without a full stop is one, too."""
    return _SENTENCE.finditer(text)


def words(text: str) -> list[str]:
    """The words of a text; a number or a time of day is one."""
    return _WORD.findall(text)
