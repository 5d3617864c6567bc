"""Promises: no code in content, forms that send nothing, links that open where the reader is."""

import re
from collections.abc import Iterator

from checklists.grammar.attributes import Word
from checklists.grammar.passage import Passage
from checklists.grammar.places import Span
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Located, Markup, Page, TextFile
from checklists.guide.rule import Edit, Rule
from checklists.rules.fetches import BANNED, fetched_targets, tags_of
from checklists.rules.table import check, rule

BANNED_IN_TEMPLATES = ("style", "base", "iframe", "frame", "object", "embed", "applet")

_EVENT = re.compile(r"on[a-z]+")
_CODE_ADDRESS = re.compile(r"\s*(?:javascript|vbscript|data:text/html)", re.IGNORECASE)
_SENDING = {"action", "formaction", "formmethod"}
_HARMLESS_METHOD = re.compile(r"\s*dialog\s*", re.IGNORECASE)
_OWN_FRAME = {"_self", "_top", "_parent"}
"""Targets without a new window: a frame of a wiki uses them."""

Broken = tuple[Span, str, str]
"""A place, a message and a help."""

NO_CODE = Rule(
    "CL821: No code stands in content, and no style or event within a tag",
    "The browser refuses it, for nobody could tell it from code that somebody else put there.",
    Edit("Kunden slipper å spørre på nytt.", '<p onclick="alert(1)">Kunden slipper å spørre.</p>'),
)
NO_SENDING = Rule(
    "CL822: A form sends nothing",
    "What one writes stays in one's own browser. There is no server to send it to.",
    Edit("Kunden slipper å spørre på nytt.", '<form action="/send"><button>Send</button></form>'),
)


@rule(
    "CL823: A link opens where the reader is",
    "A new window takes away the way back. Whoever wants one asks the browser for it.",
    Edit(
        "[Kunden som vil ha én ting til](../situations/one-more-thing.md)",
        "[Kunden som vil ha én ting til](../situations/one-more-thing.md){ target=_blank }",
    ),
)
def new_window(guide: Guide) -> Iterator[Finding]:
    for where, tags in _everything(guide):
        for tag in tags:
            target = tag.attributes.get("target")
            if target and target.text.strip().lower() not in _OWN_FRAME:
                message = f"`target={target.text}` opens a new window"
                yield where.finding(new_window, target.span, message, "leave out `target`")


@check
def _code_and_forms(guide: Guide) -> Iterator[Finding]:
    for where, tags in _everything(guide):
        is_page = isinstance(where, Page)
        for tag in tags:
            for span, message, help in _code(tag, is_page):
                yield where.finding(NO_CODE, span, message, help)
            for span, message, help in _sending(tag):
                yield where.finding(NO_SENDING, span, message, help)


def told_targets(page: Page) -> set[Span]:
    """Where links and files are named that this room tells more of than that they are missing."""
    banned = (markup for markup in page.markup if markup.name in BANNED)
    inside = {word.span for markup in banned for word in markup.attributes.values()}
    return inside | {target.span for target in fetched_targets(page)}


def _everything(guide: Guide) -> Iterator[tuple[Page | TextFile, list[Markup]]]:
    for page in guide.pages.values():
        if page.markup:
            yield page, _free(page)
    for file in guide.texts.values():
        if file.path.endswith((".html", ".yml")) and any("<" in line for line in file.lines):
            yield file, list(_of_template(file))


def _free(page: Page) -> list[Markup]:
    """All but the lists of items and headings: what they may hold is another rule's to say."""
    slots = [each.slot for each in page.sections] + [each.slot for each in page.items]
    own = {(slot.line, slot.column - 1) for slot in slots if slot}
    return [m for m in page.markup if m.name or (m.span.line, m.span.column) not in own]


def _of_template(file: TextFile) -> Iterator[Markup]:
    passage = Passage(1, 1, file.lines)
    text = re.sub(r"<!--[\s\S]*?-->|\{#[\s\S]*?#\}", _blank, passage.text)
    for tag in tags_of(text):
        words = {k: Located(w.text, passage.span(w)) for k, w in tag.attributes.items()}
        yield Markup(tag.name, passage.span(Word(tag.text, tag.offset)), words)


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


def _code(tag: Markup, is_page: bool) -> Iterator[Broken]:
    if tag.name in (BANNED if is_page else BANNED_IN_TEMPLATES):
        where = "content" if is_page else "a template"
        yield tag.span, f"`<{tag.name}>` in {where}", BANNED[tag.name]
        return
    for key, word in tag.attributes.items():
        if _EVENT.fullmatch(key):
            yield word.span, f"`{key}` runs code", "leave it out: scripts stand in docs/assets"
        elif key == "style":
            yield word.span, "style within a tag", "leave it out: styles stand in docs/assets"
        elif _CODE_ADDRESS.match(word.text) and not (is_page and tag.name):  # CL805 tells of those
            yield word.span, "address runs code", "lead to a page"


def _sending(tag: Markup) -> Iterator[Broken]:
    for key, word in tag.attributes.items():
        is_method = key == "method" and tag.name == "form"
        if key in _SENDING or (is_method and not _HARMLESS_METHOD.fullmatch(word.text)):
            help = 'leave it out, or write `method="dialog"`'
            yield word.span, f"`{key}` sends what is written", help
