"""axe on every kind of page; large text, large fingers, no movement, and the system's colours."""

from collections.abc import Sequence
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import defects_of, expect_accessible, show, violations
from tests.browser.conftest import (
    LOOKS,
    PHONE,
    STARTING,
    OpenPage,
    add_style,
    withhold,
)
from tests.browser.kinds import KINDS
from tests.browser.steps import button, heights, undo
from tests.browser.ticks import PATH, choose, open_menu, switch_relevance


@pytest.mark.parametrize(
    ("prefix", "looks"), [("", LOOKS), pytest.param("en/", LOOKS[1:], marks=pytest.mark.soak)]
)
def test_axe_finds_nothing_on_any_kind_of_page(
    open_page: OpenPage, prefix: str, looks: Sequence[tuple[str, int]]
) -> None:
    assert defects_of(open_page(""), [prefix + path for path in KINDS], looks) == {}


def test_axe_finds_nothing_on_a_list_in_use(open_page: OpenPage) -> None:
    page = open_page(PATH)
    page.get_by_role("checkbox").first.check()
    switch_relevance(page.locator(".checklist-item").nth(1))
    page.locator(".checklist-about > summary").click()
    choose(page, "Show the lines in English")
    choose(page, "Nullstill listen")
    expect(button(page, "Angre")).to_be_visible()
    expect_accessible(page)
    undo(page)
    open_menu(page.locator(".checklist-item").nth(2))
    expect_accessible(page)


def test_axe_finds_nothing_in_what_is_searched_answered_or_filtered(open_page: OpenPage) -> None:
    page = open_page("finder/#no")
    expect(page.locator("#more")).to_be_visible()
    expect_accessible(page)
    page.goto(page.url.replace("finder/#no", "lines/"))
    page.get_by_label("Søk i replikkene").fill("nei til fredag")
    expect(page.get_by_role("status").filter(has_text="replikker")).to_be_visible()
    expect_accessible(page)
    show(page, "light", 1280)
    page.get_by_role("textbox", name="Søk", exact=True).press_sequentially("nei")
    expect(page.locator(".md-search-result__meta")).to_contain_text("treff")
    assert violations(page) == []
    page.reload()
    show(page, "dark", 320)
    button(page, "Meny").click()
    expect(page.locator("#__menu")).to_be_visible()
    assert violations(page) == []


CONTROLS = {
    PATH: "checklist-page :is(button, summary)",
    "finder/#more": "list-finder a",
    "practice/saying-no/": "scene-player :is(.scene-choice, button)",
    "log/": ".log :is(button, select, textarea)",
    "my-data/": ".my-data :is(button, select, [type=file])",
}
"""Path -> what a finger has to hit there."""


@pytest.mark.parametrize(("path", "controls"), CONTROLS.items())
def test_a_finger_has_44_pixels(open_page: OpenPage, path: str, controls: str) -> None:
    page = open_page(path, **PHONE)
    expect(page.locator(STARTING)).to_have_count(0)
    found = heights(page.locator(controls).locator("visible=true"))
    assert len(found) > 0
    assert min(found) >= 44


def test_a_finger_that_misses_a_box_by_a_little_ticks_it(open_page: OpenPage) -> None:
    page = open_page(PATH, **PHONE)
    box = page.get_by_role("checkbox").first
    box.scroll_into_view_if_needed()
    place = box.bounding_box()
    assert place
    page.touchscreen.tap(place["x"] - 5, place["y"] - 5)
    expect(box).to_be_checked()


