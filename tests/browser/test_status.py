"""What happens is read out: each message comes in a status that was there before it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import FilePayload, Page, expect

from tests.browser.conftest import STARTING, OpenPage
from tests.browser.faults import REFUSE_ALWAYS
from tests.browser.own import add_line
from tests.browser.steps import allow_clipboard, box, button, search_for, undo
from tests.browser.ticks import PATH, choose

# A part that is hidden is in no tree of a screen reader, and its text is no change of it.
REMEMBER = """() => {
  const isThere = (element) => element.checkVisibility({ visibilityProperty: true });
  window.said = [...document.querySelectorAll('[role="status"], [role="alert"]')].filter(isThere);
}"""
IS_SAID = """(text) => window.said.some((status) =>
  status.isConnected && status.innerText.includes(text))"""
Act = Callable[[Page], object]


def tick(page: Page) -> None:
    box(page, 0).check()


def tick_in_vain(page: Page) -> None:
    page.evaluate(REFUSE_ALWAYS)
    tick(page)


def reset(page: Page) -> None:
    tick(page)
    choose(page, "Nullstill listen")


def undo_a_reset(page: Page) -> None:
    reset(page)
    undo(page)


def copy_link(page: Page) -> None:
    allow_clipboard(page)
    choose(page, "Kopier lenken til siden")


def copy_without_leave(page: Page) -> None:
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(); }")
    page.locator(".checklist-phrase > p").first.click()
    button(page, "Kopier replikken").first.click()


def remove_line(page: Page) -> None:
    add_line(page.locator("#check-your-authority"), "Jeg spør sjefen først.")
    page.locator(".own-line").click()
    page.locator(".own-action--remove").click()


def type_into(label: str, text: str) -> Act:
    return lambda page: page.get_by_label(label, exact=True).fill(text)


def save_in_the_log(page: Page) -> None:
    page.locator("[name=asked]").fill("Ring 91234567")
    page.locator(".log-form").get_by_role("button", name="Lagre").click()


def choose_a_wrong_file(page: Page) -> None:
    wrong: FilePayload = {"name": "x.json", "mimeType": "application/json", "buffer": b"{"}
    page.locator("[type=file]").set_input_files(wrong)


def forget_endings(page: Page) -> None:
    choices = page.locator(".scene-choice:visible")
    while choices.count():
        scene = choices.first.get_attribute("href")
        choices.first.click()
        expect(page.locator(f".scene:has({scene})")).to_be_visible()
    page.evaluate(REMEMBER)
    page.locator("[data-action=forget]").click()


MESSAGES: dict[str, tuple[str, Act, str]] = {
    "ticked": (PATH, tick, "Lagret i denne nettleseren"),
    "not kept": (PATH, tick_in_vain, "Ikke lagret"),
    "reset": (PATH, reset, "er nullstilt"),
    "undone": (PATH, undo_a_reset, "Lagret i denne nettleseren"),
    "link copied": (PATH, copy_link, "Kopiert"),
    "not copied": (PATH, copy_without_leave, "ikke kopiere"),
    "line removed": (PATH, remove_line, "Replikken er slettet"),
    "lines found": ("lines/", type_into("Søk i replikkene", "nei til fredag"), "replikker"),
    "talk saved": ("log/", save_in_the_log, "Lagret i denne nettleseren"),
    "wrong file": ("my-data/", choose_a_wrong_file, "ikke en kopi"),
    "names hidden": ("log/", lambda page: page.get_by_text("Skjul navn").click(), "skjult"),
    "endings forgotten": ("practice/saying-no/", forget_endings, "Du har sett 0 av"),
}


@pytest.mark.parametrize(("path", "act", "text"), MESSAGES.values(), ids=MESSAGES)
def test_a_message_comes_in_a_status(open_page: OpenPage, path: str, act: Act, text: str) -> None:
    page = open_page(path)
    expect(page.locator(STARTING)).to_have_count(0)
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
    search_for(page, words)
    page.wait_for_function(IS_SAID, arg=text)
