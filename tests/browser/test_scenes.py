"""Practice: a conversation that grows with each choice; one text without JavaScript."""

import io
import json
import re
from collections.abc import Iterator
from functools import partial
from typing import Literal

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader

from tests.browser.axe import violations
from tests.browser.conftest import SCHEMES, WIDTHS, OpenPage, withhold
from tests.browser.server import serve_folder
from tests.browser.small_practice import KEY, OLD_ID, SCENES, put_small_practice
from tests.browser.ticks import read_records, write_record
from tests.project import build, copy_project

PATH = f"{KEY}/"
BADGE = f"practice-badge[key='{KEY}']"
GOOD, BAD = ("«Nei.»", "«Du får en del.»"), ("«Ja.»", "La det stå.")
REFUSES = "IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }"


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    project = put_small_practice(copy_project(tmp_path_factory.mktemp("practice")))
    with serve_folder(build(project)) as address:
        yield address


@pytest.fixture
def play(open_page: OpenPage, practice: str) -> partial[Page]:
    return partial(open_page, origin=practice)


def choose(page: Page, *choices: str) -> None:
    for words in choices:
        page.get_by_role("link", name=words, exact=True).click()


def button(page: Page, name: str) -> Locator:
    return page.get_by_role("button", name=name, exact=True)


def at(page: Page, scene: str) -> None:
    """The last scene that is shown is this one, and the address says so."""
    expect(page.locator(".scene:visible h2").last).to_have_id(scene)
    expect(page).to_have_url(re.compile(f"#{scene}$"))


def shown(page: Page) -> list[str]:
    found: list[str] = page.locator(".scene:visible h2").evaluate_all("all => all.map(e => e.id)")
    return found


def tally(page: Page, words: str) -> None:
    expect(page.locator("main").get_by_role("status").filter(visible=True)).to_contain_text(words)


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_conversation_grows_and_stays_readable(
    play: partial[Page], scheme: str, width: int
) -> None:
    page = play(PATH, scheme=scheme, width=width)
    choose(page, "«Ja.»", "Rett det opp.")
    at(page, "push")
    assert shown(page) == ["start", "soft", "push"]
    expect(page.locator(".scene-answer")).to_have_text(["Du: «Ja.»", "Du: Rett det opp."])
    expect(page.locator(".scene blockquote").first).to_be_visible()
    expect(page.locator(".scene-choice:visible")).to_have_count(3)
    heading = page.locator("#push")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(heading).to_have_accessible_description("Kunden: «Kan du jobbe litt ekstra?»")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_ending_says_how_it_went_and_what_comes_next(
    play: partial[Page], scheme: str, width: int
) -> None:
    page = play(PATH, scheme=scheme, width=width)
    choose(page, *GOOD)
    tally(page, "Du har sett 1 av 4 slutter.")
    expect(page.locator(".scene-seen li")).to_have_text(["God sluttDere er enige"])
    assert violations(page) == []
    page.get_by_role("link", name="Gå til sjekklisten").click()
    expect(page).to_have_url(re.compile("/situations/taking-a-break/$"))


def test_the_answer_that_was_chosen_is_shown_when_two_lead_to_one_scene(
    play: partial[Page],
) -> None:
    page = play(PATH)
    choose(page, "Legg på.")
    at(page, "push")
    expect(page.locator(".scene-answer")).to_have_text(["Du: Legg på."])
    page.reload()
    expect(page.locator(".scene-answer")).to_have_text(["Du: Legg på."])


def test_one_is_told_how_far_one_is(play: partial[Page]) -> None:
    page = play(PATH)
    expect(page.get_by_text("Steg 1 av høyst 5")).to_be_visible()
    choose(page, "«Nei.»")
    expect(page.get_by_text("Steg 2 av høyst 4")).to_be_visible()
    choose(page, "«Du får en del.»")
    expect(page.get_by_text("Steg")).to_have_count(0)


def test_back_and_start_again(play: partial[Page]) -> None:
    page = play(PATH)
    expect(button(page, "Tilbake")).to_be_disabled()
    choose(page, *BAD)
    button(page, "Tilbake").click()
    at(page, "soft")
    expect(page.locator("#soft")).to_be_focused()
    expect(page.locator(".scene-answer")).to_have_count(1)
    button(page, "Begynn på nytt").click()
    at(page, "start")
    assert shown(page) == ["start"]


def test_the_browser_s_own_buttons(play: partial[Page]) -> None:
    page = play(PATH)
    choose(page, *BAD)
    button(page, "Begynn på nytt").click()
    page.go_back()
    at(page, "lost")
    assert shown(page) == ["start", "soft", "lost"]
    page.go_back()
    page.go_back()
    expect(page.locator(".scene:visible")).to_have_count(1)
    page.go_forward()
    at(page, "soft")
    expect(page.locator("#soft")).to_be_focused()


