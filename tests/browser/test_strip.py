"""What one does stands on top, and how far one is stays in sight; neither hides anything."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.ticks import ITEMS, choose

PATH = "situations/saying-no/"
COVERED = """() => {
  const { left, top, width, height } = document.activeElement.getBoundingClientRect();
  const strip = document.querySelector('.checklist-top').getBoundingClientRect();
  return width > 0 && top + height <= strip.bottom
    && !document.activeElement.closest('.checklist-top, .md-header, .md-tabs, .md-skip');
}"""


def scroll_to_end(page: Page) -> None:
    page.locator("#note-what-to-improve").scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 300)")


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_progress_and_undo_never_scroll_away(open_page: OpenPage, width: int) -> None:
    page = open_page(PATH, width=width)
    page.get_by_role("checkbox").first.check()
    choose(page, "Nullstill listen")
    scroll_to_end(page)
    expect(page.locator("main").get_by_role("status")).to_be_in_viewport(ratio=1)
    page.get_by_role("button", name="Angre").click()
    expect(page.locator("main").get_by_role("status")).to_contain_text(f"1 av {ITEMS} gjort")


@pytest.mark.parametrize("width", [1280, 320])
def test_the_strip_is_thin(open_page: OpenPage, width: int) -> None:
    page = open_page(PATH, width=width)
    page.get_by_role("checkbox").first.check()
    expect(page.locator("main").get_by_role("status")).to_contain_text("Lagret")
    box = page.locator(".checklist-top").bounding_box()
    assert box
    assert box["height"] <= 60


@pytest.mark.parametrize("width", [1280, 320])
def test_what_has_the_focus_is_not_hidden_behind_it(open_page: OpenPage, width: int) -> None:
    page = open_page(PATH, width=width)
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    scroll_to_end(page)
    page.get_by_role("checkbox").last.focus()
    covered = []
    for _ in range(25):
        page.keyboard.press("Shift+Tab")
        if page.evaluate(COVERED):
            covered.append(page.evaluate("document.activeElement.outerHTML"))
    assert covered == []


@pytest.mark.parametrize("javascript", [True, False])
def test_signs_are_folded_and_open_for_everybody(open_page: OpenPage, javascript: bool) -> None:
    page = open_page(PATH, javascript=javascript)
    sign = page.get_by_text("Du sier ja og angrer før samtalen er over.")
    expect(sign).to_be_hidden()
    page.get_by_role("heading", name="Kjenner du deg igjen?").click()
    expect(sign).to_be_visible()


def test_a_link_to_the_signs_opens_them(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}#signs")
    sign = page.get_by_text("Du sier ja og angrer før samtalen er over.")
    expect(sign).to_be_visible()
    page = open_page(PATH)
    page.locator(".md-sidebar--secondary a[href='#signs']").click()
    expect(page.get_by_text("Du sier ja og angrer før samtalen er over.")).to_be_visible()
