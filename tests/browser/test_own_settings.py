"""What a reader has asked the system for: no movement, and colours of the system."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import STARTING, OpenPage
from tests.browser.test_accessibility import KINDS
from tests.browser.ticks import open_menu

LIST = "situations/saying-no/"
MOVES = """() => {
  const isLong = (times) => times.split(',').some((time) => parseFloat(time) > 0);
  const moving = [];
  for (const element of document.querySelectorAll('*')) {
    for (const part of ['', '::before', '::after', '::backdrop']) {
      const style = getComputedStyle(element, part);
      const isMoving = isLong(style.transitionDuration)
        || (style.animationName !== 'none' && isLong(style.animationDuration))
        || style.scrollBehavior === 'smooth';
      if (isMoving) moving.push(`${element.localName}.${element.className}${part}`);
    }
  }
  return moving;
}"""


@pytest.mark.parametrize("width", [1280, 320])
def test_nothing_moves_for_who_wants_no_movement(open_page: OpenPage, width: int) -> None:
    page = open_page("", width=width)
    front = page.url
    page.emulate_media(reduced_motion="reduce")
    moving = {}
    for path in KINDS.values():
        page.goto(front + path)
        expect(page.locator(STARTING)).to_have_count(0)
        moving[path] = page.evaluate(MOVES)
    page.goto(front + LIST)
    page.get_by_role("checkbox").first.check()
    open_menu(page.locator(".checklist-item").nth(2))
    moving["list in use"] = page.evaluate(MOVES)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Forbered et møte").click()
    expect(page.locator(".meeting-dialog")).to_be_visible()
    moving["dialog"] = page.evaluate(MOVES)
    assert {place: parts for place, parts in moving.items() if parts} == {}


def in_system_colours(browser: Browser, open_page: OpenPage, path: str) -> Page:
    """Open a page as in the contrast themes of Windows. The test closes its context."""
    context = browser.new_context(
        forced_colors="active", color_scheme="dark", viewport={"width": 1280, "height": 800}
    )
    return open_page(path, context=context)


def look(element: Locator, name: str, part: str = "") -> str:
    """A property of how an element, or a part of it, is drawn."""
    value: str = element.evaluate(
        "(element, [name, part]) => getComputedStyle(element, part).getPropertyValue(name)",
        [name, part],
    )
    return value


def test_system_colours_leave_in_sight_what_backgrounds_show(
    browser: Browser, open_page: OpenPage
) -> None:
    page = in_system_colours(browser, open_page, LIST)
    paper = look(page.locator("body"), "background-color")
    page.get_by_role("checkbox").first.check()
    signs = {
        "copy": (page.locator(".copy-page"), "background-color", "::before"),
        "fold": (page.locator(".checklist-signs > summary"), "background-color", "::after"),
        "progress": (page.locator(".checklist-progress"), "border-top-color", ""),
        "tick": (page.get_by_role("checkbox").first, "border-top-color", ""),
        "tab": (page.locator(".md-tabs__item--active"), "border-bottom-color", ""),
        "status": (page.locator(".site-status"), "border-top-color", ""),
    }
    assert {name: look(*sign) for name, sign in signs.items() if look(*sign) == paper} == {}
    page.context.close()


def test_system_colours_do_not_show_what_is_hidden(browser: Browser, open_page: OpenPage) -> None:
    """While one shares a screen."""
    page = in_system_colours(browser, open_page, "log/")
    page.get_by_text("Skjul navn").click()
    expect(page.locator("[data-hidden-names]")).to_have_count(1)
    field = page.locator(".log-filter [data-private]").first
    assert look(field, "color") == "rgba(0, 0, 0, 0)"
    assert look(field, "background-color") != look(page.locator("body"), "background-color")
    page.context.close()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_page_one_is_on_is_marked_by_more_than_its_colour(
    open_page: OpenPage, prefix: str
) -> None:
    page = open_page(prefix + LIST)
    here = page.locator("#__menu [aria-current=page]:visible")
    expect(here).to_have_count(1)
    expect(here).to_have_attribute("href", "./")
    expect(here).to_have_css("font-weight", "700")
