"""The finder: one question at a time until a list is found. It keeps nothing and counts nothing."""

import re

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, with_and_without_javascript
from tests.browser.database import NAMES
from tests.browser.test_modules import loaded

PATH = "finder/"


@with_and_without_javascript
def test_it_leads_to_a_list(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("en/", width=320, javascript=javascript)
    page.locator(".md-content a[href*='finder/']").first.click()
    page.locator("list-finder li a[href='#more']").click()
    choice = page.locator("list-finder li a[href*='saying-no']")
    expect(choice).to_have_css("min-height", "44px")  # it looks as any other choice
    choice.click()
    expect(page).to_have_url(re.compile("/en/situations/saying-no/$"))
    page.go_back()
    expect(choice).to_be_visible()


def test_a_former_answer_leads_to_its_question(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}#no")
    expect(page.locator(".scene:visible a[href*='saying-no']")).to_be_visible()


def test_it_keeps_and_counts_nothing(open_page: OpenPage) -> None:
    """Nobody is told later that somebody asked for help against threats."""
    page = open_page(PATH)
    expect(page.locator("list-finder[data-begun]")).to_have_count(1)
    page.locator(".scene-choice[href='#more']:visible").click()
    expect(page.locator("#more")).to_be_focused()
    expect(page.get_by_text("slutter")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(NAMES) == []
    assert "finder" not in page.evaluate("JSON.stringify([localStorage, sessionStorage])")
    assert "practice/list-finder.js" in loaded(page)
    assert "store/store.js" not in loaded(page)


def test_the_focus_follows_back_and_start_again(open_page: OpenPage) -> None:
    page = open_page(PATH)
    heading = page.locator(".scene:visible h2")
    first = heading.get_attribute("id") or ""
    expect(page.get_by_text("Begynn på nytt")).to_be_hidden()
    page.locator(".scene-choice:visible").last.press("Enter")
    expect(heading).to_be_focused()
    expect(heading).to_have_accessible_description(re.compile(".{10}"))
    page.get_by_role("link", name="Begynn på nytt").click()
    expect(heading).to_have_id(first)
    page.go_back()
    expect(heading).not_to_have_id(first)
