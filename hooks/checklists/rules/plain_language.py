"""Plain language. A page may be let off a rule: `allow: {CL603: reason}` in its front matter."""

import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator

from checklists.grammar.attributes import Word
from checklists.grammar.passage import Block
from checklists.grammar.prose import lix, plain, sentences, words
from checklists.guide.finding import Finding, Span
from checklists.guide.model import Guide, Page

LONGEST_SENTENCE, GOOD_SENTENCE = 25, 20  # words; the first is GOV.UK's limit
LONGEST_ITEM, GOOD_ACTION = 20, 15  # words
HARDEST, GOOD_LIX = 50.0, 40.0  # for adults 35 to 40 is easy enough
FEWEST_WORDS = 100  # below that LIX says little
LIX_LANGUAGE = "nb"
VAGUE = {
    "nb": (
        "vær obs",
        "håndter",
        "håndtere",
        "sørg for",
        "eventuelt",
        "ved behov",
        "ok",
        "i forhold til",
        "mht",
        "hensiktsmessig",
    ),
    "en": (
        "be aware",
        "handle",
        "deal with",
        "ensure",
        "as appropriate",
        "if necessary",
        "ok",
        "checked",
        "utilise",
        "in order to",
    ),
}
_VAGUE = {
    language: re.compile(rf"\b(?:{'|'.join(map(re.escape, entries))})\b", re.IGNORECASE)
    for language, entries in VAGUE.items()
}
_NO_VERB = {"hvis", "når", "først", "if", "when", "first"}
_AND = {"nb": re.compile(r";|\bog (?P<next>\w+)"), "en": re.compile(r";|\band (?P<next>\w+)")}


def sentence_length(guide: Guide) -> Iterator[Finding]:
    """CL601: a sentence has 25 words at most."""
    return _long_sentences(guide, "CL601", range(LONGEST_SENTENCE + 1, sys.maxsize))


def shorter_sentence(guide: Guide) -> Iterator[Finding]:
    """CL606: a sentence of more than 20 words could be shorter."""
    return _long_sentences(guide, "CL606", range(GOOD_SENTENCE + 1, LONGEST_SENTENCE + 1))


def _long_sentences(guide: Guide, code: str, counts: range) -> Iterator[Finding]:
    for page, block, text in _passages(guide, code):
        for sentence in sentences(text):
            count = len(words(sentence.text))
            if count in counts:
                span = block.span(sentence)
                help = f"split it: {counts.start - 1} at most"
                yield page.finding(code, span, f"sentence has {count} words", help)


def item_length(guide: Guide) -> Iterator[Finding]:
    """CL602: an item has 20 words at most, action and reason together."""
    for page in _pages(guide, "CL602"):
        for item in page.items:
            count = len(words(plain(item.text)))
            if count > LONGEST_ITEM:
                help = f"{LONGEST_ITEM} at most; move the rest below the item"
                yield page.finding("CL602", item.span, f"item has {count} words", help)


def action_length(guide: Guide) -> Iterator[Finding]:
    """CL607: an action of more than 15 words could be shorter."""
    for page in _pages(guide, "CL607"):
        for item in page.items:
            count = len(words(plain(item.action or "")))
            if count > GOOD_ACTION:
                help = f"{GOOD_ACTION} at most; put the reason after the bold words"
                yield page.finding("CL607", item.span, f"action has {count} words", help)


def readability(guide: Guide) -> Iterator[Finding]:
    """CL603: LIX of a Norwegian page of 100 words or more is 50 at most."""
    return _hard_pages(guide, "CL603", HARDEST, math.inf)


def easier_page(guide: Guide) -> Iterator[Finding]:
    """CL608: a Norwegian page with a LIX above 40 could be easier."""
    return _hard_pages(guide, "CL608", GOOD_LIX, HARDEST)


def _hard_pages(guide: Guide, code: str, above: float, at_most: float) -> Iterator[Finding]:
    for page in _pages(guide, code):
        texts = [text for _, text in _texts(page)]
        if page.language != LIX_LANGUAGE or sum(len(words(t)) for t in texts) < FEWEST_WORDS:
            continue
        measured = lix(texts)
        if above < measured <= at_most:
            help = f"{above:.0f} at most: shorter sentences, shorter words"
            yield page.finding(code, Span(1, 1), f"LIX is {measured:.0f}", help)


def vague_words(guide: Guide) -> Iterator[Finding]:
    """CL604: no word that leaves the reader to guess what to do."""
    for page, block, text in _passages(guide, "CL604"):
        for match in _VAGUE[page.language].finditer(text):
            span = block.span(Word(match.group(), match.start()))
            help = "say what to do, or when"
            yield page.finding("CL604", span, f"vague: `{match.group()}`", help)


def one_action(guide: Guide) -> Iterator[Finding]:
    """CL605: an item is one action. The verbs are those that begin the guide's own actions."""
    verbs = _verbs(guide)
    for page in _pages(guide, "CL605"):
        for item in page.items:
            for match in _AND[page.language].finditer(item.action or ""):
                following = match["next"]
                if following is None or following.lower() in verbs[page.language]:
                    help = "make two items of it, if they can be ticked apart"
                    yield page.finding("CL605", item.span, "item looks like two actions", help)
                    break


def _verbs(guide: Guide) -> dict[str, set[str]]:
    verbs: dict[str, set[str]] = defaultdict(set)
    for page in guide.pages.values():
        for item in page.items:
            first = words(item.action or "")[:1]
            verbs[page.language].update({word.lower() for word in first} - _NO_VERB)
    return verbs


def _pages(guide: Guide, code: str) -> Iterator[Page]:
    return (page for page in guide.pages.values() if not (page.meta and code in page.meta.allow))


def _passages(guide: Guide, code: str) -> Iterator[tuple[Page, Block, str]]:
    for page in _pages(guide, code):
        for block, text in _texts(page):
            yield page, block, text


def _texts(page: Page) -> Iterator[tuple[Block, str]]:
    return ((block, plain(block.text)) for block in page.prose)
