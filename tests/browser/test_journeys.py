"""The three uses of the guide with the keyboard alone. No test here clicks, or moves the focus."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.keyboard import press_on, tab_to
from tests.browser.steps import SAVED, allow_clipboard, button, copied, ready, saved, search_for

PRINT = "window.print = () => { document.body.dataset.asked = ''; }"


def printed(page: Page) -> None:
    expect(page.locator("body[data-asked]")).to_have_count(1)


def test_before_a_meeting(open_page: OpenPage) -> None:
    page = open_page("", before=PRINT, width=320)
    page.emulate_media(reduced_motion="reduce")
    press_on(page, page.locator("main").get_by_role("link", name="Usikker? Få hjelp til å velge"))
    expect(page.locator("list-finder[data-begun]")).to_have_count(1)
    for answer in ("#more", "../situations/saying-no/"):
        press_on(page, page.locator(f"list-finder li > a[href='{answer}']"))
    ready(page)
    press_on(page, button(page, "Forbered et møte"))
    expect(page.get_by_label("Hva heter møtet?")).to_be_focused()
    page.keyboard.type("Statusmøte")
    page.keyboard.press("Enter")
    meeting = page.locator(".meeting-strip").get_by_role("link", name="Statusmøte")
    expect(meeting).to_be_visible()
    press_on(page, page.get_by_role("checkbox").first, "Space")
    expect(page.get_by_role("checkbox").first).to_be_checked()
    press_on(page, meeting, "Enter", back=True)
    expect(page.locator(".meeting h3")).to_have_text("Statusmøte")
    press_on(page, button(page, "Mer"))
    press_on(page, button(page, "Skriv ut arket"))
    printed(page)


def test_to_a_list_by_the_search(open_page: OpenPage) -> None:
    page = open_page("en/")
    tab_to(page, page.get_by_role("textbox", name="Search"))
    search_for(page, "threat")
    expect(page.locator(".md-search-result__item").first).to_contain_text("Threats")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("threats"))


def test_a_new_colleague(open_page: OpenPage) -> None:
    page = open_page("", before=PRINT, width=320)
    page.emulate_media(reduced_motion="reduce")
    press_on(page, page.get_by_role("link", name="Begynn med Dag 1"))
    ready(page)
    boxes = page.get_by_role("checkbox")
    for box in boxes.all():
        press_on(page, box, "Space")
        expect(box).to_be_checked()
    press_on(page, button(page, "Meny"), back=True)
    sheet = page.locator("#__menu").get_by_role("link", name="Ark til underskrift")
    press_on(page, sheet)
    expect(page.locator("table.sign-off")).to_be_visible()
    press_on(page, button(page, "Skriv ut"))
    printed(page)


def test_from_a_wiki(open_page: OpenPage) -> None:
    page = open_page("")
    allow_clipboard(page)
    press_on(page, page.get_by_role("link", name="Slik lenker du"))
    expect(page.locator("h1")).to_contain_text("Lenk fra wikien din")
    frame = page.locator("pre", has_text="<iframe").get_by_role("button")
    press_on(page, frame)
    assert copied(page).startswith("<iframe")


def test_a_link_to_an_item(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/")
    allow_clipboard(page)
    ready(page)
    item = page.locator("#repeat-once")
    press_on(page, item.locator(".checklist-more"))
    press_on(page, item.get_by_role("button", name="Kopier lenken"))
    assert copied(page).endswith("/situations/saying-no/#repeat-once")


def test_the_log_from_nothing_to_minutes_on_the_clipboard(open_page: OpenPage) -> None:
    page = open_page("log/")
    allow_clipboard(page)
    about = ("Med (rolle eller navn)", "kunden")
    for name, text in (about, ("Avtalt", "Levering onsdag."), ("Hvem", "Kari"), ("Hva", "sender")):
        tab_to(page, page.get_by_role("textbox", name=name, exact=True))
        page.keyboard.type(text)
    press_on(page, button(page, "Lagre"))
    saved(page)
    entry = page.locator(".log-entry")
    expect(entry).to_be_focused()
    press_on(page, entry.get_by_role("button", name="Kopier referatet"))
    agreed = "Avtalt: Levering onsdag.\n\nHvem gjør hva:\n- Kari: sender"
    assert copied(page).endswith(f"Med: kunden\n\n{agreed}")


def test_a_note_and_back_to_its_item(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/")
    ready(page)
    item = page.locator("#ask-for-a-choice")
    more = item.locator(".checklist-more")
    press_on(page, more)
    page.keyboard.press("Escape")
    expect(more).to_be_focused()
    page.keyboard.press("Enter")
    press_on(page, item.get_by_role("button", name="Skriv et notat"))
    expect(item.get_by_role("textbox", name="Notat")).to_be_focused()
    page.keyboard.type("Husk")
    page.keyboard.press("Escape")
    expect(item.locator("summary", has_text="Rediger notatet")).to_be_focused()
    expect(page.locator(".checklist-message")).to_have_text(SAVED)
    page.keyboard.press("Enter")
    expect(item.get_by_role("textbox", name="Notat")).to_be_focused()
