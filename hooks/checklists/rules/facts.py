"""Facts that are the same in both languages. What differs is reported in the translation."""

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from checklists.grammar.attributes import Word
from checklists.grammar.figures import Fact, facts, has_facts
from checklists.grammar.prose import erased, spoken
from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.guide.rule import Edit, Rule
from checklists.guide.translation import Unit, named_pairs, pairs
from checklists.guide.writing import Writing
from checklists.rules.table import rule

_ITALICS = re.compile(r"(?<![*\w])\*(?![*\s])[^*\n]*\*(?!\*)")
_NAME = re.compile(r"(?<=[^\W_] )[A-ZÆØÅ][^\W\d_]{2,}")
_BRACES = re.compile(r"\{\w*\}")


class _Said(NamedTuple):
    """A fact, and where it is said."""

    fact: Fact
    writing: Writing

    @property
    def place(self) -> str:
        line = self.writing.passage.span(self.fact.word).line
        return f"{self.writing.file.path}:{line}"


@rule(
    "CL308: Numbers, times and days are the same in both languages",
    "Whoever reads the other language would call at another time, or pay another price.",
    Edit("Kunden slipper å spørre på nytt.", "Kunden slipper å spørre på nytt i 2027."),
)
def same_facts(guide: Guide) -> Iterator[Finding]:
    for original, translation in pairs(guide):
        if any(has_facts(each.text, each.language) for each in (*original, *translation)):
            yield from _differences(original, translation)


def _differences(original: Unit, translation: Unit) -> Iterator[Finding]:
    mine, theirs = _unexplained(_said(translation), _said(original))
    first = original[0]
    for kind in ("number", "weekday", "month"):
        here = [said for said in mine if said.fact.kind == kind]
        there = [said for said in theirs if said.fact.kind == kind]
        for one, other in zip_longest(here, there):
            if one and (other or not one.fact.is_spelt):
                yield _other_fact(one, _there(other, first), first.language)
            elif other and not other.fact.is_spelt:
                message = f"`{other.fact.word.text}` of `{first.language}` is missing"
                help = _there(other, first)
                yield _at_start(translation[0], same_facts, message, help)


def _said(unit: Unit) -> list[_Said]:
    return [_Said(fact, each) for each in unit for fact in facts(each.text, each.language)]


def _unexplained(mine: list[_Said], theirs: list[_Said]) -> tuple[list[_Said], list[_Said]]:
    """What only one says. A word that may be no fact explains one, and needs no explanation."""
    rest = list(theirs)
    alone: list[_Said] = []
    # Those that may mean one thing only choose first.
    for said in sorted(mine, key=lambda each: (each.fact.is_hint, len(each.fact.others))):
        match = _match(said.fact, rest)
        if match:
            rest.remove(match)
        elif not said.fact.is_hint:
            alone.append(said)
    return alone, [said for said in rest if not said.fact.is_hint]


def _match(fact: Fact, rest: list[_Said]) -> _Said | None:
    same = [s for s in rest if s.fact.kind == fact.kind and s.fact.readings & fact.readings]
    same.sort(key=lambda each: (each.fact.is_hint, each.fact.value != fact.value))
    return same[0] if same else None


def _other_fact(said: _Said, help: str, language: str) -> Finding:
    message = f"`{said.fact.word.text}` is not what `{language}` says"
    return said.writing.finding(same_facts, said.fact.word, message, help)


def _there(said: _Said | None, original: Writing) -> str:
    return f"there: `{said.fact.word.text}` ({said.place})" if said else f"see {_place(original)}"


def _place(writing: Writing) -> str:
    return f"{writing.file.path}:{writing.passage.line}"


def _at_start(writing: Writing, rule: Rule, message: str, help: str) -> Finding:
    return writing.finding(rule, Word(writing.passage.text, 0), message, help)


@rule(
    "CL310: A text has the same `{…}` in both languages",
    "What is filled in would be lost, or the braces shown as they stand.",
    Edit('nb: "Kopier replikken"', 'nb: "Kopier {count} replikker"'),
    file="docs/words.yml",
)
def same_placeholders(guide: Guide) -> Iterator[Finding]:
    for [original], [translation] in named_pairs(guide):
        if translation.kind == "data":
            found, wanted = _filled_in(translation), _filled_in(original)
            if found != wanted:
                message = f"{_listed(found)} filled in; `{original.language}` has {_listed(wanted)}"
                help = f"there: {original.passage.text} ({_place(original)})"
                yield _at_start(translation, same_placeholders, message, help)


@rule(
    "CL311: Names are the same in both languages",
    "A colleague who reads the other language would look for somebody else.",
    Edit("Kunden slipper å spørre på nytt.", "Kunden slipper å spørre Amir på nytt."),
    is_advice=True,
)
def same_names(guide: Guide) -> Iterator[Finding]:
    """Norwegian writes a capital within a sentence in names only. Places may be translated."""
    for original, translation in pairs(guide):
        said, there = " ".join(each.text for each in translation).lower(), translation[0]
        for writing in (each for each in original if each.kind != "data"):
            # A title in italics has the same words in every language, or its own.
            text = spoken(_ITALICS.sub(erased, writing.passage.text))
            for match in _NAME.finditer(text):
                if match.group().lower() not in said and not match.group().isupper():
                    message = f"`{match.group()}` is not named in `{there.language}`"
                    help = f"a place may have two names; a person has one: {_place(there)}"
                    word = Word(match.group(), match.start())
                    yield writing.finding(same_names, word, message, help)


def _filled_in(writing: Writing) -> list[str]:
    return sorted(_BRACES.findall(writing.passage.text))


def _listed(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names) or "nothing"
