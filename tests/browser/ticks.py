"""Reading and writing the browser's database from a test, beside the site's own code."""

import re
from typing import Any

from checklists.reading.project import load_guide
from playwright.sync_api import Locator, Page, expect

from tests.project import ROOT

KEY = "situations/saying-no"
ITEMS = len(list(load_guide(ROOT).pages["nb", KEY].items))
"""Of the checklist that most tests tick."""

_OPEN = """
const open = () => new Promise((resolve, reject) => {
  const request = indexedDB.open('ryggen-fri');
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});
"""


def open_menu(item: Locator) -> Locator:
    """Open the menu of an item by the keyboard. Returns the menu."""
    button = item.get_by_role("button", name=re.compile("^(Mer om|More about) "))
    button.focus()
    button.press("Enter")
    menu = item.locator(".checklist-menu")
    expect(menu).to_be_visible()
    return menu


def choose(page: Page, name: str) -> None:
    """Press what the menu of the whole list offers: a link or a button."""
    page.get_by_role("button", name=re.compile("^(Flere valg|More options)$")).click()
    page.locator(".checklist-toolbar > .checklist-menu").get_by_text(name, exact=True).click()


def switch_relevance(item: Locator) -> None:
    """Say that an item is not relevant, or that it is."""
    open_menu(item).get_by_role("button", name=re.compile("^(Ikke aktuelt|Not relevant)")).click()


def write_record(page: Page, key: list[str], value: object, store: str = "ticks") -> None:
    """Put a raw record into a store. The page must have opened the database already."""
    page.evaluate(
        f"""async ([name, key, value]) => {{ {_OPEN}
          const database = await open();
          const store = database.transaction(name, 'readwrite').objectStore(name);
          await done(store.put(value, key));
          database.close();
        }}""",
        [store, key, value],
    )


def read_records(page: Page, store: str) -> list[Any]:
    """Every value in a store, but for what marks a removed one."""
    records: list[Any] = page.evaluate(
        f"""async (name) => {{ {_OPEN}
          const database = await open();
          const records = await done(database.transaction(name).objectStore(name).getAll());
          database.close();
          return records;
        }}""",
        store,
    )
    return [each for each in records if not (isinstance(each, dict) and each.get("removed"))]


def module(name: str) -> str:
    """JavaScript that imports a module of ours, as the page would."""
    main = """document.querySelector('script[src$="/main.js"]').src"""
    return f"import({main}.replace('main.js', '{name}'))"
