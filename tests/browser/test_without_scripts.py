"""What a reader is told when there is no JavaScript, or when it does not start."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import NO_WORKER, OpenPage

PATH = "situations/saying-no/"
THROWS = "export class ChecklistToolbar { constructor() { throw new Error('broken'); } }"
# The hint waits for some seconds. A test does not.
SECONDS_LATER = "document.getAnimations().forEach(animation => animation.finish())"

FAILURES: dict[str, tuple[str, Callable[[Route], None]]] = {
    "a module is not found": ("**/main.js", lambda route: route.abort()),
    "a module throws": (
        "**/checklist/toolbar.js",
        lambda route: route.fulfill(body=THROWS, content_type="text/javascript"),
    ),
}


def hint(page: Page, language: str = "nb") -> None:
    words = {"nb": "Kryssene blir ikke lagret", "en": "Your ticks are not saved"}
    expect(page.get_by_text(words[language])).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Flere valg|More options"))).to_have_count(0)


@pytest.mark.parametrize(("prefix", "language"), [("", "nb"), ("en/", "en")])
def test_without_javascript_one_is_told_what_does_not_work(
    open_page: OpenPage, prefix: str, language: str
) -> None:
    page = open_page(prefix + PATH, javascript=False)
    hint(page, language)
    needs = {"nb": "Søk krever JavaScript", "en": "Search needs JavaScript"}
    search = page.locator(".search-hint")
    expect(search).to_be_visible()
    assert search.text_content() == needs[language]  # `expect` passes over what is in noscript


@pytest.mark.parametrize("failure", FAILURES)
def test_when_the_scripts_do_not_start_one_is_told(
    browser: Browser, site: str, failure: str
) -> None:
    page = browser.new_page()
    page.route(*FAILURES[failure])
    page.goto(site + PATH, wait_until="networkidle")
    expect(page.get_by_text("Kryssene blir ikke lagret")).to_be_hidden()
    page.evaluate(SECONDS_LATER)
    hint(page)
    page.close()


@pytest.mark.parametrize("how", [{"status": 404}, {"body": "import './gone.js'"}])
def test_a_module_that_is_gone_after_a_new_version(
    browser: Browser, site: str, how: dict[str, Any]
) -> None:
    page = browser.new_page()
    page.add_init_script(NO_WORKER)  # or it may have the module by now
    page.goto(site + PATH)
    page.get_by_role("checkbox").first.check()
    page.route(
        "**/item-menu.js", lambda route: route.fulfill(content_type="text/javascript", **how)
    )
    page.route("**/gone.js", lambda route: route.fulfill(status=404))
    page.get_by_role("button", name=re.compile("^Mer om")).first.click()
    offer = page.locator(".new-version")
    expect(offer).to_be_visible()
    expect(offer).to_contain_text("En ny versjon er klar.")
    page.unroute("**/item-menu.js")
    offer.get_by_role("button", name="Last inn på nytt").click()
    expect(offer).to_be_hidden()
    expect(page.get_by_role("checkbox").first).to_be_checked()
    page.get_by_role("button", name=re.compile("^Mer om")).first.click()
    expect(page.get_by_role("button", name="Skriv et notat")).to_be_visible()
    page.close()


def test_when_they_do_start_nothing_of_it_is_seen(open_page: OpenPage) -> None:
    page = open_page(PATH)
    expect(page.get_by_role("button", name="Flere valg")).to_be_visible()
    page.evaluate(SECONDS_LATER)
    expect(page.get_by_text("Kryssene blir ikke lagret")).to_be_hidden()
    expect(page.get_by_text("krever JavaScript")).to_be_hidden()


NEEDS = {
    "log/": "Loggen trenger JavaScript",
    "en/log/": "The log needs JavaScript",
    "meetings/": "Siden trenger JavaScript",
    "my-data/": "trenger JavaScript",
}


@pytest.mark.parametrize(("path", "words"), NEEDS.items())
def test_a_page_that_needs_javascript_says_so(open_page: OpenPage, path: str, words: str) -> None:
    page = open_page(path, javascript=False)
    expect(page.get_by_text(words)).to_be_visible()
    expect(page.locator(":is(.log, .meetings, .my-data)")).to_be_hidden()
