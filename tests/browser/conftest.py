"""The built site on a local server, and pages that fail a test when anything goes wrong in them."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.server import serve_folder
from tests.conftest import BELOW, TODAY

LOOKS = (("light", 1280), ("dark", 320))
"""Scheme and width: what fails in one of four combinations fails in one of these two."""
in_both_looks = pytest.mark.parametrize(("scheme", "width"), LOOKS)
in_both_languages = pytest.mark.parametrize(
    "prefix", ["", pytest.param("en/", marks=pytest.mark.soak)]
)
"""What holds in one language nearly always holds in the other: the words are the same file."""
with_and_without_javascript = pytest.mark.parametrize("javascript", [True, False])
PHONE: dict[str, Any] = {
    "has_touch": True,
    "is_mobile": True,
    "viewport": {"width": 390, "height": 844},
}
FIRST_ERROR = 400  # of the HTTP statuses
TIMEOUT = 20_000  # milliseconds; a page here answers in a fraction of that
expect.set_options(timeout=TIMEOUT)
NAVIGATION_TIMEOUT = 40_000  # `mkdocs serve` answers when it has rebuilt
DAY = f"""{{
  const Real = Date;
  const shift = {int((TODAY.timestamp() - time.time()) * 1000)};
  window.Date = class Date extends Real {{
    constructor(...given) {{ given.length ? super(...given) : super(Date.now()); }}
    static now() {{ return Real.now() + shift; }}
  }};
}}"""
"""It is always the same day, but time goes by: what is written later is newer."""
NO_WORKER = "delete Navigator.prototype.serviceWorker"
"""As where a browser has none: or every fresh context would fetch the whole site."""
STARTING = """checklist-page:not([data-ready]), scene-player:not([data-ready]),
  list-finder:not([data-begun]), review-dates:not(:has(input)),
  :is(.log, .meetings, .my-data, .lines-filter)[hidden]"""
"""On a page until its scripts have done their work."""


class OpenPage:
    """Opens pages of a site. Every page is watched for errors and foreign requests."""

    def __init__(self, browser: Browser, site: str, stack: ExitStack, problems: list[str]) -> None:
        self._browser, self._site, self._stack, self._problems = browser, site, stack, problems

    def at(self, site: str) -> "OpenPage":
        """The same for another site."""
        return OpenPage(self._browser, site, self._stack, self._problems)

    def __call__(
        self,
        path: str,
        *,
        context: BrowserContext | None = None,
        before: str = "",
        now: str = "",
        worker: bool = False,
        **options: Any,  # noqa: ANN401 (as of _context)
    ) -> Page:
        """Open a page in a new context with these options, or in one that is open already."""
        page = (context or self._context(**options)).new_page()
        if not worker:
            page.add_init_script(NO_WORKER)
        if before:
            page.add_init_script(before)
        if now:
            # Before anything waits: what began with another clock can be stopped by neither.
            page.clock.set_fixed_time(now)
        else:
            page.add_init_script(DAY)
        _watch(page, self._site, self._problems.append)
        page.goto(self._site + path)
        return page

    def _context(
        self,
        scheme: str = "light",
        width: int = 1280,
        javascript: bool = True,
        **options: Any,  # noqa: ANN401 (as of new_context)
    ) -> BrowserContext:
        looks: dict[str, Any] = {
            "color_scheme": scheme,
            "viewport": {"width": width, "height": 800},
            "java_script_enabled": javascript,
        }
        context = self._browser.new_context(**(looks | options))
        context.set_default_timeout(TIMEOUT)
        context.set_default_navigation_timeout(NAVIGATION_TIMEOUT)
        return self._stack.enter_context(context)


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """The address of the built site."""
    with serve_folder(built) as address:
        yield address


@pytest.fixture(scope="session")
def site_below(built_below: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site below a path of its host."""
    host = tmp_path_factory.mktemp("host")
    (host / BELOW).parent.mkdir(parents=True)
    (host / BELOW).symlink_to(built_below)
    with serve_folder(host) as address:
        yield address + BELOW


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[OpenPage]:
    problems: list[str] = []
    with ExitStack() as stack:
        yield OpenPage(browser, site, stack, problems)
    assert problems == []


@pytest.fixture
def open_below(open_page: OpenPage, site_below: str) -> OpenPage:
    """Open a page of the site below a path."""
    return open_page.at(site_below)


def add_style(page: Page, style: str) -> None:
    """In a way that the policy of the page allows."""
    page.evaluate(
        """(style) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(style);
          document.adoptedStyleSheets.push(sheet);
        }""",
        style,
    )


def stop_transitions(page: Page) -> None:
    add_style(page, "* { transition: none !important }")


def withhold(page: Page, scripts: str) -> None:
    """Let scripts be there, and do nothing."""
    page.route(scripts, lambda route: route.fulfill(body="", content_type="text/javascript"))


def _watch(page: Page, origin: str, report: Callable[[str], None]) -> None:
    page.on("pageerror", lambda error: report(f"error: {error}"))
    page.on(
        "console",
        lambda message: (
            report(f"console: {message.text}") if message.type in ("error", "warning") else None
        ),
    )
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((origin, "data:", "blob:"))
            else report(f"other origin: {request.url}")
        ),
    )
    page.on(
        "response",
        lambda response: (
            report(f"{response.status} {response.url}") if response.status >= FIRST_ERROR else None
        ),
    )
