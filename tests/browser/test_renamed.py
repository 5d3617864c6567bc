"""An item that got a new id: old links land on it, and old ticks follow."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.server import serve_folder
from tests.browser.ticks import read_records, write_record
from tests.project import build, copy_project

PATH = "situations/saying-no/"
OLD, NEW = "ask-for-a-choice", "let-them-choose"


@pytest.fixture(scope="module")
def renamed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    project = copy_project(tmp_path_factory.mktemp("renamed"))
    for language in ("nb", "en"):
        file = project / f"docs/{language}/situations/saying-no.md"
        text = file.read_text("utf-8")
        assert f"#{OLD}" in text
        file.write_text(text.replace(f"#{OLD}", f'#{NEW} was="{OLD}"'), "utf-8")
        practice = project / f"docs/{language}/practice/saying-no.md"
        practice.write_text(practice.read_text("utf-8").replace(f"#{OLD}", f"#{NEW}"), "utf-8")
    with (project / "docs/permalinks.txt").open("a") as permalinks:
        permalinks.write(f"{PATH.rstrip('/')}#{NEW}\n")
    with serve_folder(build(project)) as address:
        yield address


@pytest.mark.parametrize("javascript", [True, False])
def test_old_link_lands_on_the_item(open_page: OpenPage, renamed: str, javascript: bool) -> None:
    page = open_page(f"{PATH}#{OLD}", origin=renamed, javascript=javascript, width=320)
    expect(page.locator(f"#{NEW}")).to_be_in_viewport()


def test_old_tick_follows(open_page: OpenPage, renamed: str) -> None:
    page = open_page(PATH, origin=renamed)
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    tick = {"state": "done", "rev": {}, "at": 1}
    write_record(page, ["default", PATH.rstrip("/"), OLD], tick)
    page.reload()
    box = page.locator(f"#{NEW} input").first
    expect(box).to_be_checked()
    front = open_page("en/", origin=renamed, context=page.context)
    expect(front.locator("checklist-badge[key='situations/saying-no']")).to_contain_text("1 of")
    box.uncheck()
    expect(page.locator("main").get_by_role("status")).to_contain_text("Lagret")
    assert read_records(page, "ticks") == []
