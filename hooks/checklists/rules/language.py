"""Plain language. docs/style.yml has the words, the patterns and the limits."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from checklists.guide.finding import Finding
from checklists.guide.model import LANGUAGES, DataFile, Guide, Page, Text, locate
from checklists.guide.places import KeyPath, Span
from checklists.guide.rule import Example, Rule
from checklists.rules.prose import lix, sentences, words

MIN_WORDS_FOR_LIX = 100  # below that it says little
_NOT_READ = {"search_noise", "title"}
"""Words that scripts compare with what a reader types, and titles of other works."""
_SENTENCE = "Kunden slipper å spørre på nytt."

LONG_SENTENCE = Rule(
    "CL601",
    "A sentence has 25 words at most",
    "A long sentence is read twice, or not at all.",
    Example(
        _SENTENCE,
        "Kunden slipper å spørre på nytt fordi du svarer på alt det som kunden lurer på "
        "i den samme meldingen og sier når du kommer tilbake med resten av svarene.",
    ),
)

LONG_ITEM = Rule(
    "CL602",
    "An item has 20 words at most",
    "An item is read at a glance, often in the middle of a conversation.",
    Example(
        "- [ ] **Les hele spørsmålet.**",
        "- [ ] **Les hele spørsmålet.** Les det helt til slutt. "
        "Ofte er det viktigste nederst, etter mye annet. Les det så en gang til.",
    ),
)

HARD_PAGE = Rule(
    "CL603",
    "A Norwegian page has a LIX of 50 at most",
    "LIX over 50 is heavy reading, even for practised readers.",
    Example(
        _SENTENCE,
        "Saksbehandlingsprosessen forutsetter tilstrekkelige dokumentasjonsrutiner. " * 30,
    ),
)

VAGUE = Rule(
    "CL604",
    "No vague words",
    "«Sørg for» does not say what to do.",
    Example(_SENTENCE, "Sørg for at kunden får svar."),
)

TERM = Rule(
    "CL609",
    "One term for one thing",
    "A reader who meets a second word looks for a second thing.",
    Example(_SENTENCE, "Vanskelige kunder slipper å spørre på nytt."),
)

TYPOGRAPHY = Rule(
    "CL613",
    "Quotation marks, dashes and spaces are those of the language",
    "Norwegian quotes «like this», English “like this”.",
    Example(_SENTENCE, 'Kunden slipper å "spørre på nytt".'),
)

LEFTOVER = Rule(
    "CL610",
    "Nothing is left over from writing",
    "TODO, lorem ipsum and the like are notes to the author. Readers should never see them.",
    Example(_SENTENCE, "TODO: Kunden slipper å spørre på nytt."),
)


class _Passage(NamedTuple):
    """A text that somebody reads, and the file it is in."""

    file: Page | DataFile
    language: str
    text: Text

    def finding(self, rule: Rule, match: re.Match[str], message: str, help: str) -> Finding:
        """At a match in the shown text."""
        span = locate(self.file.lines, self.text, *match.span())
        return self.file.finding(rule, span, message, help)


def long_sentences(guide: Guide) -> Iterator[Finding]:
    """CL601."""
    most = guide.style.limits.sentence
    for passage in _page_texts(guide):
        for sentence in sentences(passage.text.shown):
            count = len(words(sentence.group()))
            if count > most:
                message, help = f"sentence has {count} words", f"split it: {most} at most"
                yield passage.finding(LONG_SENTENCE, sentence, message, help)


def long_items(guide: Guide) -> Iterator[Finding]:
    """CL602."""
    most = guide.style.limits.item
    for page in guide.pages.values():
        by_line = {text.line: text for text in page.texts if text.kind == "li"}
        for item in page.items:
            text = by_line.get(item.span.line)
            count = len(words(text.shown)) if text else 0
            if count > most:
                help = f"{most} at most; move the rest below the item"
                yield page.finding(LONG_ITEM, item.span, f"item has {count} words", help)


def hard_pages(guide: Guide) -> Iterator[Finding]:
    """CL603."""
    for page in guide.pages.values():
        most = guide.style.of(page.language).lix
        texts = [text.shown for text in page.texts]
        if most is None or sum(len(words(text)) for text in texts) < MIN_WORDS_FOR_LIX:
            continue
        if (measured := lix(texts)) > most:
            help = f"{most} at most: shorter sentences, shorter words"
            yield page.finding(HARD_PAGE, Span(1, 1), f"LIX is {measured:.0f}", help)


def vague_words(guide: Guide) -> Iterator[Finding]:
    """CL604."""
    patterns = {key: _any_of(guide.style.of(key).vague) for key in LANGUAGES}
    for passage, match in _matches(_page_texts(guide), patterns):
        message, help = f"vague: `{match.group()}`", "say what to do, or when"
        yield passage.finding(VAGUE, match, message, help)


def terms(guide: Guide) -> Iterator[Finding]:
    """CL609."""
    own = {key: guide.style.of(key).terms for key in LANGUAGES}
    patterns = {key: _any_of(own[key]) for key in LANGUAGES}
    for passage, match in _matches(_page_texts(guide), patterns):
        known = {term.lower(): word for term, word in own[passage.language].items()}
        word = known.get(match.group().lower())  # a long s matches s, and stays one
        help = f"write `{word}`" if word else ""
        yield passage.finding(TERM, match, f"another term: `{match.group()}`", help)


def typography(guide: Guide) -> Iterator[Finding]:
    """CL613."""
    passages = list(_all_texts(guide))
    for language in LANGUAGES:
        for pattern, instead in guide.style.of(language).typography.items():
            for passage, match in _matches(passages, {language: re.compile(pattern)}):
                message, help = f"`{match.group()}`", f"write {instead}"
                yield passage.finding(TYPOGRAPHY, match, message, help)


def leftovers(guide: Guide) -> Iterator[Finding]:
    """CL610."""
    passages = list(_all_texts(guide))
    for pattern in map(re.compile, guide.style.unfinished):
        for passage, match in _matches(passages, dict.fromkeys(LANGUAGES, pattern)):
            message = f"left over from writing: `{match.group()}`"
            yield passage.finding(LEFTOVER, match, message, "write what belongs here")


def _any_of(wanted: Mapping[str, str] | list[str]) -> re.Pattern[str] | None:
    if not wanted:
        return None
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, wanted))})\b", re.IGNORECASE)


def _matches(
    passages: Iterator[_Passage] | list[_Passage],
    patterns: Mapping[str, re.Pattern[str] | None],
) -> Iterator[tuple[_Passage, re.Match[str]]]:
    for passage in passages:
        pattern = patterns.get(passage.language)
        for match in pattern.finditer(passage.text.shown) if pattern else ():
            yield passage, match


def _page_texts(guide: Guide) -> Iterator[_Passage]:
    for page in guide.pages.values():
        for text in page.texts:
            yield _Passage(page, page.language, text)


def _all_texts(guide: Guide) -> Iterator[_Passage]:
    """Also titles, summaries, headings and the texts of YAML files."""
    yield from _page_texts(guide)
    for page in guide.pages.values():
        for section in page.sections[1:]:
            text = Text(section.title, section.title, section.span.line)
            yield _Passage(page, page.language, text)
        for key in ("title", "summary") if page.meta else ():
            value = str(getattr(page.meta, key))
            yield _Passage(page, page.language, Text(value, value, page.meta_span(key).line))
    for file in guide.data.values():
        for path, string in file.strings.items():
            if _is_read(path):
                text = Text(string.text, string.text, string.span.line)
                yield _Passage(file, str(path[-1]), text)


def _is_read(path: KeyPath) -> bool:
    return bool(path) and path[-1] in LANGUAGES and not _NOT_READ.intersection(path)
