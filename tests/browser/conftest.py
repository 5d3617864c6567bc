"""The built site on a local server, and pages that fail a test when anything goes wrong in them."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

import pytest
from playwright.sync_api import Browser, BrowserContext, BrowserType, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, HELP, find_chromium
from tests.browser.server import serve_folder
from tests.project import build_site

WIDTHS = (1280, 320)
SCHEMES = ("light", "dark")
FIRST_ERROR = 400  # of the HTTP statuses
TIMEOUT = 10_000  # milliseconds; a page here answers in a fraction of that
PATIENCE = 30_000  # `mkdocs serve` answers when it has rebuilt
NO_WORKER = "delete Navigator.prototype.serviceWorker"
"""As where a browser has none: or every fresh context would fetch the whole site."""
STARTING = """checklist-page:not([data-ready]), scene-player:not([data-ready]),
  list-finder:not([data-begun]), :is(.log, .meetings, .my-data, .lines-filter)[hidden]"""
"""What stands on a page until its scripts have done their work."""


class OpenPage(Protocol):
    """Open a page of the site. Every page is watched for errors and foreign requests."""

    def __call__(
        self,
        path: str,
        *,
        scheme: str = "light",
        width: int = 1280,
        javascript: bool = True,
        context: BrowserContext | None = None,
        before: str = "",
        time: str = "",
        origin: str = "",
        worker: bool = False,
    ) -> Page: ...


@pytest.fixture(scope="session")
def program() -> str:
    """The path of the browser."""
    path = find_chromium()
    if path is None:
        pytest.fail(HELP)
    return path


@pytest.fixture(scope="session")
def chromium(program: str) -> Iterator[BrowserType]:
    del program  # found before Playwright runs: the search starts one of its own
    with sync_playwright() as playwright:
        yield playwright.chromium


@pytest.fixture(scope="session")
def browser(chromium: BrowserType, program: str) -> Iterator[Browser]:
    browser = chromium.launch(executable_path=program, args=ARGUMENTS)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the built site."""
    folder = build_site(tmp_path_factory.mktemp("project"))
    with serve_folder(folder) as address:
        yield address
    shutil.rmtree(folder)


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[OpenPage]:
    problems: list[str] = []
    contexts: list[BrowserContext] = []
    yield partial(_open, browser, site, contexts, problems)
    for context in contexts:
        context.close()
    assert problems == []


def _open(
    browser: Browser,
    site: str,
    contexts: list[BrowserContext],
    problems: list[str],
    path: str,
    *,
    scheme: str = "light",
    width: int = 1280,
    javascript: bool = True,
    context: BrowserContext | None = None,
    before: str = "",
    time: str = "",
    origin: str = "",
    worker: bool = False,
) -> Page:
    if context is None:
        context = browser.new_context(
            color_scheme="dark" if scheme == "dark" else "light",
            viewport={"width": width, "height": 800},
            java_script_enabled=javascript,
        )
        context.set_default_timeout(TIMEOUT)
        context.set_default_navigation_timeout(PATIENCE)
        contexts.append(context)
    page = context.new_page()
    if not worker:
        page.add_init_script(NO_WORKER)
    if before:
        page.add_init_script(before)
    if time:
        # Before anything waits: what began with another clock can be stopped by neither.
        page.clock.set_fixed_time(time)
    _watch(page, origin or site, problems.append)
    page.goto((origin or site) + path)
    return page


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
