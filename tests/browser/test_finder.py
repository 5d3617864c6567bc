"""The finder: one question at a time until a list is found. It keeps nothing and counts nothing."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import WIDTHS, OpenPage
from tests.browser.test_modules import loaded

PATH = "finder/"
RESULT = ".scene-result:visible"
NAMES = "indexedDB.databases().then(all => all.map(({ name }) => name))"


def answer_to_the_end(page: Page) -> None:
    """Choose the first answer until there is no question left."""
    expect(page.locator("list-finder[data-begun]")).to_have_count(1)
    choices = page.locator(".scene-choice:visible")
    while choices.count():
        scene = choices.first.get_attribute("href")
        choices.first.click()
        expect(page.locator(f".scene:has({scene})")).to_be_visible()


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
def test_finder_leads_to_a_list(open_page: OpenPage, width: int, javascript: bool) -> None:
    page = open_page("en/", width=width, javascript=javascript)
    page.locator(".md-content a[href*='finder/']").first.click()
    for scene in ("more", "deadline"):
        page.locator(f"list-finder li a[href='#{scene}']").click()
    page.locator("list-finder p > a[href*='their-deadline']").click()
    expect(page).to_have_url(re.compile("/en/situations/their-deadline/$"))


def test_it_keeps_and_counts_nothing(open_page: OpenPage) -> None:
    """B1: nobody is told later that somebody was asked for help against threats."""
    page = open_page(PATH)
    answer_to_the_end(page)
    expect(page.locator(RESULT)).to_be_visible()
    expect(page.get_by_text("slutter")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    assert page.evaluate(NAMES) == []
    assert "finder" not in page.evaluate("JSON.stringify([localStorage, sessionStorage])")
    assert "practice/list-finder.js" in loaded(page)
    assert "store/store.js" not in loaded(page)


@pytest.mark.parametrize("javascript", [True, False])
def test_its_result_is_a_button_and_nothing_beside_it_leads_elsewhere(
    browser: Browser, open_page: OpenPage, javascript: bool
) -> None:
    """U4."""
    with browser.new_context(
        has_touch=True, viewport={"width": 320, "height": 800}, java_script_enabled=javascript
    ) as context:
        page = open_page(f"{PATH}#threats", context=context)
        results = page.locator("list-finder p > a:visible")
        assert results.count() >= 1
        for result in results.all():
            box = result.bounding_box()
            assert box
            assert box["height"] >= 44
            expect(result).not_to_have_css("background-color", "rgba(0, 0, 0, 0)")
        expect(page.locator(".md-footer__link:visible")).to_have_count(0)


def test_answers_are_large_enough_for_a_finger(open_page: OpenPage) -> None:
    page = open_page(PATH, width=320)
    choices = page.locator(".scene-choice:visible")
    expect(choices.first).to_be_visible()
    heights = [box["height"] for choice in choices.all() if (box := choice.bounding_box())]
    assert len(heights) > 2
    assert min(heights) >= 44


def test_focus_back_and_start_again(open_page: OpenPage) -> None:
    page = open_page(PATH)
    first = page.locator(".scene:visible h2").get_attribute("id")
    expect(page.get_by_text("Begynn på nytt")).to_be_hidden()
    page.locator(".scene-choice:visible").last.click()
    expect(page.locator(".scene:visible h2")).to_be_focused()
    page.get_by_role("link", name="Begynn på nytt").click()
    expect(page.locator(".scene:visible h2")).to_have_id(first or "")
    page.go_back()
    expect(page.locator(".scene:visible h2")).not_to_have_id(first or "")


@pytest.mark.parametrize("fragment", ["%", "%E0%A4%A", "no-such-scene"])
def test_a_fragment_that_names_no_question_is_passed_over(
    open_page: OpenPage, fragment: str
) -> None:
    page = open_page(f"{PATH}#{fragment}")
    expect(page.locator(".scene:visible")).to_have_count(1)
    page.locator(".scene-choice:visible").first.click()
    expect(page.locator(".scene:visible h2")).to_be_focused()
