"""Views of a checklist: the key items, one item at a time, content alone."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from checklists.reading.project import load_guide
from playwright.sync_api import Browser, Locator, Page, Route, expect

from tests.browser.axe import violations
from tests.browser.conftest import SCHEMES, WIDTHS, OpenPage, stop_transitions
from tests.browser.server import serve_folder
from tests.browser.test_print import printed, text_of
from tests.browser.test_renamed import NEW, OLD, renamed  # noqa: F401 (a fixture)
from tests.browser.ticks import ITEMS, KEY, choose
from tests.project import ROOT, build, copy_project

PATH = f"{KEY}/"
PAGES = load_guide(ROOT).pages
IDS = [item.id.text for item in PAGES["nb", KEY].items if item.id]
LISTS = [key for (language, key), page in PAGES.items() if language == "nb" and any(page.items)]
LANGUAGES = pytest.mark.parametrize("prefix", ["", "en/"])
VIEWS = ("key", "focus", "embed")
# How far the theme's own columns and bars are shown, and what belongs to the list.
CHROME = ".md-header, .md-tabs, .md-sidebar, .md-footer"


def shown(page: Page) -> Locator:
    return page.locator(".checklist-item:visible")


def ids(items: Locator) -> list[str]:
    found: list[str] = items.evaluate_all("items => items.map((item) => item.id)")
    return found


def without_modules(route: Route) -> None:
    """The scripts of the site never come."""
    if "/assets/javascripts/" in route.request.url or not route.request.url.endswith(".js"):
        route.continue_()
    else:
        route.abort()


def place(page: Page, index: int) -> None:
    """Which item is in focus, counted from 0."""
    expect(page.locator(".focus-place")).to_contain_text(f"{index + 1} / {ITEMS}")
    assert ids(shown(page)) == [IDS[index]]


# The key items


@LANGUAGES
def test_key_shows_the_critical_items_and_what_keeps_one_safe(
    open_page: OpenPage, prefix: str
) -> None:
    page = open_page(f"{prefix}{PATH}?view=key")
    expect(shown(page)).to_have_count(page.locator(".checklist-item.critical").count())
    assert 3 <= shown(page).count() < ITEMS
    expect(page.locator("main h2:visible")).to_have_count(4)  # three phases, and when to stop
    expect(page.locator("#say-it-clearly .checklist-phrase")).to_be_visible()
    expect(page.locator("#stop + ul")).to_be_visible()
    expect(page.locator(".contacts")).to_be_visible()
    for hidden in ("#signs", "#related", "#related + ul", ".checklist-section-count"):
        expect(page.locator(hidden).first).to_be_hidden()
    whole = {"": "Hele listen", "en/": "The whole list"}[prefix]
    page.get_by_role("link", name=whole).click()
    expect(shown(page)).to_have_count(ITEMS)
    assert urlsplit(page.url).query == ""


def test_key_keeps_what_one_does_right_now(open_page: OpenPage) -> None:
    page = open_page("situations/threats-and-abuse/?view=key")
    expect(page.get_by_text("Akkurat nå")).to_be_visible()
    expect(page.locator("checklist-page > ol a[href='tel:112']")).to_be_visible()


def test_key_shows_something_of_every_section(open_page: OpenPage) -> None:
    page = open_page("")
    front, bare = page.url, []
    for key in LISTS:
        page.goto(f"{front}{key}/?view=key")
        sections = page.locator("checklist-section")
        headings = page.locator("checklist-page > h2:visible:not(#stop)")
        if sections.count() != headings.count():
            bare.append(key)
    assert bare == []


@pytest.fixture(scope="module")
def without_key_items(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site with a list of which nothing is critical."""
    project = copy_project(tmp_path_factory.mktemp("plain"))
    for file in (project / "docs").glob("*/principles/take-breaks.md"):
        file.write_text(file.read_text("utf-8").replace(" .critical", ""), "utf-8")
    with serve_folder(build(project)) as address:
        yield address


