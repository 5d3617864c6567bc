"""The store alone: what two tabs do to one record."""

from typing import Any

from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.database import read_records
from tests.browser.faults import NO_CHANNEL
from tests.browser.ticks import module

MODULES = f"""
const [{{ openStore }}, {{ changeWithUndo }}, {{ mergeFields }}] = await Promise.all(
  [{module("store/store.js")}, {module("store/undo.js")}, {module("store/edit.js")}]);
const shelf = openStore().shelf('meetings');
"""
BEGIN = f"async () => {{ {MODULES} await shelf.subscribe(() => {{}}); }}"
EDIT = f"""async ([base, mine]) => {{ {MODULES}
  const change = (record) => record ? mergeFields(base, mine, record) : mine;
  window.undo = await changeWithUndo([[shelf, new Map([['m', change]])]]);
}}"""
"""Keeps what undoes the edit in `window.undo`."""
REMOVE = f"""async () => {{ {MODULES}
  window.undo = await changeWithUndo([[shelf, new Map([['m', () => null]])]]);
}}"""
CLEAR = f"async () => {{ {MODULES} openStore().clear(); }}"
MEETING = {"name": "Møte", "when": "", "with": "", "goal": "", "pages": ["a"]}


def two_tabs(open_page: OpenPage) -> tuple[Page, Page]:
    """Neither hears of the other."""
    one = open_page("privacy/", before=NO_CHANNEL)
    other = open_page("privacy/", before=NO_CHANNEL, context=one.context)
    one.evaluate(EDIT, [None, MEETING])
    for tab in (one, other):
        tab.evaluate(BEGIN)
    return one, other


def edit(page: Page, **mine: object) -> None:
    page.evaluate(EDIT, [MEETING, mine])


def meeting(page: Page) -> dict[str, Any]:
    (record,) = read_records(page, "meetings")
    return {name: value for name, value in record.items() if name != "at"}


def test_edits_of_different_fields_both_survive(open_page: OpenPage) -> None:
    one, other = two_tabs(open_page)
    edit(one, name="Oppstart", pages=["a", "b"])
    edit(other, goal="Enighet", pages=["c"])
    changed = {"name": "Oppstart", "goal": "Enighet", "pages": ["b", "c"]}
    assert meeting(one) == MEETING | changed
    one.evaluate("undo()")
    assert meeting(one) == MEETING | changed  # another tab has changed it since
    other.evaluate("undo()")
    assert meeting(one) == MEETING | {"name": "Oppstart", "pages": ["a", "b"]}


def test_undo_brings_back_what_was_removed_once(open_page: OpenPage) -> None:
    one, other = two_tabs(open_page)
    one.evaluate(REMOVE)
    assert read_records(one, "meetings") == []
    one.evaluate("undo()")
    edit(other, name="Oppstart")
    one.evaluate("undo()")
    assert meeting(one) == MEETING | {"name": "Oppstart"}


def test_undo_restores_nothing_after_all_was_deleted(open_page: OpenPage) -> None:
    one, other = two_tabs(open_page)
    one.evaluate(REMOVE)
    other.evaluate(CLEAR)
    other.evaluate("""new Promise((resolve) => {
      indexedDB.deleteDatabase('ryggen-fri').onsuccess = resolve;
    })""")
    one.evaluate("undo()")
    assert read_records(one, "meetings") == []
