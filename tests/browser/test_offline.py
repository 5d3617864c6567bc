"""Without a network: what one reads is there, and a new version is only offered."""

import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from checklists.rendering.offline import FILE, SCRIPT, worker_text
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.server import Quiet, serve_folder
from tests.browser.test_print import printed, text_of
from tests.browser.ticks import ITEMS
from tests.project import ROOT, build_site

PATH = "situations/saying-no/"
BELOW = "wiki/guide/"
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
COPIES = """async (path) => {
  const keys = await (await caches.open((await navigator.serviceWorker.ready).scope)).keys();
  return keys.filter(({ url }) => url.includes(path)).length;
}"""


class Moody(Quiet):
    """A host that may leave one without an answer."""

    answers = threading.Event()
    is_broken = False

    def do_GET(self) -> None:  # noqa: N802 (the base class has it so)
        self.answers.wait()
        if self.is_broken:
            return self.send_error(503)
        return super().do_GET()


class Host:
    """A folder of the built site that a test may change, and its address."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address

    def change(self, path: str, old: str, new: str) -> None:
        """Publish the site with a change in one of its files."""
        file = self.folder / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), "utf-8")
        self.publish_worker(keeping=True)

    def publish_worker(self, *, keeping: bool) -> None:
        files = (file for file in self.folder.rglob("*") if file.is_file()) if keeping else ()
        built = {file.relative_to(self.folder).as_posix(): file.read_bytes() for file in files}
        script = (ROOT / "docs/assets" / SCRIPT).read_text("utf-8")
        (self.folder / FILE).write_text(worker_text(built, script), "utf-8")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A host's folder, with the site below a path."""
    folder = tmp_path_factory.mktemp("host")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", f"https://wiki.example/{BELOW}")
        shutil.copytree(build_site(tmp_path_factory.mktemp("built")), folder / BELOW)
    return folder


@pytest.fixture
def host(root: Path, tmp_path: Path) -> Iterator[Host]:
    folder = tmp_path / "host"
    shutil.copytree(root, folder)
    Moody.answers.set()
    with serve_folder(folder, Moody) as address:
        yield Host(folder / BELOW, address + BELOW)
        Moody.answers.set()


@pytest.fixture
def read(host: Host, open_page: OpenPage) -> Read:
    """Open a page, and wait until the language is kept in which it is."""

    def read(path: str) -> Page:
        page = open_page(path, origin=host.address, worker=True)
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
    ("prefix", "query", "found"),
    [("", "avslag", "Å si nei"), ("en/", "refuse", "Saying no")],
)
def test_a_language_is_there_without_a_network(
    host: Host, read: Read, prefix: str, query: str, found: str
) -> None:
    page = read(prefix)
    page.context.set_offline(True)
    page.goto(f"{host.address}{prefix}principles/take-breaks/")  # never opened before
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    page.locator(".md-search__input").click()
    page.keyboard.type(query)
    page.locator(".md-search-result__item a", has_text=found).first.click()
    expect(page).to_have_url(re.compile(f"^{host.address}{prefix}{PATH}"))
    expect(page.get_by_role("checkbox")).to_have_count(ITEMS)


def test_ticks_are_kept_without_a_network(host: Host, read: Read) -> None:
    page = read("")
    page.context.set_offline(True)
    page.goto(f"{host.address}{PATH}?view=focus#before")
    page.get_by_role("checkbox").first.check()
    expect(page.locator(".checklist-status")).to_contain_text("Lagret")
    page.reload()
    expect(page.get_by_role("checkbox").first).to_be_checked()


PRINT = """() => {
  window.print = () => {
    document.documentElement.dataset.printed = document.querySelector('.sheet').textContent;
  };
}"""


def test_a_meeting_and_the_log_without_a_network(host: Host, read: Read) -> None:
    page = read("")
    page.context.set_offline(True)
    page.goto(f"{host.address}{PATH}")
    page.get_by_role("button", name="Forbered et møte").click()
    page.get_by_label("Hva heter møtet?").fill("Oppstart")
    page.locator(".meeting-dialog").get_by_role("button", name="Lagre").click()
    expect(page.locator(".meeting-line")).to_contain_text("Oppstart")
    page.get_by_role("checkbox").first.check()
    expect(page.locator(".checklist-status")).to_contain_text("Lagret")
    page.goto(f"{host.address}log/")
    page.locator("#log-asked").fill("Alt på fredag")
    page.get_by_role("button", name="Lagre", exact=True).click()
    expect(page.locator(".log-entry")).to_contain_text("Alt på fredag")
    expect(page.locator(".site-status")).to_contain_text("Lagret")
    page.goto(f"{host.address}meetings/")
    expect(page.locator(".meeting")).to_contain_text(f"1 av {ITEMS} gjort")
    page.evaluate(PRINT)
    page.get_by_role("button", name="Skriv ut arket", exact=True).click()
    expect(page.locator("html")).to_have_attribute("data-printed", re.compile("Si et tydelig nei"))


