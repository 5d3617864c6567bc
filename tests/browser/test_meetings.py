"""A meeting is a run of checklists: it is prepared, entered, left, copied, archived and deleted."""

import re
from typing import Any

import icalendar
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import WIDTH, expect_accessible
from tests.browser.conftest import OpenPage
from tests.browser.database import put, read_records
from tests.browser.meetings import ENTER, HOSTILE, M, meeting, meetings, open_meetings, prepare
from tests.browser.steps import box, button, notice, ready, saved, undo
from tests.browser.test_layout_shift import LIMIT, MEASURE
from tests.browser.ticks import ITEMS, KEY, PATH, TICK

NOW = "2031-01-01T12:00:00Z"
SOON, LATER, PAST = "2031-01-02T14:30", "2031-05-02T14:30", "2030-01-02T14:30"


def line(page: Page) -> Locator:
    return page.locator(".meeting-line")


def card(page: Page, name: str) -> Locator:
    return page.locator(".meeting", has=page.get_by_role("heading", name=name, exact=True))


def act(card: Locator, name: str) -> None:
    """Press a button of a meeting, also of those that are folded."""
    button = card.get_by_role("button", name=name, exact=True)
    if not button.is_visible():
        card.locator("summary").click()
    button.click()


def names(page: Page) -> list[str]:
    return page.locator(".meeting > h3:visible").all_inner_texts()


def test_a_meeting_has_ticks_of_its_own(open_page: OpenPage) -> None:
    page = open_page(PATH)
    box(page, 1).check()
    prepare(page, "Statusmøte", when=SOON, goal="Del én fredag")
    expect(line(page).get_by_role("link")).to_have_text("Statusmøte")
    expect(page.locator(".checklist-count")).to_have_text(f"0 av {ITEMS} gjort")
    box(page, 0).check()
    page.reload()
    expect(box(page, 0)).to_be_checked()
    expect_accessible(page, ".meeting-line")
    line(page).get_by_role("button", name="Bytt").press("Enter")
    expect_accessible(page, ".meeting-dialog")
    button(page, "Gå ut av møtet").press("Enter")
    expect(box(page, 0)).not_to_be_checked()
    expect(box(page, 1)).to_be_checked()
    expect(button(page, "Forbered et møte")).to_be_visible()


def test_both_languages_and_all_tabs_are_in_the_same_meeting(open_page: OpenPage) -> None:
    page = open_page(PATH)
    english = open_page(f"en/{PATH}", context=page.context)
    ready(english)
    prepare(page, "Statusmøte")
    expect(line(english).get_by_role("link")).to_have_text("Statusmøte")
    box(page, 0).check()
    expect(box(english, 0)).to_be_checked()
    line(english).get_by_role("button", name="Switch").click()
    button(english, "Leave the meeting").click()
    expect(box(page, 0)).not_to_be_checked()


def test_a_name_of_spaces_is_refused_and_a_past_time_is_remarked(open_page: OpenPage) -> None:
    page = open_page(PATH, now=NOW)
    button(page, "Forbered et møte").click()
    name = page.get_by_label("Hva heter møtet?")
    for text in ("", "   "):
        name.fill(text)
        button(page, "Lagre").click()
        assert name.evaluate("field => field.matches(':invalid')")
        expect(name).to_have_value(text)
    name.fill("Sist")
    remark = page.get_by_text("Tidspunktet er passert.")
    page.locator("[name=when]").fill(SOON)
    expect(remark).to_be_hidden()
    page.locator("[name=when]").fill(PAST)
    expect(remark).to_be_visible()
    button(page, "Lagre").click()
    saved(page)
    assert [each["when"] for each in read_records(page, "meetings")] == [PAST]


def test_a_meeting_to_come_can_be_chosen(open_page: OpenPage) -> None:
    records = meetings(a=meeting("Forbi", PAST), b=meeting("Snart", SOON))
    page = open_meetings(open_page, records, now=NOW)
    page.goto(page.url.replace("meetings/", PATH))
    button(page, "Forbered et møte").click()
    dialog = page.locator(".meeting-dialog")
    expect(dialog.get_by_role("button", name="Forbi")).to_have_count(0)
    choice = dialog.get_by_role("button", name="Snart")
    expect(choice).to_be_focused()
    choice.press("Enter")
    expect(line(page).get_by_role("link")).to_have_text("Snart")
    line(page).get_by_role("link").click()
    expect(card(page, "Snart")).to_contain_text("Du er i dette møtet.")


def test_meetings_are_listed_in_order_with_progress(open_page: OpenPage) -> None:
    records = meetings(
        m1=meeting("Senere", LATER),
        m2=meeting("Snart", SOON),
        m3=meeting("Uten"),
        m4=meeting("Forbi", PAST),
        m5=meeting("Lagt bort", archived=True),
    )
    ticks = [
        (["m2", KEY, "say-it-clearly"], TICK),
        (["default", KEY, "offer-the-alternative"], TICK),
    ]
    page = open_meetings(open_page, records | {"ticks": ticks}, now=NOW)
    assert names(page) == ["Snart", "Senere", "Uten", "Forbi"]
    expect(card(page, "Snart")).to_contain_text("torsdag 2. januar 2031 kl. 14:30")
    expect(card(page, "Snart")).to_contain_text(f"1 av {ITEMS} gjort")
    expect(card(page, "Senere")).to_contain_text(f"0 av {ITEMS} gjort")
    page.get_by_text("Arkivert", exact=True).click()
    assert names(page)[-1] == "Lagt bort"
    card(page, "Snart").locator("summary").click()
    expect_accessible(page)
    card(page, "Senere").get_by_role("link", name="Å si nei").click()
    expect(line(page).get_by_role("link")).to_have_text("Senere")


