"""Every practice can be walked from its start to a good ending, and to a bad one.

The checks find what a graph lacks, and the small guide proves the player: this takes long.
"""

from itertools import pairwise

import pytest
from checklists.guide.model import Guide
from checklists.guide.way import Way, Ways
from playwright.sync_api import Page, expect

from tests.browser.conftest import STARTING, OpenPage

OUTCOMES = ("good", "bad")


def way_to(ways: Ways, outcome: str) -> Way:
    """The first way to such an ending."""
    return next(
        way for way in ways.all() if any(f.text == outcome for f in ways.graph[way[-1]].flags)
    )


def walk(page: Page, way: Way) -> None:
    """Choose what leads from each scene to the next."""
    for scene, following in pairwise(way):
        here = page.locator(f".scene:has(> #{scene})")
        here.locator(f".scene-choice[href='#{following}']").filter(visible=True).first.click()
        expect(page.locator(f"#{following}")).to_be_focused()


@pytest.mark.soak
def test_a_good_and_a_bad_ending_of_every_practice(open_page: OpenPage, guide: Guide) -> None:
    """In one language: by the checks, the scenes of both are the same."""
    page = open_page("", reduced_motion="reduce")
    front = page.url
    practices = [each for each in guide.pages.values() if each.kind == "practice"]
    for practice in (each for each in practices if each.language == guide.default):
        for outcome in OUTCOMES:
            way = way_to(Ways(practice), outcome)
            page.goto("about:blank")  # or the way of the last time would be gone on with
            page.goto(f"{front}{practice.key}/#{way[0]}")
            expect(page.locator(STARTING)).to_have_count(0)
            walk(page, way)
            expect(page.locator(".scene-seen li").first).to_be_visible()
