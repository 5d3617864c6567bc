"""From the front page to the first tick in two taps, for everybody; three doors on one screen."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import SCHEMES, WIDTHS, OpenPage
from tests.browser.test_layout_shift import LIMIT, MEASURE
from tests.browser.ticks import write_record
from tests.project import ROOT

KEYS = sorted(
    file.relative_to(ROOT / "docs/nb").with_suffix("").as_posix()
    for folder in ("situations", "principles", "practice", "onboarding")
    for file in (ROOT / "docs/nb" / folder).glob("*.md")
)
SITUATIONS = [key for key in KEYS if key.startswith("situations/")]
PHONE = {"width": 390, "height": 844}
READY = "checklist-page[data-ready]"


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:  # type: ignore[arg-type]
        yield context


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_every_checklist_has_a_card(open_page: OpenPage, prefix: str) -> None:
    page = open_page(prefix)
    hrefs = page.locator(".card a").evaluate_all("links => links.map(link => link.pathname)")
    assert sorted(hrefs) == sorted(f"/{prefix}{key}/" for key in KEYS)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_one_click_anywhere_on_a_card(
    open_page: OpenPage, scheme: str, width: int, javascript: bool
) -> None:
    page = open_page("", scheme=scheme, width=width, javascript=javascript)
    page.locator(".cards--situations .card", has_text="Å si nei").click(position={"x": 8, "y": 8})
    expect(page).to_have_url(re.compile("/situations/saying-no/$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Å si nei")


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_two_taps_from_the_front_page_to_the_first_tick(
    open_page: OpenPage, phone: BrowserContext, prefix: str
) -> None:
    page = open_page(prefix, context=phone)
    front = page.url
    for key in SITUATIONS:
        page.goto(front)
        page.locator(f".card a[href='{key}/']").tap()
        page.wait_for_selector(READY, state="attached")
        assert page.evaluate("scrollY") == 0
        box = page.get_by_role("checkbox").first
        expect(box).to_be_in_viewport(ratio=1)
        place = box.bounding_box()
        assert place
        page.touchscreen.tap(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
        expect(box).to_be_checked()


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("prefix", ["", "en/"])
def test_three_doors_stand_on_one_screen_of_a_phone(
    browser: Browser, open_page: OpenPage, prefix: str, javascript: bool
) -> None:
    with browser.new_context(
        viewport=PHONE,  # type: ignore[arg-type]
        has_touch=True,
        is_mobile=True,
        java_script_enabled=javascript,
    ) as context:
        page = open_page(prefix, context=context)
        expect(page.locator(".door")).to_have_count(3)
        for door in page.locator(".door").all():
            expect(door).to_be_in_viewport(ratio=1)
        for link in page.locator(".door :is(.md-button, ul a, ol a)").all():
            box = link.bounding_box()
            assert box
            assert box["height"] >= 40


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_every_situation_stands_in_a_group_that_the_first_door_leads_to(
    open_page: OpenPage, prefix: str
) -> None:
    page = open_page(prefix)
    for way in page.locator(".door__ways a").all():
        id = (way.get_attribute("href") or "").removeprefix("#")
        group = page.locator(f".group:has(> #{id})")
        assert group.locator(".card").count() > 0
        expect(group.locator("h3")).to_have_text(way.inner_text())
    icons = page.locator(".cards--situations .card > [aria-hidden=true] > svg")
    expect(icons).to_have_count(len(SITUATIONS))


def test_what_was_ticked_last_stands_first(open_page: OpenPage) -> None:
    page = open_page("")
    link = page.locator("resume-link a")
    expect(page.get_by_text("Fortsett med")).to_be_hidden()
    tick = {"state": "done", "rev": {}, "at": 1}
    write_record(page, ["default", "situations/saying-no", "ask-for-a-choice"], tick | {"at": 3})
    write_record(page, ["default", "principles/take-breaks", "gone"], tick | {"at": 2})
    page.reload()
    expect(link).to_have_text("Å si nei")
    link.click()
    expect(page).to_have_url(re.compile("/situations/saying-no/$"))
    page.go_back()
    english = open_page("en/", context=page.context)
    other = open_page("situations/writing-it-down/", context=page.context)
    other.get_by_role("checkbox").first.check()
    expect(english.locator("resume-link a")).to_have_text("Promised or claimed?")


def seed(page: Page) -> None:
    for number, key in enumerate(SITUATIONS):
        tick = {"state": "done", "rev": {}, "at": number + 1}
        write_record(page, ["default", key, "gone"], tick)


def test_the_front_page_does_not_move(open_page: OpenPage, phone: BrowserContext) -> None:
    page = open_page("", context=phone)
    expect(page.locator("resume-link:not([data-ready])")).to_have_count(1)
    assert page.evaluate(MEASURE) <= LIMIT
    seed(page)
    page.reload()
    expect(page.locator("resume-link[data-ready]")).to_have_count(1)
    assert page.evaluate(MEASURE) <= LIMIT


def test_a_new_colleague_sees_which_step_is_next(open_page: OpenPage) -> None:
    page = open_page("")
    steps = page.locator(".steps__step")
    expect(steps.nth(0).get_by_text("Neste")).to_be_visible()
    expect(page.locator(".steps__next:visible")).to_have_count(1)
    day = open_page("onboarding/day-1/", context=page.context)
    for box in day.get_by_role("checkbox").all():
        box.check()
    expect(steps.nth(0)).to_contain_text("Forberedt")
    expect(steps.nth(1).get_by_text("Neste")).to_be_visible()
    expect(page.locator(".steps__next:visible")).to_have_count(1)
