"""A rule on telephone numbers and e-mail addresses, in links, in text and in YAML."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from checklists.grammar.attributes import Word
from checklists.grammar.prose import plain
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Link, Page
from checklists.guide.rule import Edit
from checklists.guide.writing import Writing, writings
from checklists.rules.table import rule

SHORT_NUMBERS = {"110", "112", "113", "175", "911", "999", "111", "101"}
"""Public services, in Norway and where English is read."""
_NORWEGIAN = re.compile(r"[2-9]\d{7}|0\d{4}|116\d{3}|18\d\d|800\d{5}")
_ABROAD = re.compile(r"(?!47)[1-9]\d{6,14}|47(?:[2-9]\d{7}|0\d{4})")
_MAIL = re.compile(r"[^@\s,;:<>()]*[^@\s,;:<>().]@[^\W_](?:[\w-]*\.)+[^\W\d_]{2,}")
_GAP = re.compile(r"[\s\u00a0().\-/]+")
_DIGITS = r"\+?\(?\d[\d \u00a0\-()]*"
_MAIL_IN_TEXT = re.compile(r"[^\s<>()\[\]«»“”\"@:;,]*\w@[^\s<>()\[\]«»“”\"]*")
_NUMBER_IN_TEXT = re.compile(
    rf"""(?<![\w+])(?P<abroad>\+\d[\d \u00a0\-]{{2,}})
      | \b(?:tlf|tel|mob|tlfnr|telefonnummer(?:et)?|mobilnummer(?:et)?|phone\ number)\b\.?:?\s*
        (?:(?:er|is|på|nummer)\s+)?(?P<labelled>{_DIGITS})
      | \b(?:telefon|mobil|telephone|phone|mobile):\s*(?P<after>{_DIGITS})
      | \b(?:ring|call|dial)\s+(?:på\s+|til\s+)?(?:tlf\.?\s*|telefon\s+)?(?P<called>{_DIGITS})
        (?=[.,;:!?)»”]|\s*\Z)(?![.,:]\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_MAY_HOLD_ANY = re.compile(r"[@0-9]")
_END = " \u00a0-(.,;:!?"
_NUMBER_HELP = "Norwegian numbers have eight digits, or are short as 112 and 116 117 are"
_MAIL_HELP = "write it as in `duty@example.no`"


@rule(
    "CL819: A telephone number and an e-mail address can be ones",
    "Whoever needs help finds out in the moment when it matters.",
    Edit("Kunden slipper å spørre på nytt.", "Ring [vakten](tel:2200000)."),
)
def contact(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        yield from _links(page)
    for writing in writings(guide):
        for word, (message, help) in _in_text(writing):
            if message:
                yield writing.finding(contact, word, message, help)
    for file in guide.texts.values():
        for key, value in file.values.items():
            is_number = key[-1:] == ("telephone",) and value.text[:1] in "+0123456789"
            message, help = _wrong_number(value.text) if is_number else ("", "")
            if message:
                yield file.finding(contact, value.span, message, help)


def _in_text(writing: Writing) -> Iterator[tuple[Word, tuple[str, str]]]:
    if not _MAY_HOLD_ANY.search(writing.passage.text):
        return
    text = writing.text
    for match in _MAIL_IN_TEXT.finditer(text) if "@" in text else ():
        word = Word(match[0].rstrip(_END), match.start())
        yield word, _wrong_mail(word.text)
    for match in _NUMBER_IN_TEXT.finditer(text):
        group = match.lastgroup or ""
        word = Word(match[group].rstrip(_END), match.start(group))
        yield word, _wrong_number(word.text)


def _links(page: Page) -> Iterator[Finding]:
    for reference in page.references:
        scheme, _, rest = reference.target.text.partition(":")
        message = help = ""
        if scheme.lower() == "tel":
            message, help = _wrong_number(unquote(rest).partition(";")[0])
        elif scheme.lower() == "mailto":
            given = [each.strip() for each in unquote(rest.partition("?")[0]).split(",")]
            found = (_wrong_mail(each) for each in given)
            message, help = next(filter(any, found), ("", ""))
        if message:
            yield page.finding(contact, reference.target.span, message, help)
    for link in page.links:
        if _says_another(link):
            help = f"it leads to `{link.target.text.partition(':')[2]}`: make them the same"
            yield page.finding(contact, link.words.span, "words and link differ", help)


def _says_another(link: Link) -> bool:
    scheme, _, rest = link.target.text.partition(":")
    said = plain(link.words.text).strip()
    if scheme.lower() == "tel" and re.fullmatch(r"[+\d\s\u00a0()\-]+", said):
        return _bare(said).removeprefix("+47") != _bare(unquote(rest)).removeprefix("+47")
    is_mail = scheme.lower() == "mailto" and _MAIL.fullmatch(said)
    return bool(is_mail) and said.lower() != unquote(rest.partition("?")[0]).lower()


def _bare(number: str) -> str:
    digits = _GAP.sub("", number)
    return f"+{digits[2:]}" if digits.startswith("00") else digits


def _wrong_number(written: str) -> tuple[str, str]:
    digits = _bare(written)
    is_good = (
        _ABROAD.fullmatch(digits[1:])
        if digits.startswith("+")
        else digits in SHORT_NUMBERS or _NORWEGIAN.fullmatch(digits)
    )
    return ("", "") if is_good else (f"`{written}` is no telephone number", _NUMBER_HELP)


def _wrong_mail(written: str) -> tuple[str, str]:
    is_good = _MAIL.fullmatch(written) and ".." not in written and written[0] != "."
    return ("", "") if is_good else (f"`{written}` is no e-mail address", _MAIL_HELP)
