"""Whether a page is accessible: what axe finds on it, and whether it fits a phone."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import LOOKS, STARTING, stop_transitions

SCRIPT = Axe().axe_script
# Off unless one asks for them: what is new in WCAG 2.2, and what axe itself is still trying out.
ASKED_FOR = (
    "target-size",
    "focus-order-semantics",
    "label-content-name-mismatch",
    "p-as-heading",
    "table-fake-caption",
    "td-has-header",
)
# Nothing is loaded once more: only rules on sound and on turned screens need that. Every other rule
# runs, best practices too.
OPTIONS = {
    "resultTypes": ["violations"],
    "preload": False,
    "rules": {rule: {"enabled": True} for rule in ASKED_FOR},
}
STILL = """Promise.allSettled(document.getAnimations()
  .filter((each) => each.effect.getComputedTiming().endTime !== Infinity)
  .map((each) => each.finished)).then(() => null)"""
"""Colours must not be on their way to others."""
WIDTH = "document.documentElement.scrollWidth"


def violations(page: Page, part: str = "html") -> list[Any]:
    """What axe finds in a part of the page, short enough to read."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(SCRIPT)
    page.evaluate(STILL)
    results = page.evaluate(
        f"axe.run({json.dumps(part)}, {json.dumps(OPTIONS)}).then(({{ violations }}) => violations)"
    )
    return [
        (result["id"], node["target"], node["failureSummary"])
        for result in results
        for node in result["nodes"]
    ]


def show(page: Page, scheme: str, width: int) -> None:
    """Change how an open page is looked at."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 800})
    colours = "slate" if scheme == "dark" else "default"
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", colours)


def defects(
    page: Page, part: str = "html", looks: Sequence[tuple[str, int]] = LOOKS
) -> dict[tuple[str, int], list[Any]]:
    """Look -> what axe finds in a part of an open page, and whether it is too wide for the look."""
    stop_transitions(page)
    found = {}
    for scheme, width in looks:
        show(page, scheme, width)
        wrong = violations(page, part)
        if (wide := page.evaluate(WIDTH)) > width:
            wrong.append(f"{wide} wide")
        if wrong:
            found[scheme, width] = wrong
    return found


def defects_of(
    page: Page, paths: Iterable[str], looks: Sequence[tuple[str, int]]
) -> dict[str, Any]:
    """Path -> what axe finds. `page` is at the root of the site."""
    page.add_init_script(SCRIPT)
    front, found = page.url, {}
    for path in paths:
        page.goto(front + path)
        expect(page.locator(STARTING)).to_have_count(0)
        if wrong := defects(page, looks=looks):
            found[path] = wrong
    return found


def expect_accessible(page: Page, part: str = "html") -> None:
    """Nothing is wrong with an open page in either look."""
    found = defects(page, part)
    assert not found, found
