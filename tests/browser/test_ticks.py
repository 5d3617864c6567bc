"""Ticks stay, in both languages and all tabs; nothing is lost, and nothing false is said."""

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, in_both_looks, with_and_without_javascript
from tests.browser.database import read_records
from tests.browser.faults import HOLD_SAVING, NO_STORAGE, REFUSE_ALWAYS
from tests.browser.steps import box, button, notice, ready, saved, status, undo
from tests.browser.ticks import (
    ITEMS,
    KEY,
    PATH,
    choose,
    open_menu,
    switch_relevance,
    write_tick,
)

TICK_EARLY = """
  document.addEventListener('readystatechange', () => {
    const boxes = document.querySelectorAll('.checklist-item > input');
    if (document.readyState === 'interactive') boxes[2].click();
  });
"""
"""Before any module runs: those wait until the page is read."""


@with_and_without_javascript
def test_an_item_is_a_box_named_by_its_action(open_page: OpenPage, javascript: bool) -> None:
    page = open_page(PATH, javascript=javascript)
    first = page.get_by_role("checkbox", name="Skriv ned hva neiet skal verne.", exact=True)
    expect(first).to_have_accessible_description("Viktigst Da husker du hvorfor du sier det.")
    page.get_by_text("Tilby alternativet ditt.").click()
    expect(page.get_by_role("checkbox", name="Tilby alternativet ditt.")).to_be_checked()
    expect(page.get_by_role("group", name="I samtalen").get_by_role("checkbox")).to_have_count(6)


def test_a_tick_made_before_the_script_came_stays(open_page: OpenPage) -> None:
    page = open_page(PATH, before=TICK_EARLY)
    status(page, f"1 av {ITEMS} gjort Lagret i denne nettleseren")
    page = open_page(PATH, context=page.context)
    status(page, f"1 av {ITEMS} gjort")
    expect(box(page, 2)).to_be_checked()


def test_what_the_browser_remembers_is_no_tick(open_page: OpenPage) -> None:
    page = open_page(PATH)
    address = page.url
    box(page, 2).check()
    status(page, "Lagret")
    page.goto(address.replace(PATH, "privacy/"))
    other = open_page(PATH, context=page.context)
    box(other, 2).uncheck()
    status(other, "Lagret")
    page.go_back()
    status(page, f"0 av {ITEMS} gjort")
    expect(box(page, 2)).not_to_be_checked()


@in_both_looks
def test_a_tick_stays(open_page: OpenPage, scheme: str, width: int) -> None:
    page = open_page(PATH, scheme=scheme, width=width)
    box(page, 2).check()
    status(page, f"1 av {ITEMS} gjort Lagret i denne nettleseren")
    page.reload()
    expect(box(page, 2)).to_be_checked()
    status(page, f"1 av {ITEMS} gjort")
    box(page, 2).uncheck()
    status(page, "Lagret")
    page.reload()
    status(page, f"0 av {ITEMS} gjort")
    assert page.context.cookies() == []


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
    expect(item.locator(".checklist-remark")).to_have_text("Ikke aktuelt")
    item.get_by_role("checkbox").check()
    status(page, f"1 av {ITEMS - 3} gjort")
    pressed = open_menu(item).get_by_role("button", name="Ikke aktuelt")
    expect(pressed).to_have_attribute("aria-pressed", "false")


def test_reset_can_be_undone(open_page: OpenPage) -> None:
    page = open_page(PATH)

    def kept() -> list[Any]:
        return [{**each, "at": 0, "before": None} for each in read_records(page, "ticks")]

    box(page, 0).check()
    box(page, 1).check()
    switch_relevance(page.locator(".checklist-item").nth(5))
    status(page, f"2 av {ITEMS - 1} gjort Lagret")
    before = kept()
    choose(page, "Nullstill listen")
    expect(notice(page)).to_have_text("Listen er nullstilt.")
    status(page, f"0 av {ITEMS} gjort")
    assert kept() == []
    undo(page)
    saved(page)
    status(page, f"2 av {ITEMS - 1} gjort")
    assert kept() == before
    expect(button(page, "Flere valg")).to_be_focused()
    expect(button(page, "Angre")).to_be_hidden()


def test_saved_is_said_only_when_it_is_on_disk(open_page: OpenPage) -> None:
    page = open_page(PATH, before=HOLD_SAVING)
    ready(page)
    page.evaluate("window.holding = true")
    box(page, 0).check()
    status(page, f"1 av {ITEMS} gjort")
    expect(page.locator("main").get_by_role("status")).not_to_contain_text("Lagret")
    page.evaluate("window.release()")
    status(page, "Lagret i denne nettleseren")
    assert set(page.evaluate("window.durabilities")) == {"strict"}


def test_without_storage_the_page_works_and_says_so(open_page: OpenPage) -> None:
    page = open_page(PATH, before=NO_STORAGE)
    status(page, "Nettleseren kan ikke lagre.")
    box(page, 0).check()
    status(page, f"1 av {ITEMS} gjort Nettleseren kan ikke lagre.")
    choose(page, "Nullstill listen")
    status(page, f"0 av {ITEMS} gjort")
    undo(page)
    status(page, f"1 av {ITEMS} gjort")


def test_a_browser_that_restores_forms_shows_no_tick_that_is_not_kept(open_page: OpenPage) -> None:
    page = open_page(PATH, before=REFUSE_ALWAYS)
    box(page, 0).check()
    status(page, "Ikke lagret.")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.go_back()
    ready(page)
    expect(box(page, 0)).not_to_be_checked()


@pytest.mark.parametrize(
    "record",
    ["text", {"state": "approved", "rev": {}, "at": 1}, {"state": "done", "at": 1}, None, [1]],
)
def test_a_record_that_is_no_tick_is_set_aside(open_page: OpenPage, record: object) -> None:
    page = open_page(PATH)
    box(page, 0).check()
    status(page, "Lagret")
    write_tick(page, "ask-for-a-choice", record)
    page.reload()
    status(page, f"1 av {ITEMS} gjort")
    expect(page.locator("#ask-for-a-choice input")).not_to_be_checked()
    ready(page)
    (aside,) = read_records(page, "aside")
    assert (aside["key"], aside["value"]) == (["default", KEY, "ask-for-a-choice"], record)
    assert len(read_records(page, "ticks")) == 1


def test_an_item_that_has_changed_says_so_and_one_that_is_gone_is_not_counted(
    open_page: OpenPage,
) -> None:
    page = open_page(PATH)
    box(page, 0).check()
    status(page, "Lagret")
    changed = {"state": "done", "rev": {"nb": "00000000"}, "at": 1}
    write_tick(page, "ask-for-a-choice", changed)
    write_tick(page, "long-gone")
    page.reload()
    expect(page.locator("#ask-for-a-choice")).to_contain_text("Endret siden du svarte")
    expect(page.get_by_text("Endret siden du svarte")).to_have_count(1)
    status(page, f"2 av {ITEMS} gjort")


def test_front_page_shows_how_far_one_is(open_page: OpenPage) -> None:
    front = open_page("")
    badge = front.locator(f"checklist-badge[key='{KEY}']")
    expect(badge).to_be_empty()
    page = open_page(PATH, context=front.context)
    box(page, 0).check()
    expect(badge).to_have_text(f"1 av {ITEMS} gjort")
    for each in page.get_by_role("checkbox").all()[1:]:
        each.check()
    expect(badge).to_have_text("Forberedt")
    english = open_page("en/", context=front.context)
    expect(english.locator(f"checklist-badge[key='{KEY}']")).to_have_text("Prepared")
