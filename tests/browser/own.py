"""Writing notes and lines of one's own, as a reader does it by the keyboard."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.database import put
from tests.browser.meetings import M, meeting, meetings
from tests.browser.steps import SAVED, ready
from tests.browser.ticks import open_menu


def make_meeting(page: Page) -> None:
    """Make a meeting, without entering it."""
    ready(page)
    put(page, meetings(**{M: meeting("Oppstart")}))
    page.reload()


def saved(page: Page) -> None:
    """Wait until a checklist says that all is on disk."""
    expect(page.locator(".checklist-message")).to_have_text(SAVED)


def open_note(item: Locator) -> Locator:
    """Open the field of an item's note by its menu. Returns the field."""
    name = re.compile("^(Skriv et notat|Rediger notatet|Write a note|Edit the note)$")
    open_menu(item).get_by_role("button", name=name).click()
    field = item.get_by_role("textbox", name=re.compile("^(Notat|Note)$"))
    expect(field).to_be_focused()
    return field


def write_note(item: Locator, text: str) -> None:
    """Write a note and wait until it is on disk."""
    open_note(item).fill(text)
    saved(item.page)


def note_of(item: Locator) -> Locator:
    """The text of an item's note, as it stands under the item."""
    return item.locator(".own-note__text")


def add_line(item: Locator, text: str) -> None:
    """Add a line to say by the menu of an item."""
    open_menu(item).get_by_role(
        "button", name=re.compile("^(Legg til en replikk|Add a line to say)$")
    ).click()
    fill_line(item, text)


def make_mine(line: Locator, text: str) -> None:
    """Put a line of the guide in other words."""
    item = line.locator("xpath=ancestor::li[contains(@class, 'checklist-item')]")
    line.get_by_role("button", name=re.compile("^(Si det med egne ord|Make it mine)$")).press(
        "Enter"
    )
    fill_line(item, text)


def fill_line(item: Locator, text: str) -> None:
    """Fill in the form of a line, send it, and wait until the line is on disk."""
    form = item.locator("form")
    field = form.get_by_label(re.compile("^(Replikken|What to say)$"))
    expect(field).to_be_focused()
    field.fill(text)
    form.get_by_role("button", name=re.compile("^(Lagre|Save)$")).click()
    expect(form).to_have_count(0)
    saved(item.page)
