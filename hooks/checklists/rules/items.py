"""Rules on a single item, and on ids within a page."""

import re
from collections.abc import Iterator

from checklists.authoring.missing_ids import missing_ids
from checklists.grammar.ids import ID, ID_HELP
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Item, Located, Page

_LINK = re.compile(r"\]\(|\]\[|<https?:|<a\b|https?://")


def item_action(guide: Guide) -> Iterator[Finding]:
    """CL102: an item starts with its action, in bold."""
    for page, item in _items(guide):
        if item.action is None:
            help = "write `- [ ] **Do this.** Why it matters. { #id }`"
            yield page.finding("CL102", item.span, "item has no action in bold", help)


def item_id(guide: Guide) -> Iterator[Finding]:
    """CL103: an item has an id. It is its address, so it is never made up for it."""
    lacking = [(page, item) for page, item in _items(guide) if item.id is None]
    if not lacking:
        return
    names = {(each.path, each.line): each.id for each in missing_ids(guide)}
    for page, item in lacking:
        id = names.get((page.path, item.slot.line)) if item.slot else None
        help = f"add {{ #{id or 'short-english-id'} }}, the same in both languages"
        yield page.finding("CL103", item.span, "item has no id", help)


def id_form(guide: Guide) -> Iterator[Finding]:
    """CL104: the id of an item, and each id it had before, is valid."""
    for page, item in _items(guide):
        for id in [*([item.id] if item.id else []), *item.was]:
            if not ID.fullmatch(id.text):
                message = f"`{id.text}` is not a valid id"
                yield page.finding("CL104", id.span, message, ID_HELP)


def unique_ids(guide: Guide) -> Iterator[Finding]:
    """CL105: an id, present or past, stands once on its page."""
    for page in guide.pages.values():
        first: dict[str, Located] = {}
        for id in sorted(
            (*page.ids, *page.anchors), key=lambda word: (word.span.line, word.span.column)
        ):
            if id.text in first:
                message = f"id `{id.text}` is taken"
                help = f"line {first[id.text].span.line} has it"
                yield page.finding("CL105", id.span, message, help)
            first.setdefault(id.text, id)


def action_without_link(guide: Guide) -> Iterator[Finding]:
    """CL107: the action is the label of a checkbox, so a link in it could not be followed."""
    for page, item in _items(guide):
        if item.action and _LINK.search(item.action):
            message = "link in the action"
            yield page.finding("CL107", item.span, message, "put the link after the bold words")


def _items(guide: Guide) -> Iterator[tuple[Page, Item]]:
    for page in guide.pages.values():
        for item in page.items:
            yield page, item
