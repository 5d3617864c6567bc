"""A list while one works on it: what is on top stays in sight, and an item has a menu."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, with_and_without_javascript
from tests.browser.database import put
from tests.browser.meetings import ENTER, M, meeting, meetings
from tests.browser.steps import allow_clipboard, box, button, copied, heights, ready, status, undo
from tests.browser.ticks import ITEMS, PATH, choose, open_menu

COVERED = """() => {
  const { left, top, width, height } = document.activeElement.getBoundingClientRect();
  const strip = document.querySelector('.checklist-top').getBoundingClientRect();
  return width > 0 && top + height <= strip.bottom
    && !document.activeElement.closest('.checklist-top, .md-header, .md-tabs, .md-skip');
}"""


def scroll_to_end(page: Page) -> None:
    page.locator("#note-what-to-improve").scroll_into_view_if_needed()
    page.evaluate("scrollBy(0, 300)")


@pytest.mark.parametrize("width", [1280, 320])
def test_progress_and_undo_stay_in_sight_in_a_thin_strip(open_page: OpenPage, width: int) -> None:
    page = open_page(PATH, width=width)
    box(page, 0).check()
    status(page, "Lagret")
    assert heights(page.locator(".checklist-top"))[0] <= 60
    choose(page, "Nullstill listen")
    scroll_to_end(page)
    expect(page.locator("main").get_by_role("status")).to_be_in_viewport(ratio=1)
    undo(page)
    status(page, f"1 av {ITEMS} gjort")


def test_what_has_the_focus_is_not_hidden_behind_the_strip(open_page: OpenPage) -> None:
    page = open_page(PATH, width=320)
    ready(page)
    scroll_to_end(page)
    page.get_by_role("checkbox").last.focus()
    covered = []
    for _ in range(25):
        page.keyboard.press("Shift+Tab")
        if page.evaluate(COVERED):
            covered.append(page.evaluate("document.activeElement.outerHTML"))
    assert covered == []


@with_and_without_javascript
def test_signs_are_folded_and_open_for_everybody(open_page: OpenPage, javascript: bool) -> None:
    page = open_page(PATH, javascript=javascript)
    sign = page.get_by_text("Du sier ja og angrer før samtalen er over.")
    expect(sign).to_be_hidden()
    page.get_by_role("heading", name="Når passer listen?").click()
    expect(sign).to_be_visible()


@pytest.mark.parametrize("view", ["", "lines"])
def test_one_switch_shows_all_lines_in_the_other_language(open_page: OpenPage, view: str) -> None:
    page = open_page("lines/" if view else PATH)
    lines = page.locator(".checklist-translation")
    if view:
        switch = button(page, "Show the lines in English")
        expect(switch).to_be_visible()
        switch.click()
    else:
        choose(page, "Show the lines in English")
    assert lines.count() > 5
    expect(lines.locator("visible=true")).to_have_count(lines.count())
    expect(lines.first).to_have_attribute("lang", "en")


def test_the_menu_of_an_item_is_one_and_gets_out_of_the_way(open_page: OpenPage) -> None:
    page = open_page(PATH)
    item = page.locator("#ask-for-a-choice")
    more = page.get_by_role("button", name="Mer om Spør hva kunden velger.", exact=True)
    expect(more).to_have_attribute("aria-expanded", "false")
    menu = open_menu(item)
    expect(more).to_have_attribute("aria-expanded", "true")
    expect(menu.get_by_role("button", name="Ikke aktuelt")).to_be_focused()
    more.click()
    expect(menu).to_be_hidden()
    more.click()
    expect(menu).to_be_visible()
    page.get_by_role("heading", level=1).click()
    expect(menu).to_be_hidden()
    open_menu(page.locator("#say-it-clearly"))
    expect(page.locator(".checklist-item .menu")).to_have_count(1)
    page.locator("#say-it-clearly").get_by_role("button", name="Ikke aktuelt").click()
    expect(page.locator("[data-state=not-relevant]")).to_have_id("say-it-clearly")


def test_the_address_of_an_item_can_be_copied(open_page: OpenPage) -> None:
    page = open_page(f"en/{PATH}")
    allow_clipboard(page)
    button(open_menu(page.locator("#ask-for-a-choice")).page, "Copy the link").click()
    assert copied(page) == f"{page.url}#ask-for-a-choice"


WORKING = """() => {
  const controls = 'a[href], button, input, select, textarea, summary';
  const isSeen = (element) => element.getClientRects().length
    && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const box = document.querySelector('.checklist-item > input').getBoundingClientRect();
  const seen = [...document.querySelectorAll(controls)].filter(isSeen).length;
  return [box.bottom / innerHeight, seen];
}"""
HIGHEST = 0.45  # of the first screen
MOST = 50  # controls


@pytest.mark.parametrize("size", [(390, 844), (1280, 800)])
@pytest.mark.parametrize("before", ["", ENTER], ids=["no meeting", "meeting"])
def test_a_list_begins_with_its_first_box_and_has_few_controls(
    open_page: OpenPage, size: tuple[int, int], before: str
) -> None:
    width, height = size
    page = open_page(PATH, viewport={"width": width, "height": height}, has_touch=width < 400)
    ready(page)
    texts = {"with": "Prosjektlederen", "goal": "Beholde oppsigelsestiden på tre måneder"}
    put(page, meetings(**{M: meeting("Nordvik", "2026-11-25T15:00", **texts)}))
    if before:
        page.evaluate(before)
    found = {}
    site = page.url.removesuffix(PATH)
    for path in (PATH, f"en/{PATH}", "principles/take-breaks/"):
        page.goto(site + path)
        ready(page)
        if before:
            expect(page.locator(".meeting-strip__now")).to_be_visible()
        high, controls = page.evaluate(WORKING)
        if high > HIGHEST or controls > MOST:
            found[path] = high, controls
    assert found == {}
