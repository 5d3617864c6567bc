"""A meeting that is prepared at a desk is taken along on a phone: in a link, or else in a file."""

import json
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from random import Random

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import expect_accessible
from tests.browser.conftest import PHONE, OpenPage
from tests.browser.database import Stored, put, stored
from tests.browser.meetings import card, meeting, open_meetings
from tests.browser.steps import allow_clipboard, button, copied, notice, ready, undo
from tests.browser.test_meetings import SOON
from tests.browser.test_my_data import entries
from tests.browser.ticks import KEY, TICK, choose
from tests.payloads import FLAG, PAYLOADS

PATH = "meetings/"
M, OTHER, LINE = (f"00000000-0000-4000-8000-00000000000{digit}" for digit in "123")
"""Ids of meetings and of a line."""
NAMES = {"name": "Kari Hansen, klage", "with": "Kari Hansen"}
MEETING = meeting("", SOON, goal="Enige om omfanget", at=5000) | NAMES
ITEM = [M, KEY, "say-it-clearly"]
RECORDS: Stored = {
    "meetings": [([M], MEETING), ([OTHER], meeting("Et annet", at=1000))],
    "ticks": [([*ITEM[:2], "offer-the-alternative"], {"removed": True, "at": 9}), (ITEM, TICK)],
    "lines": [([*ITEM, LINE], {"text": "Nei.", "when": "", "of": "", "at": 1000})],
    "notes": [([M, "", ""], {"text": "Spør Kari om mars", "at": 1000})],
    "log": [],
}
NOISE = Random(1).randbytes(9000).hex()  # noqa: S311 (nothing secret)
PLACES = "window.places = []; document.onreadystatechange = () => places.push(location.href)"
"""What others on the page can read of its address."""
KEPT = "[location.href, ...window.places, ...navigation.entries().map(({ url }) => url)].join()"
SHARE = """window.shared = [];
  Object.assign(Navigator.prototype, {
    canShare: () => true,
    share: async (data) => {
      shared.push(data.url ?? data.files[0].name);
      if (window.refuses) throw new DOMException('', window.refuses);
    },
  });"""


def asked(page: Page, title: str = "Vil du hente inn dette møtet?") -> Locator:
    return page.get_by_role("dialog", name=title)


def open_dialog(page: Page) -> Locator:
    held = card(page, NAMES["name"])
    held.get_by_role("button", name="Mer").click()
    held.get_by_role("button", name="Ta med på telefonen").click()
    return asked(page, "Ta med på telefonen")


def link_of(page: Page, *, named: bool) -> str:
    """The link to the meeting, copied at the desk, from `#` on."""
    dialog = open_dialog(page)
    if named:
        dialog.get_by_label("Ta med navn og notater").check()
    button(page, "Kopier lenken").click()
    address, mark, text = copied(page).partition("#")
    assert address == page.url.partition("#")[0]
    return mark + text


def test_it_is_taken_from_a_list_of_it_too(open_page: OpenPage) -> None:
    desk = open_meetings(open_page, RECORDS)
    allow_clipboard(desk)
    link = link_of(desk, named=False)
    desk.evaluate(f"localStorage.setItem('ryggen-fri.meeting', '{M}')")
    page = open_page(f"{KEY}/", context=desk.context)
    ready(page)
    choose(page, "Ta med på telefonen")
    button(page, "Kopier lenken").click()
    assert copied(page) == desk.url + link


def content(link: str) -> str:
    text = link.removeprefix("#take=")
    return zlib.decompress(urlsafe_b64decode(text + "=" * (-len(text) % 4)), -15).decode()


@pytest.mark.parametrize("named", [False, True])
def test_a_meeting_goes_along_to_a_phone(open_page: OpenPage, named: bool) -> None:
    desk = open_meetings(open_page, RECORDS)
    allow_clipboard(desk)
    link = link_of(desk, named=named)
    assert ("Kari" in content(link)) is named
    assert "Et annet" not in content(link)

    phone = open_page(PATH + link, before=PLACES, **PHONE)
    expect(asked(phone)).to_contain_text(NAMES["name"] if named else "Å si nei")
    expect(asked(phone)).to_contain_text("torsdag 2. januar 2031 kl. 14:30")
    expect(asked(phone)).to_contain_text(f"Kryss: 1 · Egne replikker: 1 · Notater: {int(named)}")
    assert "take" not in phone.evaluate(KEPT)
    expect_accessible(phone)
    button(phone, "Lukk").click()
    phone.reload()
    expect(phone.get_by_text("Du har ingen møter ennå.")).to_be_visible()
    assert not any(stored(phone).values())

    phone.evaluate("link => { location.hash = link }", link)
    button(phone, "Hent inn").click()
    assert "take" not in phone.evaluate(KEPT)
    expect(card(phone, NAMES["name"] if named else "Å si nei")).to_contain_text(MEETING["goal"])
    here = stored(phone)
    assert here["ticks"] == RECORDS["ticks"]
    assert here["lines"] == RECORDS["lines"]
    assert here["notes"] == (RECORDS["notes"] if named else [])
    assert [key for key, _ in here["meetings"]] == [[M]]

    for page in (phone, desk):  # where it has come to, and where it comes from
        before = stored(page)
        page.evaluate("link => { location.hash = link }", link)
        expect(asked(page, "Det er ikke noe nytt i lenken")).to_be_visible()
        button(page, "Lukk").click()
        assert stored(page) == before
    undo(phone)
    expect(phone.get_by_text("Du har ingen møter ennå.")).to_be_visible()
    assert not any(stored(phone).values())


