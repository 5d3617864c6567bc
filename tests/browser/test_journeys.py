"""The three uses of the guide with the keyboard alone. No test here clicks, or moves the focus."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.keyboard import press_on, tab_to
from tests.browser.meetings import READY
from tests.browser.test_lines import copied, lets_copy

PRINT = "window.print = () => { document.body.dataset.asked = ''; }"


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def printed(page: Page) -> None:
    expect(page.locator("body[data-asked]")).to_have_count(1)


@pytest.mark.parametrize("width", [1280, 320])
def test_before_a_meeting(open_page: OpenPage, width: int) -> None:
    page = open_page("", before=PRINT, width=width)
    page.emulate_media(reduced_motion="reduce")
    press_on(page, page.locator("main").get_by_role("link", name="Hjelp meg å finne riktig liste"))
    expect(page.locator("list-finder[data-begun]")).to_have_count(1)
    for answer in ("#more", "#deadline"):
        press_on(page, page.locator(f"list-finder .scene-choice[href='{answer}']"))
    press_on(page, page.locator("list-finder p > a[href*='their-deadline']"))
    expect(page.locator(READY)).to_have_count(1)
    press_on(page, button(page, "Forbered et møte"))
    expect(page.get_by_label("Hva heter møtet?")).to_be_focused()
    page.keyboard.type("Statusmøte")
    page.keyboard.press("Enter")
    expect(page.locator(".meeting-line a")).to_have_text("Statusmøte")
    press_on(page, page.get_by_role("checkbox").first, "Space")
    expect(page.get_by_role("checkbox").first).to_be_checked()
    press_on(page, page.locator(".meeting-line a"), "Enter", back=True)
    expect(page.locator(".meeting h3")).to_have_text("Statusmøte")
    press_on(page, button(page, "Skriv ut arket"))
    printed(page)


def test_to_a_list_by_the_search(open_page: OpenPage) -> None:
    page = open_page("en/")
    tab_to(page, page.get_by_role("textbox", name="Search"))
    page.keyboard.type("deadline")
    expect(page.locator(".md-search-result__item").first).to_contain_text("deadline")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("deadline"))


@pytest.mark.parametrize("width", [1280, 320])
def test_a_new_colleague(open_page: OpenPage, width: int) -> None:
    page = open_page("", before=PRINT, width=width)
    page.emulate_media(reduced_motion="reduce")
    press_on(page, page.locator(".door").get_by_role("link", name="Dag 1"))
    expect(page.locator(READY)).to_have_count(1)
    boxes = page.get_by_role("checkbox")
    for box in boxes.all():
        press_on(page, box, "Space")
        expect(box).to_be_checked()
    if width == 320:
        press_on(page, button(page, "Meny"), back=True)
    sheet = page.locator("#__menu").get_by_role("link", name="Ark til underskrift")
    press_on(page, sheet, back=width == 1280)
    expect(page.locator("table.sign-off")).to_be_visible()
    press_on(page, button(page, "Skriv ut"))
    printed(page)


def test_from_a_wiki(open_page: OpenPage) -> None:
    page = open_page("")
    lets_copy(page)
    press_on(page, page.get_by_role("link", name="Slik lenker du"))
    expect(page.locator("h1")).to_contain_text("Lenk fra wikien din")
    frame = page.locator("pre", has_text="<iframe").get_by_role("button")
    press_on(page, frame)
    expect(page.locator(".site-status")).to_contain_text("Kopiert")
    assert copied(page).startswith("<iframe")


def test_a_link_to_an_item(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/")
    lets_copy(page)
    expect(page.locator(READY)).to_have_count(1)
    item = page.locator("#repeat-once")
    press_on(page, item.locator(".checklist-more"))
    press_on(page, item.get_by_role("button", name="Kopier lenken"))
    expect(page.locator(".site-status")).to_contain_text("Kopiert")
    assert copied(page).endswith("/situations/saying-no/#repeat-once")