def test_a_finger_has_44_pixels_for_every_control(browser: Browser, play: partial[Page]) -> None:
    with browser.new_context(has_touch=True, viewport={"width": 390, "height": 844}) as context:
        page = play(PATH, context=context)
        heights = []
        for choice in ("«Nei.»", "«Du får en del.»", ""):
            controls = page.locator("scene-player :is(.scene-choice, button):visible")
            heights += [size["height"] for each in controls.all() if (size := each.bounding_box())]
            if choice:
                choose(page, choice)
        assert len(heights) > 10
        assert min(heights) >= 44


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_who_wants_no_motion_gets_none(
    browser: Browser, play: partial[Page], motion: Literal["reduce", "no-preference"]
) -> None:
    with browser.new_context(reduced_motion=motion) as context:
        page = play(PATH, context=context)
        choose(page, "«Nei.»")
        is_still = motion == "reduce"
        animation = "none" if is_still else "scene-comes"
        expect(page.locator(".scene:visible").last).to_have_css("animation-name", animation)
        behaviour = "auto" if is_still else "smooth"
        expect(page.locator("html")).to_have_css("scroll-behavior", behaviour)


def test_keyboard(play: partial[Page]) -> None:
    page = play(PATH)
    page.get_by_role("link", name="«Ja.»", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#soft")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Rett det opp.")).to_be_focused()


@pytest.mark.parametrize(
    ("choices", "turn", "other"),
    [
        (BAD, "soft", ("Rett det opp.", "«Nei.»")),
        (("«Nei.»", "«Greit.»", "Vent."), "push", ("«Nei.»",)),
        (GOOD, "push", ("«Greit.»", "Vent.")),
    ],
)
def test_one_can_try_another_answer_where_it_was_decided(
    play: partial[Page], choices: tuple[str, ...], turn: str, other: tuple[str, ...]
) -> None:
    page = play(PATH)
    choose(page, *choices)
    button(page, "Prøv et annet svar").click()
    at(page, turn)
    expect(page.locator(f"#{turn}")).to_be_focused()
    choose(page, *other)
    tally(page, "Du har sett 2 av 4 slutter.")


def test_an_ending_that_is_only_opened_is_not_counted(play: partial[Page]) -> None:
    """B2: its address is enough to see it, and not enough to have reached it."""
    page = play(f"{PATH}#good-offer")
    expect(page.get_by_text("Du kom rett hit.")).to_be_in_viewport()
    tally(page, "Du har sett 0 av 4 slutter.")
    expect(button(page, "Prøv et annet svar")).to_have_count(0)
    page.goto(f"{page.url.split('#')[0]}#push")
    choose(page, "«Nei.»")
    tally(page, "Denne telles ikke")
    expect(page.locator("scene-player[data-ready]")).to_have_count(1)
    assert read_records(page, "ticks") == []


def test_practised_is_who_reached_a_good_ending(play: partial[Page]) -> None:
    """B2: a bad ending is seen, and does not make one practised."""
    page = play(PATH)
    front = play("en/", context=page.context)
    checklist = play("situations/taking-a-break/", context=page.context)
    choose(page, *BAD)
    tally(page, "Du har sett 1 av 4 slutter.")
    expect(front.locator(BADGE)).to_be_empty()
    expect(checklist.locator(BADGE).first).to_be_empty()
    button(page, "Prøv et annet svar").click()
    choose(page, "Rett det opp.", "«Nei.»")
    expect(front.locator(BADGE)).to_have_text("Practised")
    expect(checklist.locator(BADGE).first).to_have_text("Øvd")
    expect(front.locator("practice-badge:not(:empty)")).to_have_count(1)


def test_what_was_seen_before_stays_seen(play: partial[Page]) -> None:
    page = play(PATH)
    expect(page.locator("scene-player[data-ready]")).to_have_count(1)
    write_record(page, ["default", KEY, OLD_ID], {"state": "done", "rev": {}, "at": 1})
    front = play("", context=page.context)
    expect(front.locator(BADGE)).to_have_text("Øvd")
    page.reload()
    choose(page, *BAD)
    tally(page, "Du har sett 2 av 4 slutter.")
    page.goto(f"{page.url.split('#')[0]}#{OLD_ID}")
    expect(page.locator(".scene:visible h2")).to_have_id("good-repeat")


def test_endings_can_be_forgotten_and_taken_back(play: partial[Page]) -> None:
    page = play(PATH)
    choose(page, *GOOD)
    button(page, "Glem sluttene jeg har sett").click()
    tally(page, "Du har sett 0 av 4 slutter.")
    assert read_records(page, "ticks") == []
    button(page, "Angre").click()
    tally(page, "Du har sett 1 av 4 slutter.")


def test_an_ending_that_cannot_be_kept_says_so(play: partial[Page]) -> None:
    page = play(PATH, before=REFUSES)
    choose(page, *GOOD)
    tally(page, "Du har sett 1 av 4 slutter. Nettleseren kan ikke lagre dem.")


def test_the_way_goes_along_into_the_other_language(play: partial[Page]) -> None:
    """B8: the path is there, Back works, and the ending counts."""
    page = play(PATH)
    choose(page, "«Ja.»", "Rett det opp.")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(r"/en/practice/taking-a-break/#push$"))
    expect(page.locator(".scene-answer")).to_have_text(["You: “Yes.”", "You: Put it right."])
    button(page, "Back").click()
    at(page, "soft")
    choose(page, "Put it right.", "“No.”")
    tally(page, "You have seen 1 of 4 endings.")
    page.get_by_role("link", name="Norsk").click()
    tally(page, "Du har sett 1 av 4 slutter.")
    assert shown(page) == ["start", "soft", "push", "good-repeat"]


