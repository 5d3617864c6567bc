"""One browser for all tests of a process, in whatever folder: Playwright starts only once in it."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserType, sync_playwright

from tests.browser.chromium import ARGUMENTS, HELP, find_chromium


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