def test_a_list_without_key_items_is_shown_in_full(
    open_page: OpenPage, without_key_items: str
) -> None:
    page = open_page("principles/take-breaks/?view=key", origin=without_key_items)
    expect(shown(page)).to_have_count(page.locator(".checklist-item").count())
    assert shown(page).count() > 0
    page.get_by_role("button", name="Flere valg").click()
    expect(page.get_by_role("link", name="Ett punkt om gangen")).to_be_visible()
    expect(page.get_by_role("link", name="Bare det viktigste")).to_have_count(0)


@pytest.mark.parametrize("view", ["key", "focus", "embed", "whatever"])
def test_paper_shows_the_whole_list_or_its_key_items(open_page: OpenPage, view: str) -> None:
    page = open_page(f"{PATH}?view={view}#repeat-once")
    labels = page.locator(".checklist-item label").all_text_contents()
    chosen = page.locator(".checklist-item:is(.critical, :target) label").all_text_contents()
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    pdf = printed(page)
    text = text_of(pdf)
    assert len(pdf.pages) == 1
    assert [label for label in labels if label in text] == (chosen if view == "key" else labels)
    assert ("Bare det viktigste" in text) == (view == "key")
    for control in ("Hele listen", "Neste", "Flere valg"):
        assert control not in text


# One item at a time


@LANGUAGES
def test_focus_goes_through_the_list(open_page: OpenPage, prefix: str) -> None:
    page = open_page(f"{prefix}{PATH}?view=focus")
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
    expect(page.locator(".focus-place")).to_contain_text({"": "Etter", "en/": "After"}[prefix])


def test_focus_adds_no_steps_to_the_way_back(open_page: OpenPage) -> None:
    page = open_page(PATH)
    choose(page, "Ett punkt om gangen")
    for index in (1, 2):
        page.get_by_role("button", name="Neste").click()
        place(page, index)
    page.go_back()
    expect(shown(page)).to_have_count(ITEMS)


def test_focus_by_the_keyboard(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}?view=focus")
    place(page, 0)
    page.keyboard.press("ArrowRight")
    place(page, 1)
    box = shown(page).get_by_role("checkbox")
    expect(box).to_be_focused()
    page.keyboard.press("Space")
    expect(box).to_be_checked()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")  # there is nothing before the first
    place(page, 0)
    page.get_by_role("button", name="Neste").press("Enter")
    place(page, 1)
    expect(box).to_be_focused()


def test_arrow_keys_are_left_to_who_is_typing(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}?view=focus")
    place(page, 0)
    page.locator(".checklist-body").first.evaluate(
        "body => body.append(document.createElement('textarea'))"
    )
    page.locator("textarea").press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("Control+ArrowRight")
    place(page, 0)


def test_what_is_ticked_in_focus_is_ticked_in_the_list(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}?view=focus#{IDS[3]}")
    shown(page).get_by_role("checkbox").check()
    expect(page.locator(".checklist-status")).to_contain_text(f"1 av {ITEMS} gjort")
    expect(page.locator(".checklist-status")).to_contain_text("Lagret")
    page.get_by_role("link", name="Hele listen").click()
    expect(shown(page)).to_have_count(ITEMS)
    assert urlsplit(page.url).fragment == IDS[3]
    expect(page.locator(f"#{IDS[3]} > input")).to_be_checked()


@pytest.mark.parametrize(
    ("fragment", "item"),
    [
        ("", IDS[0]),
        ("#say-it-clearly", "say-it-clearly"),
        ("#during", "say-it-clearly"),
        ("#after", "confirm-in-writing"),
        ("#stop", IDS[0]),
        ("#nowhere", IDS[0]),
    ],
)
def test_focus_is_right_before_the_scripts_come(
    browser: Browser, site: str, fragment: str, item: str
) -> None:
    page = browser.new_page()
    page.route("**/*", without_modules)
    page.goto(f"{site}{PATH}?view=focus{fragment}")
    assert ids(shown(page)) == [item]
    expect(
        page.get_by_role("link", name="Hele listen")
    ).to_be_visible()  # the way out needs no script
    page.close()


