"""Promises: no code in content, forms that send nothing, links that open where the reader is."""

import re
from collections.abc import Iterator, Mapping

from checklists.grammar.attributes import Word
from checklists.grammar.passage import Passage
from checklists.grammar.places import Span
from checklists.guide.defects import NO_CODE
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Located, Markup, Page, TextFile
from checklists.guide.rule import Edit, Rule
from checklists.rules.fetches import BANNED, fetched_targets, tags_of
from checklists.rules.site_files import blank
from checklists.rules.table import check

BANNED_IN_TEMPLATES = ("style", "base", "iframe", "frame", "object", "embed", "applet")

_EVENT = re.compile(r"on[a-z]+")
_CODE_ADDRESS = re.compile(r"\s*(?:javascript|vbscript|data:text/html)", re.IGNORECASE)
_QUIET = re.compile(r"<!--[\s\S]*?-->|\{#[\s\S]*?#\}")
_SENDING = {"action", "formaction", "formmethod"}
_HARMLESS_METHOD = re.compile(r"\s*dialog\s*", re.IGNORECASE)
_OWN_FRAME = {"_self", "_top", "_parent"}
"""Targets without a new window: a frame of a wiki uses them."""

Broken = tuple[Rule, str, str, str]
"""The rule, the attribute, "" for the tag itself, a message and a help."""

NO_SENDING = Rule(
    "CL822: A form sends nothing",
    "What one writes stays in one's own browser. There is no server to send it to.",
    Edit("Kunden slipper å spørre på nytt.", '<form action="/send"><button>Send</button></form>'),
)


NEW_WINDOW = Rule(
    "CL823: A link opens where the reader is",
    "A new window takes away the way back. Whoever wants one asks the browser for it.",
    Edit(
        "[Kunden som vil ha én ting til](../situations/one-more-thing.md)",
        "[Kunden som vil ha én ting til](../situations/one-more-thing.md){ target=_blank }",
    ),
)


@check
def _promises(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for markup in _free(page) if page.markup else ():
            for rule, key, message, help in _broken(markup.name, markup.attributes, is_page=True):
                span = markup.attributes[key].span if key else markup.span
                yield page.finding(rule, span, message, help)
    for file in guide.texts.values():
        if file.path.endswith((".html", ".yml")):
            yield from _of_template(file)


def _of_template(file: TextFile) -> Iterator[Finding]:
    passage = Passage(1, 1, file.lines)
    for tag in tags_of(_QUIET.sub(lambda match: blank(match[0]), passage.text)):
        for rule, key, message, help in _broken(tag.name, tag.attributes, is_page=False):
            word = tag.attributes[key] if key else Word(tag.text, tag.offset)
            yield file.finding(rule, passage.span(word), message, help)


def _broken(name: str, words: Mapping[str, Word | Located], is_page: bool) -> Iterator[Broken]:
    if name in (BANNED if is_page else BANNED_IN_TEMPLATES):
        where = "content" if is_page else "a template"
        yield NO_CODE, "", f"`<{name}>` in {where}", BANNED[name]
        return
    for key, word in words.items():
        is_method = key == "method" and name == "form"
        if _EVENT.fullmatch(key):
            yield NO_CODE, key, f"`{key}` runs code", "leave it out: scripts stand in docs/assets"
        elif key == "style":
            help = "leave it out: styles stand in docs/assets"
            yield NO_CODE, key, "style within a tag", help
        elif key in _SENDING or (is_method and not _HARMLESS_METHOD.fullmatch(word.text)):
            help = 'leave it out, or write `method="dialog"`'
            yield NO_SENDING, key, f"`{key}` sends what is written", help
        elif key == "target" and word.text.strip().lower() not in _OWN_FRAME:
            message = f"`target={word.text}` opens a new window"
            yield NEW_WINDOW, key, message, "leave out `target`"
        elif _CODE_ADDRESS.match(word.text) and not (is_page and name):  # CL805 tells of those
            yield NO_CODE, key, "address runs code", "lead to a page"


def told_targets(page: Page) -> set[Span]:
    """Where links and files are named that this room tells more of than that they are missing."""
    banned = (markup for markup in page.markup if markup.name in BANNED)
    inside = {word.span for markup in banned for word in markup.attributes.values()}
    return inside | {target.span for target in fetched_targets(page)}


def _free(page: Page) -> list[Markup]:
    """All but the lists of items and headings: what they may hold is another rule's to say."""
    slots = [each.slot for each in page.sections] + [each.slot for each in page.items]
    own = {(slot.line, slot.column - 1) for slot in slots if slot}
    return [m for m in page.markup if m.name or (m.span.line, m.span.column) not in own]
