"""Plain language. A page may be let off a rule: `allow: {CL603: reason}` in its front matter."""

import math
import re
import sys
from collections import defaultdict
from collections.abc import Iterator

from checklists.grammar.attributes import Word
from checklists.grammar.passage import Passage
from checklists.grammar.places import Span
from checklists.grammar.prose import lix, plain, sentences, words
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Page
from checklists.guide.rule import Edit, Rule
from checklists.rules.table import rule

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
TERMS = {
    "nb": {
        "action point": "punkt",
        "buddy": "fadder",
        "klient": "kunde",
        "overordnede": "lederen din",
        "sjekkpunkt": "punkt",
        "vanskelig kunde": "krevende kunde",
        "vanskelige kunder": "krevende kunder",
    },
    "en": {
        "action point": "item",
        "break sentence": "break line",
        "client": "customer",
        "difficult customer": "demanding customer",
        "difficult customers": "demanding customers",
        "mentor": "buddy",
        "superior": "manager",
    },
}
"""One term for one thing: another word for it -> the guide's own."""
_TERMS = {
    language: re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})\b", re.IGNORECASE)
    for language, terms in TERMS.items()
}
_NO_VERB = {"hvis", "når", "først", "if", "when", "first"}
_AND = {"nb": re.compile(r";|\bog (?P<next>\w+)"), "en": re.compile(r";|\band (?P<next>\w+)")}


@rule(
    "CL601: A sentence has 25 words at most",
    "A long sentence is read twice, or not at all.",
    Edit(
        "Kunden slipper å spørre på nytt.",
        "Kunden slipper å spørre på nytt fordi du svarer på alt det som kunden lurer på "
        "i den samme meldingen og sier når du kommer tilbake med resten av svarene.",
    ),
)
def long_sentence(guide: Guide) -> Iterator[Finding]:
    return _long_sentences(guide, long_sentence, range(LONGEST_SENTENCE + 1, sys.maxsize))


@rule(
    "CL606: A sentence has 20 words or fewer",
    "Most sentences can be said in twenty words.",
    Edit(
        "Kunden slipper å spørre på nytt.",
        "Kunden slipper å spørre på nytt når du svarer på alt i samme melding "
        "og sier når du kommer tilbake med resten.",
    ),
    is_advice=True,
)
def longish_sentence(guide: Guide) -> Iterator[Finding]:
    return _long_sentences(guide, longish_sentence, range(GOOD_SENTENCE + 1, LONGEST_SENTENCE + 1))


def _long_sentences(guide: Guide, rule: Rule, counts: range) -> Iterator[Finding]:
    for page, block, text in _passages(guide, rule):
        for sentence in sentences(text):
            count = len(words(sentence.text))
            if count in counts:
                span = block.span(sentence)
                help = f"split it: {counts.start - 1} at most"
                yield page.finding(rule, span, f"sentence has {count} words", help)


@rule(
    "CL602: An item has 20 words at most",
    "An item is read at a glance, often in the middle of a conversation.",
    Edit(
        "- [ ] **Les hele spørsmålet.**",
        "- [ ] **Les hele spørsmålet.** Les det helt til slutt. "
        "Ofte står det viktigste nederst, etter mye annet. Les det så en gang til.",
    ),
)
def long_item(guide: Guide) -> Iterator[Finding]:
    for page in _pages(guide, long_item):
        for item in page.items:
            count = len(words(plain(item.text)))
            if count > LONGEST_ITEM:
                help = f"{LONGEST_ITEM} at most; move the rest below the item"
                yield page.finding(long_item, item.span, f"item has {count} words", help)


@rule(
    "CL607: An action has 15 words or fewer",
    "A short action is remembered.",
    Edit(
        "**Les hele spørsmålet.**",
        "**Les hele spørsmålet fra start til slutt to ganger før du svarer kunden på noe av det.**",
    ),
    is_advice=True,
)
def long_action(guide: Guide) -> Iterator[Finding]:
    for page in _pages(guide, long_action):
        for item in page.items:
            count = len(words(plain(item.action or "")))
            if count > GOOD_ACTION:
                help = f"{GOOD_ACTION} at most; put the reason after the bold words"
                yield page.finding(long_action, item.span, f"action has {count} words", help)


