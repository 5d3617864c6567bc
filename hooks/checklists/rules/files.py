"""Files that can be read, and characters that are what they seem."""

import re
import unicodedata
from collections.abc import Callable, Iterator

from checklists.guide.finding import Finding
from checklists.guide.model import DataFile, Guide, Page, ProblemKind
from checklists.guide.places import Span
from checklists.guide.rule import Rule

_ENGINE = ("hooks/", "overrides/")
"""Its files have characters of languages that the guide may not have."""

CHARACTERS = Rule(
    "CL001",
    "A file is UTF-8, with the characters of the guide and LF line ends",
    "Letters that look alike, invisible characters and garbled ones break search, links and screen "
    "readers. style.yml lists the characters that the guide uses.",
)

UNUSABLE_FILE = Rule(
    "CL006",
    "A file can be read, has something in it, and a name that works as an address",
    "A page that is not read is not checked. Capitals and spaces break addresses in e-mail.",
)

INVALID_YAML = Rule(
    "CL011",
    "YAML is valid, each key given once",
    "Nothing in the file can be checked until YAML can read it.",
)

INVALID_VALUE = Rule(
    "CL015",
    "Front matter and data have the keys and values of their schema",
    "Cards, the review list and the page itself show these values.",
)

CONFLICT = Rule(
    "CL021",
    "No merge conflict is left",
    "Nobody has decided which of the two versions counts.",
)


def characters(guide: Guide) -> Iterator[Finding]:
    """CL001, also for what the reader could not decode."""
    yield from reported("encoding", CHARACTERS)(guide)
    if not guide.style.characters:
        return
    own = re.escape("".join(guide.style.characters.values()))
    other = re.compile(f"[^ -~{own}]")
    read: list[Page | DataFile] = [*guide.pages.values(), *guide.data.values()]
    for file in read:
        if file.path.endswith("/style.yml") or file.path.startswith(_ENGINE):
            continue
        for number, line in enumerate(file.lines, 1):
            for match in () if line.isascii() and line.isprintable() else other.finditer(line):
                yield _finding(file, Span(number, match.start() + 1), match[0])


def _finding(file: Page | DataFile, span: Span, character: str) -> Finding:
    name = unicodedata.name(character, "control character")
    message = f"U+{ord(character):04X} {name} is not a character of this guide"
    help = "type what is meant, or add it to `characters` in style.yml"
    return file.finding(CHARACTERS, span, message, help)


def reported(kind: ProblemKind, rule: Rule) -> Callable[[Guide], Iterator[Finding]]:
    """A check that reports the problems of one kind that the reader met."""

    def check(guide: Guide) -> Iterator[Finding]:
        for problem in guide.problems:
            if problem.kind == kind:
                yield Finding(problem.place, rule, problem.message, problem.help)

    return check
