"""Lines of one's own are where the guide's are: in the list, among all lines, on paper."""

import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import expect_accessible
from tests.browser.conftest import OpenPage, in_both_languages
from tests.browser.database import read_keys, read_records
from tests.browser.faults import REFUSE
from tests.browser.meetings import ENTER, M
from tests.browser.own import add_line, make_meeting, make_mine, saved
from tests.browser.paper import is_one_sheet, printed, text_of
from tests.browser.steps import UNSAVED
from tests.browser.ticks import KEY, PATH, module, open_menu

ITEM = "#say-it-clearly"
BARE = "#check-your-authority"  # an item without a line
OPENING = "Jeg vil at dette skal virke"
UUID = re.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def guide_line(page: Page, item: str = ITEM) -> Locator:
    return page.locator(f"{item} .checklist-phrase > p:not(.own-line)").first


def own_line(page: Page, item: str = ITEM) -> Locator:
    return page.locator(f"{item} .own-line")


def records(page: Page) -> list[Any]:
    return [
        {name: record[name] for name in ("text", "when", "of")}
        for record in read_records(page, "lines")
    ]


@in_both_languages
def test_a_line_is_added_to_any_item(open_page: OpenPage, prefix: str) -> None:
    page = open_page(prefix + PATH)
    add_line(page.locator(BARE), "Jeg spør sjefen først.")
    expect(own_line(page, BARE)).to_contain_text("Jeg spør sjefen først.")
    expect(page.locator(f"{BARE} .checklist-more")).to_be_focused()
    assert records(page) == [{"text": "Jeg spør sjefen først.", "when": "", "of": ""}]
    (key,) = read_keys(page, "lines")
    assert key[:3] == ["default", KEY, BARE[1:]]
    assert UUID.fullmatch(key[3])
    page.reload()
    expect(own_line(page, BARE)).to_contain_text("My line" if prefix else "Min replikk")


def test_the_guide_s_line_is_put_in_one_s_own_words(open_page: OpenPage) -> None:
    page = open_page(PATH)
    button = guide_line(page).get_by_role("button", name="Si det med egne ord")
    button.focus()
    button.press("Enter")
    form = page.locator(f"{ITEM} form")
    expect(form.get_by_role("textbox", name="Replikken")).to_have_value(
        re.compile(f"^{OPENING}.*fredag.$")
    )
    form.get_by_role("button", name="Avbryt").click()
    expect(guide_line(page)).to_be_visible()
    make_mine(guide_line(page), "Nei, ikke på fredag.")
    expect(guide_line(page)).to_be_hidden()
    expect(own_line(page)).to_have_text(
        re.compile("Første gang.*Nei, ikke på fredag.*Min replikk", re.DOTALL)
    )
    (record,) = records(page)
    assert record["of"].startswith(f"«{OPENING}")
    assert record["of"].endswith("fredag.»")
    page.goto(page.url.replace("/situations", "/en/situations"))
    expect(own_line(page)).to_be_visible()
    expect(guide_line(page)).to_be_hidden()


def test_deleting_brings_the_guide_s_line_back_and_can_be_undone(open_page: OpenPage) -> None:
    page = open_page(PATH)
    make_mine(guide_line(page), "Nei.")
    own_line(page).click()
    own_line(page).get_by_role("button", name="Slett replikken").click()
    expect(own_line(page)).to_have_count(0)
    expect(guide_line(page)).to_be_visible()
    expect(page.locator(f"{ITEM} .checklist-more")).to_be_focused()
    assert records(page) == []
    notice = page.locator(".site-status", has_text="Replikken er slettet.")
    notice.get_by_role("button", name="Angre").click()
    expect(own_line(page)).to_contain_text("Nei.")
    expect(guide_line(page)).to_be_hidden()
    page.reload()
    expect(own_line(page)).to_contain_text("Nei.")


