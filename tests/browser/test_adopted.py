"""A guide on another subject, beside the first on one host; and a guide in three languages."""

import re
import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.adopted import copy_adopted, copy_second
from tests.browser.conftest import PHONE, OpenPage, with_and_without_javascript
from tests.browser.paper import printed, text_of
from tests.browser.server import serve_folder
from tests.browser.steps import box, status
from tests.conftest import built_once
from tests.project import build

LIST = "onboarding/day-1/"


@pytest.fixture(scope="session")
def host(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a host with the small guide at `one/`, and others beside it."""
    folder = tmp_path_factory.mktemp("host")
    shutil.copytree(built, folder / "one")
    for name, copy in (("second", copy_second), ("adopted", copy_adopted)):
        site = built_once(tmp_path_factory, name, partial(_build, copy))
        shutil.copytree(site, folder / name)
    with serve_folder(folder) as address:
        yield address


def _build(copy: Callable[[Path], Path], target: Path) -> Path:
    return build(copy(target))


@pytest.fixture
def open_at(open_page: OpenPage, host: str) -> OpenPage:
    return open_page.at(host)


def test_another_guide_is_ticked_and_printed_beside_the_first(open_at: OpenPage) -> None:
    page = open_at(f"second/{LIST}")
    box(page, 0).check()
    status(page, "1 of 8 done")
    text = text_of(printed(page))
    assert "Meet your mentor." in text
    assert "1 of 8 done" in text
    other = open_at(f"one/en/{LIST}", context=page.context)
    expect(box(other, 0)).not_to_be_checked()
    page.reload()
    status(page, "1 of 8 done")


def test_the_front_page_of_another_guide_leads_only_to_what_it_has(open_at: OpenPage) -> None:
    page = open_at("second/")
    links = page.locator("main a[href]")
    for address in links.evaluate_all("links => links.map((link) => link.href.split('#')[0])"):
        assert page.request.get(address).ok, address
    expect(page.locator(".row")).to_have_count(5)
    expect(page.get_by_role("heading", name="First week")).to_be_visible()


def test_the_practice_of_another_guide_can_be_walked(open_at: OpenPage) -> None:
    page = open_at("second/practice/first-patients/")
    while page.locator(".scene-choice:visible").count():
        page.locator(".scene-choice:visible").last.click()
    expect(page.locator(".scene-seen li").first).to_be_visible()


@with_and_without_javascript
def test_languages_are_chosen_from_a_menu(open_at: OpenPage, javascript: bool) -> None:
    page = open_at("adopted/nn/situations/one-more-thing/", javascript=javascript, **PHONE)
    menu = page.get_by_role("button", name="Språk")
    link = page.locator("#__languages").get_by_role("link", name="English")
    expect(link).to_be_hidden()
    menu.focus()
    page.keyboard.press("Enter")
    expect(link).to_be_visible()
    page.keyboard.press("Escape")
    expect(link).to_be_hidden()
    menu.click()
    link.click()
    expect(page).to_have_url(re.compile("/adopted/en/situations/one-more-thing/"))
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_a_page_that_a_language_lacks_says_so(open_at: OpenPage) -> None:
    page = open_at("adopted/nn/situations/saying-no/")
    expect(page.locator(".only-in")).to_contain_text("nynorsk")
    expect(page.get_by_role("heading", name="Nei takk")).to_be_visible()
    box(page, 0).check()
    status(page, "1 av ")
