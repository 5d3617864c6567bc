"""Own modules: each page loads what it needs in one step, and not more than a phone can bear."""

import gzip
import re
from collections.abc import Iterable
from contextlib import suppress
from urllib.parse import urlsplit

import pytest
from checklists.rendering.assets import minified
from playwright.sync_api import Page, Route
from playwright.sync_api import TimeoutError as NotLoadedError

from tests.browser.conftest import OpenPage
from tests.browser.kinds import KINDS
from tests.project import ROOT

AT_REST = 10 * 1024  # octets, gzipped
IN_ALL = 34 * 1024
WHEN_LOADED = "offline/register.js"
"""Comes last, and not here: `open_page` has no service workers."""
ASSETS = ROOT / "overrides/assets"
OWN = re.compile(r"/assets/[0-9a-f]{8}/(?P<path>.*\.js)")
MORE_MS = 3000
ARE_LOADED = """(paths) => {
  const names = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  return paths.every((path) => names.some((name) => name.endsWith(`/${path}`)));
}"""
"""On a busy machine the network rests between one module and the next."""


def weight(names: Iterable[str]) -> int:
    """Octets of the scripts, as a host sends them. `names` start at the folder of assets."""
    scripts = [minified(ASSETS / name) for name in names]
    return sum(len(gzip.compress(script.encode())) for script in scripts)


def loaded(page: Page) -> set[str]:
    """The own modules that the page has asked for."""
    names: list[str] = page.evaluate(
        "performance.getEntriesByType('resource').map(({ name }) => name)"
    )
    found = (OWN.match(urlsplit(name).path) for name in names)
    return {match["path"] for match in found if match}


def without_preloading(route: Route) -> None:
    response = route.fetch()
    text = response.text().replace('rel="modulepreload"', 'rel="nothing"')
    route.fulfill(response=response, body=text)


OFTEN = ("", "situations/saying-no/", "practice/saying-no/", "log/", "meetings/")


@pytest.mark.parametrize(
    "path",
    [
        path if path in OFTEN else pytest.param(path, marks=pytest.mark.soak)
        for path in KINDS
        if path != "offline/"
    ],
)
def test_a_page_names_exactly_the_modules_it_loads(open_page: OpenPage, path: str) -> None:
    page = open_page("")
    site = page.url
    page.route(site + path, without_preloading)
    page.goto(site + path)
    hrefs: list[str] = page.locator("link[rel=nothing]").evaluate_all(
        "links => links.map((link) => new URL(link.href).pathname.replace(/^.assets.[^/]+./, ''))"
    )
    assert len(hrefs) == len(set(hrefs))
    with suppress(NotLoadedError):  # then the comparison says what is missing
        page.wait_for_function(ARE_LOADED, arg=hrefs)
    with suppress(NotLoadedError):  # time for others to come
        page.wait_for_load_state("networkidle", timeout=MORE_MS)
    assert set(hrefs) == loaded(page)


@pytest.mark.parametrize("path", ["situations/saying-no/", "practice/saying-no/", "finder/"])
def test_a_page_at_rest_is_light(open_page: OpenPage, path: str) -> None:
    page = open_page(path)
    page.wait_for_load_state("networkidle")
    assert 0 < weight({*loaded(page), WHEN_LOADED}) <= AT_REST


def test_all_of_it_is_light() -> None:
    """As one file: nobody ever loads all, and a module that comes alone compresses worse."""
    scripts = "".join(minified(file) for file in sorted(ASSETS.rglob("*.js")))
    assert len(gzip.compress(scripts.encode())) <= IN_ALL
