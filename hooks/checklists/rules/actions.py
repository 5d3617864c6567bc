"""Rules on what items say: each something else, each what to do, and lines in quotes."""

import re
from collections import Counter
from collections.abc import Iterator

from checklists.grammar.item_text import split_action
from checklists.grammar.prose import plain, words
from checklists.guide.drafts import OPEN
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Item, Page
from checklists.guide.rule import Edit
from checklists.rules.table import rule

FEWEST_IN_COMMON = 3
"""Words that two actions share before they are alike."""
MOST_APART = 2
"""Words that only one of them has."""
LONGEST_STEM = 5
"""Letters: words that begin alike so far are taken for forms of one."""
QUOTES = {"nb": "«…»", "en": "“…”"}
_QUOTE_MARKS = "«»“”„‟\"'‘’‹›"
_NO_APOSTROPHES = set(_QUOTE_MARKS) - set("'‘’")

NO_ACTION = {
    "nb": """å du dere man jeg vi han hun den det de dette denne disse en et ei ett alle hele noen
        ingen hver hvert min mitt mine din ditt dine vår vårt våre må bør skal kan vil burde skulle
        kunne måtte er var har hadde blir ble hva hvem hvor hvordan hvorfor hvilken hvilket hvilke
        kunden kunder kundene lederen""",
    "en": """to you your we our i my it he she they his her their the a an this that these those
        all every each some any customer customers manager should must can could would shall may
        might will is are was were has had does did being having what who where how why which""",
}
"""First words of a sentence that asks or tells, and never of one that says what to do."""
PROBABLY_NO_ACTION = {
    "nb": r"\w{2,}(?:het|sjon|sjoner|else|elser|ene|en|asjonen|ende|lig)|\w{3,}et|god|godt|gode",
    "en": r"\w{3,}(?:tion|ment|ness|ity|ance|ful|able|ous)|\w+[^s\W]ed|good|important",
}
"""Endings that imperatives seldom have."""
IMPERATIVES_ALL_THE_SAME = {
    "nb": "let bet berolig gjet",
    "en": """mention question caution position comment document implement complement balance advance
        finance distance need feed heed speed proceed exceed succeed embed enable table experiment
        supplement function section commission condition station focus""",
}
_ENDINGS = {
    "nb": ("e", "er", "r", "es", "re", "res", "me", "mer", "te", "et", "de", "dde", "ing", "inger"),
    "en": ("s", "es", "ed", "d", "ing"),
}
"""What makes another form of a verb that begins actions of this guide."""
_VERBAL_NOUN = {
    "nb": re.compile(r"\w*[aeiouyæøå]\w*ing(?:en|er|a)?"),
    "en": re.compile(r"\w*[aeiouy]\w*ing"),
}
_ONE_SYLLABLE = re.compile(r"[^aeiouyæøå]*(?:om)?r?ing")
_TELLING = {
    "nb": re.compile(r"(?:hvis|når|dersom|om)\b[^,]*, (?:må|bør|skal|kan) (?:du|man|dere)\b", re.I),
    "en": re.compile(r"(?:if|when)\b[^,]*, you (?:should|must|need|have|can|may)\b", re.I),
}
_PURPOSE = re.compile(r"to\b[^,]+, \w", re.IGNORECASE)
_SAYS_WHAT_TO_ASK = re.compile(r"[:,–—«“]")
_NO_ACTION = {language: set(text.split()) for language, text in NO_ACTION.items()}
_IMPERATIVES = {key: set(text.split()) for key, text in IMPERATIVES_ALL_THE_SAME.items()}
_PROBABLY = {language: re.compile(text) for language, text in PROBABLY_NO_ACTION.items()}
_EXAMPLE = {"nb": "Les …", "en": "Read …"}


