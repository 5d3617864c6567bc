"""Two languages: the right one on each page, and a way from each page to the other."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SCHEMES, WIDTHS, OpenPage
from tests.project import ROOT

KEYS = sorted(
    file.relative_to(ROOT / "docs/nb").with_suffix("").as_posix()
    for file in (ROOT / "docs/nb").rglob("*.md")
)
PATHS = ["404.html", *("" if key == "index" else f"{key}/" for key in KEYS)]


@pytest.mark.parametrize(("prefix", "language"), [("", "nb"), ("en/", "en")])
def test_every_page_opens_without_an_error_and_fits_320_pixels(
    open_page: OpenPage, prefix: str, language: str
) -> None:
    page = open_page(prefix, width=320)
    front = page.url
    for path in PATHS:
        page.goto(front + path)
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("main h1")).to_have_count(1)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path


@pytest.mark.parametrize("width", WIDTHS)
def test_language_link_leads_to_the_same_place(open_page: OpenPage, width: int) -> None:
    page = open_page("situations/saying-no/#repeat-once", width=width)
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/en/situations/saying-no/#repeat-once$"))
    expect(page.locator("#repeat-once")).to_be_in_viewport()
    page.get_by_role("link", name="Norsk").click()
    expect(page).to_have_url(re.compile(r"\d/situations/saying-no/#repeat-once$"))


def test_language_link_works_without_javascript(open_page: OpenPage) -> None:
    page = open_page("en/principles/take-breaks/", javascript=False)
    page.get_by_role("link", name="Norsk").click()
    expect(page.locator("html")).to_have_attribute("lang", "nb")
    expect(page).to_have_url(re.compile(r"\d/principles/take-breaks/$"))


@pytest.mark.parametrize(("path", "language"), [("404.html", "nb"), ("en/404.html", "en")])
def test_each_language_has_its_own_404_page(open_page: OpenPage, path: str, language: str) -> None:
    page = open_page(path)
    expect(page.locator("html")).to_have_attribute("lang", language)
    other = page.locator(f"main [lang={'en' if language == 'nb' else 'nb'}] a")
    other.click()
    expect(page.locator("html")).not_to_have_attribute("lang", language)


@pytest.mark.parametrize(
    ("path", "label", "word", "title"),
    [
        ("", "Søk", "arbeidsform", "En bedre arbeidsform"),
        ("en/", "Search", "refuse", "Saying no"),
    ],
)
def test_search_finds_pages_of_its_own_language(
    open_page: OpenPage, path: str, label: str, word: str, title: str
) -> None:
    page = open_page(path)
    page.get_by_role("textbox", name=label).click()
    page.keyboard.type(word)
    results = page.locator(".md-search-result__item")
    expect(results.filter(has_text=title).first).to_be_visible()
    links = results.locator("a").evaluate_all("links => links.map(link => link.pathname)")
    assert links
    assert {link.startswith("/en/") for link in links} == {path == "en/"}


@pytest.mark.parametrize("scheme", SCHEMES)
def test_page_follows_the_system_s_colours(open_page: OpenPage, scheme: str) -> None:
    page = open_page("", scheme=scheme)
    expected = "slate" if scheme == "dark" else "default"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", expected)
