"""Without a network: what one reads is there, and a new version is only offered."""

import json
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.meetings import prepare
from tests.browser.paper import printed, text_of
from tests.browser.server import Quiet, serve_folder
from tests.browser.steps import box, button, ready, saved, status
from tests.conftest import BELOW

KEY = "situations/one-more-thing"
PATH = f"{KEY}/"
ITEMS = 9
TITLE = "Kunden som vil ha én ting til"
WORKER, START = "service-worker.js", "self.files="
Read = Callable[[str], Page]
FETCHED = 30_000  # milliseconds, for a whole language on a busy machine
KEPT = """async (path) => {
  const { scope, active } = await navigator.serviceWorker.ready;
  const keys = await (await caches.open(scope)).keys();
  const isThere = keys.some(({ url }) => url.startsWith(`${scope}${path}?`));
  return isThere && active?.state === 'activated';
}"""
"""A language is fetched as a whole, so one of its files stands for all."""

GONE = """async () =>
  !await navigator.serviceWorker.getRegistration() && (await caches.keys()).length === 0
"""
ONE_COPY = """async (path) => {
  const keys = await (await caches.open((await navigator.serviceWorker.ready).scope)).keys();
  return keys.filter(({ url }) => url.includes(path)).length === 1;
}"""


class Host:
    """A folder of the site that a test may change, its address, and how it answers."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        self.answers, self.is_broken, self.is_gone = threading.Event(), False, False
        self.answers.set()

    def set_offline(self, page: Page, is_offline: bool = True) -> None:
        """Take the network from a page. The browser alone may tell its worker too late."""
        self.is_gone = is_offline
        page.context.set_offline(is_offline)

    def change(self, path: str, old: str, new: str) -> None:
        """Publish the site with a change in one of its files."""
        file = self.folder / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")
        start, _ = self._worker()
        self.publish(start | {path.removesuffix("index.html"): "changed"})

    def publish(self, files: dict[str, str]) -> None:
        """Publish the worker that keeps these files: path -> hash."""
        _, script = self._worker()
        text = f"{START}{json.dumps(files)};\n{script}"
        (self.folder / WORKER).write_text(text, "utf-8")

    def _worker(self) -> tuple[dict[str, str], str]:
        first, _, script = (self.folder / WORKER).read_text("utf-8").partition(";\n")
        return json.loads(first.removeprefix(START)), script


@pytest.fixture
def host(built_below: Path, tmp_path: Path) -> Iterator[Host]:
    """A host that has the small guide below a path, and may leave one without an answer."""
    shutil.copytree(built_below, tmp_path / BELOW)
    host = Host(tmp_path / BELOW, "")

    class Moody(Quiet):
        def do_GET(self) -> None:  # noqa: N802 (the base class has it so)
            host.answers.wait()
            if host.is_gone:
                self.close_connection = True
                return None
            if host.is_broken:
                return self.send_error(503)
            return super().do_GET()

    with serve_folder(tmp_path, Moody) as address:
        host.address = address + BELOW
        yield host
        host.answers.set()


@pytest.fixture
def read(host: Host, open_page: OpenPage) -> Read:
    """Open a page, and wait until the language is kept in which it is."""

    def read(path: str) -> Page:
        page = open_page.at(host.address)(path, worker=True)
        folder = "en/" if path.startswith("en/") else ""
        expect_kept(page, f"{folder}offline/")
        return page

    return read


def expect_kept(page: Page, path: str) -> None:
    page.wait_for_function(KEPT, arg=path, timeout=FETCHED)


def look_for_new_version(page: Page) -> None:
    """As the browser does now and then by itself."""
    page.evaluate("navigator.serviceWorker.ready.then((registration) => registration.update())")


@pytest.mark.parametrize(
    ("prefix", "query"),
    [("", "fast tid"), pytest.param("en/", "fixed time", marks=pytest.mark.soak)],
)
def test_a_language_is_there_without_a_network(
    host: Host, read: Read, prefix: str, query: str
) -> None:
    page = read(prefix)
    host.set_offline(page)
    page.goto(f"{host.address}{prefix}principles/answer-once/")  # never opened before
    ready(page)
    page.locator(".md-search__input").press_sequentially(query)
    page.locator(f".md-search-result__item a[href*='{PATH}']").first.click()
    expect(page).to_have_url(re.compile(f"^{host.address}{prefix}{PATH}"))
    expect(page.get_by_role("checkbox")).to_have_count(ITEMS)


def test_a_list_is_ticked_printed_and_found_without_its_last_slash(host: Host, read: Read) -> None:
    page = read("")
    host.set_offline(page)
    page.goto(f"{host.address}{KEY}#before")
    expect(page).to_have_url(f"{host.address}{PATH}#before")
    box(page, 0).check()
    status(page, "Lagret")
    page.reload()
    expect(box(page, 0)).to_be_checked()
    ready(page)
    assert host.address + PATH in text_of(printed(page))


def test_a_meeting_and_the_log_without_a_network(host: Host, read: Read) -> None:
    page = read("")
    host.set_offline(page)
    page.goto(f"{host.address}{PATH}")
    prepare(page, "Oppstart")
    box(page, 0).check()
    status(page, "Lagret")
    page.goto(f"{host.address}log/")
    page.locator("[name=asked]").fill("Alt på fredag")
    button(page, "Lagre").click()
    expect(page.locator(".log-entry")).to_contain_text("Alt på fredag")
    saved(page)
    page.goto(f"{host.address}meetings/")
    expect(page.locator(".meeting")).to_contain_text(f"1 av {ITEMS} gjort")
    page.evaluate("() => { window.print = () => { document.body.dataset.asked = ''; }; }")
    button(page, "Mer").click()
    button(page, "Skriv ut arket").click()
    expect(page.locator("body[data-asked] .sheet")).to_contain_text("Si når tiden er ute")


def test_the_other_language_is_there_once_it_has_been_read(host: Host, read: Read) -> None:
    page = read("")
    title = page.locator("main h1")
    host.set_offline(page)
    page.goto(f"{host.address}en/{PATH}")
    expect(title).to_have_text("Ikke tilgjengelig uten nett")
    expect(page.locator(".md-header")).to_have_css("position", "static")
    host.set_offline(page, False)
    page.reload()
    expect(title).to_contain_text("one more thing")
    expect_kept(page, "en/offline/")
    host.set_offline(page)
    page.goto(f"{host.address}en/nowhere/")
    expect(title).to_have_text("Not available offline")
    page.get_by_role("link", name="Go to the front page").click()
    expect(page).to_have_url(f"{host.address}en/")
    page.goto(host.address + PATH)
    expect(title).to_contain_text(TITLE)


@pytest.mark.parametrize("is_broken", [True, False])
def test_a_host_that_is_broken_or_silent_is_not_waited_for(
    host: Host, read: Read, is_broken: bool
) -> None:
    page = read("")
    host.is_broken = is_broken
    if not is_broken:
        host.answers.clear()
    page.goto(host.address + PATH)
    expect(page.get_by_role("checkbox")).to_have_count(ITEMS)


def test_a_new_version_is_offered_and_taken(host: Host, read: Read) -> None:
    page = read(PATH)
    field = page.get_by_role("textbox", name="Søk")
    field.fill("midt i et o")
    host.change(f"{PATH}index.html", f">{TITLE}<a", ">Den nye<a")
    shutil.rmtree(host.folder / "lines")  # what has not changed is not fetched again
    look_for_new_version(page)
    offer = page.get_by_role("status").locator(".new-version")
    expect(offer).to_be_visible(timeout=FETCHED)
    expect(field).to_be_focused()
    expect(field).to_have_value("midt i et o")
    offer.get_by_role("button", name="Last inn på nytt").click()
    expect(page.locator("main h1")).to_contain_text("Den nye")
    expect(offer).to_be_hidden()
    page.wait_for_function(ONE_COPY, arg=PATH)
    host.set_offline(page)
    page.reload()
    expect(page.locator("main h1")).to_contain_text("Den nye")


def test_a_new_version_can_wait(host: Host, read: Read, open_page: OpenPage) -> None:
    page = read(PATH)
    other = open_page.at(host.address)(PATH, context=page.context, worker=True)
    host.change(f"{PATH}index.html", f">{TITLE}<a", ">Den nye<a")
    look_for_new_version(page)
    offer = page.locator(".new-version")
    expect(offer).to_be_visible(timeout=FETCHED)
    offer.get_by_role("button", name="Senere").click()
    expect(offer).to_be_hidden()
    button(other, "Last inn på nytt").click()
    expect(other.locator("main h1")).to_contain_text("Den nye")
    expect(page.locator("main h1")).to_contain_text(TITLE)


def test_a_page_has_the_assets_of_its_own_version(host: Host, read: Read) -> None:
    page = read("")
    (style,) = host.folder.glob("assets/*/style.css")
    path = style.relative_to(host.folder).as_posix()
    host.change(path, ":root", "h1{letter-spacing:7px!important}:root")
    host.change(f"{PATH}index.html", f">{TITLE}<a", ">Den nye<a")
    page.goto(host.address + PATH)
    expect(page.locator("main h1")).to_contain_text("Den nye")
    expect(page.locator("main h1")).to_have_css("letter-spacing", "7px")
    page.goto(host.address)
    expect(page.locator("main h1")).not_to_have_css("letter-spacing", "7px")


def test_a_host_can_remove_the_worker(host: Host, read: Read) -> None:
    page = read("")
    host.publish({})
    look_for_new_version(page)
    page.wait_for_function(GONE, timeout=FETCHED)
