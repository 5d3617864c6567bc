"""A page that got a new address: the old one leads there, and the ticks follow."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.server import serve_folder
from tests.browser.ticks import read_records, write_record
from tests.project import build, copy_project

OLD, NEW = "situations/saying-no", "situations/refusing"
REFERENCE = re.compile(r"situations/saying-no|(?<=\]\()saying-no(?=\.md)")


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    project = copy_project(tmp_path_factory.mktemp("moved"))
    for file in [*project.glob("*.yml"), *(project / "docs").rglob("*.md")]:
        text = file.read_text("utf-8")
        file.write_text(
            REFERENCE.sub(lambda match: NEW if "/" in match[0] else "refusing", text), "utf-8"
        )
    for language in ("nb", "en"):
        file = project / f"docs/{language}/{OLD}.md"
        text = file.read_text("utf-8").replace("owner:", f"aliases: [{OLD}]\nowner:", 1)
        file.unlink()
        (project / f"docs/{language}/{NEW}.md").write_text(text, "utf-8")
    permalinks = project / "docs/permalinks.txt"
    listed = permalinks.read_text("utf-8")
    added = "".join(
        f"{line}\n".replace(OLD, NEW) for line in listed.splitlines() if line.startswith(OLD)
    )
    permalinks.write_text(listed + added, "utf-8")
    with serve_folder(build(project)) as address:
        yield address


@pytest.mark.parametrize(("prefix", "language"), [("", "nb"), ("en/", "en")])
def test_old_address_leads_to_the_item_in_its_view(
    open_page: OpenPage, moved: str, prefix: str, language: str
) -> None:
    page = open_page(f"{prefix}{OLD}/?view=key#repeat-once", origin=moved)
    expect(page).to_have_url(f"{moved}{prefix}{NEW}/?view=key#repeat-once")
    expect(page.locator("#repeat-once")).to_be_in_viewport()
    expect(page.locator("html")).to_have_attribute("lang", language)


def test_old_address_leads_to_the_page_without_javascript(open_page: OpenPage, moved: str) -> None:
    page = open_page(f"{OLD}/", origin=moved, javascript=False)
    expect(page).to_have_url(f"{moved}{NEW}/")


@pytest.mark.parametrize("path", [f"{NEW}/", "en/"])
def test_old_ticks_follow(open_page: OpenPage, moved: str, path: str) -> None:
    page = open_page("situations/taking-a-break/", origin=moved)
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    tick = {"state": "done", "rev": {}, "at": 1}
    write_record(page, ["default", OLD, "repeat-once"], tick)
    write_record(page, ["default", OLD, "say-it-clearly"], tick)
    write_record(page, ["default", NEW, "say-it-clearly"], {**tick, "at": 2})
    first = open_page(path, origin=moved, context=page.context)
    if path == "en/":
        badge = first.locator(f"checklist-badge[key='{NEW}']")
        expect(badge).to_contain_text("2 of")
    else:
        expect(first.locator("#repeat-once input")).to_be_checked()
    assert sorted(record["at"] for record in read_records(page, "ticks")) == [1, 2]
