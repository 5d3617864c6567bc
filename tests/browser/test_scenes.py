"""Practice and finder: one scene at a time, by keyboard too; one text without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import SCHEMES, WIDTHS, OpenPage

PATH = "practice/saying-no/"
CHOICES = ("«La meg se på planen.", "«Jeg vil at dette skal bli riktig.", "Gjenta svaret")


def choose(page: Page, words: str) -> None:
    page.locator(".scene:visible").get_by_role("link", name=words).click()


def heading(page: Page, words: str) -> None:
    """The one scene that is shown has this heading, and the focus is on it."""
    expect(page.locator(".scene:visible h2")).to_have_count(1)
    expect(page.locator(".scene:visible h2")).to_contain_text(words)
    expect(page.locator(".scene:visible h2")).to_be_focused()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_play_to_an_ending(open_page: OpenPage, scheme: str, width: int) -> None:
    page = open_page(PATH, scheme=scheme, width=width)
    expect(page.locator(".scene:visible h2")).to_have_text(re.compile("Kunden ringer"))
    for words, title in zip(
        CHOICES, ("Du forbereder", "Kunden presser", "Svaret står"), strict=True
    ):
        choose(page, words)
        heading(page, title)
    expect(page.locator(".scene:visible h2")).to_contain_text("God slutt")
    steps = page.get_by_role("navigation", name="Veien hit").get_by_role("listitem")
    expect(steps).to_have_text(
        ["Kunden ringer", "Du forbereder deg", "Kunden presser", "Svaret står fast"]
    )
    page.locator(".scene:visible").get_by_role("link", name="Gjenta svaret").click()
    expect(page).to_have_url(re.compile("/situations/saying-no/#repeat-once$"))


def test_back_and_start_again(open_page: OpenPage) -> None:
    page = open_page(PATH)
    back = page.get_by_role("button", name="Tilbake")
    expect(back).to_be_disabled()
    choose(page, CHOICES[0])
    choose(page, CHOICES[1])
    back.click()
    heading(page, "Du forbereder deg")
    expect(page.locator("nav.scene-controls li")).to_have_count(2)
    page.get_by_role("link", name="Begynn på nytt").click()
    heading(page, "Kunden ringer")
    expect(page.locator("nav.scene-controls li")).to_have_count(1)


def test_the_browser_s_own_back_button(open_page: OpenPage) -> None:
    page = open_page(PATH)
    choose(page, CHOICES[0])
    heading(page, "Du forbereder deg")
    page.go_back()
    expect(page.locator(".scene:visible h2")).to_contain_text("Kunden ringer")
    page.go_forward()
    expect(page.locator(".scene:visible h2")).to_contain_text("Du forbereder deg")


def test_keyboard(open_page: OpenPage) -> None:
    page = open_page(PATH)
    page.get_by_role("link", name="«Ja, det ordner vi.»").focus()
    page.keyboard.press("Enter")
    heading(page, "Du sa ja")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Ring kunden nå")).to_be_focused()


def test_a_link_to_a_scene_opens_it_in_either_language(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}#call-back")
    expect(page.locator(".scene:visible h2")).to_contain_text("Du ringer tilbake")
    page.get_by_role("link", name="English").click()
    expect(page.locator(".scene:visible h2")).to_contain_text("You call back")


@pytest.mark.parametrize("fragment", ["%", "%E0%A4%A", "no-such-scene"])
def test_a_fragment_that_names_no_scene_is_passed_over(open_page: OpenPage, fragment: str) -> None:
    page = open_page(f"{PATH}#{fragment}")
    expect(page.locator(".scene:visible h2")).to_have_count(1)
    expect(page.locator(".scene:visible h2")).to_contain_text("Kunden ringer")
    choose(page, CHOICES[0])
    page.evaluate("fragment => { location.hash = fragment; }", fragment)
    expect(page.locator(".scene:visible h2")).to_contain_text("Du forbereder deg")
    choose(page, CHOICES[1])
    heading(page, "Kunden presser")


def test_endings_seen_are_kept_and_shown(open_page: OpenPage) -> None:
    page = open_page(PATH)
    for words in CHOICES:
        choose(page, words)
    status = page.get_by_role("status")
    expect(status).to_have_text("Du har sett 1 av 4 slutter")
    page.goto(page.url.partition("#")[0])
    expect(status).to_have_text("Du har sett 1 av 4 slutter")
    front = open_page("en/", context=page.context)
    expect(front.locator("checklist-badge[key='practice/saying-no']")).to_have_text("1 of 4 done")
    week = open_page("onboarding/week-1/", context=page.context)
    expect(week.locator("checklist-badge[key='practice/saying-no']")).to_have_text("Øvd")
    expect(week.locator("checklist-badge[key='practice/their-deadline']")).to_be_empty()


def test_checklist_and_practice_link_to_each_other(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/")
    page.get_by_role("link", name="Øv: Å si nei").first.click()
    expect(page).to_have_url(re.compile("/practice/saying-no/$"))
    page.locator(".checklist-use a").click()
    expect(page).to_have_url(re.compile("/situations/saying-no/$"))


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
def test_finder_leads_to_a_list(open_page: OpenPage, width: int, javascript: bool) -> None:
    page = open_page("en/", width=width, javascript=javascript)
    page.get_by_role("link", name="Help me find the right list").click()
    page.get_by_role("link", name="The customer wants more than I can give").click()
    page.get_by_role("link", name="A date I did not set").click()
    page.get_by_role("link", name="Go to the checklist “Their deadline on your desk”").click()
    expect(page).to_have_url(re.compile("/en/situations/their-deadline/$"))


def test_without_javascript_every_scene_is_there_and_choices_jump(open_page: OpenPage) -> None:
    page = open_page(PATH, javascript=False, width=320)
    expect(page.locator("scene-player h2:visible")).to_have_count(11)
    page.get_by_role("link", name="Ring kunden nå").click()
    expect(page.get_by_role("heading", name="Du ringer tilbake")).to_be_in_viewport()
