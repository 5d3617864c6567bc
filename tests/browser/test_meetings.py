"""A meeting is a run of checklists: it is prepared, entered, left, copied, archived and deleted."""

import re

import icalendar
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations
from tests.browser.conftest import SCHEMES, WIDTHS, OpenPage, stop_transitions
from tests.browser.meetings import HOSTILE, READY, meeting, open_meetings, prepare, seed
from tests.browser.test_layout_shift import LIMIT, MEASURE
from tests.browser.ticks import ITEMS, KEY, read_records

PATH = f"{KEY}/"
A, B = "a" * 8, "b" * 8
NO_STORAGE = """
  const forbidden = { get() { throw new DOMException('no', 'SecurityError'); } };
  Object.defineProperty(window, 'indexedDB', forbidden);
  Storage.prototype.setItem = forbidden.get;
"""


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


def undo(page: Page) -> None:
    page.locator(".site-status").get_by_role("button", name="Angre").click()


def test_a_meeting_is_prepared_by_the_keyboard_and_has_ticks_of_its_own(
    open_page: OpenPage,
) -> None:
    page = open_page(PATH)
    box = page.get_by_role("checkbox").first
    page.get_by_role("checkbox").nth(1).check()
    prepare(page, "Statusmøte", when="2031-01-02T14:30", goal="Del én fredag")
    expect(line(page).get_by_role("link")).to_have_text("Statusmøte")
    expect(page.locator(".checklist-count")).to_have_text(f"0 av {ITEMS} gjort")
    box.check()
    page.reload()
    expect(box).to_be_checked()
    expect(line(page).get_by_role("link")).to_have_text("Statusmøte")
    line(page).get_by_role("button", name="Bytt").press("Enter")
    page.get_by_role("button", name="Gå ut av møtet").press("Enter")
    expect(box).not_to_be_checked()
    expect(page.get_by_role("checkbox").nth(1)).to_be_checked()
    expect(page.get_by_role("button", name="Forbered et møte")).to_be_visible()


def test_both_languages_and_all_tabs_are_in_the_same_meeting(open_page: OpenPage) -> None:
    page = open_page(PATH)
    english = open_page(f"en/{PATH}", context=page.context)
    expect(english.locator(READY)).to_be_visible()
    prepare(page, "Statusmøte")
    expect(line(english).get_by_role("link")).to_have_text("Statusmøte")
    page.get_by_role("checkbox").first.check()
    expect(english.get_by_role("checkbox").first).to_be_checked()
    line(english).get_by_role("button", name="Switch").click()
    english.get_by_role("button", name="Leave the meeting").click()
    expect(page.get_by_role("checkbox").first).not_to_be_checked()


def test_a_name_of_spaces_is_refused_and_kept_as_typed(open_page: OpenPage) -> None:
    page = open_page(PATH)
    page.get_by_role("button", name="Forbered et møte").click()
    name = page.get_by_label("Hva heter møtet?")
    for text in ("", "   "):
        name.fill(text)
        page.get_by_role("button", name="Lagre").click()
        expect(page.locator("dialog")).to_be_visible()
        assert name.evaluate("field => field.matches(':invalid')")
        expect(name).to_have_value(text)
    page.keyboard.press("Escape")
    assert read_records(page, "meetings") == []


def test_a_past_time_is_remarked_and_kept(open_page: OpenPage) -> None:
    page = open_page(PATH)
    page.get_by_role("button", name="Forbered et møte").click()
    page.locator("[name=name]").fill("Sist")
    remark = page.get_by_text("Tidspunktet er passert.")
    page.locator("[name=when]").fill("2031-01-02T14:30")
    expect(remark).to_be_hidden()
    page.locator("[name=when]").fill("2001-01-02T14:30")
    expect(remark).to_be_visible()
    page.get_by_role("button", name="Lagre").click()
    expect(page.locator(".site-status")).to_contain_text("Lagret")
    assert [each["when"] for each in read_records(page, "meetings")] == ["2001-01-02T14:30"]


