"""The role-play cards of a practice: the customer's, one's own, and the observer's."""

from checklists.guide.model import Page, Section, Text

KINDS = {"card-customer": (2, 6), "card-you": (3, 3), "card-observer": (3, 5)}
"""Id of a card -> how many entries it has: what one does when one hears something, lines to say,
what an observer can see."""
_QUOTES = "«“"


def cards(page: Page) -> dict[str, Section]:
    """Id -> card, as far as they are written."""
    return {s.id.text: s for s in page.sections if s.id and s.id.text in KINDS}


def is_complete(found: dict[str, Section]) -> bool:
    """Whether each card is there, with its entries."""
    return found.keys() == KINDS.keys() and all(
        least <= sum(_is_entry(id, text) for text in found[id].texts) <= most
        for id, (least, most) in KINDS.items()
    )


def _is_entry(card: str, text: Text) -> bool:
    if card == "card-you":
        return text.kind == "p" and any(mark in text.shown for mark in _QUOTES)
    return text.kind == "li"