def test_in_a_meeting_one_chooses_whether_it_is_for_good(open_page: OpenPage) -> None:
    page = open_page(PATH)
    make_meeting(page)
    open_menu(page.locator(BARE)).get_by_role("button", name="Legg til en replikk").click()
    expect(page.locator(".own-form").get_by_role("checkbox")).to_have_count(0)
    page.keyboard.press("Escape")
    meeting = open_page(PATH, context=page.context, before=ENTER)
    for text, is_here in (("Her", True), ("Alltid", False)):
        open_menu(meeting.locator(BARE)).get_by_role("button", name="Legg til").click()
        meeting.get_by_role("textbox", name="Replikken").fill(text)
        meeting.get_by_label("Bare i dette møtet").set_checked(is_here)
        meeting.get_by_role("button", name="Lagre").click()
        saved(meeting)
    expect(own_line(meeting, BARE)).to_have_count(2)
    expect(own_line(meeting, BARE).filter(has_text="bare i dette møtet")).to_contain_text("Her")
    assert sorted(key[0] for key in read_keys(page, "lines")) == ["default", M]
    page.evaluate(f"async () => (await {module('store/enter.js')}).enterMeeting('default')")
    expect(own_line(page, BARE)).to_have_count(1)
    expect(own_line(page, BARE)).to_contain_text("Alltid")


def test_what_is_not_saved_says_so_and_is_tried_again(open_page: OpenPage) -> None:
    page = open_page(PATH, before=REFUSE)
    page.evaluate("window.refusing = true")
    open_menu(page.locator(BARE)).get_by_role("button", name="Legg til en replikk").click()
    page.get_by_role("textbox", name="Replikken").fill("Viktig")
    page.get_by_role("button", name="Lagre").click()
    expect(page.locator(".checklist-message")).to_have_text(UNSAVED)
    expect(own_line(page, BARE).get_by_text("Ikke lagret")).to_be_visible()
    page.evaluate("window.refusing = false")
    page.get_by_role("button", name="Prøv igjen").click()
    saved(page)
    expect(own_line(page, BARE).get_by_text("Ikke lagret")).to_have_count(0)
    assert [record["text"] for record in records(page)] == ["Viktig"]


def test_it_stands_among_all_lines_and_the_filter_finds_it(open_page: OpenPage) -> None:
    page = open_page(PATH)
    make_mine(guide_line(page), "Nei, ikke på fredag, Zorro.")
    add_line(page.locator(BARE), "Jeg spør først, Zorro.")
    lines = open_page("lines/", context=page.context)
    own = lines.locator(".own-line")
    expect(own).to_have_count(2)
    expect(lines.locator(".line").filter(has_text=OPENING)).to_be_hidden()
    lines.get_by_label("Søk i replikkene").fill("zorro")
    expect(lines.locator(".line:visible")).to_have_count(2)
    expect(lines.get_by_role("status").filter(has_text="2 replikker")).to_be_visible()
    lines.get_by_label("Søk i replikkene").fill("skal virke den dagen")
    expect(lines.locator(".line:visible")).to_have_count(0)
    lines.get_by_label("Søk i replikkene").fill("")
    moment = lines.locator(".lines__moment").filter(has=own).filter(has_text="spør først")
    expect(moment.get_by_role("heading", name="Før samtalen")).to_be_visible()
    moment.get_by_role("link", name="Før samtalen").click()
    expect(lines).to_have_url(re.compile(f"/{PATH}#before$"))


@pytest.mark.soak
def test_long_lines_are_accessible_and_not_cut_off(open_page: OpenPage) -> None:
    page = open_page(PATH)
    make_mine(guide_line(page), "Enlangreplikkutenmellomrom" * 20)
    page.evaluate(ENTER)
    open_menu(page.locator(BARE)).get_by_role("button", name="Legg til en replikk").click()
    expect(page.locator(".own-form").get_by_role("checkbox")).to_have_count(1)
    expect_accessible(page)
    page.goto(page.url.split("situations")[0] + "lines/")
    expect(page.locator(".own-line")).to_have_count(1)
    expect_accessible(page, ".lines:has(.own-line)")


def test_it_is_printed_in_place_of_the_guide_s(open_page: OpenPage) -> None:
    page = open_page(PATH)
    make_mine(guide_line(page), "Nei, ikke på fredag, Zorro.")
    open_menu(page.locator(BARE)).get_by_role("button", name="Legg til en replikk").click()
    pdf = printed(page)
    text = text_of(pdf)
    assert is_one_sheet(pdf)
    assert re.search(r"Si et tydelig nei\..*«Nei, ikke på fredag, Zorro\.» Min replikk", text)
    assert OPENING not in text
    assert "Avbryt" not in text
