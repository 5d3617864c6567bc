"""Through every page, on each host: nothing is refused or comes from elsewhere."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import OpenPage, in_both_languages
from tests.browser.server import serve_folder
from tests.browser.test_offline import PATH, expect_kept
from tests.hosting.host import Host

pytestmark = pytest.mark.soak


def test_every_page(host: Host, open_page: OpenPage) -> None:
    page = open_page("")
    for file in host.site.rglob("index.html"):
        path = file.parent.relative_to(host.site).as_posix()
        page.goto(f"{host.address}{path}/".replace("/./", "/"), wait_until="networkidle")
        expect(page.locator("main h1")).to_be_visible()


@in_both_languages
def test_without_a_network(host: Host, open_page: OpenPage, prefix: str) -> None:
    page = open_page(prefix, worker=True)
    expect_kept(page, f"{prefix}offline/")
    page.context.set_offline(True)
    page.goto(f"{host.address}{prefix}nowhere/")
    expect(page.locator("main h1")).to_have_text(re.compile("uten nett|offline"))
    page.goto(f"{host.address}{prefix}{PATH}")
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)


@pytest.mark.parametrize(("prefix", "words"), [("", "Til forsiden"), ("en/", "front page")])
def test_a_page_that_is_missing(host: Host, browser: Browser, prefix: str, words: str) -> None:
    """Its own status is all that the browser may have to say."""
    with browser.new_page() as page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{host.address}{prefix}nowhere/at/all/", wait_until="networkidle")
        expect(page.locator(".names-hidden")).to_have_css("position", "fixed")
        page.locator("main").get_by_role("link", name=words).first.click()
        expect(page).to_have_url(f"{host.address}{prefix}")
    assert [text for text in said if "status of 404" not in text] == []
    assert len(said) == 1


def test_a_frame_is_for_those_who_may(host: Host, tmp_path: Path, browser: Browser) -> None:
    """The site below a path was built for every wiki on 127.0.0.1, the other for none."""
    frame = f'<iframe title="Guide" src="{host.address}{PATH}?view=embed"></iframe>'
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Wiki</title>{frame}", "utf-8")
    may = host.address.endswith("/any/path/")
    with serve_folder(tmp_path) as wiki, browser.new_page() as page:
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(wiki, wait_until="networkidle")
        expect(page.frame_locator("iframe").locator("checklist-page")).to_have_count(int(may))
    assert ("frame-ancestors" in " ".join(said)) != may
