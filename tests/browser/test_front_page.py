"""The front page: help at once, three taps to the first tick, and what is next for a reader."""

import re

from checklists.guide.page_meta import SituationMeta
from checklists.reading.project import load_guide
from playwright.sync_api import expect

from tests.browser.conftest import (
    PHONE,
    OpenPage,
    in_both_languages,
    with_and_without_javascript,
)
from tests.browser.database import put
from tests.browser.meetings import M, meeting, meetings
from tests.browser.steps import box, heights, ready
from tests.browser.test_layout_shift import LIMIT, MEASURE
from tests.browser.ticks import PATH, TICK, write_tick
from tests.project import GUIDE

PAGES = {key: page for (language, key), page in load_guide(GUIDE).pages.items() if language == "nb"}
KEYS = [key for key in PAGES if "/" in key and not key.startswith("onboarding/")]
GROUPS: dict[str, str] = {
    key: page.meta.group for key, page in PAGES.items() if isinstance(page.meta, SituationMeta)
}
"""Situation -> what it is shown with."""
SCREENS = 2


@in_both_languages
def test_every_list_is_there_and_every_situation_in_its_group(
    open_page: OpenPage, prefix: str
) -> None:
    page = open_page(prefix)
    hrefs = page.locator(".row a").evaluate_all("links => links.map(link => link.pathname)")
    assert sorted(hrefs) == sorted(f"/{prefix}{key}/" for key in KEYS)
    for door in page.locator(".door").all():
        id = door.locator("summary").get_attribute("id")
        expect(door.locator(".row")).to_have_count(list(GROUPS.values()).count(id or ""))


@with_and_without_javascript
def test_who_is_threatened_gets_help_at_once(open_page: OpenPage, javascript: bool) -> None:
    for path in ("", "404.html", "offline/"):
        page = open_page(path, javascript=javascript, **PHONE)
        alarm = page.locator(".md-banner")
        expect(alarm.get_by_role("link", name="Ring 112")).to_have_attribute("href", "tel:112")
        expect(alarm).to_be_in_viewport(ratio=1)
        assert alarm.evaluate("alarm => alarm.getBoundingClientRect().top") == 0
    page.goto(page.url.replace("offline/", PATH))
    page.get_by_role("button", name="Meny", exact=True).click()
    page.locator("#__menu .alarm").get_by_role("link", name="Truet nå?").click()
    number = page.locator(".checklist-now").get_by_role("link", name="112")
    expect(number).to_be_in_viewport(ratio=1)
    above = page.locator("h1 + .checklist-now")
    expect(above).to_have_count(1)


@in_both_languages
def test_three_taps_from_the_front_page_to_the_first_tick(open_page: OpenPage, prefix: str) -> None:
    page = open_page(prefix, **PHONE)
    front = page.url
    for key in GROUPS:
        page.goto(front)
        link = page.locator(f".row a[href='{key}/']")
        page.locator(".door", has=link).locator("summary").tap()
        link.tap()
        ready(page)
        assert page.evaluate("scrollY") == 0
        expect(box(page, 0)).to_be_in_viewport(ratio=1)
        box(page, 0).tap()
        expect(box(page, 0)).to_be_checked()


@in_both_languages
@with_and_without_javascript
def test_the_doors_are_on_the_first_screen_and_all_on_two(
    open_page: OpenPage, prefix: str, javascript: bool
) -> None:
    page = open_page(prefix, javascript=javascript, **PHONE)
    for door in page.locator(".door").all():
        expect(door).to_be_in_viewport(ratio=1)
    assert min(heights(page.locator(".front :is(.door, .button, .row a):visible"))) >= 40
    assert page.evaluate("document.documentElement.scrollHeight / innerHeight") <= SCREENS


def test_what_is_next_has_one_line_each_and_nothing_moves(open_page: OpenPage) -> None:
    page = open_page("", **PHONE)
    lines = page.get_by_role("list", name="Neste for deg").get_by_role("link")
    expect(lines).to_have_count(0)
    write_tick(page, "ask-for-a-choice", TICK | {"at": 3})
    write_tick(page, "gone", TICK | {"at": 2}, "principles/take-breaks")
    promise = {"what": "sende planen", "who": "Kari", "due": "2026-11-24"}
    texts = dict.fromkeys(
        ("with", "channel", "asked", "agreed", "open", "expires", "owner", "due"), ""
    )
    entry = texts | {"when": "2026-11-20T09:00", "meeting": M, "promises": [promise], "at": 1}
    put(
        page,
        meetings(**{M: meeting("Prosjektmøte", "2026-11-26T09:00")}) | {"log": [(["l"], entry)]},
    )
    page.reload()
    expect(lines).to_have_text(
        [
            re.compile(r"^\s*Prosjektmøte\s+26\. nov\., 09:00"),
            re.compile(r"Kari: sende planen\s+Fristen er ute:\s+24\. nov\."),
            re.compile("Fortsett med\\s+Å si nei"),
        ]
    )
    assert page.evaluate(MEASURE) <= LIMIT
    lines.nth(0).click()
    expect(page).to_have_url(re.compile(rf"/meetings/#{M}$"))


def test_a_search_without_a_match_leads_on(open_page: OpenPage) -> None:
    page = open_page("")
    page.keyboard.press("f")
    page.keyboard.type("qwertyuiop")
    help = page.locator(".search-help")
    expect(help.get_by_role("link", name="112")).to_have_attribute("href", "tel:112")
    help.get_by_role("link", name="Hjelp meg å finne riktig liste").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Finn")
