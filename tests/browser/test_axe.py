"""axe on every page of the site, in both languages (a class each: so they run side by side), and on
what opens on any page."""

import re
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.axe import SCRIPT, in_every_view, show, violations
from tests.browser.conftest import SCHEMES, STARTING, OpenPage, stop_transitions

ADDRESS = re.compile(r"<loc>https://ryggenfri\.example/(.*?)</loc>")
UNLISTED = ("404.html", "offline/")
"""In no list of pages, for nobody should find them by a search."""


def defects(open_page: OpenPage, prefix: str) -> dict[str, Any]:
    """What axe finds on each page of a language where it finds anything."""
    page = open_page(prefix)
    page.add_init_script(SCRIPT)
    front, found = page.url, {}
    listed = ADDRESS.findall(page.request.get(f"{front}sitemap.xml").text())
    assert len(listed) > 50
    for path in (*listed, *(prefix + name for name in UNLISTED)):
        page.goto(front.removesuffix(prefix) + path)
        expect(page.locator(STARTING)).to_have_count(0)
        if in_views := in_every_view(page):
            found[path] = in_views
    return found


class TestNorwegian:
    def test_axe_finds_nothing_on_any_page(self, open_page: OpenPage) -> None:
        assert defects(open_page, "") == {}


class TestEnglish:
    def test_axe_finds_nothing_on_any_page(self, open_page: OpenPage) -> None:
        assert defects(open_page, "en/") == {}


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_axe_finds_nothing_in_the_open_menu(open_page: OpenPage, prefix: str) -> None:
    page = open_page(f"{prefix}situations/saying-no/", width=320)
    page.get_by_role("button", name=re.compile("^Men[yu]$")).click()
    expect(page.locator("#__menu")).to_be_visible()
    stop_transitions(page)
    found = {}
    for scheme in SCHEMES:
        show(page, scheme, 320)
        found[scheme] = violations(page)
    assert found == {scheme: [] for scheme in SCHEMES}


@pytest.mark.parametrize(("prefix", "words"), [("", "nei"), ("en/", "xyzxyz")])
def test_axe_finds_nothing_in_an_open_search(open_page: OpenPage, prefix: str, words: str) -> None:
    page = open_page(prefix)
    page.get_by_role("textbox", name=re.compile("^(Søk|Search)$")).fill(words)
    expect(page.locator(".md-search-result__meta")).to_have_text(re.compile("treff|No matching"))
    assert in_every_view(page) == {}


def test_axe_finds_nothing_in_what_is_filtered_answered_or_hidden(open_page: OpenPage) -> None:
    page = open_page("lines/")
    front = page.url.removesuffix("lines/")
    page.get_by_label("Søk i replikkene").fill("nei til fredag")
    expect(page.get_by_role("status").filter(has_text="replikker")).to_be_visible()
    found = {"filtered": in_every_view(page)}
    page.goto(f"{front}finder/#deadline")
    expect(page.locator(".scene-result:visible").first).to_be_visible()
    found["answered"] = in_every_view(page)
    page.goto(f"{front}log/")
    page.get_by_text("Skjul navn").click()
    expect(page.locator("[data-hidden-names]")).to_have_count(1)
    found["hidden"] = in_every_view(page)
    assert found == {"filtered": {}, "answered": {}, "hidden": {}}
