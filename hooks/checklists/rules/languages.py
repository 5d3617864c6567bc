"""Rules on the language that a text is in."""

import re
from collections.abc import Iterator
from itertools import groupby

from checklists.grammar.attributes import Word
from checklists.grammar.prose import erased, sentences, spoken
from checklists.grammar.tongue import evidence, may_be
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Page, other_language
from checklists.guide.once import once
from checklists.guide.rule import Edit, Rule
from checklists.guide.translation import Unit, pairs
from checklists.guide.writing import Writing, writings
from checklists.rules.table import rule

FEWEST_WORDS = 2
_LOWER = re.compile(r"(?<![\w@./-])[a-zæøå]{3,}(?![\w@/-])")
_NAMES = {"nb": "Norwegian", "en": "English"}
_MEANT = re.compile(
    r"""(?<![*\w])\*(?![*\s])[^*\n]*[^*\n:]\*(?!\*)  # in italics
      | <(\w+)[^>]*\blang=.*?</\1>
      | \{\w*\}  # filled in
      | (?<=\])\[[^\]]*\] | ^[ ]*\[[^\]]+\]:.*  # names of links, and what they lead to
    """,
    re.DOTALL | re.VERBOSE,
)
"""In another language on purpose, or in none."""
_QUOTED = re.compile(r"«[^»]*»?|“[^”]*”?")
_WORD = re.compile(r"[^\W\d_]{2}")
_LABEL = re.compile(r"\s*(?:[^.!?:«“]{1,60}:)\s")
_LABELLED = re.compile(r"\s*(?:\*|for eksempel|for example)", re.IGNORECASE)
"""Who says a line, and when, stands in italics or bold before it."""
_FOR_THE_OTHER = {"other_language", "switch", "other_front_page"}
"""Words of the interface that speak to readers of the other language."""


@rule(
    "CL620: A text is in the language of its page",
    "Half of the readers would not understand it.",
    Edit("Kunden slipper å spørre på nytt.", "The customer does not have to ask again."),
)
def other_tongue(guide: Guide) -> Iterator[Finding]:
    for found, is_whole in _foreign(guide):
        for writing, sentence in () if is_whole else found:
            yield _finding(other_tongue, writing, sentence, "text")


@rule(
    "CL622: A page is translated",
    "A page that is copied from the other language is no page in this one.",
    Edit("title: Liten veiledning", "title: A small guide"),
    Edit("# Liten veiledning", "# A small guide"),
    Edit("Velg en side i menyen.", "Choose a page in the menu."),
    file="docs/nb/index.md",
)
def other_page(guide: Guide) -> Iterator[Finding]:
    for found, is_whole in _foreign(guide):
        if is_whole:
            yield _finding(other_page, *found[0], "page")


@once
def _foreign(guide: Guide) -> Iterator[tuple[list[tuple[Writing, Word]], bool]]:
    """What is in the other language, file by file, and whether that is the whole page."""
    for _, group in groupby(writings(guide), key=lambda each: each.file.path):
        texts = list(group)
        found = [(each, sentence) for each in texts if (sentence := foreign_sentence(each))]
        yield found, isinstance(texts[0].file, Page) and len(found) > len(texts) / 2


def _finding(rule: Rule, writing: Writing, sentence: Word, what: str) -> Finding:
    message = f"{what} is in {_NAMES[other_language(writing.language)]}"
    help = "translate it, or write it in italics if it is meant so"
    return writing.finding(rule, sentence, message, help)


def foreign_sentence(writing: Writing) -> Word | None:
    """The first sentence in the other language: the next ones are the same defect."""
    other = other_language(writing.language)
    if _is_meant(writing) or not may_be(writing.text, other):
        return None
    for sentence in sentences(own_words(writing)):
        found = evidence(sentence.text)
        if found[other] > found[writing.language]:
            return sentence
    return None


@rule(
    "CL621: A text is translated",
    "The same words in both languages: one of them was forgotten.",
    Edit(
        'nb: "Kopier replikken", en: "Copy the line"',
        'nb: "Noter tidspunkter grundig", en: "Noter tidspunkter grundig"',
    ),
    file="docs/words.yml",
)
def not_translated(guide: Guide) -> Iterator[Finding]:
    """Names are the same in both, and so may a word or a title be."""
    for original, translation in pairs(guide):
        if [each.text for each in original] != [each.text for each in translation]:
            continue
        said = _said(translation)
        is_meant = any(_is_meant(each) for each in (*original, *translation))
        if not is_meant and len(_LOWER.findall(said)) >= FEWEST_WORDS:
            there, here = original[0], translation[0]
            place = f"{there.file.path}:{there.passage.line}"
            message = f"the same words as in `{there.language}`"
            help = f"translate them, here or there ({place}), or write them in italics"
            yield here.finding(not_translated, Word(said, _start(here)), message, help)


def _said(unit: Unit) -> str:
    return " ".join(" ".join(own_words(each) for each in unit).split())


def _start(writing: Writing) -> int:
    return len(writing.text) - len(writing.text.lstrip())


def _is_meant(writing: Writing) -> bool:
    """A book has one title in every language. An English page says what a Norwegian one means."""
    is_title = writing.key[:1] == ("sources",) and writing.key[2:3] in (("title",), ("short",))
    return (is_title and writing.language == "nb") or bool(_FOR_THE_OTHER & {*writing.key})


def own_words(writing: Writing) -> str:
    """What is said in its own language; the rest is left blank. Offsets are kept.

    A quotation may be in any language, where more stands around it than a label.
    """
    text = spoken(_MEANT.sub(erased, writing.passage.text))
    label = _LABEL.match(text) if _LABELLED.match(writing.passage.text) else None
    start = label.end() if label else 0
    around = _QUOTED.sub(erased, text[start:])
    return text[:start] + around if _WORD.search(around) else text