def test_a_list_that_the_meeting_does_not_have_can_be_taken_along(open_page: OpenPage) -> None:
    page = open_page(PATH)
    prepare(page, "Statusmøte")
    expect(page.get_by_role("button", name="Ta med listen")).to_be_hidden()
    other = open_page("principles/take-breaks/", context=page.context)
    other.get_by_role("button", name="Ta med listen").click()
    expect(other.get_by_role("button", name="Ta med listen")).to_be_hidden()
    assert read_records(page, "meetings")[0]["pages"] == [KEY, "principles/take-breaks"]


def test_a_meeting_to_come_can_be_chosen(open_page: OpenPage) -> None:
    page = open_meetings(
        open_page,
        ("meetings", [A], meeting("Forbi", "2001-01-02T14:30")),
        ("meetings", [B], meeting("Snart", "2031-01-02T14:30")),
    )
    page.goto(page.url.replace("meetings/", PATH))
    page.get_by_role("button", name="Forbered et møte").click()
    dialog = page.locator(".meeting-dialog")
    expect(dialog.get_by_role("button", name="Forbi")).to_have_count(0)
    choice = dialog.get_by_role("button", name="Snart")
    expect(choice).to_be_focused()
    choice.press("Enter")
    expect(line(page).get_by_role("link")).to_have_text("Snart")
    line(page).get_by_role("link").click()
    expect(card(page, "Snart")).to_contain_text("Du er i dette møtet.")


def test_who_is_in_a_deleted_meeting_is_in_none(open_page: OpenPage) -> None:
    page = open_page(PATH)
    page.evaluate("localStorage.setItem('ryggen-fri.meeting', 'gone')")
    page.reload()
    expect(page.get_by_role("button", name="Forbered et møte")).to_be_visible()
    assert page.evaluate("localStorage.getItem('ryggen-fri.meeting')") is None


def test_where_storage_is_forbidden_a_meeting_lasts_as_long_as_the_page(
    open_page: OpenPage,
) -> None:
    page = open_page(PATH, before=NO_STORAGE)
    page.get_by_role("button", name="Forbered et møte").click()
    page.locator("[name=name]").fill("Statusmøte")
    page.get_by_role("button", name="Lagre").click()
    expect(line(page).get_by_role("link")).to_have_text("Statusmøte")
    expect(line(page)).to_contain_text("Ikke lagret. Det varer til du går fra siden.")
    expect(page.locator(".site-status")).not_to_contain_text("Lagret i")
    page.get_by_role("checkbox").first.check()
    expect(page.locator(".checklist-count")).to_have_text(f"1 av {ITEMS} gjort")


def test_meetings_stand_in_order_with_progress(open_page: OpenPage) -> None:
    tick = {"state": "done", "rev": {}, "at": 1}
    page = open_meetings(
        open_page,
        ("meetings", ["m1"], meeting("Senere", "2031-05-02T14:30")),
        ("meetings", ["m2"], meeting("Snart", "2031-01-02T14:30")),
        ("meetings", ["m3"], meeting("Uten")),
        ("meetings", ["m4"], meeting("Forbi", "2001-01-02T14:30")),
        ("meetings", ["m5"], meeting("Lagt bort", archived=True)),
        ("ticks", ["m2", KEY, "say-it-clearly"], tick),
        ("ticks", ["default", KEY, "offer-the-alternative"], tick),
    )
    assert names(page) == ["Snart", "Senere", "Uten", "Forbi"]
    expect(card(page, "Snart")).to_contain_text("torsdag 2. januar 2031 kl. 14:30")
    expect(card(page, "Snart")).to_contain_text(f"1 av {ITEMS} gjort")
    expect(card(page, "Senere")).to_contain_text(f"0 av {ITEMS} gjort")
    page.get_by_text("Arkivert", exact=True).click()
    assert names(page)[-1] == "Lagt bort"
    card(page, "Senere").get_by_role("link", name="Å si nei").click()
    expect(line(page).get_by_role("link")).to_have_text("Senere")


