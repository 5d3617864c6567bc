"""Plain language. A page may be let off a rule: `allow: {CL603: reason}` in its front matter."""

import re
from collections import defaultdict
from collections.abc import Iterator

from checklists.attributes import Word
from checklists.block import Block
from checklists.finding import Finding, Span
from checklists.model import Guide, Page
from checklists.plain_language import lix, plain, sentences, words

LONGEST_SENTENCE = 25  # words: GOV.UK style
LONGEST_ITEM = 20  # words
HARDEST = 50.0  # LIX in Norwegian: above this a text for everybody is to be rewritten
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
    for page, block, text in _passages(guide, "CL601"):
        for sentence in sentences(text):
            count = len(words(sentence.text))
            if count > LONGEST_SENTENCE:
                span = block.span(sentence)
                message = f"sentence has {count} words"
                yield page.finding("CL601", span, message, f"split it: {LONGEST_SENTENCE} at most")


def item_length(guide: Guide) -> Iterator[Finding]:
    """CL602: an item has 20 words at most, action and reason together."""
    for page in _pages(guide, "CL602"):
        for item in page.items:
            count = len(words(plain(item.text)))
            if count > LONGEST_ITEM:
                help = f"{LONGEST_ITEM} at most; move the rest below the item"
                yield page.finding("CL602", item.span, f"item has {count} words", help)


def readability(guide: Guide) -> Iterator[Finding]:
    """CL603: LIX of a Norwegian page of 100 words or more is 50 at most."""
    for page in _pages(guide, "CL603"):
        texts = [text for _, text in _texts(page)]
        if page.language != LIX_LANGUAGE or sum(len(words(t)) for t in texts) < FEWEST_WORDS:
            continue
        measured = lix(texts)
        if measured > HARDEST:
            message = f"LIX is {measured:.0f}"
            help = f"{HARDEST:.0f} at most: shorter sentences, shorter words"
            yield page.finding("CL603", Span(1, 1), message, help)


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
