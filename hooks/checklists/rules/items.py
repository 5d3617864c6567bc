"""Rules on a single item, and on ids within a page."""

import re
from collections.abc import Iterator

from checklists.authoring.missing_ids import missing_ids
from checklists.grammar.ids import ID, ID_HELP
from checklists.guide.defects import REPEATED_ID
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Item, Located, Page
from checklists.guide.rule import Rule
from checklists.rules.table import check

_LINK = re.compile(r"\]\(|\]\[|<https?:|<a\b|https?://")


NO_ACTION = Rule(
    "CL102",
    "An item starts with its action, in bold",
    "The bold words are the name of the checkbox. They say what to do at a glance.",
    "- [ ] **Les hele spørsmålet.**",
    "- [ ] Les hele spørsmålet.",
)


@check
def _item_action(guide: Guide) -> Iterator[Finding]:
    for page, item in _items(guide):
        if item.action is None:
            help = "write `- [ ] **Do this.** Why it matters. { #id }`"
            yield page.finding(NO_ACTION, item.span, "item has no action in bold", help)


NO_ID = Rule(
    "CL103",
    "An item has an id",
    "Without an id nobody can link to the item, and its tick has nothing to be kept under.",
    '{ #read-it-all .critical src="H1" }',
    '{ .critical src="H1" }',
)


@check
def _item_id(guide: Guide) -> Iterator[Finding]:
    """It is its address, so it is never made up for it."""
    lacking = [(page, item) for page, item in _items(guide) if item.id is None]
    if not lacking:
        return
    names = {(each.path, each.line): each.id for each in missing_ids(guide)}
    for page, item in lacking:
        id = names.get((page.path, item.slot.line)) if item.slot else None
        help = f"add {{ #{id or 'short-english-id'} }}, the same in both languages"
        yield page.finding(NO_ID, item.span, "item has no id", help)


INVALID_ID = Rule(
    "CL104",
    "An item's id is valid",
    "An id is part of an address. It must survive e-mail, chat and paper.",
    "#read-it-all",
    "#Les_Alt",
)


@check
def _id_form(guide: Guide) -> Iterator[Finding]:
    for page, item in _items(guide):
        for id in [*([item.id] if item.id else []), *item.was]:
            if not ID.fullmatch(id.text):
                message = f"`{id.text}` is not a valid id"
                yield page.finding(INVALID_ID, id.span, message, ID_HELP)


@check
def _unique_ids(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        first: dict[str, Located] = {}
        for id in sorted(
            (*page.ids, *page.anchors), key=lambda word: (word.span.line, word.span.column)
        ):
            if id.text in first:
                message = f"id `{id.text}` is taken"
                help = f"line {first[id.text].span.line} has it"
                yield page.finding(REPEATED_ID, id.span, message, help)
            first.setdefault(id.text, id)


LINK_IN_ACTION = Rule(
    "CL107",
    "An action holds no link",
    "A click on the action ticks the box, so a link in it could not be followed.",
    "**Les hele spørsmålet.**",
    "**Les hele [spørsmålet](../index.md).**",
)


@check
def _action_without_link(guide: Guide) -> Iterator[Finding]:
    for page, item in _items(guide):
        if item.action and _LINK.search(item.action):
            message = "link in the action"
            yield page.finding(
                LINK_IN_ACTION, item.span, message, "put the link after the bold words"
            )


def _items(guide: Guide) -> Iterator[tuple[Page, Item]]:
    for page in guide.pages.values():
        for item in page.items:
            yield page, item
