"""Rules on a single item, and on ids within a page."""

import re
from collections.abc import Iterator

from checklists.authoring.missing_ids import missing_ids
from checklists.grammar.ids import ID, ID_HELP
from checklists.guide.defects import REPEATED_ID
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Item, Located, Page
from checklists.guide.rule import Edit
from checklists.rules.table import check, rule

_LINK = re.compile(r"\]\(|\]\[|<https?:|<a\b|https?://")


@rule(
    "CL102: An item starts with its action, in bold",
    "The bold words are the name of the checkbox. They say what to do at a glance.",
    Edit("- [ ] **Les hele spørsmålet.**", "- [ ] Les hele spørsmålet."),
)
def no_action(guide: Guide) -> Iterator[Finding]:
    for page, item in _items(guide):
        if item.action is None:
            help = "write `- [ ] **Do this.** Why it matters. { #id }`"
            yield page.finding(no_action, item.span, "item has no action in bold", help)


@rule(
    "CL103: An item has an id",
    "Without an id nobody can link to the item, and its tick has nothing to be kept under.",
    Edit('{ #read-it-all .critical src="H1" }', '{ .critical src="H1" }'),
)
def no_id(guide: Guide) -> Iterator[Finding]:
    """It is its address, so it is never made up for it."""
    lacking = [(page, item) for page, item in _items(guide) if item.id is None]
    if not lacking:
        return
    names = {(each.path, each.line): each.id for each in missing_ids(guide)}
    for page, item in lacking:
        id = names.get((page.path, item.slot.line)) if item.slot else None
        help = f"add {{ #{id or 'short-english-id'} }}, the same in both languages"
        yield page.finding(no_id, item.span, "item has no id", help)


@rule(
    "CL104: An item's id is valid",
    "An id is part of an address. It must survive e-mail, chat and paper.",
    Edit("#read-it-all", "#Les_Alt"),
)
def invalid_id(guide: Guide) -> Iterator[Finding]:
    for page, item in _items(guide):
        for id in [*([item.id] if item.id else []), *item.was]:
            if not ID.fullmatch(id.text):
                message = f"`{id.text}` is not a valid id"
                yield page.finding(invalid_id, id.span, message, ID_HELP)


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


@rule(
    "CL107: An action holds no link",
    "A click on the action ticks the box, so a link in it could not be followed.",
    Edit("**Les hele spørsmålet.**", "**Les hele [spørsmålet](../index.md).**"),
)
def link_in_action(guide: Guide) -> Iterator[Finding]:
    for page, item in _items(guide):
        if item.action and _LINK.search(item.action):
            message = "link in the action"
            yield page.finding(
                link_in_action, item.span, message, "put the link after the bold words"
            )


def _items(guide: Guide) -> Iterator[tuple[Page, Item]]:
    for page in guide.pages.values():
        for item in page.items:
            yield page, item
