"""The keyboard alone: nothing here is clicked, and no focus is set by the test."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import STARTING, OpenPage, stop_transitions
from tests.browser.keyboard import tab_to, walk
from tests.browser.steps import search_for

SITUATION = "situations/saying-no/"


@pytest.mark.parametrize(
    ("path", "width"),
    [
        ("", 1280),
        ("en/", 320),
        (SITUATION, 320),
        ("log/", 320),
        ("finder/", 1280),
        ("my-data/", 320),
    ],
)
def test_one_sees_every_stop_of_a_page(open_page: OpenPage, path: str, width: int) -> None:
    page = open_page(path, width=width)
    expect(page.locator(STARTING)).to_have_count(0)
    stop_transitions(page)
    assert walk(page) == {}


@pytest.mark.parametrize(("key", "javascript"), [("Enter", True), ("Space", False)])
def test_the_menu_opens_and_closes(open_page: OpenPage, key: str, javascript: bool) -> None:
    page = open_page(SITUATION, width=320, javascript=javascript)
    button = page.get_by_role("button", name="Meny", exact=True)
    links = page.locator("#__menu").get_by_role("link")
    expect(links).to_have_count(0)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(button).to_be_focused()
    page.keyboard.press(key)
    expect(links.nth(8)).to_be_attached()
    page.keyboard.press("Tab")
    expect(links.first).to_be_focused()
    page.keyboard.press("Escape")
    expect(links).to_have_count(0)
    expect(button).to_be_focused()


@pytest.mark.parametrize(
    ("button", "menu"), [("Meny", "#__menu"), ("Flere valg", "#checklist\\.tools")]
)
def test_a_menu_closes_when_the_focus_leaves_it(
    open_page: OpenPage, button: str, menu: str
) -> None:
    page = open_page(SITUATION, width=320)
    tab_to(page, page.get_by_role("button", name=button, exact=True))
    page.keyboard.press("Enter")
    expect(page.locator(menu)).to_be_visible()
    last = page.locator(menu).locator("a:visible, button:visible").last
    tab_to(page, last)
    page.keyboard.press("Tab")
    expect(page.locator(menu)).to_be_hidden()


@pytest.mark.parametrize("width", [1280, 320])
def test_arrows_lead_to_the_results_and_tab_past_them(open_page: OpenPage, width: int) -> None:
    page = open_page(SITUATION, width=width)
    tab_to(page, page.get_by_role("textbox", name="Søk"))
    search_for(page, "nei")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-search-result__link").first).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator(".md-search__output")).to_be_hidden()
    expect(page.locator(".md-search :focus")).to_have_count(0)
