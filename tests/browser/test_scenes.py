"""Practice: a conversation that grows with each choice; one text without JavaScript."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import expect_accessible
from tests.browser.conftest import OpenPage
from tests.browser.database import read_records
from tests.browser.paper import is_one_sheet, printed, text_of
from tests.browser.steps import button, notice, ready, undo
from tests.browser.ticks import TICK, write_tick

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


def test_a_conversation_grows_and_says_how_far_one_is(open_page: OpenPage) -> None:
    page = open_page(PATH)
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


def test_an_ending_says_how_it_went_and_what_comes_next(open_page: OpenPage) -> None:
    page = open_page(PATH)
    choose(page, *GOOD)
    tally(page, "Du har sett 1 av 4 slutter.")
    expect(page.locator(".scene-seen li")).to_have_text(["God sluttDere er enige"])
    expect_accessible(page)
    page.get_by_role("link", name="Gå til sjekklisten").click()
    expect(page).to_have_url(re.compile(f"/{LIST}$"))


def test_back_and_start_again_by_the_page_and_by_the_browser(open_page: OpenPage) -> None:
    page = open_page(PATH)
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
    open_page: OpenPage, choices: tuple[str, ...], turn: str, other: tuple[str, ...]
) -> None:
    page = open_page(PATH)
    choose(page, *choices)
    button(page, "Prøv et annet svar").click()
    at(page, turn)
    expect(page.locator(f"#{turn}")).to_be_focused()
    choose(page, *other)
    tally(page, "Du har sett 2 av 4 slutter.")


def test_an_ending_that_is_only_opened_is_not_counted(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}#good-offer")
    expect(page.get_by_text("Du kom rett hit.")).to_be_in_viewport()
    tally(page, "Du har sett 0 av 4 slutter.")
    expect(button(page, "Prøv et annet svar")).to_have_count(0)
    page.goto(f"{page.url.split('#')[0]}#push")
    choose(page, "«Nei.»")
    tally(page, "Denne telles ikke")
    assert read_records(page, "ticks") == []


def test_the_front_page_says_what_is_practised_and_when_to_repeat_it(open_page: OpenPage) -> None:
    page = open_page(PATH)
    front = open_page("en/", context=page.context)
    expect(front.locator(BADGE)).to_be_empty()
    choose(page, *BAD)
    tally(page, "Du har sett 1 av 4 slutter.")
    expect(front.locator(BADGE)).to_have_text("Practised 25 Nov: 1 of 4 endings · repeat 26 Nov")
    front.set_viewport_size({"width": 320, "height": 640})
    front.locator("#practices > summary").click()
    row = front.locator("#practices .row").filter(has=front.locator(BADGE))
    fits = "link => link.offsetWidth >= link.closest('li').offsetWidth / 2"
    assert row.get_by_role("link").evaluate(fits)
    for days, words in ((["24"], "repeat now"), (["24", "25"], "repeat 2 Dec")):
        tick = TICK | {"days": [f"2026-11-{day}" for day in days]}
        write_tick(page, "lost", tick, KEY)
        front.reload()
        expect(front.locator(BADGE)).to_contain_text(f"1 of 4 endings · {words}")


def test_what_depends_on_the_way_is_there_on_that_way_only(open_page: OpenPage) -> None:
    page = open_page(PATH)
    early, late = page.get_by_text("Først sa du ja."), page.get_by_text("Du sa nei med en gang.")
    choose(page, "«Ja.»", "Rett det opp.", "«Nei.»")
    expect(early).to_be_visible()
    expect(late).to_be_hidden()
    expect(page.locator("#good-repeat")).to_have_accessible_description(
        "Først sa du ja. Se listen."
    )
    button(page, "Begynn på nytt").click()
    choose(page, "«Nei.»", "«Nei.»")
    expect(late).to_be_visible()
    expect(early).to_be_hidden()
    text = text_of(printed(page))
    assert "Hvis du var innom «Kunden takker»: Først sa du ja." in text
    assert "Hvis du ikke var innom «Kunden takker»: Du sa nei med en gang." in text


def test_options_are_shuffled_for_each_run_and_stay_in_it(open_page: OpenPage) -> None:
    page = open_page(PATH)
    options = page.locator(".scene:not([data-past]) .scene-choice:visible")
    written, seen = ["«Ja.»", "«Nei.»", "Legg på."], set()
    for _ in range(9):
        order = options.all_inner_texts()
        assert sorted(order) == sorted(written)
        seen.add(tuple(order))
        page.reload()
        expect(options).to_have_text(order)
        button(page, "Begynn på nytt").click()
    assert len(seen) > 1


def test_what_one_would_have_said_is_kept_on_the_list(open_page: OpenPage) -> None:
    page = open_page(PATH)
    choose(page, *GOOD)
    page.get_by_label("Hva ville du selv ha sagt?").fill("Det kan jeg ikke love.")
    button(page, "Behold setningen").click()
    expect(notice(page)).to_contain_text("Lagret som din egen replikk på listen.")
    page.goto(page.url.split("practice")[0] + LIST)
    expect(page.locator("#say-when-time-is-up .own-line")).to_contain_text("Det kan jeg ikke love.")


def test_the_cards_for_two_are_on_one_sheet(open_page: OpenPage) -> None:
    page = open_page(PATH)
    page.evaluate("() => { window.print = () => { document.body.dataset.asked = ''; }; }")
    page.get_by_text("Spill den sammen med noen").click()
    button(page, "Skriv ut kortene").click()
    expect(page.locator("[data-asked]")).to_have_count(1)
    pdf = printed(page)
    assert is_one_sheet(pdf)
    text = text_of(pdf)
    for words in ("Du har ventet lenge.", "«Her er svaret.»", "Svarte på spørsmålet", "Behold:"):
        assert words in text
    assert "Kunden ringer" not in text
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    expect(page.locator("html[data-printed]")).to_have_count(0)


def test_every_link_from_a_list_to_a_practice_says_whether_it_is_practised(
    open_page: OpenPage,
) -> None:
    page = open_page("en/onboarding/week-1/?view=focus#practise-threats")
    ready(page)
    badges = page.locator("checklist-page practice-badge")
    links = page.locator("checklist-page a[href*='/practice/']")
    expect(badges).to_have_count(links.count())
    keys = badges.evaluate_all("badges => badges.map((badge) => badge.getAttribute('key'))")
    assert keys == [
        href.removeprefix("../../").rpartition("/")[0]
        for href in links.evaluate_all("links => links.map((link) => link.getAttribute('href'))")
    ]
    assert len(keys) > 2


def test_an_ending_stays_seen_under_its_old_id(open_page: OpenPage) -> None:
    page = open_page(PATH)
    expect(page.locator("scene-player[data-ready]")).to_have_count(1)
    write_tick(page, "repeated", key=KEY)
    page.reload()
    choose(page, *BAD)
    tally(page, "Du har sett 2 av 4 slutter.")
    page.goto(f"{page.url.split('#')[0]}#repeated")
    expect(page.locator(".scene:visible h2")).to_have_id("good-repeat")


def test_endings_can_be_forgotten_and_taken_back(open_page: OpenPage) -> None:
    page = open_page(PATH)
    choose(page, *GOOD)
    button(page, "Glem sluttene jeg har sett").click()
    tally(page, "Du har sett 0 av 4 slutter.")
    assert read_records(page, "ticks") == []
    undo(page)
    tally(page, "Du har sett 1 av 4 slutter.")


def test_the_path_goes_along_into_the_other_language(open_page: OpenPage) -> None:
    page = open_page(PATH)
    choose(page, "«Ja.»", "Rett det opp.")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(re.compile(f"/en/{PATH}#push$"))
    expect(page.locator(".scene-answer")).to_have_text(["You: “Yes.”", "You: Put it right."])
    button(page, "Back").click()
    at(page, "soft")
    choose(page, "Put it right.", "“No.”")
    tally(page, "You have seen 1 of 4 endings.")


def test_paper_shows_every_scene_and_where_each_choice_leads(open_page: OpenPage) -> None:
    page = open_page(PATH)
    choose(page, "«Nei.»")
    at(page, "push")
    text = text_of(printed(page))
    assert re.findall(r"(\d)\. ", text) == [str(number + 1) for number in range(SCENES)]
    assert "2. Kunden takker" in text
    assert "«Ja.» → 2 «Nei.» → 3 Legg på. → 3" in text
    assert "Du:" not in text
    assert "Begynn på nytt" not in text
    assert shown(page) == ["start", "push"]


def test_without_javascript_every_scene_is_there_and_choices_jump(open_page: OpenPage) -> None:
    page = open_page(PATH, javascript=False, width=320)
    expect(page.locator("scene-player h2:visible")).to_have_count(SCENES)
    expect(button(page, "Begynn på nytt")).to_have_count(0)
    choose(page, "La det stå.")
    expect(page.locator("#lost")).to_be_in_viewport()
