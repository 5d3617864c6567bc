"""The header: one look for both languages, where one is, and a menu that is closed on return."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage


def test_light_or_dark_follows_to_the_other_language(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/")
    page.get_by_title("Bytt til lyst utseende").click()
    page.get_by_title("Bytt til mørkt utseende").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


def test_the_tab_one_is_on_looks_different(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/")
    weight = "tab => getComputedStyle(tab).fontWeight"
    weights = {
        tab.inner_text(): tab.evaluate(weight) for tab in page.locator(".md-tabs__link").all()
    }
    heaviest = weights.pop("Situasjoner")
    assert heaviest not in weights.values()


@pytest.mark.parametrize("javascript", [True, False])
def test_the_name_of_the_guide_is_read_whole_on_a_small_phone(
    open_page: OpenPage, javascript: bool
) -> None:
    page = open_page("situations/saying-no/", width=320, javascript=javascript)
    name = page.locator(".md-header__topic").first
    expect(name).to_have_text("Ryggen fri")
    assert name.evaluate("name => name.firstElementChild.scrollWidth <= name.clientWidth")


def test_the_menu_is_closed_when_one_comes_back(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/", width=320)
    page.get_by_role("button", name="Meny", exact=True).click()
    menu = page.locator(".md-nav--primary")
    menu.get_by_role("link", name="Trusler og vold").click()
    expect(page).to_have_url(re.compile("threats"))
    page.go_back()
    expect(page).to_have_url(re.compile("saying-no"))
    expect(page.locator("html")).to_have_class(re.compile(r"^js"))  # the theme has started
    expect(menu).to_be_hidden()
