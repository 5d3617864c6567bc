"""Notes on items: opened when wanted, saved while one types, kept as typed, never lost silently."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import expect_accessible
from tests.browser.conftest import OpenPage, in_both_languages
from tests.browser.database import put, read_records
from tests.browser.faults import NO_CHANNEL, REFUSE
from tests.browser.meetings import ENTER, M
from tests.browser.own import (
    make_meeting,
    note_of,
    open_note,
    saved,
    write_note,
)
from tests.browser.paper import printed, text_of
from tests.browser.steps import UNSAVED, box, ready
from tests.browser.ticks import KEY, PATH, module

ITEM = "#ask-for-a-choice"
NO_PAUSE_ENDS = """
  const wait = window.setTimeout;
  window.setTimeout = (work, time, ...given) => {
    if (time === 400) window.pass = work;
    else return wait(work, time, ...given);
  };
"""


def texts(page: Page) -> list[str]:
    return [record["text"] for record in read_records(page, "notes")]


@in_both_languages
def test_a_note_is_saved_while_one_types_and_stands_in_both_languages(
    open_page: OpenPage, prefix: str
) -> None:
    page = open_page(prefix + PATH)
    item = page.locator(ITEM)
    open_note(item)
    page.keyboard.type("Kari har ferie.\nSpør Ola.")
    expect(page.locator(".checklist-message")).to_have_text("")
    saved(page)
    assert texts(page) == ["Kari har ferie.\nSpør Ola."]
    other = open_page(PATH if prefix else f"en/{PATH}", context=page.context)
    expect(note_of(other.locator(ITEM))).to_have_text("Kari har ferie. Spør Ola.")
    expect(other.locator(ITEM).get_by_role("textbox")).to_be_hidden()
    expect(note_of(other.locator(ITEM))).to_have_css("white-space", "pre-wrap")


def test_emptying_removes_it(open_page: OpenPage) -> None:
    page = open_page(PATH)
    item = page.locator(ITEM)
    write_note(item, "Husk")
    page.reload()
    expect(note_of(item)).to_have_text("Husk")
    open_note(item).fill(" \n ")
    saved(page)
    assert texts(page) == []
    page.keyboard.press("Escape")
    expect(item.locator(".own-note")).to_be_hidden()
    page.reload()
    ready(page)
    expect(item.locator(".own-note")).to_have_count(0)


@pytest.mark.parametrize(
    "leave",
    [
        "document.activeElement.blur()",
        "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))",
        "window.dispatchEvent(new Event('beforeunload'))",
    ],
)
def test_it_is_saved_at_once_when_one_leaves(open_page: OpenPage, leave: str) -> None:
    page = open_page(PATH, before=NO_PAUSE_ENDS)
    open_note(page.locator(ITEM)).fill("Rett før jeg gikk")
    page.evaluate(leave)
    saved(page)
    page.reload()
    expect(note_of(page.locator(ITEM))).to_have_text("Rett før jeg gikk")


@pytest.mark.soak
def test_ten_megabytes_are_kept_and_block_nothing(open_page: OpenPage) -> None:
    page = open_page(PATH)
    ready(page)
    put(page, {"notes": [(["default", KEY, ITEM[1:]], {"text": "ord " * 2_621_440, "at": 1})]})
    page.reload()
    expect(note_of(page.locator(ITEM))).to_contain_text("ord ord")
    box(page, 0).check()
    saved(page)
    assert [len(text) for text in texts(page)] == [10 * 2**20]


def test_what_is_not_saved_says_so_and_is_tried_again(open_page: OpenPage) -> None:
    page = open_page(PATH, before=REFUSE)
    item = page.locator(ITEM)
    field = open_note(item)
    page.evaluate("window.refusing = true")
    field.fill("Viktig")
    expect(page.locator(".checklist-message")).to_have_text(UNSAVED)
    expect(item.locator(".own-note").get_by_text("Ikke lagret")).to_be_visible()
    assert texts(page) == []
    page.evaluate("window.refusing = false")
    page.get_by_role("button", name="Prøv igjen").click()
    saved(page)
    expect(item.get_by_text("Ikke lagret")).to_have_count(0)
    assert texts(page) == ["Viktig"]


@pytest.mark.parametrize("before", ["", NO_CHANNEL])
def test_two_tabs_write_at_once_and_both_texts_stay(open_page: OpenPage, before: str) -> None:
    page = open_page(PATH, before=NO_PAUSE_ENDS + before)
    other = open_page(PATH, context=page.context, before=before)
    field = open_note(page.locator(ITEM))
    field.fill("Min tekst")
    write_note(other.locator(ITEM), "En annen tekst")
    field.evaluate("field => field.setSelectionRange(3, 3)")
    page.evaluate("window.pass()")
    expect(field).to_have_value("Min tekst\n\nEn annen tekst")
    expect(page.get_by_role("status").filter(has_text="Begge tekstene står her")).to_be_visible()
    assert field.evaluate("field => field.selectionStart") == 3
    page.evaluate("window.pass()")
    saved(page)
    assert texts(page) == ["Min tekst\n\nEn annen tekst"]


def test_each_meeting_has_its_own(open_page: OpenPage) -> None:
    page = open_page(PATH)
    make_meeting(page)
    item = page.locator(ITEM)
    field = open_note(item)
    field.fill("Utenfor")
    page.evaluate(f"async () => (await {module('store/enter.js')}).enterMeeting('{M}')")
    expect(field).to_have_value("")
    saved(page)
    field.fill("I møtet")
    saved(page)
    page.evaluate(f"async () => (await {module('store/enter.js')}).enterMeeting('default')")
    expect(field).to_have_value("Utenfor")
    other = open_page(PATH, context=page.context, before=ENTER)
    expect(note_of(other.locator(ITEM))).to_have_text("I møtet")


@pytest.mark.soak
def test_long_notes_are_accessible_and_not_cut_off(open_page: OpenPage) -> None:
    page = open_page(PATH)
    write_note(page.locator(ITEM), "Enlangtekstutenmellomrom" * 20)
    page.keyboard.press("Escape")
    open_note(page.locator("#say-it-clearly")).fill("Åpen " * 200)
    expect_accessible(page)
    field = page.locator("#say-it-clearly textarea")
    assert field.evaluate("field => field.clientHeight > 100")  # it grows with its text


def test_it_is_printed_under_its_item_without_controls(open_page: OpenPage) -> None:
    page = open_page(PATH)
    write_note(page.locator(ITEM), "Kari har ferie")
    text = text_of(printed(page))
    assert re.search(r"Spør hva kunden velger\..*Kari har ferie.*Gjenta svaret", text)
    for control in ("Rediger notatet", "Lukk"):
        assert control not in text
    expect(page.locator(f"{ITEM} textarea")).to_be_visible()
