"""What cannot be saved stays, says so, and is tried again; nobody's later tick is overwritten."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import STARTING, OpenPage
from tests.browser.database import read_records
from tests.browser.faults import BREAK_ONCE, HOLD_OPENING, NO_CHANNEL, REFUSE, REFUSE_TO_OPEN
from tests.browser.steps import UNSAVED, box, button, come_back, notice, ready, status, undo
from tests.browser.ticks import ITEMS, PATH, TICK, choose, switch_relevance

TICKS_ONLY = """(tick) => new Promise((resolve) => {
  indexedDB.deleteDatabase('ryggen-fri').onsuccess = () => {
    const request = indexedDB.open('ryggen-fri', 1);
    request.onupgradeneeded = () => {
      const key = ['default', 'situations/saying-no', 'ask-for-a-choice'];
      request.result.createObjectStore('ticks').put(tick, key);
    };
    request.onsuccess = () => { request.result.close(); resolve(); };
  };
})"""


def marks(page: Page, count: int) -> None:
    """How many items say that they are not saved."""
    expect(page.locator(".checklist-item").get_by_text("Ikke lagret")).to_have_count(count)


def saved(page: Page) -> list[str]:
    return [record["state"] for record in read_records(page, "ticks")]


def clear_site_data(page: Page) -> None:
    """As the browser's own settings do it: the database is closed under the page."""
    session = page.context.new_cdp_session(page)
    origin = page.evaluate("location.origin")
    session.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "indexeddb"})
    session.detach()


def test_what_failed_stays_and_is_saved_with_the_next_tick(open_page: OpenPage) -> None:
    page = open_page(PATH, before=REFUSE)
    ready(page)
    page.evaluate("window.refusing = true")
    box(page, 0).check()
    status(page, f"1 av {ITEMS} gjort {UNSAVED}")
    marks(page, 1)
    page.evaluate("window.refusing = false")
    box(page, 1).check()
    status(page, f"2 av {ITEMS} gjort Lagret i denne nettleseren")
    marks(page, 0)
    page.reload()
    status(page, f"2 av {ITEMS} gjort")


def test_try_again_by_the_button(open_page: OpenPage) -> None:
    page = open_page(PATH, before=REFUSE)
    ready(page)
    again = button(page, "Prøv igjen")
    expect(again).to_be_hidden()
    page.evaluate("window.refusing = true")
    box(page, 0).check()
    status(page, UNSAVED)
    page.evaluate("window.refusing = false")
    again.click()
    status(page, f"1 av {ITEMS} gjort Lagret")
    expect(again).to_be_hidden()
    expect(button(page, "Flere valg")).to_be_focused()
    assert saved(page) == ["done"]


def test_a_reset_that_failed_waits_and_can_be_undone(open_page: OpenPage) -> None:
    page = open_page(PATH, before=REFUSE)
    box(page, 0).check()
    box(page, 1).check()
    status(page, f"2 av {ITEMS} gjort Lagret")
    page.evaluate("window.refusing = true")
    choose(page, "Nullstill listen")
    status(page, f"0 av {ITEMS} gjort {UNSAVED}")
    expect(notice(page)).to_have_text(UNSAVED)
    marks(page, 2)
    undo(page)
    status(page, f"2 av {ITEMS} gjort")
    marks(page, 0)  # nothing was changed on disk
    expect(page.locator(".checklist-status")).not_to_contain_text("Ikke lagret")
    page.evaluate("window.refusing = false")
    come_back(page)
    assert saved(page) == ["done", "done"]


def test_site_data_cleared_under_the_page(open_page: OpenPage) -> None:
    page = open_page(PATH)
    box(page, 0).check()
    status(page, "Lagret")
    clear_site_data(page)
    status(page, f"0 av {ITEMS} gjort")
    box(page, 1).check()
    status(page, f"1 av {ITEMS} gjort Lagret")
    page.reload()
    expect(box(page, 1)).to_be_checked()


def test_what_waits_is_written_when_a_closed_database_opens_again(open_page: OpenPage) -> None:
    page = open_page(PATH, before=REFUSE)
    ready(page)
    page.evaluate("window.refusing = true")
    box(page, 0).check()
    status(page, UNSAVED)
    other = open_page(PATH, context=page.context)
    box(other, 1).check()
    status(page, f"2 av {ITEMS} gjort {UNSAVED}")
    page.evaluate("window.refusing = false")
    clear_site_data(page)
    status(page, f"1 av {ITEMS} gjort Lagret")
    assert saved(page) == ["done"]


def test_a_database_that_does_not_open_again_asks_for_a_reload(open_page: OpenPage) -> None:
    page = open_page(PATH, before=REFUSE_TO_OPEN)
    ready(page)
    page.evaluate("window.refusing = true")
    clear_site_data(page)
    status(page, "Nettleseren har stengt lagringen. Last inn siden på nytt")
    box(page, 0).check()
    marks(page, 1)
    page.evaluate("window.refusing = false")
    button(page, "Prøv igjen").click()
    status(page, f"1 av {ITEMS} gjort Lagret")


