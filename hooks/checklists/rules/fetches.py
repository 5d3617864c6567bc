"""Promise: nothing is fetched from another site, whichever file asks for it."""

import re
from collections.abc import Iterator, Mapping
from typing import TypeVar

from checklists.grammar.attributes import Word
from checklists.grammar.passage import Passage
from checklists.grammar.places import Span
from checklists.grammar.tags import Tag, tags
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Located, Page, SiteConfig, TextFile
from checklists.guide.rule import Edit
from checklists.rules.site_files import blank
from checklists.rules.table import rule

W = TypeVar("W", Word, Located)

ELSEWHERE = re.compile(r"(?:(?:https?|wss?|ftp):)?//[\w.{-]", re.IGNORECASE)
"""The beginning of an address of another site."""
SRC = {"src", "srcset", "imagesrcset", "poster", "background", "ping", "manifest", "data"}
LINKING = {"image", "use", "feimage", "script"}
"""Elements of SVG whose `href` is fetched, as that of `<link>` is."""
QUIET_RELS = {"alternate", "author", "bookmark", "canonical", "external", "help", "license"}
QUIET_RELS |= {"me", "next", "nofollow", "noopener", "noreferrer", "prev", "search", "tag"}
"""What a `<link>` may be without being fetched."""

BANNED = {
    "script": "leave it out: scripts stand in docs/assets, and `main.js` loads them",
    "style": "put the rules into a style in docs/assets",
    "iframe": "link to the page instead",
    "frame": "link to the page instead",
    "frameset": "leave it out",
    "object": "show an image, or link to the file",
    "embed": "show an image, or link to the file",
    "applet": "leave it out",
    "portal": "link to the page instead",
    "fencedframe": "link to the page instead",
    "base": "leave it out: it would change where every link leads",
    "meta": "leave it out: `aliases` in the front matter leads an old address on",
    "link": "leave it out: the configuration names styles",
}
"""Tags that no page may hold, and what to do instead: `promises` tells of them."""

_URL = rf"(?P<url>{ELSEWHERE.pattern})"
_CALLS = r"fetch|import|importScripts|WebSocket|EventSource|Worker|SharedWorker|sendBeacon|Audio"
_CALLS += r"|Request|XMLHttpRequest|addModule|register|FontFace|load"
_PROPERTIES = r"src|srcset|poster|background|backgroundImage|data|action"
_NAMED = re.compile(
    rf"\b(?!href\b)(?P<name>[\w$]+)\s*[=:]\s*(?:new URL\(\s*)?[\"'`]{_URL}", re.IGNORECASE
)
_USED = re.compile(rf"\b(?:{_CALLS}|open)\s*\(([^;\n]*)|\.(?:{_PROPERTIES})\s*=([^;\n]*)")
_SCRIPT = re.compile(
    rf"""(?:\b(?:{_CALLS})\s*\([^;\n"'`]*(?:"[^"\n]*"\s*,\s*)?
        | \.open\(\s*["'`]\w+["'`]\s*,\s*
        | \.(?:{_PROPERTIES})\s*=\s*
        | setAttribute\(\s*["'`](?:{_PROPERTIES})["'`]\s*,\s*
        | \b(?:from|import)\s*)
      (?:new\ URL\(\s*)?["'`](?:url\(["']?)?{_URL}""",
    re.VERBOSE,
)
_STYLE = re.compile(
    rf"(?:@import\s+[\"']?|\b(?:url|src|image|image-set|cross-fade)\([^;{{}}]*?[\s\"'(]??){_URL}"
    rf"|@import\s+url\(\s*[\"']?(?P<second>{ELSEWHERE.pattern})",
    re.IGNORECASE,
)
_MANIFEST = re.compile(rf"\"(?:src|start_url|scope)\"\s*:\s*\"{_URL}")
_PATTERNS = {
    ".css": (_STYLE,),
    ".js": (_SCRIPT,),
    ".html": (_SCRIPT, _STYLE),
    ".webmanifest": (_MANIFEST,),
}
_SILENT = {
    ".css": re.compile(r"/\*[\s\S]*?\*/|@namespace[^;]*;|(?<=url\()([\"'])data:[\s\S]*?\1"),
    ".js": re.compile(r"/\*[\s\S]*?\*/|(?<=[\s;{}])//[^\n]*|\A//[^\n]*"),
    ".html": re.compile(r"<!--[\s\S]*?-->|\{#[\s\S]*?#\}"),
    ".yml": re.compile(r"^\s*#[^\n]*", re.MULTILINE),
}
_MAY_HOLD_ANY = re.compile(r"//[\w.{-]")
_JINJA = re.compile(r"\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}")
_VISIBLE = re.compile(r"[^\n]")

_OURS = "keep the file in docs/assets, and name it there"
SETTINGS = (
    (r"(?:theme\.(?!icon)|plugins\.|extra_css\.|extra_javascript\.)[^=]*=\s*" + _URL, _OURS),
    (r"markdown_extensions\.[^=]*=\s*" + _URL, _OURS),
    (r"theme\.font(?:\.[^=]*)?=(?!false$|off$|no$)", "write `font: false`"),
    (r"extra\.analytics\.", "leave it out: the guide counts nobody"),
    (
        r"repo_url=.*(?:github|gitlab)\.com",
        "the theme asks there for stars: link to it in the text",
    ),
    (r"[^=]*custom_fences[^=]*=mermaid$", "show an image of the diagram"),
    (r"[^=]*emoji[^=]*=.*to_png", "write `to_svg`, which needs no other site"),
)
"""Settings that have a browser ask another site: `key.key=value`, and what to do."""
_SETTINGS = tuple((re.compile(pattern, re.IGNORECASE), help) for pattern, help in SETTINGS)


