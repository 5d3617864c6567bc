"""The name of a page's file -> its key, and what is wrong with the name."""

import re
from unicodedata import normalize

from checklists.grammar.ids import ID_HELP, KEY
from checklists.guide.finding import Defect
from checklists.guide.rule import Edit, Rule

PAGE_NAME = Rule(
    "CL709: A page has a name that can be an address",
    "Capitals, spaces and letters beyond a to z make addresses that break in mail and on paper. "
    "Two names that differ in capitals are one file on many machines.",
    Edit("docs/nb/principles/svar-to-ganger.md", "docs/nb/principles/Svar to ganger.md"),
    file="docs/nb/principles/Svar to ganger.md",
    form="new",
)
_LETTERS = str.maketrans({"æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ð": "d", "þ": "th"})
_NO_LETTER = re.compile(r"[^a-z0-9/]+")


def key_of(name: str) -> tuple[str, Defect | None]:
    """The key of a page, read from the path of its file without the ending.

    A name that is no key is read as the key it should be, so that what leads there is sound.
    """
    if KEY.fullmatch(name):
        return name, None
    plain = normalize("NFKD", name.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    key = "/".join(_NO_LETTER.sub("-", part).strip("-") for part in plain.split("/"))
    help = f"rename it to `{key}.md`, the same in both languages"
    if not KEY.fullmatch(key):
        key, help = name, ID_HELP
    return key, Defect(PAGE_NAME, f"`{name}` cannot be an address", help)
