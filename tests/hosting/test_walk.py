"""Through every kind of page, on each host: nothing is refused or comes from elsewhere."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OpenPage
from tests.browser.server import serve_folder
from tests.browser.steps import allow_clipboard
from tests.browser.test_offline import expect_kept
from tests.browser.test_wiki import copied, copy_item
from tests.hosting.conftest import OLD
from tests.hosting.host import Host

LIST = "situations/saying-no/"
KINDS = (
    "",
    "finder/",
    LIST,
    "principles/take-breaks/",
    "onboarding/overview/",
    "onboarding/day-1/",
    "onboarding/review/",
    "onboarding/sign-off/",
    "practice/saying-no/",
    "lines/",
    "templates/",
    "meetings/",
    "log/",
    "my-data/",
    "points/",
    "sources/",
    "wiki/",
    "privacy/",
    "offline/",
)
languages = pytest.mark.parametrize("prefix", ["", "en/"])


@languages
def test_every_kind_of_page(host: Host, open_page: OpenPage, prefix: str) -> None:
    page = open_page(prefix)
    for path in KINDS:
        page.goto(f"{host.address}{prefix}{path}", wait_until="networkidle")
        expect(page.locator("main h1")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == ("en" if prefix else "nb")


@languages
def test_a_list_is_used(open_page: OpenPage, prefix: str) -> None:
    page = open_page(f"{prefix}{LIST}")
    allow_clipboard(page)
    page.get_by_role("checkbox").first.check()
    expect(page.locator(".checklist-status")).to_contain_text(re.compile("Lagret|Saved"))
    page.locator(".meeting-line button").first.click()
    expect(page.locator(".meeting-dialog")).to_be_visible()
    page.keyboard.press("Escape")
    copy_item(page, "repeat-once")
    assert copied(page)["plain"].endswith(f"{prefix}{LIST}#repeat-once")
    page.emulate_media(media="print")
    assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize(("prefix", "query"), [("", "avslag"), ("en/", "refuse")])
def test_search(host: Host, open_page: OpenPage, prefix: str, query: str) -> None:
    page = open_page(prefix)
    page.locator(".md-search__input").click()
    page.keyboard.type(query)
    page.locator(f".md-search-result__item a[href*='{LIST}']").first.click()
    expect(page).to_have_url(re.compile(f"^{host.address}{prefix}{LIST}"))


@languages
def test_an_old_address(host: Host, open_page: OpenPage, prefix: str) -> None:
    page = open_page(f"{prefix}{OLD}/?view=key#repeat-once")
    expect(page).to_have_url(f"{host.address}{prefix}{LIST}?view=key#repeat-once")


@languages
def test_without_a_network(host: Host, open_page: OpenPage, prefix: str) -> None:
    page = open_page(prefix, worker=True)
    expect_kept(page, f"{prefix}offline/")
    page.context.set_offline(True)
    page.goto(f"{host.address}{prefix}nowhere/")
    expect(page.locator("main h1")).to_have_text(re.compile("uten nett|offline"))
    expect(page.locator(".md-header")).to_have_css("position", "sticky")
    page.goto(f"{host.address}{prefix}{LIST}")
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)


@pytest.mark.parametrize(("prefix", "words"), [("", "Til forsiden"), ("en/", "front page")])
def test_a_page_that_is_missing(host: Host, browser: Browser, prefix: str, words: str) -> None:
    """Its own status is all that the browser may have to say."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{host.address}{prefix}nowhere/at/all/", wait_until="networkidle")
    expect(page.locator(".md-header")).to_have_css("position", "sticky")
    page.locator("main").get_by_role("link", name=words).first.click()
    expect(page).to_have_url(f"{host.address}{prefix}")
    page.close()
    assert [text for text in said if "status of 404" not in text] == []
    assert len(said) == 1


@pytest.fixture
def wiki(host: Host, tmp_path: Path) -> Iterator[str]:
    """The address of another site that shows a list in a frame."""
    frame = f'<iframe title="Guide" src="{host.address}{LIST}?view=embed"></iframe>'
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Wiki</title>{frame}", "utf-8")
    with serve_folder(tmp_path) as address:
        yield address


def test_a_frame_is_for_who_may(host: Host, wiki: str, browser: Browser) -> None:
    """The site below a path was built for every wiki on 127.0.0.1, the other for none."""
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.goto(wiki, wait_until="networkidle")
    shown = page.frame_locator("iframe").locator("checklist-page")
    may = host.address.endswith("/any/path/")
    expect(shown).to_have_count(int(may))
    page.close()
    assert ("frame-ancestors" in " ".join(said)) != may
