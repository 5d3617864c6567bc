"""From the front page to the first tick in two taps, for everybody; three doors on one screen."""

import re

from checklists.guide.page_meta import SituationMeta
from checklists.reading.project import load_guide
from playwright.sync_api import expect

from tests.browser.conftest import (
    PHONE,
    OpenPage,
    in_both_languages,
    in_both_looks,
    with_and_without_javascript,
)
from tests.browser.steps import box, heights, ready
from tests.browser.test_layout_shift import LIMIT, MEASURE
from tests.browser.ticks import PATH, TICK, write_tick
from tests.project import GUIDE

PAGES = {key: page for (language, key), page in load_guide(GUIDE).pages.items() if language == "nb"}
KEYS = [key for key in PAGES if "/" in key]
GROUPS: dict[str, str] = {
    key: page.meta.group for key, page in PAGES.items() if isinstance(page.meta, SituationMeta)
}
"""Situation -> what it is shown with."""


@in_both_languages
def test_every_checklist_has_a_card_and_every_situation_a_group(
    open_page: OpenPage, prefix: str
) -> None:
    page = open_page(prefix)
    hrefs = page.locator(".card a").evaluate_all("links => links.map(link => link.pathname)")
    assert sorted(hrefs) == sorted(f"/{prefix}{key}/" for key in KEYS)
    for way in page.locator(".door__ways a").all():
        id = (way.get_attribute("href") or "").removeprefix("#")
        group = page.locator(f".group:has(> #{id})")
        expect(group.locator(".card")).to_have_count(list(GROUPS.values()).count(id))
        expect(group.locator("h3")).to_have_text(way.inner_text())
    icons = page.locator(".cards--situations .card > [aria-hidden=true] > svg")
    expect(icons).to_have_count(len(GROUPS))


@in_both_looks
def test_one_click_anywhere_on_a_card(open_page: OpenPage, scheme: str, width: int) -> None:
    page = open_page("", scheme=scheme, width=width)
    page.locator(".cards--situations .card", has_text="Å si nei").click(position={"x": 8, "y": 8})
    expect(page).to_have_url(re.compile(f"/{PATH}$"))


@in_both_languages
def test_two_taps_from_the_front_page_to_the_first_tick(open_page: OpenPage, prefix: str) -> None:
    page = open_page(prefix, **PHONE)
    front = page.url
    for key in GROUPS:
        page.goto(front)
        page.locator(f".card a[href='{key}/']").tap()
        ready(page)
        assert page.evaluate("scrollY") == 0
        expect(box(page, 0)).to_be_in_viewport(ratio=1)
        box(page, 0).tap()
        expect(box(page, 0)).to_be_checked()


@in_both_languages
@with_and_without_javascript
def test_three_doors_are_on_one_screen_of_a_phone(
    open_page: OpenPage, prefix: str, javascript: bool
) -> None:
    page = open_page(prefix, javascript=javascript, **PHONE)
    expect(page.locator(".door")).to_have_count(3)
    for door in page.locator(".door").all():
        expect(door).to_be_in_viewport(ratio=1)
    assert min(heights(page.locator(".door :is(.md-button, ul a, ol a)"))) >= 40


def test_what_was_ticked_last_comes_first_and_nothing_moves(open_page: OpenPage) -> None:
    page = open_page("", **PHONE)
    link = page.locator("resume-link a")
    expect(page.get_by_text("Fortsett med")).to_be_hidden()
    assert page.evaluate(MEASURE) <= LIMIT
    write_tick(page, "ask-for-a-choice", TICK | {"at": 3})
    write_tick(page, "gone", TICK | {"at": 2}, "principles/take-breaks")
    page.reload()
    expect(link).to_have_text("Å si nei")
    assert page.evaluate(MEASURE) <= LIMIT
    english = open_page("en/", context=page.context)
    other = open_page("situations/threats-and-abuse/", context=page.context)
    box(other, 0).check()
    expect(english.locator("resume-link a")).to_have_text("Threats and abuse")


def test_a_search_without_a_match_leads_on(open_page: OpenPage) -> None:
    page = open_page("")
    page.keyboard.press("f")
    page.keyboard.type("qwertyuiop")
    help = page.locator(".search-help")
    expect(help.get_by_role("link", name="112")).to_have_attribute("href", "tel:112")
    help.get_by_role("link", name="Hjelp meg å finne riktig liste").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Finn")
