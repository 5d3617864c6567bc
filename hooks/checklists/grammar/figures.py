"""The facts of a text that no translation changes: numbers, times, weekdays and months."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from checklists.grammar.attributes import Word
from checklists.grammar.prose import remembered, rough_words

NOON = 12
Kind = Literal["number", "weekday", "month"]

_CALENDAR: dict[str, dict[Kind, str]] = {
    "nb": {
        "weekday": "mandag tirsdag onsdag torsdag fredag lørdag søndag",
        "month": "januar februar mars april mai juni juli august september oktober november "
        "desember",
    },
    "en": {
        "weekday": "monday tuesday wednesday thursday friday saturday sunday",
        "month": "january february march april may june july august september october november "
        "december",
    },
}
_NUMBERS = {
    "nb": "to=2 tre=3 tredje=3 fire=4 fjerde=4 fem=5 femte=5 seks=6 sjette=6 sju=7 syv=7 åtte=8 "
    "ni=9 ti=10 elleve=11 tolv=12 tjue=20 tretti=30 førti=40 femti=50 hundre=100 tusen=1000",
    "en": "two=2 three=3 third=3 four=4 fourth=4 five=5 fifth=5 six=6 sixth=6 seven=7 eight=8 "
    "nine=9 ten=10 eleven=11 twelve=12 twenty=20 thirty=30 forty=40 fifty=50 hundred=100 "
    "thousand=1000",
}
_HINTS = {
    "nb": "en=1 én=1 et=1 ett=1 første=1 andre=2 annen=2 annet=2 begge=2 kvarter=15 døgn=24 "
    "halvtime=30 halvtimen=30 midnatt=24 halvannen=1.5",
    "en": "a=1 an=1 one=1 once=1 first=1 second=2 twice=2 both=2 dozen=12 noon=12 quarter=15 "
    "half=30 midnight=24",
}
"""They have other meanings too: each may explain a number of the other language, and needs none."""


@dataclass(frozen=True, slots=True)
class Fact:
    """`value` is the same in both languages; `others` are what the word may mean as well.

    `is_spelt` is true for a number in words. `is_hint` is true for a word that may be no fact.
    """

    kind: Kind
    word: Word
    value: str
    others: tuple[str, ...] = ()
    is_spelt: bool = False
    is_hint: bool = False

    @property
    def readings(self) -> set[str]:
        """All that it may mean."""
        return {self.value, *self.others}


def _table(text: str) -> dict[str, str]:
    return dict(entry.split("=") for entry in text.split())


_VALUES = {key: _table(_NUMBERS[key]) | _table(_HINTS[key]) for key in _NUMBERS}
_CERTAIN = {key: frozenset(_table(text)) for key, text in _NUMBERS.items()}
_HINTING = {key: frozenset(_table(text)) for key, text in _HINTS.items()}
_NAMES = {
    language: {
        name[:3]: (kind, str(number))
        for kind, names in kinds.items()
        for number, name in enumerate(names.split(), 1)
    }
    for language, kinds in _CALENDAR.items()
}
_NO_MONTH = {"mars": "j", "mai": "[a-zæøå]", "juni": "o", "juli": "n"}
"""What follows in another word. Norwegian compounds have a month too: «novembertallene»."""
_FULL_NAME = {
    language: re.compile(
        f"(?:{kinds['weekday']})|(?:".replace(" ", "|")
        + "|".join(f"{name}(?!{_NO_MONTH.get(name, '$.')})" for name in kinds["month"].split())
        + ")",
        re.IGNORECASE,
    )
    for language, kinds in _CALENDAR.items()
}
_THOUSAND = {"nb": "[ .\u00a0\u202f]", "en": "[ ,\u00a0\u202f]"}
_FIGURES = {
    language: re.compile(
        rf"""
        (?P<day>\d{{1,2}})\.(?P<month>1[0-2]|0?[1-9])\.(?P<year>\d{{4}})?(?!\d)
      | (?P<iso>\d{{4}}-\d\d-\d\d)
      | (?P<number>
            (?:\d{{1,3}}(?:{thousand}\d{{3}})+(?!\d)|\d+|(?<!\w)(?=\.\d))
            (?:[.,:]\d+)*
        )
        (?=(?:\s?(?:to|and|or|[–-])\s?\d{{1,2}})?\s?(?P<half>[ap])\.?m\b|)
        """,
        re.VERBOSE,
    )
    for language, thousand in _THOUSAND.items()
}
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_HALF = re.compile(r"\b(?:halv|half past)\s\Z", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:at|by|before|after|until|till|past|from|to)\s\Z", re.IGNORECASE)
_DAYS = re.compile(r"\s(?:døgn|days)\b")
_AND_A_HALF = re.compile(r"\bhour and a \Z")
_HOURS_A_DAY, _HOUR_AND_A_HALF = 24, "90"
_IN_MONTH = re.compile(r"(?:\d|\b(?:in|of|by|from|until|since|to|before|after|and|or))\s\Z")
_BEFORE_A_FIGURE = {"nb": re.compile(r"\.\s\d"), "en": re.compile(r"\.?\s\d")}
_AFTER_A_FIGURE = re.compile(r"\d\.?\s\Z")


@remembered
def facts(text: str, language: str) -> tuple[Fact, ...]:
    """The facts of a plain text, figures first."""
    found: list[Fact] = []
    for match in _FIGURES[language].finditer(text) if _DIGIT.search(text) else ():
        if match["month"]:
            found += _date(match)
        else:
            found += _iso_date(match) if match["iso"] else _number(match, language)
    return (*found, *_words(text, language))


@remembered
def has_facts(text: str, language: str) -> bool:
    """Whether there are any, but for words that may be none. Faster than to find them."""
    words = rough_words(text)
    return bool(
        _DIGIT.search(text)
        or not words.isdisjoint(_CERTAIN[language])
        or not _NAMES[language].keys().isdisjoint({word[:3] for word in words})
    )


def _words(text: str, language: str) -> Iterator[Fact]:
    for match in _WORD.finditer(text):
        word = match.group().lower()
        if word in _VALUES[language]:
            yield _spelt(match, language)
        elif word[:3] in _NAMES[language] and _is_name(match, language):
            kind, value = _NAMES[language][word[:3]]
            yield Fact(kind, _word(match), value, is_hint=_may_be_verb(match))


def _is_name(match: re.Match[str], language: str) -> bool:
    """English ones begin with a capital. One cut short stands beside a figure."""
    word = match.group()
    if language == "en" and not word[0].isupper():
        return False
    if _FULL_NAME[language].match(word):
        return True
    before, after = match.string[: match.start()], match.string[match.end() :]
    is_short = len(word) <= len("Tues")
    return is_short and bool(
        _AFTER_A_FIGURE.search(before) or _BEFORE_A_FIGURE[language].match(after)
    )


def _may_be_verb(match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    is_month = _IN_MONTH.search(before) or _BEFORE_A_FIGURE["en"].match(after)
    return match.group() == "May" and not is_month


def _spelt(match: re.Match[str], language: str) -> Fact:
    """«halv fem» is half past four, of the morning or the afternoon."""
    word = match.group().lower()
    value, before = _VALUES[language][word], match.string[: match.start()]
    if _HALF.search(before) and value.isdecimal():
        hour = int(value) - (language == "nb")
        return Fact("number", _word(match), f"{hour}.30", (f"{hour + NOON}.30",), is_spelt=True)
    is_clock = language == "en" and value.isdecimal() and _CLOCK.search(before)
    later = (str(int(value) + NOON),) if is_clock else ()
    others = (*later, *_in_smaller_units(match, value))
    return Fact("number", _word(match), value, others, True, word in _HINTING[language])


def _in_smaller_units(match: re.Match[str], value: str) -> Iterator[str]:
    """«to døgn» are 48 hours; “an hour and a half”, and «halvannen time», 90 minutes."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if value.isdecimal() and _DAYS.match(after):
        yield str(int(value) * _HOURS_A_DAY)
    if _AND_A_HALF.search(before) or match.group().lower() == "halvannen":
        yield _HOUR_AND_A_HALF