# What a reader may ask for, by WCAG 1.4.12.
SPACING = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }"""
SIZES: dict[str, tuple[int, int]] = {
    "as it is": (320, 256),  # 1280 by 1024, at 400 per cent
    "twice the type": (1280, 800),
    "twice the type on a phone": (360, 640),
    "more room": (320, 800),
}
CUT_OFF = """() => {
  const wrong = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) wrong.push(`${scrollWidth} wide`);
  const bars = [...document.querySelectorAll('.md-header, .checklist-top, .lines-filter')];
  const low = Math.max(...bars.filter((bar) => getComputedStyle(bar).position === 'sticky')
    .map((bar) => bar.getBoundingClientRect()).filter(({ top }) => top < innerHeight / 2)
    .map(({ bottom }) => bottom));
  if (low > innerHeight / 2) wrong.push(`${low} of ${innerHeight} are covered`);
  const elsewhere = '.md-search, .md-skip, pre, textarea, svg';
  for (const text of document.querySelectorAll('body :not(option, script, template)')) {
    const isText = [...text.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
    const isSeen = text.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!isText || !isSeen || text.closest(elsewhere)) continue;
    const holder = [...ancestors(text)]
      .find((each) => getComputedStyle(each).overflow !== 'visible');
    if (!holder || holder.clientWidth <= 1) continue; // that is only read out
    const range = document.createRange();
    range.selectNodeContents(text);
    const inner = range.getBoundingClientRect();
    const outer = holder.getBoundingClientRect();
    const { overflowX, overflowY } = getComputedStyle(holder);
    const cutsOff = (overflow) => ['hidden', 'clip'].includes(overflow);
    const isWide = cutsOff(overflowX) && inner.right > outer.right + 2;
    const isHigh = cutsOff(overflowY) && inner.bottom > outer.bottom + 2;
    if (isWide || isHigh) wrong.push(text.textContent.trim());
  }
  return wrong;
  function* ancestors(element) {
    for (let each = element; each !== document.body; each = each.parentElement) yield each;
  }
}"""


@pytest.mark.parametrize(
    ("prefix", "size"),
    [
        *(("", size) for size in ("twice the type on a phone", "more room")),
        *(
            pytest.param("", size, marks=pytest.mark.soak)
            for size in ("as it is", "twice the type")
        ),
        pytest.param("en/", "twice the type on a phone", marks=pytest.mark.soak),
    ],
)
def test_nothing_is_cut_off_or_covered(open_page: OpenPage, size: str, prefix: str) -> None:
    page = open_page("")
    assert cut_off(page, size, prefix) == {}


@pytest.mark.soak
def test_nothing_is_cut_off_before_the_scripts_start(open_page: OpenPage) -> None:
    page = open_page("")
    for script in ("**/main.js", "**/bundle.*.js"):  # all others wait for these
        withhold(page, script)
    assert cut_off(page, "twice the type on a phone", "") == {}


def cut_off(page: Page, size: str, prefix: str) -> dict[str, list[str]]:
    """What is wrong with the pages of a language, for one who has asked for that size."""
    front, (width, height) = page.url, SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    if size.startswith("twice"):
        session = page.context.new_cdp_session(page)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": 32}})  # in place of 16
    found = {}
    for path in KINDS:
        page.goto(f"{front}{prefix}{path}")
        if size == "more room":
            add_style(page, SPACING)
        page.evaluate("scrollTo(0, 600)")
        if wrong := page.evaluate(CUT_OFF):
            found[path] = wrong
    return found


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


def test_nothing_moves_for_those_who_want_no_movement(open_page: OpenPage) -> None:
    page = open_page("", reduced_motion="reduce")
    front, moving = page.url, {}
    for path in KINDS:
        page.goto(front + path)
        expect(page.locator(STARTING)).to_have_count(0)
        moving[path] = page.evaluate(MOVES)
    page.goto(front + PATH)
    page.get_by_role("checkbox").first.check()
    open_menu(page.locator(".checklist-item").nth(2))
    moving["list in use"] = page.evaluate(MOVES)
    assert {place: parts for place, parts in moving.items() if parts} == {}


FORCED_COLOURS: dict[str, Any] = {"forced_colors": "active", "color_scheme": "dark"}
"""As in the contrast themes of Windows."""


def style_of(element: Locator, name: str, part: str = "") -> str:
    """A property of how an element, or a part of it, is drawn."""
    value: str = element.evaluate(
        "(element, [name, part]) => getComputedStyle(element, part).getPropertyValue(name)",
        [name, part],
    )
    return value


def test_forced_colours_leave_in_sight_what_backgrounds_show(open_page: OpenPage) -> None:
    page = open_page(PATH, **FORCED_COLOURS)
    paper = style_of(page.locator("body"), "background-color")
    page.get_by_role("checkbox").first.check()
    signs = {
        "copy": (page.locator(".copy-button").first, "background-color", "::before"),
        "fold": (page.locator(".checklist-about > summary"), "background-color", "::after"),
        "progress": (page.locator(".checklist-progress"), "border-top-color", ""),
        "tick": (page.get_by_role("checkbox").first, "border-top-color", ""),
        "tab": (page.locator(".md-tabs__item--active"), "border-bottom-color", ""),
        "status": (page.locator(".site-status"), "border-top-color", ""),
    }
    assert [name for name, sign in signs.items() if style_of(*sign) == paper] == []


def test_forced_colours_do_not_show_what_is_hidden(open_page: OpenPage) -> None:
    """While one shares a screen."""
    page = open_page("log/", **FORCED_COLOURS)
    page.get_by_text("Skjul navn").click()
    expect(page.locator("[data-hidden-names]")).to_have_count(1)
    field = page.locator(".log-form [data-private]").first
    assert style_of(field, "color") == "rgba(0, 0, 0, 0)"
    paper = style_of(page.locator("body"), "background-color")
    assert style_of(field, "background-color") != paper
