"""Practice: a conversation that grows with each choice; one text without JavaScript."""

import json
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import expect_accessible
from tests.browser.conftest import OpenPage, withhold
from tests.browser.database import read_records
from tests.browser.faults import NO_STORAGE
from tests.browser.paper import printed, text_of
from tests.browser.steps import button, undo
from tests.browser.ticks import write_tick

KEY = "practice/one-more-thing"
PATH = f"{KEY}/"
LIST = "situations/one-more-thing/"
BADGE = f"practice-badge[key='{KEY}']"
GOOD, BAD = ("«Nei.»", "«Du får en del.»"), ("«Ja.»", "La det stå.")
SCENES = 8


def choose(page: Page, *choices: str) -> None:
    for words in choices:
        page.get_by_role("link", name=words, exact=True).click()


def at(page: Page, scene: str) -> None:
    """The last scene that is shown is this one, and the address says so."""
    expect(page.locator(".scene:visible h2").last).to_have_id(scene)
    expect(page).to_have_url(re.compile(f"#{scene}$"))


def shown(page: Page) -> list[str]:
    found: list[str] = page.locator(".scene:visible h2").evaluate_all("all => all.map(e => e.id)")
    return found


def tally(page: Page, words: str) -> None:
    expect(page.locator("main").get_by_role("status").filter(visible=True)).to_contain_text(words)


def test_a_conversation_grows_and_says_how_far_one_is(open_small: OpenPage) -> None:
    page = open_small(PATH)
    expect(page.get_by_text("Steg 1 av høyst 5")).to_be_visible()
    choose(page, "«Ja.»", "Rett det opp.")
    at(page, "push")
    assert shown(page) == ["start", "soft", "push"]
    expect(page.locator(".scene-answer")).to_have_text(["Du: «Ja.»", "Du: Rett det opp."])
    expect(page.locator(".scene-choice:visible")).to_have_count(3)
    heading = page.locator("#push")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(heading).to_have_accessible_description("Kunden: «Kan du jobbe litt ekstra?»")
    expect_accessible(page)
    choose(page, "«Nei.»")
    expect(page.get_by_text("Steg")).to_have_count(0)


def test_an_ending_says_how_it_went_and_what_comes_next(open_small: OpenPage) -> None:
    page = open_small(PATH)
    choose(page, *GOOD)
    tally(page, "Du har sett 1 av 4 slutter.")
    expect(page.locator(".scene-seen li")).to_have_text(["God sluttDere er enige"])
    expect_accessible(page)
    page.get_by_role("link", name="Gå til sjekklisten").click()
    expect(page).to_have_url(re.compile(f"/{LIST}$"))


def test_the_answer_that_was_chosen_is_shown_when_two_lead_to_one_scene(
    open_small: OpenPage,
) -> None:
    page = open_small(PATH)
    choose(page, "Legg på.")
    at(page, "push")
    page.reload()
    expect(page.locator(".scene-answer")).to_have_text(["Du: Legg på."])


def test_back_and_start_again_by_the_page_and_by_the_browser(open_small: OpenPage) -> None:
    page = open_small(PATH)
    expect(button(page, "Tilbake")).to_be_disabled()
    choose(page, *BAD)
    button(page, "Tilbake").click()
    at(page, "soft")
    expect(page.locator("#soft")).to_be_focused()
    choose(page, "La det stå.")
    button(page, "Begynn på nytt").click()
    at(page, "start")
    assert shown(page) == ["start"]
    page.go_back()
    at(page, "lost")
    assert shown(page) == ["start", "soft", "lost"]
    page.go_back()
    at(page, "soft")
    page.go_forward()
    at(page, "lost")
    expect(page.locator("#lost")).to_be_focused()


@pytest.mark.parametrize(
    ("choices", "turn", "other"),
    [
        (BAD, "soft", ("Rett det opp.", "«Nei.»")),
        (("«Nei.»", "«Greit.»", "Vent."), "push", ("«Nei.»",)),
        (GOOD, "push", ("«Greit.»", "Vent.")),
    ],
)
def test_one_can_try_another_answer_where_it_was_decided(
    open_small: OpenPage, choices: tuple[str, ...], turn: str, other: tuple[str, ...]
) -> None:
    page = open_small(PATH)
    choose(page, *choices)
    button(page, "Prøv et annet svar").click()
    at(page, turn)
    expect(page.locator(f"#{turn}")).to_be_focused()
    choose(page, *other)
    tally(page, "Du har sett 2 av 4 slutter.")


def test_an_ending_that_is_only_opened_is_not_counted(open_small: OpenPage) -> None:
    page = open_small(f"{PATH}#good-offer")
    expect(page.get_by_text("Du kom rett hit.")).to_be_in_viewport()
    tally(page, "Du har sett 0 av 4 slutter.")
    expect(button(page, "Prøv et annet svar")).to_have_count(0)
    page.goto(f"{page.url.split('#')[0]}#push")
    choose(page, "«Nei.»")
    tally(page, "Denne telles ikke")
    assert read_records(page, "ticks") == []