def test_everything_can_be_undone(open_page: OpenPage) -> None:
    records = meetings(**{M: meeting("Møtet", SOON, goal="Målet")}) | {
        "notes": [([M, "", ""], {"text": "Notatet", "at": 1})],
        "lines": [([M, KEY, "say-it-clearly", "l"], {"text": "x", "when": "", "of": "", "at": 1})],
        "ticks": [([M, KEY, "say-it-clearly"], TICK)],
    }
    page = open_meetings(open_page, records)

    def kept() -> list[list[dict[str, Any]]]:
        return [[{**each, "at": 0} for each in read_records(page, store)] for store in records]

    before = kept()
    one = card(page, "Møtet")
    for name, said in (
        ("Ta bort Å si nei", "Sjekklisten er tatt bort."),
        ("Legg til sjekkliste", "Sjekklisten er lagt til."),
        ("Lag en kopi", "Møtet er kopiert."),
        ("Arkiver", "Møtet er arkivert."),
        ("Slett", "Møtet er slettet"),
    ):
        act(one.first, name)
        expect(notice(page)).to_contain_text(said)
        assert kept() != before, name
        undo(page)
        saved(page)
        assert kept() == before, name
        expect(one).to_have_count(1)
        expect(one.get_by_label("Notat til møtet")).to_have_value("Notatet")
    act(one, "Rediger")
    page.get_by_label("Hva heter møtet?").fill("Det andre")
    button(page, "Lagre").click()
    expect(card(page, "Det andre")).to_be_visible()
    undo(page)
    expect(one).to_be_visible()
    saved(page)
    assert kept() == before


def test_the_active_meeting_is_left_when_it_is_archived(open_page: OpenPage) -> None:
    page = open_meetings(open_page, meetings(**{M: meeting("Møtet")}))
    page.evaluate(ENTER)
    page.reload()
    expect(card(page, "Møtet")).to_contain_text("Du er i dette møtet.")
    act(card(page, "Møtet"), "Arkiver")
    expect(notice(page)).to_contain_text("Møtet er")
    assert page.evaluate("localStorage.getItem('ryggen-fri.meeting')") is None


def test_what_is_typed_is_shown_as_text_and_fits(open_page: OpenPage) -> None:
    page = open_page(PATH, width=320)
    prepare(page, HOSTILE, **{"when": SOON, "with": HOSTILE, "goal": HOSTILE})
    front = page.url.removesuffix(PATH)
    line(page).get_by_role("button", name="Bytt").click()
    assert page.locator("dialog").evaluate("each => each.scrollWidth - each.clientWidth") <= 0
    for path in ("meetings/", ""):
        page.goto(front + path)
        expect(page.get_by_text("<script>throw 1</script>").first).to_be_visible()
        assert page.evaluate(WIDTH) <= 320
    page.goto(f"{front}meetings/")
    page.get_by_label("Notat til møtet").fill(HOSTILE)
    page.locator(".meeting summary").click()
    assert page.evaluate(WIDTH) <= 320
    assert read_records(page, "meetings")[0]["goal"] == HOSTILE


def test_the_calendar_gets_preparation_meeting_and_follow_up(open_page: OpenPage) -> None:
    records = meetings(**{M: meeting("Møtet; <b>", SOON), "b": meeting("Uten")})
    page = open_meetings(open_page, records, now=NOW)
    card(page, "Uten").locator("summary").click()
    expect(card(page, "Uten").get_by_role("button", name="Last ned til kalenderen")).to_be_hidden()
    with page.expect_download() as download:
        act(card(page, "Møtet; <b>"), "Last ned til kalenderen")
    calendar = icalendar.Calendar.from_ical(download.value.path().read_bytes())
    events = calendar.walk("VEVENT")
    titles = [str(event["SUMMARY"]) for event in events]
    assert titles == ["Forbered: Møtet; <b>", "Møtet; <b>", "Følg opp: Møtet; <b>"]
    assert str(events[0]["URL"]).endswith(PATH)
    assert str(events[1]["URL"]).endswith(f"meetings/#{M}")


def test_the_next_meeting_is_in_the_first_door_and_nothing_moves(open_page: OpenPage) -> None:
    page = open_page("", now=NOW)
    door = page.locator(".door--meeting")
    expect(door.get_by_role("heading", name="Jeg har et møte snart")).to_be_visible()
    put(page, meetings(a=meeting("Senere", LATER), b=meeting("Snart", SOON)))
    page.reload()
    expect(door.get_by_role("heading")).to_have_text(re.compile("Neste møte: Snart"))
    assert page.evaluate(MEASURE) <= LIMIT
    door.get_by_role("link", name="Snart").click()
    expect(card(page, "Snart")).to_be_in_viewport()