def test_everything_can_be_undone(open_page: OpenPage) -> None:
    page = open_meetings(
        open_page,
        ("meetings", [A], meeting("Møtet", "2031-01-02T14:30", goal="Målet")),
        ("notes", [A, "", ""], {"text": "Notatet", "at": 1}),
        ("lines", [A, KEY, "say-it-clearly", "l"], {"text": "x", "when": "", "of": "", "at": 1}),
        ("ticks", [A, KEY, "say-it-clearly"], {"state": "done", "rev": {}, "at": 1}),
    )
    stores = ("meetings", "notes", "lines", "ticks")

    def kept() -> list[list[dict[str, object]]]:
        return [[{**each, "at": 0} for each in read_records(page, store)] for store in stores]

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
        expect(page.locator(".site-status")).to_contain_text(said)
        assert kept() != before, name
        undo(page)
        expect(page.locator(".site-status")).to_contain_text("Lagret")
        assert kept() == before, name
        expect(one).to_have_count(1)
        expect(one.get_by_label("Notat til møtet")).to_have_value("Notatet")
    act(one, "Rediger")
    page.get_by_label("Hva heter møtet?").fill("Det andre")
    page.get_by_role("button", name="Lagre").click()
    expect(card(page, "Det andre")).to_be_visible()
    undo(page)
    expect(one).to_be_visible()
    expect(page.locator(".site-status")).to_contain_text("Lagret")
    assert kept() == before


def test_a_copy_has_notes_and_lines_but_no_ticks_and_no_date(open_page: OpenPage) -> None:
    page = open_meetings(
        open_page,
        ("meetings", [A], meeting("Møtet", "2031-01-02T14:30", goal="Målet")),
        ("notes", [A, "", ""], {"text": "Notatet", "at": 1}),
        ("ticks", [A, KEY, "say-it-clearly"], {"state": "done", "rev": {}, "at": 1}),
    )
    act(card(page, "Møtet"), "Lag en kopi")
    copy = page.locator("[data-group]", has_text="Uten dato").locator(".meeting")
    expect(copy).to_contain_text("Målet")
    expect(copy).to_contain_text(f"0 av {ITEMS} gjort")
    expect(copy.get_by_label("Notat til møtet")).to_have_value("Notatet")


@pytest.mark.parametrize("action", ["Slett", "Arkiver"])
def test_the_meeting_one_is_in_is_left_when_it_goes(open_page: OpenPage, action: str) -> None:
    page = open_meetings(open_page, ("meetings", [A], meeting("Møtet")))
    page.evaluate(f"localStorage.setItem('ryggen-fri.meeting', '{A}')")
    page.reload()
    expect(card(page, "Møtet")).to_contain_text("Du er i dette møtet.")
    act(card(page, "Møtet"), action)
    expect(page.locator(".site-status")).to_contain_text("Møtet er")
    assert page.evaluate("localStorage.getItem('ryggen-fri.meeting')") is None


def test_a_note_is_kept_while_it_is_typed(open_page: OpenPage) -> None:
    page = open_meetings(open_page, ("meetings", [A], meeting("Møtet")))
    note = card(page, "Møtet").get_by_label("Notat til møtet")
    note.press_sequentially("Ta med loggen")
    expect(page.locator(".site-status p")).to_have_text("Lagret i denne nettleseren")
    expect(note).to_be_focused()
    page.reload()
    expect(note).to_have_value("Ta med loggen")


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_typed_is_shown_as_text(open_page: OpenPage, width: int) -> None:
    page = open_page(PATH, width=width)
    prepare(page, HOSTILE, **{"when": "2031-01-02T14:30", "with": HOSTILE, "goal": HOSTILE})
    overflow = "document.documentElement.scrollWidth - innerWidth"
    assert page.evaluate(overflow) == 0
    front = page.url.removesuffix(PATH)
    line(page).get_by_role("button", name="Bytt").click()
    assert page.locator("dialog").evaluate("each => each.scrollWidth - each.clientWidth") <= 0
    for path in ("meetings/", ""):
        page.goto(front + path)
        expect(page.get_by_text("<script>throw 1</script>").first).to_be_visible()
        assert page.evaluate(overflow) == 0
    page.goto(f"{front}meetings/")
    page.get_by_label("Notat til møtet").fill(HOSTILE)
    page.locator(".meeting summary").click()
    assert page.evaluate(overflow) == 0
    assert read_records(page, "meetings")[0]["goal"] == HOSTILE


