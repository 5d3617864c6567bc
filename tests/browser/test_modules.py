"""Own modules: each page loads what it needs in one step, and not more than a phone can bear."""

import gzip
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Route

from tests.browser.conftest import OpenPage
from tests.browser.site import ROOT

PAGES = [
    "",
    "finder/",
    "situations/saying-no/",
    "situations/too-much-work/",
    "principles/this-is-work/",
    "practice/saying-no/",
    "onboarding/week-1/",
    "onboarding/review/",
    "onboarding/sign-off/",
    "points/",
    "404.html",
]
AT_REST = 10 * 1024  # octets, gzipped
IN_ALL = 25 * 1024


def weight(paths: set[str]) -> int:
    return sum(len(gzip.compress((ROOT / "docs" / path).read_bytes())) for path in paths)


def loaded(page: Page) -> set[str]:
    """The modules that the page has asked for, from `assets/` on."""
    names: list[str] = page.evaluate(
        "performance.getEntriesByType('resource').map(({ name }) => name)"
    )
    paths = {urlsplit(name).path.removeprefix("/") for name in names}
    return {path for path in paths if path.endswith(".js") and "javascripts/" not in path}


def without_preloading(route: Route) -> None:
    response = route.fetch()
    text = response.text().replace('rel="modulepreload"', 'rel="nothing"')
    route.fulfill(response=response, body=text)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_names_exactly_the_modules_it_loads(open_page: OpenPage, path: str) -> None:
    page = open_page("")
    site = page.url
    page.route(site + path, without_preloading)
    page.goto(site + path, wait_until="networkidle")
    hrefs: list[str] = page.locator("link[rel=nothing]").evaluate_all(
        "links => links.map((link) => new URL(link.href).pathname.slice(1))"
    )
    assert len(hrefs) == len(set(hrefs))
    assert set(hrefs) == loaded(page)


def test_a_checklist_page_at_rest_is_light(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/")
    page.wait_for_load_state("networkidle")
    assert 0 < weight(loaded(page)) <= AT_REST


def test_all_of_it_is_light() -> None:
    files = (ROOT / "docs/assets").rglob("*.js")
    assert weight({file.relative_to(ROOT / "docs").as_posix() for file in files}) <= IN_ALL
