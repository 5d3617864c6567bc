"""The grammar of a trailing attribute list: `{ #id .flag key="value" }`.

Shared by the parser, which needs columns, and by the Markdown extension, which does not.
"""

import re
from dataclasses import dataclass, field

# Linear: the body may not contain a brace, so each `{` is tried once.
_TRAILING = re.compile(r"\{(?P<body>[^{}]*)\}[ \t]*\Z")
_TOKEN = re.compile(
    r"""\#(?P<id>[^\s#."'=]+)
      | \.(?P<flag>[^\s#."'=]+)
      | (?P<key>[A-Za-z][\w-]*)=(?:"(?P<quoted>[^"]*)"|(?P<bare>[^\s"']+))""",
    re.VERBOSE,
)
_WORD = re.compile(r"\S+")
_ONE = r"""(?:[#.][^\s#."'={}]+|(?:src|was)=(?:"[^"{}]*"|[^\s"'{}]+))"""
# What is meant for a list: one that starts like one, or attributes that end the text.
_IN_BRACES = re.compile(rf"\{{(?P<body>\s*{_ONE}[^{{}}]*)(?P<close>\}}|\Z)")
_BARE = re.compile(rf"(?P<body>\#[a-z][\w-]*(?:[ \t]+{_ONE})*)[ \t]*(?P<close>[\])}}]?)[ \t]*\Z")


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of text and its offset (0-based, in characters) in the text it was read from."""

    text: str
    offset: int


@dataclass(slots=True)
class Attributes:
    """A parsed list. `unread` holds the tokens that fit no form, in order."""

    offset: int
    ids: list[Word] = field(default_factory=list)
    flags: list[Word] = field(default_factory=list)
    keys: dict[str, Word] = field(default_factory=dict)
    values: dict[str, Word] = field(default_factory=dict)
    repeated: list[Word] = field(default_factory=list)
    unread: list[Word] = field(default_factory=list)

    def words(self, key: str) -> list[Word]:
        """Split the value of `key` at white space; empty when the key is absent."""
        value = self.values.get(key)
        if value is None:
            return []
        return [
            Word(match.group(), value.offset + match.start())
            for match in _WORD.finditer(value.text)
        ]


def split_trailing(text: str) -> tuple[str, Attributes | None]:
    """Split `text` into what precedes a trailing attribute list, right-stripped, and the list.

    Without one, the text comes back as it is, with None.
    """
    start = text.rfind("{")
    match = _TRAILING.match(text, start) if start >= 0 else None
    if match is None:
        return text, None
    return text[:start].rstrip(), _parse(match["body"], start, match.start("body"))


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A list that is not one: where it stands, `rest` of the text with blanks in its place, why."""

    word: Word
    rest: str
    attributes: Attributes
    problem: str
    help: str


def find_misplaced(text: str) -> Misplaced | None:
    """What was meant for an attribute list and does not end the text, or is not in braces."""
    start = text.rfind("{")
    match = _IN_BRACES.match(text, start) if start >= 0 else None
    if match and text.count("`", 0, start) % 2 == 0:  # not in code
        if match["close"]:
            return _misplaced(match, start, "attribute list is not at the end", "move it there")
        return _misplaced(match, start, "attribute list is never closed", "add ` }`")
    match = _BARE.match(text, max(text.rfind("#"), 0))
    if match is None or not (match["close"] or "=" in match["body"]):
        return None  # `#budget2027` at the end may be a word
    before = text[: match.start()].rstrip()
    start = len(before) - 1 if before.endswith(("(", "[")) else match.start()
    help = "write `{ ` before them and ` }` behind"
    return _misplaced(match, start, "attributes are not in braces", help)


def _misplaced(match: re.Match[str], start: int, problem: str, help: str) -> Misplaced:
    text, end = match.string, match.end()
    rest = text[:start] + " " * (end - start) + text[end:]
    attributes = _parse(match["body"], start, match.start("body"))
    return Misplaced(Word(text[start:end].rstrip(), start), rest, attributes, problem, help)


def _parse(body: str, offset: int, base: int) -> Attributes:
    attributes = Attributes(offset)
    position = 0
    while (word := _WORD.search(body, position)) is not None:
        token = _TOKEN.match(body, word.start())
        # A token must end at white space: `#id.flag` is one unread word, not two tokens.
        if token is None or not (token.end() == len(body) or body[token.end()].isspace()):
            attributes.unread.append(Word(word.group(), base + word.start()))
            position = word.end()
            continue
        _store(attributes, token, base)
        position = token.end()
    return attributes


def _store(attributes: Attributes, token: re.Match[str], base: int) -> None:
    if token["id"]:
        attributes.ids.append(Word(token["id"], base + token.start("id")))
    elif token["flag"]:
        attributes.flags.append(Word(token["flag"], base + token.start("flag")))
    else:
        _store_value(attributes, token, base)


def _store_value(attributes: Attributes, token: re.Match[str], base: int) -> None:
    key = Word(token["key"], base + token.start("key"))
    group = "bare" if token["bare"] is not None else "quoted"
    if key.text in attributes.keys:
        attributes.repeated.append(key)
    else:
        attributes.keys[key.text] = key
        attributes.values[key.text] = Word(token[group], base + token.start(group))
