"""The track of a new colleague: questions, dates to review, a sheet to sign."""

from datetime import date, timedelta

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, in_both_languages, with_and_without_javascript
from tests.browser.database import put, read_keys
from tests.browser.meetings import ENTER, M, meeting, meetings
from tests.browser.paper import is_one_sheet, printed, text_of
from tests.browser.steps import box, button, ready, status

PIXELS = 96 / 25.4  # a millimetre
DAYS = ["20280229", "20280302", "20280309", "20280329", "20280529"]  # the 28th is a Sunday
REVIEW = {
    "": ("Første dag", "Last ned til kalenderen", "tirsdag 29. februar 2028", "Repeter i"),
    "en/": ("First day", "Download for your calendar", "Tuesday, 29 February 2028", "Review in"),
}


@with_and_without_javascript
def test_answers_are_hidden_until_one_asks(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("onboarding/day-1/", javascript=javascript)
    answer = page.get_by_text("Legg på, og si fra til lederen.")
    expect(answer).to_be_hidden()
    page.get_by_text("Noen truer deg på telefonen.").click()
    expect(answer).to_be_visible()


@pytest.mark.parametrize(("prefix", "words"), REVIEW.items())
def test_dates_to_review_can_be_taken_along(
    open_page: OpenPage, prefix: str, words: tuple[str, ...]
) -> None:
    label, download_it, day, title = words
    page = open_page(f"{prefix}onboarding/review/")
    page.get_by_label(label).fill("2028-02-28")
    expect(page.locator("review-dates time").first).to_have_text(day)
    with page.expect_download() as download:
        page.get_by_role("button", name=download_it).click()
    assert download.value.suggested_filename == "ryggen-fri.ics"
    data = download.value.path().read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    assert [line.partition(":")[2] for line in lines if line.startswith("DTSTART")] == DAYS
    assert lines.count(f"SUMMARY:{title} Ryggen fri") == 5
    assert lines.count("UID:review-2028-02-29@ryggen-fri") == 1
    assert lines.count(f"URL:{page.url}") == 5


@pytest.mark.parametrize("day", ["", "9999-12-01", "275760-09-13"])
def test_without_a_day_that_can_be_one_there_are_no_dates(open_page: OpenPage, day: str) -> None:
    page = open_page("onboarding/review/")
    dates = page.locator("review-dates time")
    expect(dates).to_have_count(5)
    field = page.get_by_label("Første dag")
    field.fill(day)
    reason = "Velg en dato nærmere i dag." if day else ""
    expect(page.locator("main").get_by_role("status")).to_have_text(reason)
    expect(page.get_by_role("button", name="Last ned")).to_be_disabled()
    field.fill("0001-01-01")
    expect(dates.first).to_have_attribute("datetime", "0001-01-02")


def test_the_sheet_to_sign_is_one_page_with_room_to_sign(open_page: OpenPage) -> None:
    page = open_page("onboarding/sign-off/", before="window.print = () => { window.asked = true; }")
    button(page, "Skriv ut").click()
    assert page.evaluate("window.asked")
    pdf = printed(page)
    assert is_one_sheet(pdf)
    text = text_of(pdf)
    for each in ("Ny kollega", "Fadder", "Leder", "Enhet", "Første dag", "Fant utgangen"):
        assert each in text
    assert "Les også" not in text
    for place in page.locator(".to-fill--signatures > li").all():
        box = place.bounding_box()
        assert box
        assert box["height"] >= 15 * PIXELS


def test_the_track_shows_how_far_one_is_and_what_is_next(open_page: OpenPage) -> None:
    page = open_page("onboarding/overview/")
    steps = page.locator(".steps__step")
    expect(steps).to_have_count(3)
    expect(steps.nth(0).get_by_text("Neste")).to_be_visible()
    day = open_page("onboarding/day-1/", context=page.context)
    for each in day.get_by_role("checkbox").all():
        each.check()
    expect(steps.nth(0)).to_contain_text("Forberedt")
    expect(steps.nth(1).get_by_text("Neste")).to_be_visible()
    expect(page.locator(".steps__next:visible")).to_have_count(1)


def test_the_track_belongs_to_no_meeting(open_page: OpenPage) -> None:
    path = "onboarding/day-1"
    page = open_page(f"{path}/")
    ready(page)
    item = page.locator(".checklist-item").first
    note = {"text": "husk nøkkelen", "at": 1}
    key = ["default", path, item.get_attribute("id") or ""]
    put(page, {**meetings(**{M: meeting("Statusmøte")}), "notes": [(key, note)]})
    page.evaluate(ENTER)
    page.reload()
    expect(item).to_contain_text("husk nøkkelen")
    box(page, 0).check()
    status(page, "Lagret")
    assert read_keys(page, "ticks") == [key]
    overview = open_page("onboarding/overview/", context=page.context)
    expect(overview.locator(".steps__step").first).to_contain_text("1 av ")


@pytest.mark.parametrize(
    ("part", "shown"),
    [
        (None, {"Øv på skjermen"}),
        ("buddy", {"For fadderen"}),
        ("manager", {"For lederen"}),
        ("all", {"Øv på skjermen", "For fadderen", "For lederen", "Husker du?"}),
    ],
)
def test_each_gets_their_part_on_paper(
    open_page: OpenPage, part: str | None, shown: set[str]
) -> None:
    parts = ("Øv på skjermen", "For fadderen", "For lederen", "Husker du?", "Les også")
    page = open_page("onboarding/week-1/", before="window.print = () => {};")
    ready(page)
    if part:
        page.locator(f"button[data-part={part}]").click()
    text = text_of(printed(page))
    assert {each for each in parts if each in text} == shown
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "For lederen" not in text_of(printed(page))


@in_both_languages
def test_a_page_says_that_it_is_overdue_from_the_day_after(
    open_page: OpenPage, prefix: str
) -> None:
    page = open_page(f"{prefix}lines/", now="2026-11-25T12:00:00Z", width=320)
    notice, below = page.locator("review-notice"), page.locator("review-notice + *")
    last = date.fromisoformat(notice.get_attribute("by") or "")
    places = []
    for day in (last, last + timedelta(days=1)):
        page.clock.set_fixed_time(f"{day}T12:00:00Z")
        page.reload()
        expect(notice).to_be_visible(visible=day > last)
        places.append(below.bounding_box())
    assert places[0] == places[1]  # nothing has moved
