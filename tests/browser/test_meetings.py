"""A meeting: prepared, had, written down. What one does next follows the clock."""

import re
from typing import Any

import icalendar
import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import WIDTH, expect_accessible
from tests.browser.conftest import OpenPage
from tests.browser.database import put, read_keys, read_records
from tests.browser.meetings import (
    ENTER,
    HOSTILE,
    M,
    act,
    card,
    meeting,
    meetings,
    open_meetings,
    prepare,
    step,
    strip,
)
from tests.browser.steps import box, button, notice, ready, saved, undo
from tests.browser.test_layout_shift import LIMIT, MEASURE
from tests.browser.ticks import IDS, ITEMS, KEY, PATH, TICK, choose

NOW = "2031-01-01T12:00:00Z"
SOON, LATER, PAST = "2031-01-02T14:30", "2031-05-02T14:30", "2030-01-02T14:30"
ENTRY = {
    **dict.fromkeys(("with", "channel", "asked", "open", "owner", "due", "expires"), ""),
    **{"when": SOON, "meeting": M, "agreed": "Ja", "promises": [], "at": 1},
}


def names(page: Page) -> list[str]:
    return page.locator(".meeting > h3:visible").all_inner_texts()


def count(page: Page, done: int) -> None:
    expect(page.locator(".checklist-count")).to_have_text(f"{done} av {ITEMS} gjort")


def test_a_meeting_has_ticks_of_its_own(open_page: OpenPage) -> None:
    page = open_page(PATH)
    box(page, 1).check()
    prepare(page, "Statusmøte", when=SOON, goal="Del én fredag")
    expect(strip(page)).to_contain_text("Statusmøte")
    expect(strip(page)).to_contain_text("Del én fredag")
    count(page, 0)
    box(page, 0).check()
    page.reload()
    expect(box(page, 0)).to_be_checked()
    expect_accessible(page, ".meeting-strip")
    choose(page, "Et annet møte …")
    expect_accessible(page, ".meeting-dialog")
    button(page, "Uten møte").press("Enter")
    expect(box(page, 0)).not_to_be_checked()
    expect(box(page, 1)).to_be_checked()
    expect(button(page, "Forbered et møte")).to_be_visible()
    expect(page.locator(".meeting-strip")).to_contain_text(
        f"1 av {ITEMS} gjort i Statusmøte. Fortsett"
    )
    button(page, "Fortsett").press("Enter")
    expect(strip(page)).to_contain_text("Statusmøte")
    expect(box(page, 0)).to_be_checked()


def test_who_has_no_meeting_sees_one_button(open_page: OpenPage) -> None:
    page = open_page(PATH)
    ready(page)
    button(page, "Flere valg").click()
    about = page.get_by_role("button").filter(has_text=re.compile("møte", re.IGNORECASE))
    assert about.filter(visible=True).all_inner_texts() == ["Forbered et møte"]
    expect(page.locator(".meeting-strip")).to_be_hidden()


@pytest.mark.parametrize(
    ("now", "name", "address"),
    [
        ("2031-01-02T09:00:00", "Jeg er i samtalen", f"/{PATH}?view=focus#say-it-clearly"),
        ("2031-01-02T14:20:00", "Jeg er i samtalen", f"/{PATH}?view=focus#say-it-clearly"),
        ("2031-01-02T15:00:00", "Skriv ned hva dere ble enige om", f"/log/?meeting={M}"),
    ],
)
def test_the_strip_leads_on(open_page: OpenPage, now: str, name: str, address: str) -> None:
    page = open_page(PATH, before=ENTER, now=now)
    ready(page)
    put(page, meetings(**{M: meeting("Statusmøte", SOON)}))
    for view in ("", "?view=key", f"?view=focus#{IDS[0]}"):
        page.goto(page.url.split("?")[0] + view)
        expect(step(strip(page))).to_have_text(name)
        link = step(strip(page)).evaluate("link => link.href")
        assert link.endswith(address)


def test_from_the_conversation_one_writes_down_and_then_copies(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}?view=focus#{IDS[0]}", before=ENTER, now="2031-01-02T14:20:00")
    ready(page)
    put(page, meetings(**{M: meeting("Statusmøte", SOON)}))
    page.reload()
    step(strip(page)).click()
    expect(page).to_have_url(re.compile("#say-it-clearly$"))
    expect(step(strip(page))).to_have_text("Skriv ned hva dere ble enige om")
    put(page, {"log": [(["entry"], ENTRY)]})
    page.reload()
    expect(step(strip(page))).to_have_text("Kopier referatet")