def test_what_is_newer_on_the_phone_stays(open_page: OpenPage) -> None:
    desk = open_meetings(open_page, RECORDS)
    allow_clipboard(desk)
    phone = open_meetings(
        open_page,
        {
            "meetings": [([M], MEETING | {"name": "Mitt navn", "goal": "Gammelt", "at": 1})],
            "ticks": [(ITEM, {**TICK, "state": "not-relevant", "at": 9000})],
        },
    )
    phone.evaluate("link => { location.hash = link }", link_of(desk, named=False))
    expect(asked(phone)).to_contain_text("Du har møtet her fra før.")
    button(phone, "Hent inn").click()
    expect(card(phone, "Mitt navn")).to_contain_text(MEETING["goal"])
    assert stored(phone)["ticks"][1][1]["state"] == "not-relevant"


def test_too_much_for_a_link_goes_along_in_a_file(open_page: OpenPage) -> None:
    desk = open_meetings(open_page, RECORDS)
    put(desk, {"notes": [(ITEM, {"text": NOISE, "at": 1})]})
    dialog = open_dialog(desk)
    expect(dialog.locator(".notice")).to_be_hidden()
    dialog.get_by_label("Ta med navn og notater").check()
    expect(dialog.get_by_role("status")).to_contain_text("tegn, og grensen er 8000.")
    expect_accessible(desk)
    with desk.expect_download() as downloading:
        button(desk, "Last ned filen").click()
    assert downloading.value.suggested_filename.startswith("ryggen-fri-meeting-")
    file = json.loads(downloading.value.path().read_text("utf-8"))
    assert {"key": ITEM, "record": {"text": NOISE, "at": 1}} in file["records"]["notes"]


def test_the_share_sheet_is_used_where_there_is_one(open_page: OpenPage) -> None:
    page = open_meetings(open_page, RECORDS, before=SHARE)
    allow_clipboard(page)
    for refuses, said in [("", ""), ("AbortError", ""), ("NotAllowedError", "Kopiert")]:
        page.evaluate("why => { window.refuses = why }", refuses)
        open_dialog(page)
        button(page, "Del").click()
        expect(notice(page)).to_have_text(said)
    assert "#take=" in page.evaluate("shared.join()")
    put(page, {"notes": [(ITEM, {"text": NOISE, "at": 1})]})
    open_dialog(page).get_by_role("checkbox").check()
    button(page, "Del").click()
    page.wait_for_function("shared.at(-1).endsWith('.json')")


def test_where_nothing_can_be_copied_it_is_a_file(open_page: OpenPage) -> None:
    page = open_meetings(open_page, RECORDS, before="delete Navigator.prototype.clipboard")
    open_dialog(page)
    with page.expect_download() as downloading:
        button(page, "Kopier lenken").click()
    assert "Kari" not in downloading.value.path().read_text("utf-8")
    expect(notice(page)).to_contain_text("lastet ned som en fil")


def test_a_hostile_link_changes_nothing_and_says_so(open_page: OpenPage) -> None:
    def link(records: Stored) -> str:
        file = {"format": "ryggen-fri", "version": 1, "records": entries(records)}
        packed = zlib.compress(json.dumps(file).encode(), wbits=-15)
        return "#take=" + urlsafe_b64encode(packed).decode().rstrip("=") + "x"  # its end

    evil = {**MEETING, "name": PAYLOADS[0], "with": PAYLOADS[1]}
    page = open_page(PATH + link({"meetings": [([M], MEETING), ([OTHER], MEETING)]}), before=PLACES)
    broken = asked(page, "Lenken kan ikke leses")
    expect(broken).to_contain_text("ikke fra Ryggen fri. Ingenting er endret.")
    assert "take" not in page.evaluate(KEPT)
    expect(button(page, "Hent inn")).to_have_count(0)
    for text in ("", "%00", "A" * 9000):
        button(page, "Lukk").click()
        expect(broken).to_have_count(0)
        page.evaluate("text => { location.hash = `take=${text}` }", text)
        expect(broken).to_be_visible()
    assert not any(stored(page).values())
    button(page, "Lukk").click()
    page.evaluate("link => { location.hash = link }", link({"meetings": [([M], evil)]}))
    expect(asked(page)).to_contain_text(PAYLOADS[0])
    button(page, "Hent inn").click()
    expect(page.get_by_role("heading", name=PAYLOADS[0])).to_be_visible()
    assert page.evaluate(f"window.{FLAG}") is None