def test_five_hundred_meetings_are_listed_at_once(open_page: OpenPage) -> None:
    page = open_meetings(
        open_page,
        *(("meetings", [f"m{number}"], meeting(f"Møte {number}")) for number in range(500)),
    )
    expect(page.locator(".meeting")).to_have_count(50)
    page.get_by_role("button", name="Vis flere møter").click()
    expect(page.locator(".meeting")).to_have_count(100)
    page.goto(page.url + "#m0")
    page.reload()
    expect(page.locator("#m0")).to_be_in_viewport()


def test_the_calendar_gets_preparation_meeting_and_follow_up(open_page: OpenPage) -> None:
    page = open_meetings(
        open_page,
        ("meetings", [A], meeting("Møtet; <b>", "2031-01-02T14:30")),
        ("meetings", [B], meeting("Uten")),
    )
    card(page, "Uten").locator("summary").click()
    expect(card(page, "Uten").get_by_role("button", name="Last ned til kalenderen")).to_be_hidden()
    with page.expect_download() as download:
        act(card(page, "Møtet; <b>"), "Last ned til kalenderen")
    calendar = icalendar.Calendar.from_ical(download.value.path().read_bytes())
    events = calendar.walk("VEVENT")
    titles = [str(event["SUMMARY"]) for event in events]
    assert titles == ["Forbered: Møtet; <b>", "Møtet; <b>", "Følg opp: Møtet; <b>"]
    assert str(events[0]["URL"]).endswith(PATH)
    assert str(events[1]["URL"]).endswith(f"meetings/#{A}")


def test_the_next_meeting_stands_in_the_first_door_and_nothing_moves(open_page: OpenPage) -> None:
    page = open_page("")
    door = page.locator(".door--meeting")
    expect(door.get_by_role("heading", name="Jeg har et møte snart")).to_be_visible()
    seed(
        page,
        ("meetings", [A], meeting("Senere", "2031-05-02T14:30")),
        ("meetings", [B], meeting("Snart", "2031-01-02T14:30")),
    )
    page.reload()
    expect(door.get_by_role("heading")).to_have_text(re.compile("Neste møte: Snart"))
    assert page.evaluate(MEASURE) <= LIMIT
    door.get_by_role("link", name="Snart").click()
    expect(card(page, "Snart")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_meetings(open_page: OpenPage, scheme: str, width: int) -> None:
    texts = {"with": "Prosjektlederen", "goal": "Del én fredag"}
    page = open_meetings(
        open_page,
        ("meetings", [A], meeting("Møtet", "2031-01-02T14:30", **texts)),
        ("meetings", [B], meeting("Det andre")),
        scheme=scheme,
        width=width,
    )
    stop_transitions(page)
    card(page, "Møtet").locator("summary").click()
    assert violations(page) == []
    page.goto(page.url.replace("meetings/", PATH))
    page.get_by_role("button", name="Forbered et møte").click()
    expect(page.locator(".meeting-dialog")).to_be_visible()
    assert violations(page, ".meeting-dialog") == []
    page.locator(".meeting-dialog").get_by_role("button", name="Møtet").click()
    expect(line(page).get_by_role("link")).to_have_text("Møtet")
    assert violations(page, ".meeting-line") == []


def test_without_javascript_the_page_says_what_it_needs(open_page: OpenPage) -> None:
    page = open_page("meetings/", javascript=False)
    expect(page.get_by_text("Siden trenger JavaScript")).to_be_visible()
    expect(page.get_by_role("button", name="Nytt møte")).to_be_hidden()
