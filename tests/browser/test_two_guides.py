"""Two guides on one host: each keeps, shows and deletes its own."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.meetings import prepare
from tests.browser.server import serve_folder
from tests.browser.steps import box, button, status
from tests.browser.test_my_data import GONE, choose, copy_of, left, opened, preview, wipe
from tests.conftest import BELOW

PATH = "situations/one-more-thing/"
ITEMS = 9
ONE, TWO = "ryggen-fri", "ryggen-fri-two"
"""Their ids. All that begins with the first is not of the first guide."""
NAMES = "indexedDB.databases().then((all) => all.map(({ name }) => name).sort())"
SETTINGS = "Object.keys(localStorage).filter((name) => !name.endsWith('.__palette')).sort()"
WORKER_OF_THE_HOST = """
  window.unregistered = 0;
  const unregister = async () => { window.unregistered += 1; };
  const worker = { scope: `${location.origin}/`, unregister };
  const value = { getRegistration: async () => worker };
  Object.defineProperty(navigator, 'serviceWorker', { value });
"""
"""What a browser answers where only a guide at the root of the host has a worker."""


@pytest.fixture
def host(built_below: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a host with the small guide in the folders `one` and `two`."""
    shutil.copytree(built_below, tmp_path / "one")
    shutil.copytree(built_below, tmp_path / "two")
    for page in (tmp_path / "two").rglob("*.html"):
        html = page.read_text("utf-8")
        html = html.replace(f'data-guide="{ONE}"', f'data-guide="{TWO}"')
        page.write_text(html.replace(f'data-scope="/{BELOW}"', 'data-scope="/two/"'), "utf-8")
    with serve_folder(tmp_path) as address:
        yield address


@pytest.fixture
def one(host: str, open_page: OpenPage) -> OpenPage:
    return open_page.at(f"{host}one/")


@pytest.fixture
def two(host: str, open_page: OpenPage) -> OpenPage:
    return open_page.at(f"{host}two/")


def ticked(page: Page, count: int) -> None:
    status(page, f"{count} av {ITEMS} gjort")


def tick(page: Page, number: int) -> None:
    box(page, number).check()
    status(page, f"1 av {ITEMS} gjort Lagret")


def test_a_tick_in_one_is_none_in_the_other(one: OpenPage, two: OpenPage) -> None:
    first = one(PATH)
    second = two(PATH, context=first.context)
    tick(first, 0)
    tick(second, 1)
    for page in (first, second):
        ticked(page, 1)
        page.reload()
        ticked(page, 1)
    assert first.evaluate(NAMES) == [ONE, TWO]


def test_a_meeting_and_hidden_names_are_of_one_guide(one: OpenPage, two: OpenPage) -> None:
    first = one(PATH)
    second = two(PATH, context=first.context)
    prepare(first, "Statusmøte")
    log = one("log/", context=first.context)
    button(log, "Skjul navn og notater").click()
    expect(first.locator("html[data-hidden-names]")).to_have_count(1)
    for _ in ("told by the browser", "read again"):
        expect(button(second, "Forbered et møte")).to_be_visible()
        expect(second.locator("html[data-hidden-names]")).to_have_count(0)
        second.reload()
    first.reload()
    expect(first.locator("html[data-hidden-names]")).to_have_count(1)


def test_deleting_everything_leaves_the_other_guide(one: OpenPage, two: OpenPage) -> None:
    second = two(PATH)
    prepare(second, "Statusmøte")
    tick(second, 1)
    kept = second.evaluate(SETTINGS)
    assert f"{TWO}.meeting" in kept
    first = one(PATH, context=second.context)
    tick(first, 0)
    page = opened(one, context=second.context)
    page.evaluate(f"""async () => {{
      localStorage.setItem('{ONE}.promises', '1');
      for (const id of ['{ONE}', '{TWO}']) sessionStorage.setItem(`${{id}} practice/x`, '[]');
      for (const path of ['one', 'two']) await caches.open(new URL(`/${{path}}/`, location).href);
    }}""")
    wipe(page)
    expect(left(page)).to_have_text(GONE)
    ticked(first, 0)
    assert page.evaluate(NAMES) == [TWO]
    assert page.evaluate(SETTINGS) == kept
    assert page.evaluate("Object.keys(sessionStorage)") == [f"{TWO} practice/x"]
    caches = page.evaluate("caches.keys()")
    assert [name.split("/")[-2] for name in caches] == ["two"]
    for _ in ("told by the other guide", "read again"):
        ticked(second, 1)
        second.reload()
    expect(box(second, 1)).to_be_checked()


def test_deleting_everything_leaves_a_guide_around_it(two: OpenPage) -> None:
    page = opened(two)
    page.evaluate(f"""async () => {{
      {WORKER_OF_THE_HOST}
      for (const path of ['', 'two/']) await caches.open(`${{location.origin}}/${{path}}`);
      for (const path of ['', 'two/']) localStorage.setItem(`/${{path}}.__palette`, '1');
    }}""")
    wipe(page)
    expect(left(page)).to_have_text(GONE)
    assert page.evaluate("window.unregistered") == 0
    assert page.evaluate("caches.keys()") == [page.url.replace("two/my-data/", "")]
    settings = page.evaluate("Object.keys(localStorage)")
    assert "/.__palette" in settings
    assert "/two/.__palette" not in settings


def test_a_copy_from_another_guide_is_refused(one: OpenPage, two: OpenPage) -> None:
    first, second = opened(one), opened(two)
    choose(second, copy_of(first))
    expect(second.get_by_role("alert")).to_contain_text("Dette er ikke en kopi fra")
    choose(second, copy_of(second))
    expect(preview(second)).to_be_visible()