def _number(match: re.Match[str], language: str) -> Iterator[Fact]:
    text = re.sub(rf"(?<=\d){_THOUSAND[language]}(?=\d{{3}}(?!\d))", "", match["number"])
    whole, *rest = re.split("[.,:]", text)
    values = [".".join([str(int(hour)), *rest]) for hour in _hours(match, language, whole or "0")]
    others = (*values[1:], *_in_smaller_units(match, values[0]))
    yield Fact("number", _word(match), values[0], others)


def _hours(match: re.Match[str], language: str, hour: str) -> Iterator[str]:
    """On the clock of 24 hours. Where English does not say which half of the day, it is both."""
    is_late = match["half"] == "p" and int(hour) != NOON
    if not is_late:
        yield hour
    is_open = language == "en" and _CLOCK.search(match.string[: match.start()])
    if int(hour) < NOON and (is_late or (is_open and not match["half"])):
        yield str(int(hour) + NOON)


def _date(match: re.Match[str]) -> Iterator[Fact]:
    """`9.12.` without a year may be a time, at the end of a sentence."""
    word, day, month, year = _word(match), match["day"], match["month"], match["year"]
    value = day if year else f"{day}.{month}"
    yield Fact("number", word, value, (day.lstrip("0"),))
    yield Fact("month", word, month.lstrip("0"), is_hint=not year)
    if year:
        yield Fact("number", word, year)


def _iso_date(match: re.Match[str]) -> Iterator[Fact]:
    year, month, day = (part.lstrip("0") for part in match.group().split("-"))
    kinds: tuple[tuple[Kind, str], ...] = (("number", year), ("month", month), ("number", day))
    return (Fact(kind, _word(match), value) for kind, value in kinds)


def _word(match: re.Match[str]) -> Word:
    return Word(match.group(), match.start())