@pytest.mark.parametrize("fragment", ["%", "%E0%A4%A", "no-such-scene"])
def test_a_fragment_that_names_no_scene_is_passed_over(play: partial[Page], fragment: str) -> None:
    page = play(f"{PATH}#{fragment}")
    assert shown(page) == ["start"]
    choose(page, "«Ja.»")
    page.evaluate("fragment => { location.hash = fragment; }", fragment)
    assert shown(page) == ["start", "soft"]
    choose(page, "Rett det opp.")
    at(page, "push")
    assert shown(page) == ["start", "soft", "push"]


@pytest.mark.parametrize("kept", ["%", "[null]", '[{"id":"push","choice":9},{"id":"soft"}]'])
def test_a_kept_way_that_is_none_is_passed_over(play: partial[Page], kept: str) -> None:
    name = f"ryggen-fri {KEY}"
    script = f"sessionStorage.setItem({json.dumps(name)}, {json.dumps(kept)})"
    page = play(f"{PATH}#soft", before=script)
    expect(page.locator("scene-player[data-ready]")).to_have_count(1)
    assert shown(page) == ["soft"]


@pytest.mark.parametrize("javascript", [True, False])
def test_paper_shows_every_scene_in_order_and_where_each_choice_leads(
    play: partial[Page], javascript: bool
) -> None:
    """B7."""
    page = play(PATH, javascript=javascript)
    if javascript:
        choose(page, "«Nei.»")
        at(page, "push")
    pdf = PdfReader(io.BytesIO(page.pdf()))
    text = " ".join(" ".join(each.extract_text() for each in pdf.pages).split())
    assert re.findall(r"(\d)\. ", text) == [str(number + 1) for number in range(len(SCENES))]
    assert "2. Kunden takker" in text
    assert "«Ja.» → 2 «Nei.» → 3 Legg på. → 3" in text
    assert "Du:" not in text
    assert "Begynn på nytt" not in text


def test_after_printing_the_conversation_is_as_before(play: partial[Page]) -> None:
    page = play(PATH)
    choose(page, "«Ja.»")
    page.pdf()
    assert shown(page) == ["start", "soft"]
    expect(page.locator(".scene-answer")).to_have_text(["Du: «Ja.»"])


def test_checklist_and_practice_link_to_each_other(play: partial[Page]) -> None:
    page = play("situations/taking-a-break/")
    page.locator(".checklist-practice").click()
    expect(page).to_have_url(re.compile(f"/{PATH}$"))
    page.locator(".checklist-use a").click()
    expect(page).to_have_url(re.compile("/situations/taking-a-break/$"))


def test_without_javascript_every_scene_is_there_and_choices_jump(play: partial[Page]) -> None:
    page = play(PATH, javascript=False, width=320)
    expect(page.locator("scene-player h2:visible")).to_have_count(len(SCENES))
    expect(page.get_by_role("button", name="Begynn på nytt")).to_have_count(0)
    choose(page, "La det stå.")
    expect(page.locator("#lost")).to_be_in_viewport()


def test_without_its_script_all_is_shown_after_a_while(open_page: OpenPage) -> None:
    page = open_page("")
    withhold(page, "**/main.js")
    page.goto(f"{page.url}practice/saying-no/")
    scenes = page.locator(".scene")
    assert scenes.count() > 10
    expect(scenes.locator("visible=true")).to_have_count(1)
    expect(scenes.locator("visible=true")).to_have_count(scenes.count())
