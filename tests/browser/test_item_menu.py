"""What one can do with one item stands in a menu, which needs no mouse and gets out of the way."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.ticks import open_menu

PATH = "situations/saying-no/"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def allow_clipboard(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])


def test_its_button_is_named_with_the_action(open_page: OpenPage) -> None:
    page = open_page(PATH)
    button = page.get_by_role("button", name="Mer om Spør hva kunden velger.", exact=True)
    expect(button).to_have_count(1)
    expect(button).to_have_attribute("aria-expanded", "false")


def test_it_works_by_keyboard_and_escape_gives_the_focus_back(open_page: OpenPage) -> None:
    page = open_page(PATH)
    item = page.locator("#ask-for-a-choice")
    menu = open_menu(item)
    expect(menu.get_by_role("button", name="Ikke aktuelt")).to_be_focused()
    expect(item.locator(".checklist-more")).to_have_attribute("aria-expanded", "true")
    for name in ("Skriv et notat", "Legg til en replikk", "Kopier lenken"):
        page.keyboard.press("Tab")
        expect(menu.get_by_role("button", name=name)).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(item.locator(".checklist-more")).to_be_focused()
    expect(item.locator(".checklist-more")).to_have_attribute("aria-expanded", "false")


def test_a_click_elsewhere_or_on_its_button_closes_it(open_page: OpenPage) -> None:
    page = open_page(PATH)
    item = page.locator("#ask-for-a-choice")
    menu = open_menu(item)
    item.locator(".checklist-more").click()
    expect(menu).to_be_hidden()
    item.locator(".checklist-more").click()
    expect(menu).to_be_visible()
    page.get_by_role("heading", level=1).click()
    expect(menu).to_be_hidden()


def test_there_is_one_menu_and_it_belongs_to_the_item_asked_last(open_page: OpenPage) -> None:
    page = open_page(PATH)
    open_menu(page.locator("#ask-for-a-choice"))
    page.locator("#say-it-clearly").hover()
    page.locator("#say-it-clearly .checklist-more").click()
    expect(page.locator(".checklist-item .checklist-menu")).to_have_count(1)
    page.locator("#say-it-clearly").get_by_role("button", name="Ikke aktuelt").click()
    expect(page.locator("[data-state=not-relevant]")).to_have_id("say-it-clearly")


@pytest.mark.parametrize(
    ("prefix", "copy", "said"),
    [("", "Kopier lenken", "Kopiert"), ("en/", "Copy the link", "Copied")],
)
def test_the_address_of_an_item_can_be_copied(
    open_page: OpenPage, prefix: str, copy: str, said: str
) -> None:
    page = open_page(prefix + PATH)
    allow_clipboard(page)
    open_menu(page.locator("#ask-for-a-choice")).get_by_role("button", name=copy).click()
    expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()
    assert copied(page) == f"{page.url}#ask-for-a-choice"


def test_without_a_clipboard_the_address_bar_has_it(open_page: OpenPage) -> None:
    page = open_page(PATH, before=NO_CLIPBOARD)
    open_menu(page.locator("#ask-for-a-choice")).get_by_role("button", name="Kopier").click()
    expect(page.get_by_role("status").filter(has_text="i adressefeltet")).to_be_visible()
    expect(page).to_have_url(re.compile("#ask-for-a-choice$"))


@pytest.mark.parametrize("path", [PATH, "privacy/"])
def test_the_sign_beside_a_heading_copies_its_address(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    allow_clipboard(page)
    sign = page.locator("h2 > .headerlink").first
    sign.focus()
    sign.press("Enter")
    expect(page.get_by_role("status").filter(has_text="kopiert")).to_be_visible()
    assert copied(page) == page.url
    assert "#" in page.url


def test_its_button_is_seen_when_one_comes_near_and_always_by_touch(
    browser: Browser, open_page: OpenPage
) -> None:
    page = open_page(PATH)
    button = page.locator("#ask-for-a-choice .checklist-more")
    expect(button).to_have_css("opacity", "0")
    page.locator("#ask-for-a-choice").hover()
    expect(button).to_have_css("opacity", "1")
    page.mouse.move(0, 0)
    page.locator("#ask-for-a-choice input").focus()
    expect(button).to_have_css("opacity", "1")
    with browser.new_context(has_touch=True, is_mobile=True) as phone:
        page = open_page(PATH, context=phone)
        for each in page.locator(".checklist-more").all():
            expect(each).to_have_css("opacity", "1")
        page.locator(".checklist-more").first.tap()
        for each in page.locator(".checklist-item .checklist-menu button").all():
            box = each.bounding_box()
            assert box
            assert box["height"] >= 44
            assert box["x"] >= 0
