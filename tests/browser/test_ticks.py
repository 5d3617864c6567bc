"""Ticks stay, in both languages and all tabs; nothing is lost, and nothing false is said."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SCHEMES, WIDTHS, OpenPage
from tests.browser.ticks import (
    ITEMS,
    KEY,
    choose,
    open_menu,
    read_records,
    switch_relevance,
    write_record,
)

PATH = "situations/saying-no/"
HOLD_SAVING = """
  const held = [];
  window.durabilities = [];
  const handler = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, 'oncomplete');
  Object.defineProperty(IDBTransaction.prototype, 'oncomplete', {
    set(listener) {
      window.durabilities.push(this.durability);
      handler.set.call(this, (event) => (
        window.holding ? held.push(() => listener(event)) : listener(event)));
    },
  });
  window.release = () => { window.holding = false; held.splice(0).forEach((run) => run()); };
"""
NO_STORAGE = """
  Object.defineProperty(window, 'indexedDB', {
    get() { throw new DOMException('denied', 'SecurityError'); },
  });
"""
FULL_DISK = """
  IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
"""


def status(page: Page, text: str) -> None:
    expect(page.locator("main").get_by_role("status")).to_contain_text(text)


TICK_EARLY = """
  document.addEventListener('readystatechange', () => {
    const boxes = document.querySelectorAll('.checklist-item > input');
    if (document.readyState === 'interactive') boxes[2].click();
  });
