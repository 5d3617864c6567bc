"""axe on a list in use, and without scripts; target sizes; the mark of focus."""

import re

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.browser.axe import in_every_view, violations
from tests.browser.conftest import SCHEMES, WIDTHS, OpenPage, stop_transitions
from tests.browser.ticks import choose, open_menu, switch_relevance

KINDS = {
    "front": "",
    "situation": "situations/new-way-of-working/",
    "principle": "principles/this-is-work/",
    "practice": "practice/saying-no/",
    "finder": "finder/",
    "onboarding": "onboarding/day-1/",
    "sheet": "onboarding/sign-off/",
    "tool": "onboarding/review/",
    "log": "log/",
    "points": "points/",
    "data": "my-data/",
    "meetings": "meetings/",
    "page": "privacy/",
    "wiki": "wiki/",
    "sources": "sources/",
    "missing": "404.html",
    "offline": "offline/",
}
SCRIPT = re.compile(r"<script\b.*?</script>", re.DOTALL)


def without_scripts(route: Route) -> None:
    """Answer as the site does, but leave the scripts of a page out."""
    if route.request.resource_type != "document":
        route.continue_()
        return
    response = route.fetch()
    route.fulfill(response=response, body=SCRIPT.sub("", response.text()))


def test_axe_finds_nothing_on_a_list_in_use(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/")
    stop_transitions(page)
    page.get_by_role("checkbox").first.check()
    switch_relevance(page.locator(".checklist-item").nth(1))
    page.locator(".checklist-signs > summary").click()
    page.get_by_text("På engelsk").first.click()
    choose(page, "Nullstill listen")
    page.get_by_role("button", name="Angre").click()
    open_menu(page.locator(".checklist-item").nth(2))
    assert in_every_view(page) == {}
    choose(page, "Nullstill listen")
    expect(page.get_by_role("button", name="Angre")).to_be_visible()
    assert in_every_view(page) == {}


def test_axe_finds_nothing_without_the_site_s_scripts(open_page: OpenPage) -> None:
    """axe itself needs JavaScript, so scripts are taken out, not forbidden."""
    page = open_page("")
    front, found = page.url, {}
    page.route("**/*", without_scripts)
    for path in KINDS.values():
        page.goto(front + path)
        expect(page.locator("html")).to_have_class("no-js")
        found[path] = violations(page)
    assert {path: defects for path, defects in found.items() if defects} == {}


@pytest.mark.parametrize("width", WIDTHS)
def test_every_control_of_a_checklist_is_24_pixels_or_more(open_page: OpenPage, width: int) -> None:
    page = open_page(KINDS["situation"], width=width)
    expect(page.get_by_role("button", name="Flere valg")).to_be_visible()
    controls = page.locator("checklist-page :is(input, button, summary):visible")
    boxes = [control.bounding_box() for control in controls.all()]
    assert len(boxes) > 20
    assert [box for box in boxes if box and min(box["width"], box["height"]) < 24] == []


def test_a_finger_has_44_pixels_for_every_control_of_a_checklist(
    browser: Browser, open_page: OpenPage
) -> None:
    with browser.new_context(has_touch=True, viewport={"width": 390, "height": 844}) as context:
        page = open_page(KINDS["situation"], context=context)
        expect(page.get_by_role("button", name="Flere valg")).to_be_visible()
        controls = page.locator("checklist-page :is(button, summary):visible")
        heights = [size["height"] for each in controls.all() if (size := each.bounding_box())]
        assert len(heights) > 10
        assert min(heights) >= 44
        box = page.get_by_role("checkbox").first
        box.scroll_into_view_if_needed()
        place = box.bounding_box()
        assert place
        page.touchscreen.tap(place["x"] - 5, place["y"] - 5)
        expect(box).to_be_checked()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_focus_is_visible_and_space_ticks(open_page: OpenPage, scheme: str) -> None:
    page = open_page("situations/saying-no/", scheme=scheme)
    box = page.get_by_role("checkbox").first
    page.get_by_role("button", name="Flere valg").focus()
    for _ in range(20):
        page.keyboard.press("Tab")
        if box.evaluate("box => box === document.activeElement"):
            break
    expect(box).to_be_focused()
    outline = box.evaluate(
        "box => getComputedStyle(box)['outline-style'] + getComputedStyle(box)['outline-width']"
    )
    assert outline == "solid3px"
    page.keyboard.press("Space")
    expect(box).to_be_checked()