@pytest.mark.parametrize(("view", "count"), [("key", 3), ("focus", 1), ("embed", ITEMS)])
def test_the_first_paint_is_the_view(browser: Browser, site: str, view: str, count: int) -> None:
    """Looked at while the page is still on its way: before any module, before the load event."""
    page = browser.new_page()
    page.route("**/*", without_modules)
    page.goto(f"{site}{PATH}?view={view}", wait_until="domcontentloaded")
    expect(page.locator("html")).to_have_attribute("data-view", view)
    assert shown(page).count() == count
    assert page.locator(f":is({CHROME}):visible").count() == 0 or view == "key"
    page.close()


def test_an_item_that_was_renamed_is_found_by_its_old_id(
    open_page: OpenPage,
    renamed: str,  # noqa: F811
) -> None:
    page = open_page(f"{PATH}?view=focus#{OLD}", origin=renamed)
    expect(page.locator(".focus-place")).to_contain_text(f"/ {ITEMS}")
    assert ids(shown(page)) == [NEW]


@pytest.mark.parametrize("size", [(320, 568), (390, 844)])
def test_a_thumb_reaches_large_targets(open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(f"{PATH}?view=focus#say-it-clearly", width=size[0])
    page.set_viewport_size({"width": size[0], "height": size[1]})
    place(page, IDS.index("say-it-clearly"))
    targets = [*page.locator(".focus-bar button").all(), shown(page).get_by_role("checkbox")]
    boxes = [box for target in targets if (box := target.bounding_box())]
    assert len(boxes) == 3
    for box in boxes:
        assert min(box["width"], box["height"]) >= 56
        assert size[1] - 100 <= box["y"]
        assert box["y"] + box["height"] <= size[1]
    edges = sorted((box["x"], box["x"] + box["width"]) for box in boxes)
    assert edges[0][1] <= edges[1][0] < edges[1][1] <= edges[2][0]  # side by side
    assert page.evaluate("scrollY") == 0


def test_nothing_of_a_long_item_is_hidden_behind_the_bar(open_page: OpenPage) -> None:
    page = open_page("situations/threats-and-abuse/?view=focus#leave-or-hang-up", width=320)
    page.set_viewport_size({"width": 320, "height": 400})
    expect(page.locator(".focus-place")).to_contain_text("/")
    page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    last = page.locator("#leave-or-hang-up .checklist-phrase").bounding_box()
    bar = page.locator(".focus-bar").bounding_box()
    assert last
    assert bar
    assert last["y"] + last["height"] <= bar["y"]


# Content alone


@pytest.mark.parametrize("path", [PATH, "lines/", "practice/saying-no/"])
def test_embed_shows_the_content_only(open_page: OpenPage, path: str) -> None:
    page = open_page(f"{path}?view=embed")
    expect(page.locator("main h1")).to_be_visible()
    assert page.locator(f":is({CHROME}):visible").count() == 0


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


def test_a_link_in_a_frame_leads_the_whole_window_away(
    browser: Browser, site: str, wiki: str
) -> None:
    page = browser.new_page()
    page.goto(wiki)
    frame = page.frame_locator("iframe")
    frame.get_by_role("link", name="En bedre arbeidsform").click()
    expect(page).to_have_url(f"{site}situations/new-way-of-working/")
    page.close()


def test_a_link_within_the_list_stays_in_the_frame(browser: Browser, wiki: str) -> None:
    page = browser.new_page()
    page.goto(wiki)
    frame = page.frame_locator("iframe")
    expect(frame.locator("checklist-page[data-ready]")).to_have_count(1)
    frame.locator("#during .headerlink").dispatch_event("click")
    expect(frame.locator("#during:target")).to_have_count(1)
    expect(page).to_have_url(wiki)
    frame.get_by_role("button", name="Flere valg").click()
    frame.get_by_role("link", name="Ett punkt om gangen").click()
    expect(page).to_have_url(re.compile(r"\?view=focus"))
    page.close()


# All of them


@pytest.mark.parametrize("query", ["", "?view=whatever", "?view=", "?view=KEY", "?other=key"])
def test_any_other_value_means_the_full_page(open_page: OpenPage, query: str) -> None:
    page = open_page(PATH + query)
    expect(shown(page)).to_have_count(ITEMS)
    assert page.locator(f":is({CHROME}):visible").count() >= 4
    page.get_by_role("button", name="Flere valg").click()
    expect(page.locator("[aria-current='true']")).to_have_text("Hele listen")


@pytest.mark.parametrize("view", ["key", "focus"])
def test_a_page_without_a_list_is_shown_in_full(open_page: OpenPage, view: str) -> None:
    page = open_page(f"lines/?view={view}")
    assert page.locator(f":is({CHROME}):visible").count() >= 4


@pytest.mark.parametrize("view", VIEWS)
def test_without_javascript_the_full_page_is_shown(open_page: OpenPage, view: str) -> None:
    page = open_page(f"{PATH}?view={view}", javascript=False)
    expect(shown(page)).to_have_count(ITEMS)
    expect(page.locator(".focus-bar")).to_be_hidden()
    expect(page.locator(".md-header")).to_be_visible()


@pytest.mark.parametrize("width", WIDTHS)
def test_the_menu_leads_from_view_to_view_and_back(open_page: OpenPage, width: int) -> None:
    page = open_page(f"{PATH}#repeat-once", width=width)
    whole = page.url
    for view, name in [("key", "Bare det viktigste"), ("focus", "Ett punkt om gangen")]:
        choose(page, name)
        expect(page).to_have_url(whole.replace("#", f"?view={view}#"))
        expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
        page.get_by_role("button", name="Flere valg").click()
        expect(page.locator("[aria-current='true']")).to_have_text(name)
        menu = page.locator(".checklist-toolbar > .checklist-menu").bounding_box()
        assert menu
        assert menu["x"] >= 0
        assert menu["x"] + menu["width"] <= width
        page.keyboard.press("Escape")
    page.go_back()
    expect(page).to_have_url(whole.replace("#", "?view=key#"))
    choose(page, "Hele listen")
    expect(page).to_have_url(whole)


@pytest.mark.parametrize("view", ["key", "focus"])
def test_the_other_language_has_the_same_view_of_the_same_place(
    open_page: OpenPage, view: str
) -> None:
    page = open_page(f"{PATH}?view={view}#say-it-clearly")
    if view == "focus":
        choose(page, "English")
    else:
        page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(rf"/en/{PATH}\?view={view}#say-it-clearly$"))


def test_the_other_language_is_in_the_menu_only_where_there_is_no_header(
    open_page: OpenPage,
) -> None:
    page = open_page(PATH)
    page.get_by_role("button", name="Flere valg").click()
    expect(page.get_by_role("link", name="English")).to_have_count(1)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_in_any_view(open_page: OpenPage, view: str, width: int) -> None:
    for scheme in SCHEMES:
        page = open_page(f"{PATH}?view={view}", scheme=scheme, width=width)
        stop_transitions(page)
        expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
        assert violations(page) == []
        page.get_by_role("button", name="Flere valg").click()
        assert violations(page) == []


@LANGUAGES
@pytest.mark.parametrize("view", VIEWS)
def test_no_view_is_wider_than_a_small_phone(open_page: OpenPage, prefix: str, view: str) -> None:
    page = open_page(prefix, width=320)
    front = page.url
    for key in (
        "situations/threats-and-abuse",
        KEY,
        "principles/write-it-down",
        "onboarding/day-1",
    ):
        page.goto(f"{front}{key}/?view={view}")
        expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, key
