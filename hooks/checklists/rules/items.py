"""Items, their attributes and ids."""

import re
from collections.abc import Iterator

from checklists.authoring.missing_ids import missing_ids, needs_id
from checklists.guide.drafts import OPEN
from checklists.guide.finding import Finding
from checklists.guide.ids import ID, ID_HELP
from checklists.guide.model import Guide, Item, Page, Spanned, all_ids
from checklists.guide.rule import Rule
from checklists.rules.files import reported

_LINK = re.compile(r"\]\(|\]\[|<https?:|<a\b|https?://")

ATTRIBUTE_LIST = Rule(
    "CL101",
    "An attribute list ends its line, and has known attributes, each once",
    "Anything else would be shown to the reader, or lost.",
)

ITEM_SYNTAX = Rule(
    "CL102",
    "An item is `- [ ] **Action.** …`, at the left margin, below a blank line",
    "The bold words are the name of the checkbox. An item written otherwise is shown as text.",
)

VALID_ID = Rule(
    "CL103",
    "Items and headings have a valid id",
    "An id is part of an address, and ticks are saved under it. It must survive e-mail and paper.",
)

REPEATED_ID = Rule(
    "CL105",
    "An id is used once on its page",
    "A link would always lead to the first of the two.",
)

LINK_IN_ACTION = Rule(
    "CL107",
    "An action holds no link",
    "A click on the action ticks the box, so nobody could follow a link in it.",
)

REPEATED_ACTION = Rule(
    "CL113",
    "The items of a page have different actions",
    "Whoever meets an item again wonders whether it was done.",
)


def written_items(guide: Guide) -> Iterator[Finding]:
    yield from reported("item", ITEM_SYNTAX)(guide)
    for page, item in _items(guide):
        if item.action is None:
            help = "write `- [ ] **Do this.** Why it matters. { #id }`"
            yield page.finding(ITEM_SYNTAX, item.span, "item has no action in bold", help)


def valid_ids(guide: Guide) -> Iterator[Finding]:
    new = {(each.path, each.line): each.id for each in missing_ids(guide)}
    for page in guide.pages.values():
        for named in filter(needs_id, page.named):
            if named.id is None:
                what = "item" if isinstance(named, Item) else "heading"
                line = named.insertion.line if named.insertion else 0
                id = new.get((page.path, line)) or "short-english-id"
                help = f"add {{ #{id} }}, the same in each language"
                yield page.finding(VALID_ID, named.span, f"{what} has no id", help)
            for each in (each for each in all_ids(named) if not ID.fullmatch(each.text)):
                yield page.finding(VALID_ID, each.span, f"`{each.text}` is not a valid id", ID_HELP)


def repeated_ids(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        first: dict[str, Spanned] = {}
        for id in page.ids:
            if id.text in first:
                help = f"line {first[id.text].span.line} has it"
                yield page.finding(REPEATED_ID, id.span, f"id `{id.text}` is taken", help)
            first.setdefault(id.text, id)


def links_in_actions(guide: Guide) -> Iterator[Finding]:
    for page, item in _items(guide):
        if item.action and _LINK.search(item.action):
            help = "put the link after the bold words"
            yield page.finding(LINK_IN_ACTION, item.span, "link in the action", help)


def repeated_actions(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        first: dict[str, Item] = {}
        for item in page.items:
            action = "" if OPEN in item.text else (item.action or "").lower()
            if action in first:
                help = f"line {first[action].span.line} has it: keep one, or say how they differ"
                yield page.finding(REPEATED_ACTION, item.span, "the same action twice", help)
            if action:
                first.setdefault(action, item)


def _items(guide: Guide) -> Iterator[tuple[Page, Item]]:
    for page in guide.pages.values():
        for item in page.items:
            yield page, item
