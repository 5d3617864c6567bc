"""Plain language. docs/style.yml has the words, the patterns and the limits."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Passage
from checklists.guide.rule import Rule
from checklists.rules.prose import sentences, words

_GAP = "\n\u2029\n"
"""Between two passages, and in no pattern."""
_NOTHING = r"(?!)"

LONG_SENTENCE = Rule(
    "CL601",
    "A sentence has 25 words at most",
    "A long sentence is read twice, or not at all.",
)

LONG_ITEM = Rule(
    "CL602",
    "An item has 20 words at most",
    "An item is read at a glance, often in the middle of a conversation.",
)

VAGUE = Rule(
    "CL604",
    "No vague words",
    "«Sørg for» does not say what to do.",
)

TERM = Rule(
    "CL609",
    "One term for one thing",
    "A reader who meets a second word looks for a second thing.",
)

TYPOGRAPHY = Rule(
    "CL613",
    "Quotation marks, dashes and spaces are those of the language",
    "Norwegian quotes «like this», English “like this”.",
)


class _Match(NamedTuple):
    """What a pattern found in a passage."""

    text: str
    passage: Passage
    start: int

    def finding(self, rule: Rule, message: str, help: str) -> Finding:
        """At the match."""
        return self.passage.finding(rule, self.start, self.start + len(self.text), message, help)


class _Corpus:
    """The passages of one language, joined: a pattern looks through them at once."""

    def __init__(self, passages: Iterable[Passage]) -> None:
        self._passages = list(passages)
        texts = [passage.text.shown for passage in self._passages]
        self._text = _GAP.join(texts)
        self._starts = [0, *accumulate(len(text) + len(_GAP) for text in texts)]

    def matches(self, pattern: re.Pattern[str]) -> Iterator[_Match]:
        for match in pattern.finditer(self._text):
            number = bisect_right(self._starts, match.start()) - 1
            start = match.start() - self._starts[number]
            yield _Match(match.group(), self._passages[number], start)


def long_sentences(guide: Guide) -> Iterator[Finding]:
    most = guide.style.limits.sentence
    for passage in guide.prose:
        if len(passage.text.shown.split()) <= most:
            continue
        for sentence in sentences(passage.text.shown):
            count = len(words(sentence.group()))
            if count > most:
                message, help = f"sentence has {count} words", f"split it: {most} at most"
                yield passage.finding(LONG_SENTENCE, *sentence.span(), message, help)


def long_items(guide: Guide) -> Iterator[Finding]:
    most = guide.style.limits.item
    for page in guide.pages.values():
        by_line = {text.line: text for text in page.texts if text.kind == "li"}
        for item in page.items:
            text = by_line.get(item.span.line)
            count = len(words(text.shown)) if text else 0
            if count > most:
                help = f"{most} at most; move the rest below the item"
                yield page.finding(LONG_ITEM, item.span, f"item has {count} words", help)


def vague_words(guide: Guide) -> Iterator[Finding]:
    for language, corpus in _corpora(guide, guide.prose):
        for match in corpus.matches(_any_of(guide.style.of(language).vague)):
            yield match.finding(VAGUE, f"vague: `{match.text}`", "say what to do, or when")


def terms(guide: Guide) -> Iterator[Finding]:
    for language, corpus in _corpora(guide, guide.prose):
        own = {other.lower(): term for other, term in guide.style.of(language).terms.items()}
        for match in corpus.matches(_any_of(own)):
            term = own.get(match.text.lower())  # a long s matches s, and stays one
            help = f"write `{term}`" if term else ""
            yield match.finding(TERM, f"another term: `{match.text}`", help)


def typography(guide: Guide) -> Iterator[Finding]:
    for language, corpus in _corpora(guide, guide.passages):
        for pattern, instead in guide.style.of(language).typography.items():
            for match in corpus.matches(re.compile(pattern)):
                yield match.finding(TYPOGRAPHY, f"`{match.text}`", f"write {instead}")


def _any_of(wanted: Iterable[str]) -> re.Pattern[str]:
    alternatives = "|".join(map(re.escape, wanted)) or _NOTHING
    return re.compile(rf"\b(?:{alternatives})\b", re.IGNORECASE)


def _corpora(guide: Guide, passages: list[Passage]) -> Iterator[tuple[str, _Corpus]]:
    for language in guide.languages:
        yield language, _Corpus(each for each in passages if each.language == language)
