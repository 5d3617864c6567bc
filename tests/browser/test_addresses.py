"""Addresses last: of pages that move, of items with a new id, in both languages, below any path."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, in_both_languages, with_and_without_javascript
from tests.browser.database import read_records
from tests.browser.steps import box, ready, status
from tests.browser.ticks import PATH, TICK, write_tick

MOVED, NOW = "principles/rest", "principles/take-breaks"
OLD, NEW = "hardest-first", "place-the-hardest-calls"
FIRST, LAST = "plan-short-breaks", "report-lost-breaks"
ADDRESSES = "all => all.map(each => each.href || each.src)"


@in_both_languages
def test_the_old_address_of_a_page_leads_to_the_item_in_its_view(
    open_below: OpenPage, site_below: str, prefix: str
) -> None:
    page = open_below(f"{prefix}{MOVED}/?view=focus#{LAST}")
    expect(page).to_have_url(f"{site_below}{prefix}{NOW}/?view=focus#{LAST}")
    expect(page.locator(f"#{LAST}")).to_be_in_viewport()
    expect(page.locator("html")).to_have_attribute("lang", "en" if prefix else "nb")


def test_the_old_address_of_a_page_works_without_javascript(
    open_below: OpenPage, site_below: str
) -> None:
    page = open_below(f"{MOVED}/", javascript=False)
    expect(page).to_have_url(f"{site_below}{NOW}/")


@with_and_without_javascript
def test_a_link_to_the_old_id_of_an_item_lands_on_it(
    open_below: OpenPage, javascript: bool
) -> None:
    page = open_below(f"{NOW}/#{OLD}", javascript=javascript, width=320)
    expect(page.locator(f"#{NEW}")).to_be_in_viewport()


def test_the_old_id_of_an_item_is_found_in_focus(open_below: OpenPage) -> None:
    page = open_below(f"{NOW}/?view=focus#{OLD}")
    expect(page.locator(".focus-place")).to_contain_text("3 / 7")
    expect(page.locator(".checklist-item:visible")).to_have_id(NEW)


def test_ticks_follow_to_a_new_address_and_a_new_id(open_below: OpenPage) -> None:
    page = open_below("situations/one-more-thing/")
    ready(page)
    write_tick(page, FIRST, key=MOVED)
    write_tick(page, OLD, key=NOW)
    write_tick(page, LAST, TICK | {"at": 2}, key=MOVED)
    front = open_below("en/", context=page.context)
    expect(front.locator(f"checklist-badge[key='{NOW}']")).to_contain_text("3 of 7 done")
    moved = open_below(f"{NOW}/", context=page.context)
    expect(moved.locator(".checklist input:checked")).to_have_count(3)
    moved.locator(f"#{NEW} > input").uncheck()
    status(moved, "Lagret")
    assert len(read_records(moved, "ticks")) == 2


@pytest.mark.parametrize("width", [1280, 320])
def test_a_link_to_an_item_shows_it_below_the_header(open_page: OpenPage, width: int) -> None:
    page = open_page(f"{PATH}#note-what-to-improve", width=width)
    item = page.locator("#note-what-to-improve")
    expect(item).to_be_in_viewport()
    header, place = page.locator(".md-header").bounding_box(), item.bounding_box()
    assert header
    assert place
    assert place["y"] >= header["y"] + header["height"]


@with_and_without_javascript
def test_the_language_link_leads_to_the_same_page(open_page: OpenPage, javascript: bool) -> None:
    page = open_page(f"{PATH}#repeat-once", javascript=javascript, width=320)
    place = "#repeat-once" if javascript else ""
    if javascript:
        ready(page)
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(rf"/en/{PATH}{place}$"))
    if javascript:
        ready(page)
    page.get_by_role("link", name="Norsk").click()
    expect(page).to_have_url(re.compile(rf"\d/{PATH}{place}$"))


def test_a_reader_s_way_through_a_site_below_a_path(open_below: OpenPage, site_below: str) -> None:
    page = open_below("")
    link = page.locator(".row a[href*=one-more-thing]").first
    page.locator(".door", has=link).locator("summary").click()
    link.click()
    box(page, 0).check()
    status(page, "Lagret")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{site_below}en/situations/one-more-thing/")
    expect(box(page, 0)).to_be_checked()
    page.get_by_role("textbox", name="Search").press_sequentially("breaks")
    page.locator(f".md-search-result__item a[href*='{NOW}']").first.click()
    expect(page).to_have_url(re.compile(f"^{site_below}en/{NOW}/"))


@pytest.mark.parametrize(("prefix", "words"), [("", "Til forsiden"), ("en/", "front page")])
def test_a_missing_page_has_its_looks_and_its_links(
    open_below: OpenPage, site_below: str, prefix: str, words: str
) -> None:
    page = open_below("")
    missing = page.request.get(f"{site_below}{prefix}404.html").body()
    address = f"{site_below}{prefix}gone/for/good/"
    page.route(address, lambda route: route.fulfill(body=missing, content_type="text/html"))
    page.goto(address)
    expect(page.locator(".names-hidden")).to_have_css("position", "fixed")
    links = page.locator("a[href]:not([href^=tel]), link[href], script[src]")
    addresses = set(links.evaluate_all(ADDRESSES))
    assert len(addresses) > 10
    assert [each for each in addresses if page.request.get(each).status != 200] == []
    other = page.locator(f"main [lang={'nb' if prefix else 'en'}] a")
    expect(other).to_be_visible()
    page.locator("main").get_by_role("link", name=words).first.click()
    expect(page).to_have_url(f"{site_below}{prefix}")