@rule(
    "CL603: A Norwegian page has a LIX of 50 at most",
    "LIX over 50 is heavy reading, even for practised readers.",
    Edit(
        "Kunden slipper å spørre på nytt.",
        "Saksbehandlingsprosessen forutsetter tilstrekkelige dokumentasjonsrutiner.\n",
    ),
    times=30,
)
def hard_page(guide: Guide) -> Iterator[Finding]:
    return _hard_pages(guide, hard_page, HARDEST, math.inf)


@rule(
    "CL608: A Norwegian page has a LIX of 40 or less",
    "LIX under 40 is easy for most readers.",
    Edit(
        "Kunden slipper å spørre på nytt.",
        "Kunden får tydelige opplysninger om hva dere avtaler sammen underveis i samtalen.\n",
    ),
    times=12,
    is_advice=True,
)
def hardish_page(guide: Guide) -> Iterator[Finding]:
    return _hard_pages(guide, hardish_page, GOOD_LIX, HARDEST)


def _hard_pages(guide: Guide, rule: Rule, above: float, at_most: float) -> Iterator[Finding]:
    for page in _pages(guide, rule):
        texts = [text for _, text in _texts(page)]
        if page.language != LIX_LANGUAGE or sum(len(words(t)) for t in texts) < FEWEST_WORDS:
            continue
        measured = lix(texts)
        if above < measured <= at_most:
            help = f"{above:.0f} at most: shorter sentences, shorter words"
            yield page.finding(rule, Span(1, 1), f"LIX is {measured:.0f}", help)


@rule(
    "CL604: No vague words",
    "«Sørg for» does not say what to do.",
    Edit("Kunden slipper å spørre på nytt.", "Sørg for at kunden får svar."),
)
def vague_word(guide: Guide) -> Iterator[Finding]:
    for page, block, text in _passages(guide, vague_word):
        for match in _VAGUE[page.language].finditer(text):
            span = block.span(Word(match.group(), match.start()))
            help = "say what to do, or when"
            yield page.finding(vague_word, span, f"vague: `{match.group()}`", help)


@rule(
    "CL609: One term for one thing",
    "A reader who meets a second word looks for a second thing.",
    Edit("Kunden slipper å spørre på nytt.", "Vanskelige kunder slipper å spørre på nytt."),
)
def term(guide: Guide) -> Iterator[Finding]:
    for page, passage, text in _passages(guide, term):
        for match in _TERMS[page.language].finditer(text):
            span = passage.span(Word(match.group(), match.start()))
            own = TERMS[page.language][match.group().lower()]
            yield page.finding(term, span, f"another term: `{match.group()}`", f"write `{own}`")


@rule(
    "CL605: An item is one action",
    "Two actions under one tick are half done.",
    Edit("**Les hele spørsmålet.**", "**Les spørsmålet og svar på alt.**"),
    is_advice=True,
)
def two_actions(guide: Guide) -> Iterator[Finding]:
    """The verbs are those that begin the guide's own actions."""
    verbs = _verbs(guide)
    for page in _pages(guide, two_actions):
        for item in page.items:
            following = (each["next"] for each in _AND[page.language].finditer(item.action or ""))
            if any(word is None or word.lower() in verbs[page.language] for word in following):
                help = "make two items of it, if they can be ticked apart"
                yield page.finding(two_actions, item.span, "item looks like two actions", help)


def _verbs(guide: Guide) -> dict[str, set[str]]:
    verbs: dict[str, set[str]] = defaultdict(set)
    for page in guide.pages.values():
        for item in page.items:
            first = words(item.action or "")[:1]
            verbs[page.language].update({word.lower() for word in first} - _NO_VERB)
    return verbs


def _pages(guide: Guide, rule: Rule) -> Iterator[Page]:
    return (
        page for page in guide.pages.values() if not (page.meta and rule.code in page.meta.allow)
    )


def _passages(guide: Guide, rule: Rule) -> Iterator[tuple[Page, Passage, str]]:
    for page in _pages(guide, rule):
        for block, text in _texts(page):
            yield page, block, text


def _texts(page: Page) -> Iterator[tuple[Passage, str]]:
    return ((block, plain(block.text)) for block in page.prose)
