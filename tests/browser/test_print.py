"""A checklist on paper: one sheet of A4, its boxes, its ticks, its address and the date."""

import io
import re
import unicodedata
from datetime import UTC, datetime

import pytest
from babel.dates import format_date
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.conftest import SCHEMES, WIDTHS, OpenPage
from tests.browser.ticks import ITEMS
from tests.project import ROOT

SITUATIONS = sorted(file.stem for file in (ROOT / "docs/nb/situations").glob("*.md"))
A4 = (595, 842)  # points


def printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def text_of(pdf: PdfReader) -> str:
    return folded(" ".join(page.extract_text() for page in pdf.pages))


def folded(text: str) -> str:
    """Letter by letter: some fonts print “fi” as one sign."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text))


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_situation_fits_one_page(open_page: OpenPage, prefix: str) -> None:
    page = open_page(prefix)
    front = page.url
    for key in SITUATIONS:
        page.goto(f"{front}situations/{key}/", wait_until="networkidle")
        labels = page.locator("li.checklist-item label").all_inner_texts()
        lines = page.locator(".checklist-phrase > p").all_inner_texts()
        pdf = printed(page)
        text = text_of(pdf)
        assert len(pdf.pages) == 1, key
        assert (round(pdf.pages[0].mediabox.width), round(pdf.pages[0].mediabox.height)) == A4
        assert len(labels) > 5
        assert [each for each in [*labels, *lines] if folded(each) not in text] == [], key
        assert page.url in text
        assert text.count("Viktigst" if not prefix else "Key") >= 3


def test_type_on_paper_is_nine_points_or_more(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/")
    page.emulate_media(media="print")
    sizes = page.locator("checklist-page :is(label, p, li):visible").evaluate_all(
        "each => each.map(element => parseFloat(getComputedStyle(element).fontSize))"
    )
    assert min(sizes) >= 9 * 96 / 72 - 0.01


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_print_shows_address_date_and_progress_and_no_controls(
    open_page: OpenPage, scheme: str, width: int
) -> None:
    page = open_page("situations/saying-no/#before", scheme=scheme, width=width)
    page.get_by_role("checkbox").first.check()
    expect(page.locator("main").get_by_role("status")).to_contain_text("Lagret")
    text = text_of(printed(page))
    assert page.url.split("#")[0] in text
    assert format_date(datetime.now(UTC).astimezone(), "long", locale="nb_NO") in text
    assert f"1 av {ITEMS} gjort" in text
    for control in ("Nullstill", "Skriv ut", "Ikke aktuelt", "Søk", "På engelsk", "Lagret"):
        assert control not in text


def test_print_without_javascript_has_an_address_and_room_for_the_date(
    open_page: OpenPage,
) -> None:
    page = open_page("en/situations/saying-no/", javascript=False)
    text = text_of(printed(page))
    assert "https://ryggenfri.example/en/situations/saying-no/" in text
    assert "Printed ____" in text


def test_both_dates_on_english_paper_are_written_alike(open_page: OpenPage) -> None:
    page = open_page("en/situations/saying-no/")
    page.wait_for_load_state("networkidle")  # what fills in the date has come
    text = text_of(printed(page))
    dates = re.findall(r"(?:Last reviewed|Printed) (\S+ \S+ \S+)", text)
    assert len(dates) == 2
    assert [date for date in dates if not re.fullmatch(r"\d{1,2} [A-Z][a-z]+ \d{4}", date)] == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_boxes_and_ticks_are_black_lines_on_white(open_page: OpenPage, scheme: str) -> None:
    page = open_page("situations/saying-no/", scheme=scheme)
    page.get_by_role("checkbox").first.check()
    page.emulate_media(media="print")
    style = """(box, part) => {
      const { borderBottomColor, borderBottomWidth, backgroundColor } = getComputedStyle(box, part);
      return [borderBottomColor, parseFloat(borderBottomWidth) > 1, backgroundColor];
    }"""
    box = page.get_by_role("checkbox").first
    black, white = "rgb(0, 0, 0)", "rgb(255, 255, 255)"
    assert box.evaluate(style) == [black, True, white]
    assert box.evaluate(style, "::before")[:2] == [black, True]
    assert page.get_by_role("checkbox").nth(1).evaluate(style) == [black, True, white]


def test_what_is_folded_is_printed_and_folds_again(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/")
    page.locator("#offer-the-alternative .checklist-body").evaluate(
        "body => body.insertAdjacentHTML('beforeend', "
        "'<details id=more><summary>Mer</summary><p>Folded words</p></details>')"
    )
    assert "Folded words" in text_of(printed(page))
    expect(page.locator("#more")).not_to_have_attribute("open", "")
