"""What the program axe finds on a page."""

import json
from collections.abc import Collection
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.conftest import stop_transitions

SCRIPT = Axe().axe_script
COLOURS = ("color-contrast", "link-in-text-block")
ALL: tuple[str, ...] = ()
# What a page is made of depends on the width, so every rule runs at both. It does not depend on the
# scheme, so that only the rules on colours run in all four views. From each view to the next one
# thing changes: that is quickest.
VIEWS = {
    ("light", 1280): ALL,
    ("dark", 1280): COLOURS,
    ("dark", 320): ALL,
    ("light", 320): COLOURS,
}
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


def violations(page: Page, part: str = "html", only: Collection[str] = ()) -> list[Any]:
    """What axe finds in a part of the page, short enough to read. `only`: with these rules."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(SCRIPT)
    options = OPTIONS | ({"runOnly": list(only), "rules": {}} if only else {})
    page.evaluate(STILL)
    results = page.evaluate(
        f"axe.run({json.dumps(part)}, {json.dumps(options)}).then(({{ violations }}) => violations)"
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


def in_every_view(page: Page) -> dict[tuple[str, int], list[Any]]:
    """What axe finds in an open page, light and dark, wide and narrow; nothing where it is well."""
    stop_transitions(page)  # colours must not be on their way to others
    found = {}
    for (scheme, width), only in VIEWS.items():
        show(page, scheme, width)
        if defects := violations(page, only=only):
            found[scheme, width] = defects
    return found
