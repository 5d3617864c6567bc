"""Somebody who is threatened now sees what to do, and can call, without scrolling."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage


@pytest.mark.parametrize(("prefix", "words"), [("", "Akkurat nå"), ("en/", "Right now")])
def test_what_to_do_now_stands_on_the_first_screen(
    open_page: OpenPage, prefix: str, words: str
) -> None:
    page = open_page(f"{prefix}situations/threats-and-abuse/", width=390)
    expect(page.get_by_text(words, exact=True)).to_be_in_viewport()
    call = page.locator("main").get_by_role("link", name="112", exact=True).first
    expect(call).to_have_attribute("href", "tel:112")
    expect(call).to_be_in_viewport(ratio=1)


def test_a_search_without_a_match_leads_on(open_page: OpenPage) -> None:
    page = open_page("")
    page.keyboard.press("f")
    page.keyboard.type("qwertyuiop")
    help = page.locator(".search-help")
    expect(help).to_be_visible()
    expect(help.get_by_role("link", name="112")).to_have_attribute("href", "tel:112")
    help.get_by_role("link", name="Hjelp meg å finne riktig liste").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Finn listen du trenger")
