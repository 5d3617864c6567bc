"""Where a text points, and what in it can be pointed at: links, images, raw HTML, ids.

Reads Markdown as Python-Markdown does, in linear time, and keeps the place of each target.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import accumulate

from checklists.grammar.attributes import Word
from checklists.grammar.places import Span
from checklists.grammar.tags import COMMENT, TAG, attributes
from checklists.guide.model import Link, Located, Markup, Reference

_TOKEN = re.compile(
    rf"""(?=[\\\n`<!\[\]{{]|^[ \t])  # where none can begin is passed over fast
      (?:\\.
      | (?P<blank>\n[ \t]*(?=\n))
      | (?P<code>`+)
      | (?P<definition>^[ \t]*\[(?P<id>[^\[\]\n]+)\]:[ \t]*(?P<at>\S+))
      | (?P<auto><(?P<url>[A-Za-z][\w+.-]*:/[^<>\s]*)>)
      | {COMMENT}
      | (?P<tag>{TAG})
      | (?P<note>\[\^[^\[\]\s]+\])
      | (?P<open>!?\[)
      | (?P<close>\])
      | (?P<attributes>\{{[^{{}}\n]*+\}}))""",
    re.VERBOSE | re.MULTILINE,
)
_BEGINNING = r"^[ \t]*(?:\[[^\[\]\n]+\]:|\#|(?:[-*+]|\d+\.)[ \t])"
_RUN = re.compile(rf"\n[ \t]*(?=\n)|{_BEGINNING}|`+", re.MULTILINE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_INSIDE = re.compile(r"\((?P<inside>(?:[^()]|\([^()]*+\))*+)\)")
_TARGET = re.compile(r"\s*+(?P<target>\S++)(?:\s++[\"'].*)?\s*\Z", re.DOTALL)
_USE = re.compile(r"\[(?P<id>[^\[\]]*+)\]")
_UNNAMED = re.compile(r"\s*+\]")
_INSIDE_A = re.compile(r"(?P<words>(?:(?!</a\s*>)[\s\S]){0,1000})</a\s*>", re.IGNORECASE)
_ID = re.compile(r"#(?P<id>[^\s#.\"'={}]+)")
_CANDIDATE = re.compile(r"[^\s,][^\s]*+[^,]*")
_WORD = re.compile(r"\S+")
_POINTING = {"href", "src", "poster", "cite"}
_LONGEST_NAME = 1000


@dataclass(slots=True)
class References:
    """`undefined` are the names of references and footnotes that lead nowhere."""

    all: list[Reference] = field(default_factory=list)
    ids: list[Located] = field(default_factory=list)
    undefined: list[Located] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    markup: list[Markup] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Use:
    """`[words][name]`, or `[name]` alone, which is text where nothing defines it."""

    words: Located
    name: Located
    is_image: bool
    is_alone: bool = False


@dataclass(slots=True)
class _Scan:
    text: str
    starts: list[int]
    found: References = field(default_factory=References)
    open: list[re.Match[str]] = field(default_factory=list)
    defined: dict[str, Located] = field(default_factory=dict)
    uses: list[_Use] = field(default_factory=list)

    def located(self, text: str, offset: int, length: int = 0) -> Located:
        row = bisect_right(self.starts, offset)
        column = offset - self.starts[row - 1] + 1
        return Located(text, Span(row, column, max(length or len(text), 1)))


def find_references(rows: Iterable[str]) -> References:
    """Read the lines of a page, those of code and comments left empty."""
    lines = list(rows)
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    scan = _Scan("\n".join(lines), starts)
    ends = _code_ends(scan.text)
    position = 0
    while (token := _TOKEN.search(scan.text, position)) is not None:
        position = token.end()
        if token.lastgroup == "code":
            position = ends.get(token.start(), position)
        elif token.lastgroup in _READERS:
            position = _READERS[token.lastgroup](scan, token)
    for use in scan.uses:
        _resolve(scan, use)
    return scan.found


def _resolve(scan: _Scan, use: _Use) -> None:
    target = scan.defined.get(_name(use.name.text))
    if target:
        scan.found.links.append(Link(use.words, target, use.is_image))
    elif not use.is_alone:
        scan.found.undefined.append(use.name)


def _code_ends(text: str) -> dict[int, int]:
    """Start -> end of each code span: from a run of backticks to the next as long.

    Where there is none, and no longer run, Markdown takes the longest there is.
    """
    ends: dict[int, int] = {}
    if "`" not in text:
        return ends
    following: dict[int, int] = {}
    for run in reversed(list(_RUN.finditer(text))):
        if run[0][0] != "`":  # the end of a paragraph
            following.clear()
            continue
        for escaped in (0, 1):  # a backslash may take the first backtick
            size = len(run[0]) - escaped
            longest = size if size in following else max(following, default=size)
            if longest <= size and longest in following:
                ends[run.start() + escaped] = following[longest]
        following[len(run[0])] = run.end()
    return ends


def _name(id: str) -> str:
    return " ".join(id.lower().split())


def _read_blank(scan: _Scan, token: re.Match[str]) -> int:
    scan.open.clear()
    return token.end()


def _read_definition(scan: _Scan, token: re.Match[str]) -> int:
    if not token["id"].startswith("^"):
        target = token["at"].removeprefix("<").removesuffix(">")
        place = token.start("at") + token["at"].startswith("<")
        reference = Reference(scan.located(target, place))
        scan.defined.setdefault(_name(token["id"]), reference.target)
        scan.found.all.append(reference)
    return token.end()


def _read_auto(scan: _Scan, token: re.Match[str]) -> int:
    scan.found.all.append(Reference(scan.located(token["url"], token.start("url"))))
    return token.end()


def _read_note(scan: _Scan, token: re.Match[str]) -> int:
    scan.found.undefined.append(scan.located(token["note"][1:-1], token.start(), len(token[0])))
    return token.end()


def _read_open(scan: _Scan, token: re.Match[str]) -> int:
    scan.open.append(token)
    return token.end()


def _read_close(scan: _Scan, token: re.Match[str]) -> int:
    if not scan.open:
        return token.end()
    opening = scan.open.pop()
    if (inside := _INSIDE.match(scan.text, token.end())) and not _BLANK_LINE.search(inside[0]):
        return _read_link(scan, opening, token, inside)
    if use := _USE.match(scan.text, token.end()):
        return _read_use(scan, opening, token, use)
    if token.start() - opening.end() > 1:  # more than the blank of a box
        words = _words(scan, opening, token)
        scan.uses.append(_Use(words, words, opening[0] == "![", is_alone=True))
    return token.end()


def _words(scan: _Scan, opening: re.Match[str], closing: re.Match[str]) -> Located:
    start = opening.end()
    return scan.located(scan.text[start : min(closing.start(), start + _LONGEST_NAME)], start)


def _read_link(
    scan: _Scan, opening: re.Match[str], closing: re.Match[str], inside: re.Match[str]
) -> int:
    match = _TARGET.match(inside["inside"])
    written = match["target"] if match else inside["inside"].strip()
    target = written.removeprefix("<").removesuffix(">")
    offset = inside.start("inside") + inside["inside"].find(written) + written.startswith("<")
    unnamed = _UNNAMED.match(scan.text, opening.end())
    reference = Reference(
        scan.located(target, offset) if target else scan.located("", inside.start(), 2),
        is_image=opening[0] == "![",
        is_named=not (unnamed and unnamed.end() == closing.end()),
    )
    scan.found.all.append(reference)
    if reference.is_named:
        words = _words(scan, opening, closing)
        scan.found.links.append(Link(words, reference.target, reference.is_image))
    return inside.end()


def _read_use(
    scan: _Scan, opening: re.Match[str], closing: re.Match[str], use: re.Match[str]
) -> int:
    words = _words(scan, opening, closing)
    name = scan.located(use["id"], use.start("id")) if use["id"].strip() else words
    scan.uses.append(_Use(words, name, opening[0] == "!["))
    return use.end()


def _read_tag(scan: _Scan, token: re.Match[str]) -> int:
    found = attributes(token[0], token.start(), len(token["name"]) + 1)
    name = token["name"].lower()
    _add_markup(scan, name, token, found)
    words = _words_of_tag(scan, token, name, found)
    for key, word in found.items():
        if key == "id" or (key == "name" and name == "a"):
            scan.found.ids.append(scan.located(word.text, word.offset))
        elif key == "srcset":
            for candidate in _CANDIDATE.finditer(word.text):
                url = _WORD.search(candidate[0])
                if url:
                    place = scan.located(url[0].rstrip(","), word.offset + candidate.start())
                    scan.found.all.append(Reference(place, is_html=True))
        elif key in _POINTING or (key, name) == ("data", "object"):
            is_named = _is_named(name, words, found) or key not in ("href", "src")
            place = scan.located(word.text, word.offset)
            is_image = name == "img" and key == "src"
            scan.found.all.append(Reference(place, is_image, True, is_named))
            if words and words.text.strip() and key in ("href", "src"):
                scan.found.links.append(Link(words, place, is_image, is_html=True))
    return token.end()


def _words_of_tag(
    scan: _Scan, token: re.Match[str], name: str, found: dict[str, Word]
) -> Located | None:
    if name == "img":
        return scan.located(found["alt"].text, found["alt"].offset) if "alt" in found else None
    if name == "a" and (inside := _INSIDE_A.match(scan.text, token.end())):
        return scan.located(inside["words"], token.end())
    return None


def _is_named(name: str, words: Located | None, found: dict[str, Word]) -> bool:
    """An image says by an empty `alt` that it is only decoration."""
    if name == "img":
        return "alt" in found
    is_empty = name == "a" and words is not None and not words.text.strip()
    return not is_empty or "aria-label" in found


def _add_markup(scan: _Scan, name: str, token: re.Match[str], found: dict[str, Word]) -> None:
    located = {key: scan.located(word.text, word.offset) for key, word in found.items()}
    span = scan.located(token[0].partition("\n")[0], token.start()).span
    scan.found.markup.append(Markup(name, span, located))


def _read_attributes(scan: _Scan, token: re.Match[str]) -> int:
    if "=" in token[0]:
        _add_markup(scan, "", token, attributes(token[0], token.start()))
    for match in _ID.finditer(token[0]):
        scan.found.ids.append(scan.located(match["id"], token.start() + match.start("id")))
    return token.end()


_READERS = {
    "blank": _read_blank,
    "definition": _read_definition,
    "auto": _read_auto,
    "tag": _read_tag,
    "note": _read_note,
    "open": _read_open,
    "close": _read_close,
    "attributes": _read_attributes,
}