def test_only_a_good_ending_makes_one_practised(open_small: OpenPage) -> None:
    page = open_small(PATH)
    front = open_small("en/", context=page.context)
    checklist = open_small(LIST, context=page.context)
    choose(page, *BAD)
    tally(page, "Du har sett 1 av 4 slutter.")
    expect(front.locator(BADGE)).to_be_empty()
    button(page, "Prøv et annet svar").click()
    choose(page, "Rett det opp.", "«Nei.»")
    expect(front.locator(BADGE)).to_have_text("Practised")
    expect(checklist.locator(BADGE).first).to_have_text("Øvd")


def test_an_ending_stays_seen_under_its_old_id(open_small: OpenPage) -> None:
    page = open_small(PATH)
    expect(page.locator("scene-player[data-ready]")).to_have_count(1)
    write_tick(page, "repeated", key=KEY)
    page.reload()
    choose(page, *BAD)
    tally(page, "Du har sett 2 av 4 slutter.")
    page.goto(f"{page.url.split('#')[0]}#repeated")
    expect(page.locator(".scene:visible h2")).to_have_id("good-repeat")


def test_endings_can_be_forgotten_and_taken_back(open_small: OpenPage) -> None:
    page = open_small(PATH)
    choose(page, *GOOD)
    button(page, "Glem sluttene jeg har sett").click()
    tally(page, "Du har sett 0 av 4 slutter.")
    assert read_records(page, "ticks") == []
    undo(page)
    tally(page, "Du har sett 1 av 4 slutter.")


def test_an_ending_that_cannot_be_kept_says_so(open_small: OpenPage) -> None:
    page = open_small(PATH, before=NO_STORAGE)
    choose(page, *GOOD)
    tally(page, "Du har sett 1 av 4 slutter. Nettleseren kan ikke lagre dem.")


def test_the_path_goes_along_into_the_other_language(open_small: OpenPage) -> None:
    page = open_small(PATH)
    choose(page, "«Ja.»", "Rett det opp.")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(f"/en/{PATH}#push$"))
    expect(page.locator(".scene-answer")).to_have_text(["You: “Yes.”", "You: Put it right."])
    button(page, "Back").click()
    at(page, "soft")
    choose(page, "Put it right.", "“No.”")
    tally(page, "You have seen 1 of 4 endings.")


@pytest.mark.parametrize("fragment", ["%", "%E0%A4%A", "no-such-scene"])
def test_a_fragment_that_names_no_scene_is_passed_over(open_small: OpenPage, fragment: str) -> None:
    page = open_small(f"{PATH}#{fragment}")
    choose(page, "«Ja.»")
    page.evaluate("fragment => { location.hash = fragment; }", fragment)
    assert shown(page) == ["start", "soft"]
    choose(page, "Rett det opp.")
    at(page, "push")


@pytest.mark.parametrize("kept", ["%", "[null]", '[{"id":"push","choice":9},{"id":"soft"}]'])
def test_a_kept_path_that_is_none_is_passed_over(open_small: OpenPage, kept: str) -> None:
    script = f"sessionStorage.setItem('ryggen-fri {KEY}', {json.dumps(kept)})"
    page = open_small(f"{PATH}#soft", before=script)
    expect(page.locator("scene-player[data-ready]")).to_have_count(1)
    assert shown(page) == ["soft"]


def test_paper_shows_every_scene_and_where_each_choice_leads(open_small: OpenPage) -> None:
    page = open_small(PATH)
    choose(page, "«Nei.»")
    at(page, "push")
    text = text_of(printed(page))
    assert re.findall(r"(\d)\. ", text) == [str(number + 1) for number in range(SCENES)]
    assert "2. Kunden takker" in text
    assert "«Ja.» → 2 «Nei.» → 3 Legg på. → 3" in text
    assert "Du:" not in text
    assert "Begynn på nytt" not in text
    assert shown(page) == ["start", "push"]


def test_without_javascript_every_scene_is_there_and_choices_jump(open_small: OpenPage) -> None:
    page = open_small(PATH, javascript=False, width=320)
    expect(page.locator("scene-player h2:visible")).to_have_count(SCENES)
    expect(button(page, "Begynn på nytt")).to_have_count(0)
    choose(page, "La det stå.")
    expect(page.locator("#lost")).to_be_in_viewport()


def test_without_its_script_all_is_shown_after_a_while(open_small: OpenPage) -> None:
    page = open_small("")
    withhold(page, "**/main.js")
    page.goto(f"{page.url}{PATH}")
    expect(page.locator(".scene:visible")).to_have_count(1)
    expect(page.locator(".scene:visible")).to_have_count(SCENES)