def test_from_the_meeting_to_its_minutes(open_page: OpenPage) -> None:
    page = open_page(PATH, before=ENTER, now="2031-01-02T15:00:00")
    ready(page)
    put(page, meetings(**{M: meeting("Statusmøte", SOON, **{"with": "Kari"})}))
    page.reload()
    step(strip(page)).click()
    for field, value in (("meeting", M), ("with", "Kari"), ("when", SOON)):
        expect(page.locator(f".log-form [name={field}]")).to_have_value(value)
    page.locator(".log-form [name=agreed]").fill("Tre måneder")
    button(page, "Lagre").click()
    saved(page)
    page.go_back()
    step(strip(page)).filter(has_text="Kopier referatet").click()
    expect(page.locator(".log-form")).to_be_hidden()
    expect(page.locator(".log-list--all > li")).to_be_in_viewport()


@pytest.mark.parametrize(("now", "first"), [("09:00", IDS[1]), ("14:20", "say-it-clearly")])
def test_one_at_a_time_begins_where_one_is(open_page: OpenPage, now: str, first: str) -> None:
    page = open_page(PATH, before=ENTER, now=f"2031-01-02T{now}:00")
    ready(page)
    ticks = [([M, KEY, IDS[0]], TICK)]
    put(page, meetings(**{M: meeting("Statusmøte", SOON)}) | {"ticks": ticks})
    page.reload()
    expect(strip(page)).to_contain_text("Statusmøte")
    choose(page, "Ett punkt om gangen")
    expect(page).to_have_url(re.compile(f"#{first}$"))


def test_a_meeting_is_over_by_itself(open_page: OpenPage) -> None:
    page = open_page(PATH, before=ENTER, now="2031-01-02T15:00:00")
    ready(page)
    record = meeting("Statusmøte", SOON, **{"with": "Kari"})
    put(page, meetings(**{M: record}) | {"ticks": [([M, KEY, IDS[0]], TICK)]})
    page.reload()
    expect(strip(page)).to_contain_text("Kari")
    expect(box(page, 0)).to_be_checked()
    page.clock.set_fixed_time("2031-01-02T16:31:00")
    page.evaluate("dispatchEvent(new Event('visibilitychange'))")
    expect(box(page, 0)).not_to_be_checked()
    box(page, 1).check()
    count(page, 1)
    assert {key[0] for key in read_keys(page, "ticks")} == {M, "default"}
    page.reload()
    expect(page.locator(".meeting-strip")).to_contain_text(f"1 av {ITEMS} gjort i Statusmøte")
    assert page.evaluate(MEASURE) <= LIMIT


def test_after_an_import_the_list_tells_of_the_meeting(open_page: OpenPage) -> None:
    page = open_page(PATH, now="2031-01-04T12:00:00")
    ready(page)
    ticks = [([M, KEY, each], TICK) for each in IDS[:3]]
    put(page, meetings(**{M: meeting("Statusmøte", SOON)}) | {"ticks": ticks})
    page.reload()
    for _ in range(2):
        expect(page.locator(".meeting-strip")).to_contain_text(f"3 av {ITEMS} gjort i Statusmøte.")
        count(page, 0)
        page.reload()
    assert page.evaluate(MEASURE) <= LIMIT
    button(page, "Fortsett").click()
    count(page, 3)


def test_a_list_is_added_to_the_meeting(open_page: OpenPage) -> None:
    page = open_page("principles/take-breaks/", before=ENTER, now=NOW)
    ready(page)
    put(page, meetings(**{M: meeting("Statusmøte", SOON)}))
    page.reload()
    expect(button(page, "Forbered et møte")).to_be_hidden()
    expect(step(strip(page))).to_have_text("Forbered deg")
    button(page, "Legg til i møtet").press("Enter")
    saved(page)
    expect(button(page, "Legg til i møtet")).to_be_hidden()
    assert read_records(page, "meetings")[0]["pages"] == [KEY, "principles/take-breaks"]
    expect(step(strip(page))).to_have_text("Jeg er i samtalen")


