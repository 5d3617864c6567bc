"""Views of a checklist: the key items, one item at a time, content alone."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.axe import WIDTH, expect_accessible
from tests.browser.conftest import PHONE, OpenPage, in_both_languages
from tests.browser.faults import NO_SETTINGS, NO_STORAGE
from tests.browser.paper import is_one_sheet, printed, text_of
from tests.browser.server import serve_folder
from tests.browser.steps import box, button, ready
from tests.browser.ticks import IDS, ITEMS, PATH, choose

CHROME = ".md-header, .md-tabs, .md-sidebar, .md-footer"
"""The theme's own columns and bars."""


def shown(page: Page) -> Locator:
    return page.locator(".checklist-item:visible")


def place(page: Page, index: int) -> None:
    """Which item is in focus, counted from 0."""
    expect(page.locator(".focus-place")).to_contain_text(f"{index + 1} / {ITEMS}")
    expect(shown(page)).to_have_id(IDS[index])


def without_modules(route: Route) -> None:
    """The scripts of the site never come."""
    if "/assets/javascripts/" in route.request.url or not route.request.url.endswith(".js"):
        route.continue_()
    else:
        route.abort()


# The key items


@in_both_languages
def test_key_shows_the_critical_items_and_what_keeps_one_safe(
    open_page: OpenPage, prefix: str
) -> None:
    page = open_page(f"{prefix}{PATH}?view=key")
    expect(shown(page)).to_have_count(page.locator(".checklist-item.critical").count())
    assert 3 <= shown(page).count() < ITEMS
    expect(page.locator("main h2:visible")).to_have_count(4)  # three phases, and when to stop
    expect(page.locator("#say-it-clearly .checklist-phrase")).to_be_visible()
    expect(page.locator("#stop + ul")).to_be_visible()
    for hidden in ("#signs", "#related", "#related + ul", ".checklist-section-count"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect_accessible(page)
    whole = {"": "Hele listen", "en/": "The whole list"}[prefix]
    page.get_by_role("link", name=whole).click()
    expect(shown(page)).to_have_count(ITEMS)
    assert urlsplit(page.url).query == ""


def test_key_keeps_what_one_does_right_now(open_page: OpenPage) -> None:
    page = open_page("situations/threats-and-abuse/?view=key", **PHONE)
    expect(page.get_by_text("Akkurat nå", exact=True)).to_be_in_viewport()
    call = page.locator(".checklist-now a[href='tel:112']")
    expect(call).to_be_in_viewport(ratio=1)


def test_a_list_without_key_items_is_shown_in_full(open_page: OpenPage) -> None:
    page = open_page("onboarding/month-1/?view=key")
    expect(shown(page)).to_have_count(3)
    button(page, "Flere valg").click()
    expect(page.get_by_role("link", name="Ett punkt om gangen")).to_be_visible()
    expect(page.get_by_role("link", name="Bare det viktigste")).to_have_count(0)


@pytest.mark.parametrize("view", ["key", "focus"])
def test_paper_shows_the_whole_list_or_its_key_items(open_page: OpenPage, view: str) -> None:
    page = open_page(f"{PATH}?view={view}#repeat-once")
    labels = page.locator(".checklist-item label").all_text_contents()
    chosen = page.locator(".checklist-item:is(.critical, :target) label").all_text_contents()
    ready(page)
    pdf = printed(page)
    text = text_of(pdf)
    assert is_one_sheet(pdf)
    assert [label for label in labels if label in text] == (chosen if view == "key" else labels)
    assert ("Bare det viktigste" in text) == (view == "key")
    for control in ("Hele listen", "Neste", "Flere valg"):
        assert control not in text


# One item at a time


def test_focus_goes_through_the_list(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}?view=focus")
    back, on = page.locator(".focus-bar").get_by_role("button").all()
    place(page, 0)
    expect(back).to_be_disabled()
    for index in range(1, ITEMS):
        on.click()
        place(page, index)
        assert urlsplit(page.url).fragment == IDS[index]
    expect(on).to_be_disabled()
    back.click()
    place(page, ITEMS - 2)
    page.reload()
    place(page, ITEMS - 2)
    expect(page.locator(".focus-place")).to_contain_text("Etter")
    expect_accessible(page)


def test_focus_by_the_keyboard(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}?view=focus")
    place(page, 0)
    page.keyboard.press("ArrowRight")
    place(page, 1)
    tick = shown(page).get_by_role("checkbox")
    expect(tick).to_be_focused()
    page.keyboard.press("Space")
    expect(tick).to_be_checked()
    page.keyboard.press("Control+ArrowLeft")
    place(page, 1)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")  # there is nothing before the first
    place(page, 0)


@pytest.mark.parametrize(
    ("fragment", "item"),
    [("#during", "say-it-clearly"), ("#stop", IDS[0]), ("#nowhere", IDS[0])],
)
def test_focus_is_right_before_the_scripts_come(
    browser: Browser, site: str, fragment: str, item: str
) -> None:
    with browser.new_page() as page:
        page.route("**/*", without_modules)
        page.goto(f"{site}{PATH}?view=focus{fragment}")
        expect(shown(page)).to_have_id(item)
        expect(page.get_by_role("link", name="Hele listen")).to_be_visible()  # it needs no script


@pytest.mark.parametrize(("view", "count"), [("key", 3), ("focus", 1), ("embed", ITEMS)])
def test_the_first_paint_is_the_view(browser: Browser, site: str, view: str, count: int) -> None:
    """Looked at while the page is still on its way: before any module, before the load event."""
    with browser.new_page() as page:
        page.route("**/*", without_modules)
        page.goto(f"{site}{PATH}?view={view}", wait_until="domcontentloaded")
        expect(page.locator("html")).to_have_attribute("data-view", view)
        assert shown(page).count() == count
        assert page.locator(f":is({CHROME}):visible").count() == 0 or view == "key"


def test_a_thumb_reaches_large_targets(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}?view=focus#say-it-clearly", viewport={"width": 320, "height": 568})
    place(page, IDS.index("say-it-clearly"))
    targets = [*page.locator(".focus-bar button").all(), shown(page).get_by_role("checkbox")]
    boxes = [box for target in targets if (box := target.bounding_box())]
    assert len(boxes) == 3
    for each in boxes:
        assert min(each["width"], each["height"]) >= 56
        assert each["y"] >= 568 - 100
        assert each["y"] + each["height"] <= 568
    assert page.evaluate("scrollY") == 0


# Content alone


@pytest.mark.parametrize("path", [PATH, "lines/", "practice/saying-no/"])
def test_embed_shows_the_content_only(open_page: OpenPage, path: str) -> None:
    page = open_page(f"{path}?view=embed", width=320)
    expect(page.locator("main h1")).to_be_visible()
    assert page.locator(f":is({CHROME}):visible").count() == 0
    assert page.evaluate(WIDTH) <= 320


@pytest.fixture
def wiki(tmp_path: Path, site: str) -> Iterator[str]:
    """The address of a page of another site that shows a list in a frame."""
    (tmp_path / "index.html").write_text(
        f'<!doctype html><title>Wiki</title><iframe title="Guide" width="600" height="700" '
        f'src="{site}{PATH}?view=embed"></iframe>',
        "utf-8",
    )
    with serve_folder(tmp_path) as address:
        yield address


def test_in_a_frame_only_a_link_that_leaves_the_list_takes_the_window(
    browser: Browser, site: str, wiki: str
) -> None:
    with browser.new_page() as page:
        page.goto(wiki)
        frame = page.frame_locator("iframe")
        expect(frame.locator("checklist-page[data-ready]")).to_have_count(1)
        frame.locator("#during .headerlink").dispatch_event("click")
        expect(frame.locator("#during:target")).to_have_count(1)
        expect(page).to_have_url(wiki)
        frame.get_by_role("link", name="Ta pauser").click()
        expect(page).to_have_url(f"{site}principles/take-breaks/")


def test_where_all_storage_is_forbidden_nothing_fails(open_page: OpenPage) -> None:
    """As in a frame of another site."""
    page = open_page(f"{PATH}?view=embed", before=NO_STORAGE + NO_SETTINGS)
    expect(page.locator(".checklist-message")).to_contain_text("Nettleseren kan ikke lagre.")
    box(page, 0).check()
    expect(page.locator(".checklist-count")).to_contain_text("1 av")


# All of them


@pytest.mark.parametrize("view", ["key", "focus", "embed"])
def test_without_javascript_the_full_page_is_shown(open_page: OpenPage, view: str) -> None:
    page = open_page(f"{PATH}?view={view}", javascript=False)
    expect(shown(page)).to_have_count(ITEMS)
    expect(page.locator(".focus-bar")).to_be_hidden()
    expect(page.locator(".md-header")).to_be_visible()


def test_the_menu_leads_from_view_to_view_and_back(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}#repeat-once", width=320)
    whole = page.url
    for view, name in [("key", "Bare det viktigste"), ("focus", "Ett punkt om gangen")]:
        choose(page, name)
        expect(page).to_have_url(whole.replace("#", f"?view={view}#"))
        ready(page)
        button(page, "Flere valg").click()
        expect(page.locator("[aria-current='true']")).to_have_text(name)
        menu = page.locator(".checklist-toolbar > .menu").bounding_box()
        assert menu
        assert menu["x"] >= 0
        assert menu["x"] + menu["width"] <= 320
        page.keyboard.press("Escape")
    choose(page, "English")
    expect(page).to_have_url(re.compile(rf"/en/{PATH}\?view=focus#repeat-once$"))
    page.go_back()
    page.go_back()
    expect(page).to_have_url(whole.replace("#", "?view=key#"))
    choose(page, "Hele listen")
    expect(page).to_have_url(whole)