def test_a_database_that_answers_late(open_page: OpenPage) -> None:
    page = open_page("privacy/")
    page.add_init_script(HOLD_OPENING)
    page.goto(page.url.replace("privacy/", PATH))
    expect(page.locator(".checklist-item[data-state]").first).to_be_attached()  # it has started
    box(page, 0).check()
    expect(page.locator(".checklist-status")).not_to_contain_text("Lagret")
    late = "Nettleseren svarer ikke ennå."  # after three seconds
    expect(page.locator("main").get_by_role("status")).to_contain_text(late, timeout=10_000)
    marks(page, 1)
    box(page, 1).check()
    page.evaluate("window.answer()")
    status(page, f"2 av {ITEMS} gjort Lagret")
    marks(page, 0)
    assert saved(page) == ["done", "done"]


@pytest.mark.parametrize(
    "path", ["log/", *(pytest.param(path, marks=pytest.mark.soak) for path in ("", "meetings/"))]
)
def test_a_database_that_does_not_answer_is_told_of_where_one_only_reads(
    open_page: OpenPage, path: str
) -> None:
    page = open_page("privacy/")
    page.add_init_script(HOLD_OPENING)
    page.goto(page.url.replace("privacy/", path))
    late = "Nettleseren svarer ikke ennå. Det du har lagret her, vises når den gjør det."
    expect(notice(page)).to_have_text(late, timeout=10_000)  # after three seconds
    expect(page.get_by_text("trenger JavaScript")).to_have_count(0)
    page.evaluate("window.answer()")
    expect(notice(page)).to_be_empty()
    expect(page.locator(STARTING)).to_have_count(0)


def test_a_database_without_one_store_keeps_what_it_has(open_page: OpenPage) -> None:
    page = open_page("privacy/")
    page.evaluate(TICKS_ONLY, TICK)
    page.goto(page.url.replace("privacy/", PATH))
    status(page, f"1 av {ITEMS} gjort")
    box(page, 0).check()
    status(page, f"2 av {ITEMS} gjort Lagret")


def test_undo_asks_the_database_not_its_memory(open_page: OpenPage) -> None:
    page = open_page(PATH, before=NO_CHANNEL)
    box(page, 0).check()
    status(page, "Lagret")
    choose(page, "Nullstill listen")
    expect(notice(page)).to_have_text("Listen er nullstilt.")
    other = open_page(PATH, context=page.context)
    switch_relevance(other.locator(".checklist-item").first)
    status(other, "Lagret")
    undo(page)
    status(page, f"0 av {ITEMS - 1} gjort")
    assert saved(page) == ["not-relevant"]


@pytest.mark.parametrize("reloading", [False, True])
def test_a_tick_comes_back_when_the_item_is_relevant_again(
    open_page: OpenPage, reloading: bool
) -> None:
    page = open_page(PATH)
    box(page, 0).check()
    item = page.locator(".checklist-item").first
    switch_relevance(item)
    status(page, f"0 av {ITEMS - 1} gjort Lagret")
    if reloading:
        page.reload()
        status(page, f"0 av {ITEMS - 1} gjort")
    switch_relevance(item)
    status(page, f"1 av {ITEMS} gjort Lagret")
    expect(box(page, 0)).to_be_checked()
    record: dict[str, Any] = read_records(page, "ticks")[0]
    assert set(record) == {"state", "rev", "at"}


def test_a_clock_that_goes_backwards_changes_nothing(open_page: OpenPage) -> None:
    page = open_page(PATH, now="2001-01-01")
    box(page, 0).check()
    status(page, "Lagret")
    page.clock.set_fixed_time("1999-01-01")
    box(page, 0).uncheck()
    box(page, 1).check()
    status(page, f"1 av {ITEMS} gjort Lagret")
    page.reload()
    expect(box(page, 0)).not_to_be_checked()
    expect(box(page, 1)).to_be_checked()


def test_a_second_try_does_not_overwrite_what_came_after_the_first(open_page: OpenPage) -> None:
    page = open_page(PATH, before=BREAK_ONCE)
    ready(page)
    box(page, 0).evaluate("box => { window.meanwhile = () => box.click(); box.click(); }")
    status(page, f"0 av {ITEMS} gjort Lagret")
    assert page.evaluate("window.meanwhile") is None
    box(page, 1).check()
    status(page, f"1 av {ITEMS} gjort Lagret")
    page.reload()
    status(page, f"1 av {ITEMS} gjort")
    expect(box(page, 0)).not_to_be_checked()


def test_an_old_tab_that_holds_the_database(open_page: OpenPage) -> None:
    old = open_page("privacy/")
    old.evaluate(TICKS_ONLY.replace("request.result.close()", "window.held = request.result"), TICK)
    page = open_page(PATH, context=old.context)
    status(page, "Ryggen fri står åpen i en annen fane, i en eldre utgave.")
    box(page, 0).check()
    marks(page, 1)
    old.reload()
    status(page, f"2 av {ITEMS} gjort Lagret")
    marks(page, 0)
