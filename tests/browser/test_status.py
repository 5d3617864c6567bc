"""What happens is read out: each message comes in a status that was there before it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.own import add_line
from tests.browser.test_lines import lets_copy
from tests.browser.test_saving import REFUSE
from tests.browser.ticks import choose

LIST = "situations/saying-no/"
# A part that is hidden is in no tree of a screen reader, and its text is no change of it.
REMEMBER = """() => {
  const isThere = (element) => element.checkVisibility({ visibilityProperty: true });
  window.said = [...document.querySelectorAll('[role="status"], [role="alert"]')].filter(isThere);
}"""
IS_SAID = """(text) => window.said.some((status) =>
  status.isConnected && status.innerText.includes(text))"""
Act = Callable[[Page], object]


def tick(page: Page) -> None:
    page.get_by_role("checkbox").first.check()


def reset(page: Page) -> None:
    tick(page)
    choose(page, "Nullstill listen")


def undo(page: Page) -> None:
    reset(page)
    page.get_by_role("button", name="Angre").click()


def copy_link(page: Page) -> None:
    lets_copy(page)
    page.get_by_role("button", name="Kopier lenken til siden").click()


def copy_without_leave(page: Page) -> None:
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.get_by_role("button", name="Kopier replikken").first.click()


def remove_line(page: Page) -> None:
    add_line(page.locator("#check-your-authority"), "Jeg spør sjefen først.")
    page.locator(".own-action--remove").click()


def type_into(label: str, text: str) -> Act:
    return lambda page: page.get_by_label(label).fill(text)


def write_in_the_log(page: Page) -> None:
    page.locator("[name=asked]").fill("Ring 91234567")


def save_in_the_log(page: Page) -> None:
    write_in_the_log(page)
    page.locator(".log-form").get_by_role("button", name="Lagre").click()


def choose_a_wrong_file(page: Page) -> None:
    wrong = {"name": "x.json", "mimeType": "application/json", "buffer": b"{"}
    page.locator("[type=file]").set_input_files(wrong)  # type: ignore[arg-type]


MESSAGES: dict[str, tuple[str, Act, str]] = {
    "ticked": (LIST, tick, "Lagret i denne nettleseren"),
    "reset": (LIST, reset, "er nullstilt"),
    "undone": (LIST, undo, "Lagret i denne nettleseren"),
    "link copied": (LIST, copy_link, "Kopiert"),
    "not copied": (LIST, copy_without_leave, "ikke kopiere"),
    "line removed": (LIST, remove_line, "Replikken er slettet"),
    "lines found": ("lines/", type_into("Søk i replikkene", "nei til fredag"), "replikker"),
    "talks found": ("log/", type_into("Søk i loggen", "pris"), "Samtaler: 0"),
    "personal data": ("log/", write_in_the_log, "telefonnummer"),
    "talk saved": ("log/", save_in_the_log, "Lagret i denne nettleseren"),
    "wrong file": ("my-data/", choose_a_wrong_file, "ikke en kopi"),
    "names hidden": ("log/", lambda page: page.get_by_text("Skjul navn").click(), "skjult"),
}


@pytest.mark.parametrize(("path", "act", "text"), MESSAGES.values(), ids=MESSAGES)
def test_a_message_comes_in_a_status(open_page: OpenPage, path: str, act: Act, text: str) -> None:
    page = open_page(path)
    page.wait_for_load_state("networkidle")
    page.evaluate(REMEMBER)
    act(page)
    page.wait_for_function(IS_SAID, arg=text)


@pytest.mark.parametrize(("words", "text"), [("nei", " treff"), ("xyzxyz", "Ingen treff")])
def test_how_much_is_found_comes_in_a_status(open_page: OpenPage, words: str, text: str) -> None:
    page = open_page("")
    field = page.get_by_role("textbox", name="Søk")
    field.focus()
    expect(page.locator(".md-search__output")).to_be_visible()
    page.evaluate(REMEMBER)
    field.fill(words)
    page.wait_for_function(IS_SAID, arg=text)


def test_that_ticks_are_not_kept_comes_in_a_status(open_page: OpenPage) -> None:
    page = open_page(LIST, before=f"window.refusing = true; {REFUSE}")
    page.wait_for_load_state("networkidle")
    page.evaluate(REMEMBER)
    tick(page)
    page.wait_for_function(IS_SAID, arg="Ikke lagret")


def test_a_time_in_the_past_comes_in_a_status(open_page: OpenPage) -> None:
    page = open_page(LIST)
    page.get_by_role("button", name="Forbered et møte").click()
    expect(page.get_by_role("dialog", name="Forbered et møte")).to_be_visible()
    page.evaluate(REMEMBER)
    page.locator("[name=when]").fill("2020-01-01T10:00")
    page.wait_for_function(IS_SAID, arg="passert")


def test_endings_that_are_forgotten_come_in_a_status(open_page: OpenPage) -> None:
    page = open_page("practice/saying-no/")
    while page.locator(".scene-choice:visible").count():
        page.locator(".scene-choice:visible").first.click()
    page.evaluate(REMEMBER)
    page.locator("[data-action=forget]").click()
    page.wait_for_function(IS_SAID, arg="Du har sett 0 av")


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_the_next_question_of_the_finder_is_where_the_focus_is(
    open_page: OpenPage, prefix: str
) -> None:
    """And so is the list that is found. What stands below the heading is read with it."""
    page = open_page(f"{prefix}finder/")
    while page.locator(".scene-choice:visible").count():
        page.locator(".scene-choice:visible").first.press("Enter")
        heading = page.locator("list-finder h2:visible")
        expect(heading).to_be_focused()
        expect(heading).to_have_accessible_description(re.compile(".{10}"))
