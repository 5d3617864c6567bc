"""Meetings for a test: how they are made, and how they are put into the database."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.database import Stored, put
from tests.browser.steps import button, saved
from tests.browser.ticks import KEY

M = "meeting-1"
"""The id of the meeting in most tests."""
ENTER = f"localStorage.setItem('ryggen-fri.meeting', '{M}')"
"""Before a page is opened. The meeting must be there."""
HOSTILE = "<script>throw 1</script> 🦊 שלום مرحبا " + "A" * 5000


def prepare(page: Page, name: str, **texts: str) -> None:
    """Prepare a meeting from a checklist, by the keyboard alone."""
    button(page, "Forbered et møte").press("Enter")
    field = page.get_by_label("Hva heter møtet?")
    expect(field).to_be_focused()
    page.keyboard.insert_text(name)
    for label, text in texts.items():
        page.locator(f"[name={label}]").fill(text)
    field.press("Enter")
    saved(page)


def strip(page: Page) -> Locator:
    """The strip of the active meeting on a list."""
    return page.locator(".meeting-strip__now")


def step(place: Locator) -> Locator:
    """What to do next, in the strip or in the card of a meeting."""
    return place.locator("[data-step]:visible")


def card(page: Page, name: str) -> Locator:
    """A meeting on the page of all meetings."""
    return page.locator(".meeting", has=page.get_by_role("heading", name=name, exact=True))


def act(card: Locator, name: str) -> None:
    """Press a button of a meeting, also one of its menu."""
    button = card.get_by_role("button", name=name, exact=True)
    if not button.is_visible():
        card.get_by_role("button", name="Mer", exact=True).press("Enter")
    button.press("Enter")


def meeting(name: str, when: str = "", **fields: object) -> dict[str, Any]:
    """A record of a meeting."""
    texts = {"name": name, "when": when, "with": "", "goal": "", "pages": [KEY], "at": 1}
    return texts | fields


def meetings(**names: dict[str, Any]) -> Stored:
    """Records of meetings, by their ids."""
    return {"meetings": [([id], record) for id, record in names.items()]}


def open_meetings(
    open_page: OpenPage,
    records: Stored,
    prefix: str = "",
    **how: Any,  # noqa: ANN401 (as of open_page)
) -> Page:
    """Open the page of all meetings with these records."""
    page = open_page(f"{prefix}meetings/", **how)
    expect(page.locator(".meetings")).to_be_visible()
    put(page, records)
    page.reload()
    expect(page.locator(".meetings")).to_be_visible()
    return page
