"""One built page -> what it points to, and what can be pointed at."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

# Tag -> the attributes that hold an address.
_POINTING = {
    "a": ("href",),
    "area": ("href",),
    "audio": ("src",),
    "iframe": ("src",),
    "img": ("src", "srcset"),
    "link": ("href",),
    "meta": ("content",),
    "object": ("data",),
    "script": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
}
_ADDRESSES_IN_META = {"og:image", "og:url"}
_IDS = etree.XPath("//@id", smart_strings=False)
_CODE = etree.XPath(
    "//article//*[self::script[not(starts-with(@type, 'application/'))] or self::iframe"
    " or self::frame or self::object or self::embed or self::applet or self::base]"
)
_EVENTS = etree.XPath("//article//@*[starts-with(name(), 'on')]")


class Pointer(NamedTuple):
    """An address on a page. `says_language` where the tag names the language it leads to."""

    target: str
    tag: str
    says_language: bool


@dataclass(frozen=True, slots=True)
class BuiltPage:
    """A page of the site. `path` is relative to the front page of the default language."""

    path: str
    ids: set[str] = field(default_factory=set)
    pointers: dict[Pointer, int] = field(default_factory=dict)
    """Each address, and its first line."""
    code: list[tuple[str, int]] = field(default_factory=list)
    """Tags and events in the content that run code, and their lines."""


def read_built_page(path: str, data: bytes) -> BuiltPage:
    """Read one page. Accepts any HTML, as a browser does."""
    tree: etree._Element | None = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    if tree is None:  # an empty page
        return BuiltPage(path)
    return BuiltPage(path, set(_IDS(tree)), _pointers(tree), list(_code(tree)))


def _code(tree: etree._Element) -> Iterator[tuple[str, int]]:
    for element in _CODE(tree):
        yield f"<{element.tag}", element.sourceline or 1
    for event in _EVENTS(tree):
        yield event.attrname, event.getparent().sourceline or 1


def _pointers(tree: etree._Element) -> dict[Pointer, int]:
    found: dict[Pointer, int] = {}
    for element in tree.iter(*_POINTING):
        tag = str(element.tag)
        if tag == "meta" and element.get("property") not in _ADDRESSES_IN_META:
            continue
        says_language = tag == "meta" or element.get("hreflang") is not None
        for attribute in _POINTING[tag]:
            value = element.get(attribute, "" if tag == "meta" else None)
            for target in _targets(attribute, value) if value is not None else ():
                found.setdefault(_pointer(target, tag, says_language), element.sourceline or 1)
    return found


# Pages have most of their pointers in common: navigation, styles, scripts.
_pointer = lru_cache(maxsize=100_000)(Pointer)


def _targets(attribute: str, value: str) -> list[str]:
    if attribute != "srcset":
        return [value.strip()]
    return [candidate.split()[0] for candidate in value.split(",") if candidate.strip()]
