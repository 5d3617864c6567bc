"""A checklist on paper: one sheet of A4, its boxes, its ticks, its address and the date."""

import re
from datetime import date

import pytest
from babel.dates import format_date
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, in_both_languages, in_both_looks
from tests.browser.paper import folded, is_one_sheet, printed, text_of
from tests.browser.steps import box, ready, status
from tests.browser.ticks import ITEMS, PATH
from tests.project import ADDRESS, GUIDE

SITUATIONS = sorted(file.stem for file in (GUIDE / "docs/nb/situations").glob("*.md"))


@in_both_languages
def test_a_situation_fits_one_page(open_page: OpenPage, prefix: str) -> None:
    page = open_page(prefix)
    front = page.url
    for key in SITUATIONS:
        page.goto(f"{front}situations/{key}/")
        ready(page)
        labels = page.locator("li.checklist-item label").all_inner_texts()
        lines = page.locator(".checklist-phrase > p:not([lang])").all_inner_texts()
        pdf = printed(page)
        text = text_of(pdf)
        assert is_one_sheet(pdf), key
        assert len(labels) > 5
        assert [each for each in [*labels, *lines] if folded(each) not in text] == [], key
        assert page.url in text
        assert text.count("Viktigst" if not prefix else "Most important") >= 3


def test_type_on_paper_is_nine_points_or_more(open_page: OpenPage) -> None:
    page = open_page(PATH)
    page.emulate_media(media="print")
    sizes = page.locator("checklist-page :is(label, p, li):visible").evaluate_all(
        "each => each.map(element => parseFloat(getComputedStyle(element).fontSize))"
    )
    assert min(sizes) >= 9 * 96 / 72 - 0.01


@in_both_looks
def test_print_shows_address_date_and_progress_and_no_controls(
    open_page: OpenPage, scheme: str, width: int
) -> None:
    now = "2028-02-29T12:00:00Z"
    page = open_page(f"{PATH}#before", scheme=scheme, width=width, now=now)
    box(page, 0).check()
    status(page, "Lagret")
    text = text_of(printed(page))
    assert page.url.split("#")[0] in text
    assert format_date(date(2028, 2, 29), "long", locale="nb_NO") in text
    assert f"1 av {ITEMS} gjort" in text
    for control in ("Nullstill", "Skriv ut", "Ikke aktuelt", "Søk", "English", "Lagret"):
        assert control not in text


def test_print_without_javascript_has_an_address_and_room_for_the_date(
    open_page: OpenPage,
) -> None:
    page = open_page(f"en/{PATH}", javascript=False)
    text = text_of(printed(page))
    assert f"{ADDRESS}en/{PATH}" in text
    assert "Printed ____" in text


def test_both_dates_on_english_paper_are_written_alike(open_page: OpenPage) -> None:
    page = open_page(f"en/{PATH}")
    ready(page)
    text = text_of(printed(page))
    dates = re.findall(r"(?:Last reviewed|Printed) (\S+ \S+ \S+)", text)
    assert len(dates) == 2
    assert all(re.fullmatch(r"\d{1,2} [A-Z][a-z]+ \d{4}", each) for each in dates)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_boxes_and_ticks_are_black_lines_on_white(open_page: OpenPage, scheme: str) -> None:
    page = open_page(PATH, scheme=scheme)
    box(page, 0).check()
    page.emulate_media(media="print")
    style = """(box, part) => {
      const { borderBottomColor, borderBottomWidth, backgroundColor } = getComputedStyle(box, part);
      return [borderBottomColor, parseFloat(borderBottomWidth) > 1, backgroundColor];
    }"""
    black, white = "rgb(0, 0, 0)", "rgb(255, 255, 255)"
    assert box(page, 0).evaluate(style) == [black, True, white]
    assert box(page, 0).evaluate(style, "::before")[:2] == [black, True]
    assert box(page, 1).evaluate(style) == [black, True, white]


def test_what_is_folded_is_printed_and_folds_again(open_page: OpenPage) -> None:
    page = open_page(PATH)
    page.locator("#offer-the-alternative .checklist-body").evaluate(
        "body => body.insertAdjacentHTML('beforeend', "
        "'<details id=more><summary>Mer</summary><p>Folded words</p></details>')"
    )
    assert "Folded words" in text_of(printed(page))
    expect(page.locator("#more")).not_to_have_attribute("open", "")
