"""Where a text points, and what in it can be pointed at: links, images, raw HTML, ids.

Reads Markdown as Python-Markdown does, in linear time, and keeps the place of each target.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from itertools import accumulate

from checklists.grammar.places import Span
from checklists.guide.model import Located, Reference

_QUOTED = r"\"[^\"]{0,2000}\"|'[^']{0,2000}'"
_TOKEN = re.compile(
    rf"""(?=[\\\n`<!\[\]{{]|^[ \t])  # where none can begin is passed over fast
      (?:\\.
      | (?P<blank>\n[ \t]*(?=\n))
      | (?P<code>`+)
      | (?P<definition>^[ \t]*\[(?P<id>[^\[\]\n]+)\]:[ \t]*(?P<at>\S+))
      | (?P<auto><(?P<url>[A-Za-z][\w+.-]*:/[^<>\s]*)>)
      | (?P<tag><(?P<name>[A-Za-z][\w-]*)(?:[^<>"']|{_QUOTED})*+>)
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
_CLOSED = re.compile(r"\s*+</a\s*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(rf"(?P<key>[\w:-]+)\s*=\s*(?P<value>{_QUOTED}|[^\s\"'<>]+)")
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


@dataclass(slots=True)
class _Scan:
    text: str
    starts: list[int]
    found: References = field(default_factory=References)
    open: list[re.Match[str]] = field(default_factory=list)
    defined: set[str] = field(default_factory=set)
    uses: list[Located] = field(default_factory=list)

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
    scan.found.undefined += [use for use in scan.uses if _name(use.text) not in scan.defined]
    return scan.found


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
        scan.defined.add(_name(token["id"]))
        target = token["at"].removeprefix("<").removesuffix(">")
        place = token.start("at") + token["at"].startswith("<")
        scan.found.all.append(Reference(scan.located(target, place)))
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
    return token.end()


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
    return inside.end()


def _read_use(
    scan: _Scan, opening: re.Match[str], closing: re.Match[str], use: re.Match[str]
) -> int:
    start, id = use.start("id"), use["id"]
    if not id.strip():
        start = opening.end()
        id = scan.text[start : min(closing.start(), start + _LONGEST_NAME)]
    scan.uses.append(scan.located(id, start))
    return use.end()


def _read_tag(scan: _Scan, token: re.Match[str]) -> int:
    attributes = dict(_attributes(token))
    name = token["name"].lower()
    for key, (value, offset) in attributes.items():
        if key == "id" or (key == "name" and name == "a"):
            scan.found.ids.append(scan.located(value, offset))
        elif key == "srcset":
            for candidate in _CANDIDATE.finditer(value):
                url = _WORD.search(candidate[0])
                if url:
                    place = scan.located(url[0].rstrip(","), offset + candidate.start())
                    scan.found.all.append(Reference(place, is_html=True))
        elif key in _POINTING or (key, name) == ("data", "object"):
            is_named = _is_named(scan, token, name, attributes) or key not in ("href", "src")
            place = scan.located(value, offset)
            reference = Reference(place, name == "img" and key == "src", True, is_named)
            scan.found.all.append(reference)
    return token.end()


def _is_named(
    scan: _Scan, token: re.Match[str], name: str, attributes: dict[str, tuple[str, int]]
) -> bool:
    """An image says by an empty `alt` that it is only decoration."""
    if name == "img":
        return "alt" in attributes
    is_empty = name == "a" and _CLOSED.match(scan.text, token.end()) is not None
    return not is_empty or "aria-label" in attributes


def _attributes(token: re.Match[str]) -> Iterator[tuple[str, tuple[str, int]]]:
    """Key -> value and its offset in the text."""
    start = token.end("name")
    for match in _ATTRIBUTE.finditer(token[0], start - token.start()):
        quoted = match["value"][0] in "\"'"
        value = match["value"][1:-1] if quoted else match["value"]
        yield match["key"].lower(), (unescape(value), token.start() + match.start("value") + quoted)


def _read_attributes(scan: _Scan, token: re.Match[str]) -> int:
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
