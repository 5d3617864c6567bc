"""A trailing attribute list: `{ #id .flag key="value" }`.

Shared by the reader, which needs offsets, and by the Markdown extension, which does not.
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
_UNREAD = re.compile(r"\{:?[ \t]*[#.][^{}]*\}?|(?<!\w)(?:src|was)=\"[^\"]*\"?")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text and its offset (0-based, in characters) in the text it was read from."""

    text: str
    offset: int


@dataclass(slots=True)
class Attributes:
    """A parsed list. `unread` holds the tokens that fit no form, in order."""

    offset: int
    ids: list[Token] = field(default_factory=list)
    flags: list[Token] = field(default_factory=list)
    keys: dict[str, Token] = field(default_factory=dict)
    values: dict[str, Token] = field(default_factory=dict)
    repeated: list[Token] = field(default_factory=list)
    unread: list[Token] = field(default_factory=list)

    def tokens(self, key: str) -> list[Token]:
        """Split the value of `key` at white space; empty when the key is absent."""
        value = self.values.get(key)
        if value is None:
            return []
        return [
            Token(match.group(), value.offset + match.start())
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


def find_unread(text: str) -> Token | None:
    """What looks like an attribute list in a text whose trailing list is split off."""
    for match in _UNREAD.finditer(text):
        if text.count("`", 0, match.start()) % 2 == 0:  # not in code
            return Token(match.group().rstrip(), match.start())
    return None


def _parse(body: str, offset: int, base: int) -> Attributes:
    attributes = Attributes(offset)
    position = 0
    while (word := _WORD.search(body, position)) is not None:
        token = _TOKEN.match(body, word.start())
        # A token must end at white space: `#id.flag` is one unread word, not two tokens.
        if token is None or not (token.end() == len(body) or body[token.end()].isspace()):
            attributes.unread.append(Token(word.group(), base + word.start()))
            position = word.end()
            continue
        _store(attributes, token, base)
        position = token.end()
    return attributes


def _store(attributes: Attributes, token: re.Match[str], base: int) -> None:
    if token["id"]:
        attributes.ids.append(Token(token["id"], base + token.start("id")))
    elif token["flag"]:
        attributes.flags.append(Token(token["flag"], base + token.start("flag")))
    elif token["key"] in attributes.keys:
        attributes.repeated.append(Token(token["key"], base + token.start("key")))
    else:
        group = "bare" if token["bare"] is not None else "quoted"
        attributes.keys[token["key"]] = Token(token["key"], base + token.start("key"))
        attributes.values[token["key"]] = Token(token[group], base + token.start(group))