def test_paper_has_its_address_without_a_network(host: Host, read: Read) -> None:
    page = read("")
    page.context.set_offline(True)
    page.goto(host.address + PATH)
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    assert host.address + PATH in text_of(printed(page))


def test_an_address_without_its_last_slash_leads_to_its_page(host: Host, read: Read) -> None:
    page = read("")
    page.context.set_offline(True)
    page.goto(f"{host.address}{PATH.removesuffix('/')}#before")
    expect(page).to_have_url(f"{host.address}{PATH}#before")
    expect(page.get_by_role("checkbox")).to_have_count(ITEMS)


def test_the_other_language_is_there_once_it_has_been_read(host: Host, read: Read) -> None:
    page = read("")
    page.context.set_offline(True)
    page.goto(f"{host.address}en/{PATH}")
    expect(page.locator("main h1")).to_have_text("Ikke tilgjengelig uten nett")
    expect(page.locator(".md-header")).to_have_css("position", "sticky")
    page.context.set_offline(False)
    page.reload()
    expect(page.locator("main h1")).to_contain_text("Saying no")
    expect_kept(page, "en/offline/")
    page.context.set_offline(True)
    page.goto(f"{host.address}en/nowhere/")
    expect(page.locator("main h1")).to_have_text("Not available offline")
    page.get_by_role("link", name="Go to the front page").click()
    expect(page).to_have_url(f"{host.address}en/")
    page.goto(host.address + PATH)
    expect(page.locator("main h1")).to_contain_text("Å si nei")


def test_a_page_that_does_not_exist_is_a_404_with_a_network(host: Host, read: Read) -> None:
    page = read("").context.new_page()
    answer = page.goto(f"{host.address}nowhere/")
    assert answer
    assert (answer.status, answer.from_service_worker) == (404, True)


def test_a_host_that_does_not_answer_is_not_waited_for(host: Host, read: Read) -> None:
    page = read("")
    Moody.answers.clear()
    page.goto(host.address + PATH)
    expect(page.get_by_role("checkbox")).to_have_count(ITEMS)


def test_a_host_that_is_broken_is_not_shown(
    host: Host, read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = read("")
    monkeypatch.setattr(Moody, "is_broken", True)
    page.goto(host.address + PATH)
    expect(page.get_by_role("checkbox")).to_have_count(ITEMS)


def test_a_new_version_is_offered_and_taken(host: Host, read: Read) -> None:
    page = read(PATH)
    field = page.get_by_role("textbox", name="Søk")
    field.fill("midt i et o")
    host.change(f"{PATH}index.html", ">Å si nei<button", ">Å si nei igjen<button")
    shutil.rmtree(host.folder / "lines")  # what has not changed is not fetched again
    look_for_new_version(page)
    offer = page.get_by_role("status").locator(".new-version")
    expect(offer).to_be_visible(timeout=FETCHED)
    expect(field).to_be_focused()
    expect(field).to_have_value("midt i et o")
    offer.get_by_role("button", name="Last inn på nytt").click()
    expect(page.locator("main h1")).to_contain_text("Å si nei igjen")
    expect(offer).to_be_hidden()
    assert page.evaluate(COPIES, PATH) == 1
    page.context.set_offline(True)
    page.reload()
    expect(page.locator("main h1")).to_contain_text("Å si nei igjen")


def test_a_new_version_can_wait(host: Host, read: Read, open_page: OpenPage) -> None:
    page = read(PATH)
    other = open_page(PATH, origin=host.address, context=page.context, worker=True)
    host.change(f"{PATH}index.html", ">Å si nei<button", ">Å si nei igjen<button")
    look_for_new_version(page)
    offer = page.locator(".new-version")
    expect(offer).to_be_visible(timeout=FETCHED)
    offer.get_by_role("button", name="Senere").click()
    expect(offer).to_be_hidden()
    expect(page.locator("main h1")).not_to_contain_text("igjen")
    other.get_by_role("button", name="Last inn på nytt").click()
    expect(other.locator("main h1")).to_contain_text("igjen")
    expect(page.locator("main h1")).not_to_contain_text("igjen")


def test_a_page_has_the_assets_of_its_own_version(host: Host, read: Read) -> None:
    page = read("")
    (style,) = host.folder.glob("assets/*/style.css")
    style.write_text(style.read_text("utf-8") + "h1 { letter-spacing: 7px !important }", "utf-8")
    host.change(f"{PATH}index.html", ">Å si nei<button", ">Å si nei igjen<button")
    page.goto(host.address + PATH)
    expect(page.locator("main h1")).to_contain_text("igjen")
    expect(page.locator("main h1")).to_have_css("letter-spacing", "7px")
    page.goto(host.address)
    expect(page.locator("main h1")).not_to_have_css("letter-spacing", "7px")


def test_a_host_can_remove_the_worker(host: Host, read: Read) -> None:
    page = read("")
    host.publish_worker(keeping=False)
    look_for_new_version(page)
    page.wait_for_function(GONE, timeout=FETCHED)