def test_nothing_of_a_meeting_is_above_what_to_do_right_now(open_page: OpenPage) -> None:
    page = open_page("situations/threats-and-abuse/", before=ENTER, now=NOW)
    ready(page)
    put(page, meetings(**{M: meeting("Statusmøte", SOON)}))
    page.reload()
    now = page.locator(".checklist-now")
    for other in (strip(page), button(page, "Legg til i møtet")):
        expect(other).to_be_visible()
        assert other.bounding_box()["y"] > now.bounding_box()["y"]  # type: ignore[index]
    expect_accessible(page)


def test_both_languages_and_all_tabs_are_in_the_same_meeting(open_page: OpenPage) -> None:
    page = open_page(PATH)
    english = open_page(f"en/{PATH}", context=page.context)
    ready(english)
    prepare(page, "Statusmøte")
    expect(strip(english)).to_contain_text("Statusmøte")
    box(page, 0).check()
    expect(box(english, 0)).to_be_checked()
    choose(english, "Another meeting …")
    button(english, "No meeting").click()
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
    ready(page)
    button(page, "Forbered et møte").click()
    dialog = page.locator(".meeting-dialog")
    expect(dialog.get_by_role("button", name="Forbi")).to_have_count(0)
    expect(dialog.get_by_role("button", name="Uten møte")).to_be_hidden()
    choice = dialog.get_by_role("button", name="Snart")
    expect(choice).to_be_focused()
    choice.press("Enter")
    expect(strip(page)).to_contain_text("Snart")
    strip(page).get_by_role("link", name="Snart").click()
    expect(card(page, "Snart")).to_be_in_viewport()


def test_meetings_are_listed_in_order_with_progress(open_page: OpenPage) -> None:
    records = meetings(
        m1=meeting("Senere", LATER),
        m2=meeting("Snart", SOON),
        m3=meeting("Uten"),
        m4=meeting("Forbi", PAST),
        m5=meeting("Lagt bort", archived=True),
        m6=meeting("I dag", "2031-01-01T09:00"),
    )
    ticks = [
        (["m2", KEY, "say-it-clearly"], TICK),
        (["default", KEY, "offer-the-alternative"], TICK),
    ]
    page = open_meetings(open_page, records | {"ticks": ticks}, now=NOW)
    assert names(page) == ["Snart", "Senere", "Uten", "I dag", "Forbi", "Lagt bort"]
    expect(card(page, "Snart")).to_contain_text("torsdag 2. januar 2031 kl. 14:30")
    expect(card(page, "Snart")).to_contain_text(f"1 av {ITEMS} gjort")
    expect(card(page, "Senere")).to_contain_text(f"0 av {ITEMS} gjort")
    expect(step(card(page, "Senere"))).to_have_text("Forbered deg")
    expect(step(card(page, "Forbi"))).to_have_text("Skriv ned hva dere ble enige om")
    card(page, "Snart").get_by_role("button", name="Mer").click()
    expect_accessible(page)
    page.keyboard.press("Escape")
    step(card(page, "Senere")).click()
    expect(strip(page)).to_contain_text("Senere")


def test_a_meeting_without_a_list_offers_one(open_page: OpenPage) -> None:
    page = open_page("meetings/?new", now=NOW)
    page.get_by_label("Hva heter møtet?").fill("Møtet")
    button(page, "Lagre").click()
    one = card(page, "Møtet")
    expect(step(one)).to_have_text("Finn en liste")
    expect(page).to_have_url(re.compile("meetings/$"))
    one.get_by_label("Legg til en liste").first.select_option("Å si nei")
    one.get_by_role("button", name="Legg til en liste").filter(visible=True).click()
    expect(one.get_by_role("link", name="Å si nei")).to_be_visible()
    expect(step(one)).to_have_text("Forbered deg")
    expect(one.locator("select")).to_be_hidden()
    act(one, "Legg til en liste")
    expect(one.locator("select")).to_be_focused()


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
        ("Møtet er over", "Møtet ligger nå under"),
        ("Slett", "Møtet er slettet"),
    ):
        act(one, name)
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


