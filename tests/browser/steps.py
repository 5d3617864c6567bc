"""What many tests do on a page, and what they look for."""

import re

from playwright.sync_api import Locator, Page, expect

READY = "checklist-page[data-ready]"
SAVED = re.compile("^(Lagret i denne nettleseren|Saved in this browser)$")
UNSAVED = "Ikke lagret. Nettleseren tillot det ikke."


def ready(page: Page) -> None:
    """Wait until the scripts of a checklist have started."""
    expect(page.locator(READY)).to_have_count(1)


def status(page: Page, text: str) -> None:
    """What the page says about its ticks."""
    expect(page.locator("main").get_by_role("status")).to_contain_text(text)


def notice(page: Page) -> Locator:
    """What the page says about anything else."""
    return page.locator(".site-status p")


def saved(page: Page) -> None:
    """Wait until a page that is no checklist says that all is on disk."""
    expect(notice(page)).to_have_text(SAVED)


def box(page: Page, number: int) -> Locator:
    return page.get_by_role("checkbox").nth(number)


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def undo(page: Page) -> None:
    button(page, "Angre").click()


def come_back(page: Page) -> None:
    """As when the reader looks at another tab and returns."""
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def allow_clipboard(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])


def copied(page: Page) -> str:
    """The plain text on the clipboard, once the page has said that it is there."""
    words = re.compile("kopiert|copied", re.IGNORECASE)
    expect(page.get_by_role("status").filter(has_text=words)).to_be_visible()
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def heights(controls: Locator) -> list[float]:
    """In pixels, of the controls that are shown."""
    return [each["height"] for control in controls.all() if (each := control.bounding_box())]


def search_for(page: Page, words: str) -> None:
    """Into the search that has the focus, in one query: each new answer replaces the results."""
    page.keyboard.insert_text(words)
    page.keyboard.press("End")  # the theme searches at a keyup
