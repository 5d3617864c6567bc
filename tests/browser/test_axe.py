"""axe on every page of the site, in both languages. A class each: so they run side by side."""

import re
from typing import Any

from playwright.sync_api import expect

from tests.browser.axe import in_every_view
from tests.browser.conftest import OpenPage

ADDRESS = re.compile(r"<loc>https://ryggenfri\.example/(.*?)</loc>")
UNLISTED = ("404.html", "offline/")
"""In no list of pages, for nobody should find them by a search."""
STARTING = """checklist-page:not([data-ready]), scene-player:not([data-ready]),
  list-finder:not([data-begun]), :is(.log, .meetings, .my-data, .lines-filter)[hidden]"""
"""What stands on a page until its scripts have done their work."""


def defects(open_page: OpenPage, prefix: str) -> dict[str, Any]:
    """What axe finds on each page of a language where it finds anything."""
    page = open_page(prefix)
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