@rule(
    "CL820: Nothing is fetched from another site",
    "Another site would learn who reads what, could change it, and is not there offline.",
    Edit("Kunden slipper å spørre på nytt.", "![Veien ut](https://maps.example/way-out.png)"),
)
def fetched(guide: Guide) -> Iterator[Finding]:
    """In content, templates, styles, scripts and configuration."""
    for page in guide.pages.values():
        for target in fetched_targets(page):
            yield page.finding(fetched, target.span, _message(target.text), _OURS)
    for file in guide.texts.values():
        for word in _of_file(file):
            yield file.finding(fetched, _span(file, word), _message(word.text), _OURS)
    for config in guide.configs:
        yield from _of_settings(guide, config)


def fetched_targets(page: Page) -> Iterator[Located]:
    """What a page has a browser fetch from another site."""
    found = {link.target.span: link.target for link in page.links if link.is_image}
    for markup in (each for each in page.markup if each.name not in BANNED):
        found |= {word.span: word for word in _fetching(markup.name, markup.attributes)}
    yield from (word for word in found.values() if ELSEWHERE.search(word.text))


def _fetching(name: str, words: Mapping[str, W]) -> Iterator[W]:
    """The values of a tag that a browser fetches by itself."""
    rels = set(words["rel"].text.lower().split()) if "rel" in words else set()
    for key, word in words.items():
        is_href = key in ("href", "xlink:href") and (
            name in LINKING or (name == "link" and (not rels or rels - QUIET_RELS))
        )
        is_style = key == "style" and "(" in word.text
        if is_href or is_style or key in SRC:
            yield word


def _message(text: str) -> str:
    return f"`{text}` is fetched from another site"


def _of_file(file: TextFile) -> Iterator[Word]:
    """Each place once: a template holds tags, styles and scripts."""
    ending = file.path[file.path.rfind(".") :]
    text = "\n".join(file.lines)
    if not _MAY_HOLD_ANY.search(text):
        return
    text = _SILENT[ending].sub(lambda match: blank(match[0]), text) if ending in _SILENT else text
    found = {word.offset: word for word in _in_code(text, ending)}
    if ending in (".html", ".yml"):
        found |= {word.offset: word for tag in tags_of(text) for word in _in_tag(tag)}
    for offset in sorted(found):
        yield found[offset]


def _in_code(text: str, ending: str) -> Iterator[Word]:
    for pattern in _PATTERNS.get(ending, ()):
        for match in pattern.finditer(text):
            yield _address(text, match.start("url") if match["url"] else match.start("second"))
    if ending in (".js", ".html"):
        used = " ".join(first or second for first, second in _USED.findall(text))
        for match in _NAMED.finditer(text):
            if re.search(rf"(?<![\w$]){re.escape(match['name'])}(?![\w$])", used):
                yield _address(text, match.start("url"))


def _in_tag(tag: Tag) -> Iterator[Word]:
    for word in _fetching(tag.name, tag.attributes):
        if match := ELSEWHERE.search(word.text):
            yield _address(word.text + '"', match.start(), word.offset)


def tags_of(text: str) -> Iterator[Tag]:
    """The tags of a template: those around what Jinja says, and those it says.

    The values of attributes are as written.
    """
    around = _JINJA.sub(lambda match: _VISIBLE.sub("_ "[match[0][1] == "%"], match[0]), text)
    for tag in tags(around):
        words = tag.attributes.items()
        written = {k: Word(text[w.offset : w.offset + len(w.text)], w.offset) for k, w in words}
        yield Tag(tag.name, tag.offset, tag.text, written)
    for said in _JINJA.finditer(text):
        if "<" in said[0]:
            for tag in tags(said[0]):
                moved = {
                    k: Word(w.text, w.offset + said.start()) for k, w in tag.attributes.items()
                }
                yield Tag(tag.name, tag.offset + said.start(), tag.text, moved)


def _address(text: str, start: int, base: int = 0) -> Word:
    end = re.compile(r"[\s\"'`)<>,]|$").search(text, start)
    return Word(text[start : end.start() if end else None], start + base)


def _span(file: TextFile, word: Word) -> Span:
    return Passage(1, 1, file.lines).span(word)


def _of_settings(guide: Guide, config: SiteConfig) -> Iterator[Finding]:
    file = guide.texts[config.path]
    told: set[str] = set()
    for key, value in file.values.items():
        path = ".".join(map(str, key))
        setting = f"{path}={value.text}"
        help = next((help for pattern, help in _SETTINGS if pattern.match(setting)), "")
        if help and (help == _OURS or help not in told):
            told.add(help)
            message = f"`{path}` has something fetched from another site"
            yield file.finding(fetched, value.span, message, help)
    name, heir = file.values.get(("theme", "name")), file.values.get(("INHERIT",))
    has_font = any(key[:2] == ("theme", "font") for key in file.values)
    if name and name.text == "material" and not heir and not has_font:
        message = "without `font: false` the theme fetches fonts from another site"
        yield file.finding(fetched, name.span, message, "add `font: false` below it")