@rule(
    "CL113: An item says something else than the others of its page",
    "Whoever meets an item again wonders whether it was done.",
    Edit("**Si når du kommer tilbake.**", "**Les hele spørsmålet.**"),
)
def same_action(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        first: dict[tuple[str, ...], Item] = {}
        for item, said in _said(page):
            if said in first:
                help = f"line {first[said].span.line} has it: keep one, or say how they differ"
                yield page.finding(same_action, item.span, "the same action twice", help)
            elif _why(item) == said:
                help = "say why it matters, or leave it out"
                yield page.finding(same_action, item.span, "the reason repeats the action", help)
            first.setdefault(said, item)


@rule(
    "CL114: Two items differ by more than a word",
    "Items that are nearly the same are read as the same.",
    Edit("**Si når du kommer tilbake.**", "**Les nå hele spørsmålet.**"),
    is_advice=True,
)
def near_action(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        above: list[tuple[Item, tuple[str, ...]]] = []
        for item, said in _said(page):
            like = next((other for other, each in above if _are_near(each, said)), None)
            if like:
                help = f"line {like.span.line} is nearly the same: make one of them, or tell apart"
                yield page.finding(near_action, item.span, "nearly the same action twice", help)
            above.append((item, said))


def _are_near(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """A word more, another order, another word. What is read or written may be another."""
    if one == two or len(set(one).symmetric_difference(two)) > MOST_APART:
        return False
    counts = Counter(one), Counter(two)
    more, less = (counts[0] - counts[1]).total(), (counts[1] - counts[0]).total()
    common = len(one) - more
    if max(more, less) > 1 or common < FEWEST_IN_COMMON - 1:
        return False
    if not (more and less):
        return common >= FEWEST_IN_COMMON
    return _differ_little(one, two, common)


def _differ_little(one: tuple[str, ...], two: tuple[str, ...], common: int) -> bool:
    """In one word: of the same stem, or in a place where the sense is the same all the same."""
    place = next(n for n, pair in enumerate(zip(one, two, strict=True)) if pair[0] != pair[1])
    stem = one[place][:LONGEST_STEM]
    is_form = len(stem) == LONGEST_STEM and two[place].startswith(stem)
    least = 4 if place == 0 else 5 if place == len(one) - 1 else 3
    return common >= least or is_form


@rule(
    "CL115: An action says what to do",
    "A question or a statement cannot be ticked off. `Les …` can; `Du må lese …` only tells.",
    Edit("**Les hele spørsmålet.**", "**Har du lest hele spørsmålet?**"),
)
def no_imperative(guide: Guide) -> Iterator[Finding]:
    verbs = _verbs(guide)
    for page, item, action in _actions(guide):
        message = _wrong(page.language, action, verbs[page.language])
        if message:
            help = f"begin with what to do, as in `{_EXAMPLE[page.language]}`, or with when"
            yield page.finding(no_imperative, item.span, message, help)


@rule(
    "CL116: An action seems to begin with a verb",
    "What begins with what to do is understood at a glance.",
    Edit("**Les hele spørsmålet.**", "**Tydelighet i alle svar.**"),
    is_advice=True,
)
def probably_no_imperative(guide: Guide) -> Iterator[Finding]:
    verbs = _verbs(guide)
    for page, item, action in _actions(guide):
        language, first = page.language, _first(action)
        if first in verbs[language] or first in _IMPERATIVES[language]:
            continue
        if _PROBABLY[language].fullmatch(first) and not _wrong(language, action, verbs[language]):
            message = f"`{first}` does not look like what to do"
            help = f"begin with it, as in `{_EXAMPLE[language]}`, or with when"
            yield page.finding(probably_no_imperative, item.span, message, help)


def _wrong(language: str, action: str, verbs: set[str]) -> str:
    """What is certainly wrong with an action; "" where nothing is."""
    first = _first(action)
    if action.rstrip("*_ ").endswith("?") and not _SAYS_WHAT_TO_ASK.search(action):
        return "action is a question"
    if first in _NO_ACTION[language]:
        is_purpose = language == "en" and _PURPOSE.match(action)
        return "" if is_purpose else f"`{first}` does not begin an action"
    if _TELLING[language].match(action):
        return "action tells what one must, and not what to do"
    is_noun = _VERBAL_NOUN[language].fullmatch(first) and not _ONE_SYLLABLE.fullmatch(first)
    if is_noun and first not in verbs | {"during", "ring"}:
        return f"`{first}` does not begin an action"
    stems = verbs.intersection(first.removesuffix(ending) for ending in _ENDINGS[language])
    if stems and first not in verbs:
        return f"`{first}` does not begin an action: `{max(stems, key=len)}` does"
    return ""


def _verbs(guide: Guide) -> dict[str, set[str]]:
    """What begins two actions of the guide, or more."""
    counts: dict[str, Counter[str]] = {language: Counter() for language in QUOTES}
    for page, _, action in _actions(guide):
        counts[page.language][_first(action)] += 1
    return {
        language: {word for word, count in found.items() if count > 1} - _NO_ACTION[language]
        for language, found in counts.items()
    }


def _first(action: str) -> str:
    return next(iter(words(action)), "").lower()


def _actions(guide: Guide) -> Iterator[tuple[Page, Item, str]]:
    for page in guide.pages.values():
        for item in page.items:
            if item.action and OPEN not in item.action:
                yield page, item, plain(item.action)


def _said(page: Page) -> Iterator[tuple[Item, tuple[str, ...]]]:
    for item in page.items:
        if item.action and OPEN not in item.action:
            yield item, words(plain(item.action).lower())


def _why(item: Item) -> tuple[str, ...]:
    return words(plain(split_action(item.text).why).lower())


@rule(
    "CL117: A line to say stands in quotes",
    "The quotes show where one begins to speak, and where one ends.",
    Edit("> «Her er svar på begge spørsmålene dine.»", "> Her er svar på begge spørsmålene dine."),
)
def line_in_quotes(guide: Guide) -> Iterator[Finding]:
    """Quotes of another kind, or without a pair, are another rule's to tell of."""
    for page in guide.pages.values():
        help = f"write what to say as `> {QUOTES[page.language]}`"
        for phrase in (phrase for item in page.items for phrase in item.phrases):
            text = phrase.text.strip()
            if OPEN in text or sum(each in _NO_APOSTROPHES for each in text) == 1:
                continue
            if not words(text):
                yield page.finding(line_in_quotes, phrase.span, "line to say is empty", help)
            elif text[0] not in _QUOTE_MARKS or text[-1] not in _QUOTE_MARKS:
                yield page.finding(line_in_quotes, phrase.span, "line to say without quotes", help)