"""
"""Before any module runs: those wait until the page is read."""


def test_a_tick_made_before_the_script_came_stays(open_page: OpenPage) -> None:
    page = open_page(PATH, before=TICK_EARLY)
    status(page, f"1 av {ITEMS} gjort Lagret i denne nettleseren")
    page = open_page(PATH, context=page.context)
    status(page, f"1 av {ITEMS} gjort")
    expect(page.get_by_role("checkbox").nth(2)).to_be_checked()


def test_what_the_browser_remembers_is_no_tick(open_page: OpenPage) -> None:
    page = open_page(PATH)
    address = page.url
    page.get_by_role("checkbox").nth(2).check()
    status(page, "Lagret")
    page.goto(address.replace(PATH, "privacy/"))
    other = open_page(PATH, context=page.context)
    other.get_by_role("checkbox").nth(2).uncheck()
    status(other, "Lagret")
    page.go_back()
    status(page, f"0 av {ITEMS} gjort")
    expect(page.get_by_role("checkbox").nth(2)).not_to_be_checked()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_tick_stays(open_page: OpenPage, scheme: str, width: int) -> None:
    page = open_page(PATH, scheme=scheme, width=width)
    page.get_by_role("checkbox").nth(2).check()
    status(page, f"1 av {ITEMS} gjort Lagret i denne nettleseren")
    page.reload()
    expect(page.get_by_role("checkbox").nth(2)).to_be_checked()
    status(page, f"1 av {ITEMS} gjort")
    page.get_by_role("checkbox").nth(2).uncheck()
    status(page, "Lagret")
    page.reload()
    status(page, f"0 av {ITEMS} gjort")
    expect(page.get_by_role("checkbox").nth(2)).not_to_be_checked()


def test_a_tick_in_one_language_is_ticked_in_the_other(open_page: OpenPage) -> None:
    page = open_page(PATH)
    page.get_by_role("checkbox", name="Spør hva kunden velger.").check()
    status(page, "Lagret")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("checkbox", name="Ask what the customer chooses.")).to_be_checked()
    status(page, f"1 of {ITEMS} done")
    expect(page.get_by_text("Changed since you answered")).to_have_count(0)


def test_not_relevant_is_left_out_of_the_count(open_page: OpenPage) -> None:
    page = open_page(PATH)
    group = page.get_by_role("group", name="Etter samtalen")
    for item in group.locator(".checklist-item").all():
        switch_relevance(item)
    expect(group).to_contain_text("Ingen punkter er aktuelle")
    status(page, f"0 av {ITEMS - 4} gjort Lagret")
    page.reload()
    expect(group).to_contain_text("Ingen punkter er aktuelle")
    item = group.locator(".checklist-item").first
    remark = item.locator(".checklist-remark")
    expect(remark).to_have_text("Ikke aktuelt")
    switch_relevance(item)
    expect(remark).to_have_count(0)
    expect(group).to_contain_text("0 av 1 gjort")


def test_ticking_what_was_not_relevant_makes_it_done(open_page: OpenPage) -> None:
    page = open_page(PATH)
    item = page.locator(".checklist-item").first
    switch_relevance(item)
    expect(item.locator(".checklist-remark")).to_have_text("Ikke aktuelt")
    item.get_by_role("checkbox").check()
    status(page, f"1 av {ITEMS} gjort")
    pressed = open_menu(item).get_by_role("button", name="Ikke aktuelt")
    expect(pressed).to_have_attribute("aria-pressed", "false")


def test_a_section_is_counted_only_when_something_in_it_is_done(open_page: OpenPage) -> None:
    page = open_page(PATH)
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    expect(page.locator(".checklist-section-count").filter(has_text="gjort")).to_have_count(0)
    page.get_by_role("checkbox").first.check()
    counts = page.locator(".checklist-section-count").filter(has_text="gjort")
    expect(counts).to_have_text(["1 av 5 gjort"])


def without_times(records: list[Any]) -> list[Any]:
    return [{**record, "at": None, "before": None} for record in records]


def test_reset_can_be_undone(open_page: OpenPage) -> None:
    page = open_page(PATH)
    page.get_by_role("checkbox").nth(0).check()
    page.get_by_role("checkbox").nth(1).check()
    switch_relevance(page.locator(".checklist-item").nth(5))
    status(page, f"2 av {ITEMS - 1} gjort Lagret")
    before = without_times(read_records(page, "ticks"))
    choose(page, "Nullstill listen")
    status(page, f"0 av {ITEMS} gjort Listen er nullstilt.")
    assert read_records(page, "ticks") == []
    page.get_by_role("button", name="Angre").click()
    status(page, f"2 av {ITEMS - 1} gjort Lagret")
    assert without_times(read_records(page, "ticks")) == before
    expect(page.get_by_role("button", name="Flere valg")).to_be_focused()
    expect(page.get_by_role("button", name="Angre")).to_be_hidden()


def test_two_tabs_never_overwrite_each_other(open_page: OpenPage) -> None:
    first = open_page(PATH)
    second = open_page(f"en/{PATH}", context=first.context)
    expect(second.locator("checklist-page[data-ready]")).to_have_count(1)
    first.get_by_role("checkbox").nth(0).check()
    second.get_by_role("checkbox").nth(1).check()
    first.get_by_role("checkbox").nth(2).check()
    for page in (first, second):
        expect(page.locator(".checklist input:checked")).to_have_count(3)
    first.reload()
    expect(first.locator(".checklist input:checked")).to_have_count(3)


def test_saved_is_said_only_when_it_is_on_disk(open_page: OpenPage) -> None:
    page = open_page(PATH, before=HOLD_SAVING)
    status(page, f"0 av {ITEMS} gjort")
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    page.evaluate("window.holding = true")
    page.get_by_role("checkbox").first.check()
    status(page, f"1 av {ITEMS} gjort")
    expect(page.locator("main").get_by_role("status")).not_to_contain_text("Lagret")
    page.evaluate("window.release()")
    status(page, "Lagret i denne nettleseren")
    assert set(page.evaluate("window.durabilities")) == {"strict"}


def test_without_storage_the_page_works_and_says_so(open_page: OpenPage) -> None:
    page = open_page(PATH, before=NO_STORAGE)
    status(page, "Nettleseren kan ikke lagre.")
    page.get_by_role("checkbox").first.check()
    status(page, f"1 av {ITEMS} gjort Nettleseren kan ikke lagre.")
    choose(page, "Nullstill listen")
    status(page, f"0 av {ITEMS} gjort")
    page.get_by_role("button", name="Angre").click()
    status(page, f"1 av {ITEMS} gjort")


def test_a_tick_that_could_not_be_saved_is_not_called_saved(open_page: OpenPage) -> None:
    page = open_page(PATH, before=FULL_DISK)
    page.get_by_role("checkbox").first.check()
    status(page, "Ikke lagret.")
    expect(page.get_by_role("checkbox").first).to_be_checked()


@pytest.mark.parametrize(
    "record",
    ["text", {"state": "approved", "rev": {}, "at": 1}, {"state": "done", "at": 1}, None, [1]],
)
def test_a_record_that_is_no_tick_is_set_aside(open_page: OpenPage, record: object) -> None:
    page = open_page(PATH)
    page.get_by_role("checkbox").first.check()
    status(page, "Lagret")
    key = ["default", KEY, "ask-for-a-choice"]
    write_record(page, key, record)
    page.reload()
    status(page, f"1 av {ITEMS} gjort")
    expect(page.locator("#ask-for-a-choice input")).not_to_be_checked()
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    (aside,) = read_records(page, "aside")
    assert (aside["key"], aside["value"]) == (key, record)
    assert len(read_records(page, "ticks")) == 1


def test_an_item_that_has_changed_since_says_so(open_page: OpenPage) -> None:
    page = open_page(PATH)
    page.get_by_role("checkbox").first.check()
    status(page, "Lagret")
    tick = {"state": "done", "rev": {"nb": "00000000"}, "at": 1}
    write_record(page, ["default", KEY, "ask-for-a-choice"], tick)
    page.reload()
    expect(page.locator("#ask-for-a-choice")).to_contain_text("Endret siden du svarte")
    expect(page.get_by_text("Endret siden du svarte")).to_have_count(1)


def test_ticks_of_items_that_are_gone_do_not_count(open_page: OpenPage) -> None:
    page = open_page(PATH)
    status(page, f"0 av {ITEMS}")
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    tick = {"state": "done", "rev": {}, "at": 1}
    write_record(page, ["default", KEY, "long-gone"], tick)
    page.reload()
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    status(page, f"0 av {ITEMS} gjort")


def test_front_page_shows_how_far_one_is(open_page: OpenPage) -> None:
    front = open_page("")
    badge = front.locator(f"checklist-badge[key='{KEY}']")
    expect(badge).to_be_empty()
    page = open_page(PATH, context=front.context)
    page.get_by_role("checkbox").first.check()
    expect(badge).to_have_text(f"1 av {ITEMS} gjort")
    for box in page.get_by_role("checkbox").all()[1:]:
        box.check()
    expect(badge).to_have_text("Forberedt")
    english = open_page("en/", context=front.context)
    expect(english.locator(f"checklist-badge[key='{KEY}']")).to_have_text("Prepared")


def test_ticks_of_another_visitor_are_not_seen(open_page: OpenPage) -> None:
    page = open_page(PATH)
    page.get_by_role("checkbox").first.check()
    status(page, "Lagret")
    other = open_page(PATH)
    expect(other.locator("checklist-page[data-ready]")).to_have_count(1)
    expect(other.locator(".checklist input:checked")).to_have_count(0)


def test_no_cookie_is_set(open_page: OpenPage) -> None:
    page = open_page(PATH)
    page.get_by_role("checkbox").first.check()
    status(page, "Lagret")
    assert page.context.cookies() == []
