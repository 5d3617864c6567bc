"""The checklist that most tests tick, and its menus."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.database import put
from tests.project import GUIDE

KEY = "situations/saying-no"
PATH = f"{KEY}/"
IDS = re.findall(r"(?m)^- \[ \] .*\{ #([\w-]+)", (GUIDE / f"docs/nb/{KEY}.md").read_text("utf-8"))
ITEMS = len(IDS)
TICK = {"state": "done", "rev": {}, "at": 1}


def open_menu(item: Locator) -> Locator:
    """Open the menu of an item by the keyboard. Returns the menu."""
    button = item.get_by_role("button", name=re.compile("^(Mer om|More about) "))
    button.focus()
    button.press("Enter")
    menu = item.locator(".menu")
    expect(menu).to_be_visible()
    return menu


def choose(page: Page, name: str) -> None:
    """Press what the menu of the whole list offers: a link or a button."""
    page.get_by_role("button", name=re.compile("^(Flere valg|More options)$")).click()
    page.locator(".checklist-toolbar > .menu").get_by_text(name, exact=True).click()


def switch_relevance(item: Locator) -> None:
    """Say that an item is not relevant, or that it is."""
    open_menu(item).get_by_role("button", name=re.compile("^(Ikke aktuelt|Not relevant)")).click()


def write_tick(page: Page, item: str, record: object = TICK, key: str = KEY) -> None:
    """Put a raw record of an item into the database, outside of any meeting."""
    put(page, {"ticks": [(["default", key, item], record)]})


def module(name: str) -> str:
    """JavaScript that imports a module of ours, as the page would."""
    main = """document.querySelector('script[src$="/main.js"]').src"""
    return f"import({main}.replace('main.js', '{name}'))"
