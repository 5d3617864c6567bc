"""The track of a new colleague: questions, dates to review, a sheet to sign."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WIDTHS, OpenPage
from tests.browser.test_print import printed, text_of

DAYS = ["20280229", "20280302", "20280309", "20280329", "20280529"]  # the 28th is a Sunday


@pytest.mark.parametrize("javascript", [True, False])
def test_answers_are_hidden_until_one_asks(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("onboarding/day-1/", javascript=javascript)
    answer = page.get_by_text("Legg på, og si fra til lederen.")
    expect(answer).to_be_hidden()
    page.get_by_text("Noen truer deg på telefonen.").click()
    expect(answer).to_be_visible()


@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        (
            "",
            ("Første dag", "Last ned til kalenderen", "tirsdag 29. februar 2028", "Repeter i"),
        ),
        (
            "en/",
            ("First day", "Download for your calendar", "Tuesday, 29 February 2028", "Review in"),
        ),
    ],
)
def test_dates_to_review_can_be_taken_along(
    open_page: OpenPage, tmp_path: Path, prefix: str, words: tuple[str, ...]
) -> None:
    label, button, day, title = words
    page = open_page(f"{prefix}onboarding/review/")
    page.get_by_label(label).fill("2028-02-28")
    expect(page.locator("review-dates time").first).to_have_text(day)
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    assert download.value.suggested_filename == "ryggen-fri.ics"
    download.value.save_as(tmp_path / "dates.ics")
    data = (tmp_path / "dates.ics").read_bytes()
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    lines = data.replace(b"\r\n ", b"").decode().split("\r\n")
    assert [line.partition(":")[2] for line in lines if line.startswith("DTSTART")] == DAYS
    assert lines.count(f"SUMMARY:{title} Ryggen fri") == 5
    assert len({line for line in lines if line.startswith("UID")}) == 5
    assert lines.count("UID:review-2028-02-29@ryggen-fri") == 1
    assert lines.count(f"URL:{page.url}") == 5


def test_without_a_day_there_is_nothing_to_download(open_page: OpenPage) -> None:
    page = open_page("onboarding/review/")
    page.get_by_label("Første dag").fill("")
    expect(page.get_by_role("button", name="Last ned")).to_be_disabled()


@pytest.mark.parametrize("day", ["9999-12-01", "12345-01-01", "275760-09-13"])
def test_a_day_too_far_away_gives_no_dates_but_a_reason(open_page: OpenPage, day: str) -> None:
    page = open_page("onboarding/review/")
    dates = page.locator("review-dates time")
    expect(dates).to_have_count(5)
    field = page.get_by_label("Første dag")
    field.fill(day)
    expect(page.locator("main").get_by_role("status")).to_have_text("Velg en dato nærmere i dag.")
    expect(dates).to_have_count(0)
    expect(page.get_by_role("button", name="Last ned")).to_be_disabled()
    field.fill("0001-01-01")
    expect(dates.first).to_have_attribute("datetime", "0001-01-02")
    expect(page.locator("main").get_by_role("status")).to_be_empty()


@pytest.mark.parametrize("width", WIDTHS)
def test_sheet_to_sign_is_one_page(open_page: OpenPage, width: int) -> None:
    page = open_page("onboarding/sign-off/", width=width)
    reader = printed(page)
    assert len(reader.pages) == 1
    assert "Fant utgangen og alarmen" in text_of(reader)


def test_the_sheet_has_a_button_that_prints_it(open_page: OpenPage) -> None:
    page = open_page(
        "onboarding/sign-off/", before="window.print = () => { window.isPrinted = true; }"
    )
    page.get_by_role("button", name="Skriv ut").click()
    assert page.evaluate("window.isPrinted")
    page = open_page("onboarding/sign-off/", javascript=False)
    expect(page.get_by_role("button", name="Skriv ut")).to_have_count(0)


def test_the_overview_shows_how_far_one_is_and_what_is_next(open_page: OpenPage) -> None:
    page = open_page("onboarding/overview/")
    expect(page.locator(".steps__step")).to_have_count(3)
    expect(page.locator(".steps__next:visible")).to_have_count(1)
    day = open_page("onboarding/day-1/", context=page.context)
    for box in day.get_by_role("checkbox").all():
        box.check()
    expect(page.locator(".steps__step").first).to_contain_text("Forberedt")
    second = page.locator(".steps__step").nth(1)
    expect(second.locator(".steps__next")).to_be_visible()
    expect(page.locator("practice-badge")).to_have_count(14)


@pytest.mark.parametrize(("part", "words"), [("buddy", "For fadderen"), ("manager", "For lederen")])
def test_a_part_is_printed_alone(open_page: OpenPage, part: str, words: str) -> None:
    page = open_page("onboarding/week-1/", before="window.print = () => {};")
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    page.locator(f"button[data-part={part}]").click()
    text = text_of(printed(page))
    assert words in text
    others = {"For fadderen", "For lederen", "Øv på skjermen", "Husker du?"} - {words}
    assert [other for other in others if other in text] == []
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert "For fadderen" in text_of(printed(page))