def test_two_tabs_that_edit_a_meeting_lose_nothing(open_page: OpenPage) -> None:
    page = open_meetings(open_page, meetings(**{M: meeting("Møtet", SOON)}), now=NOW)
    other = open_page("meetings/", context=page.context, now=NOW)
    act(card(page, "Møtet"), "Rediger")
    act(card(other, "Møtet"), "Ta bort Å si nei")
    expect(notice(other)).to_contain_text("Sjekklisten er tatt bort.")
    page.get_by_label("Hva vil du oppnå?").fill("Tre måneder")
    button(page, "Lagre").click()
    expect(card(other, "Møtet")).to_contain_text("Tre måneder")
    assert [(each["pages"], each["goal"]) for each in read_records(page, "meetings")] == [
        ([], "Tre måneder")
    ]
    undo(other)
    expect(card(page, "Møtet")).to_contain_text("Tre måneder")
    notes = [card(tab, "Møtet").get_by_label("Notat til møtet") for tab in (page, other)]
    for note, text in zip(notes, ("Først", "Siden"), strict=True):
        note.press_sequentially(text)
    for note in notes:
        expect(note).to_have_value(re.compile("Først"))
        expect(note).to_have_value(re.compile("Siden"))


def test_a_meeting_deleted_while_it_is_edited_stays_deleted(open_page: OpenPage) -> None:
    page = open_meetings(open_page, meetings(**{M: meeting("Møtet", SOON)}), now=NOW)
    other = open_page("meetings/", context=page.context, now=NOW)
    act(card(page, "Møtet"), "Rediger")
    act(card(other, "Møtet"), "Slett")
    expect(card(page, "Møtet")).to_have_count(0)
    page.get_by_label("Hva vil du oppnå?").fill("Tre måneder")
    button(page, "Lagre").click()
    saved(page)
    expect(card(page, "Møtet")).to_have_count(0)


def test_a_meeting_is_over_when_the_reader_says_so(open_page: OpenPage) -> None:
    page = open_meetings(open_page, meetings(**{M: meeting("Møtet")}), now=NOW)
    page.evaluate(ENTER)
    page.reload()
    act(card(page, "Møtet"), "Møtet er over")
    past = page.locator("section", has=page.get_by_role("heading", name="Tidligere"))
    expect(past).to_contain_text("Møtet")
    assert page.evaluate("localStorage.getItem('ryggen-fri.meeting')") is None
    act(card(page, "Møtet"), "Rediger")
    page.locator("[name=when]").fill(SOON)
    button(page, "Lagre").click()
    expect(past).to_be_hidden()
    expect(card(page, "Møtet")).to_be_visible()


def test_what_is_typed_is_shown_as_text_and_fits(open_page: OpenPage) -> None:
    page = open_page(PATH, width=320)
    prepare(page, HOSTILE, **{"when": SOON, "with": HOSTILE, "goal": HOSTILE})
    front = page.url.removesuffix(PATH)
    assert page.evaluate(WIDTH) <= 320
    choose(page, "Et annet møte …")
    dialog = page.locator(".meeting-dialog")
    assert dialog.evaluate("each => each.scrollWidth - each.clientWidth") <= 0
    for path in ("meetings/", "", f"{PATH}?view=focus"):
        page.goto(front + path)
        expect(page.get_by_text("<script>throw 1</script>").first).to_be_visible()
        assert page.evaluate(WIDTH) <= 320
    page.goto(f"{front}meetings/")
    page.get_by_label("Notat til møtet").fill(HOSTILE)
    saved(page)
    assert page.evaluate(WIDTH) <= 320
    assert read_records(page, "meetings")[0]["goal"] == HOSTILE


def test_the_calendar_gets_preparation_meeting_and_follow_up(open_page: OpenPage) -> None:
    records = meetings(**{M: meeting("Møtet; <b>", SOON), "b": meeting("Uten")})
    page = open_meetings(open_page, records, now=NOW)
    with page.expect_download() as download:
        act(card(page, "Møtet; <b>"), "Last ned til kalenderen")
    calendar = icalendar.Calendar.from_ical(download.value.path().read_bytes())
    events = calendar.walk("VEVENT")
    titles = [str(event["SUMMARY"]) for event in events]
    assert titles == ["Forbered: Møtet; <b>", "Møtet; <b>", "Følg opp: Møtet; <b>"]
    assert str(events[0]["URL"]) == page.url.replace("meetings/", PATH)
    assert str(events[1]["URL"]).endswith(f"meetings/#{M}")
