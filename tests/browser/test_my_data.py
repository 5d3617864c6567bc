"""My data: what there is, a copy taken and brought in, everything deleted."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import FilePayload, Locator, Page, expect

from tests.browser.axe import expect_accessible
from tests.browser.conftest import OpenPage
from tests.browser.database import NAMES, Stored, put, read_records, stored
from tests.browser.faults import REFUSE, REFUSE_LATER
from tests.browser.meetings import meeting
from tests.browser.steps import box, button, come_back, ready, status, undo
from tests.browser.ticks import ITEMS
from tests.browser.ticks import KEY as LIST

PATH = "my-data/"
KEY = ["default", LIST, "say-it-clearly"]
TICK = {"state": "done", "rev": {}, "at": 1000}
MEETING = meeting("Møte", at=1000)
TALK = {
    **{"when": "", "meeting": "m", "with": "Kari", "channel": "", "asked": "", "agreed": ""},
    **{"open": "", "owner": "", "due": "", "expires": "", "at": 1000},
    "promises": [{"what": "Levere", "who": "Kari", "due": "2026-12-04", "settled": True}],
}
RECORDS: Stored = {
    "ticks": [(KEY, TICK), (["m", *KEY[1:]], TICK), ([*KEY[:2], "x"], {"removed": True, "at": 9})],
    "notes": [(["m", "", ""], {"text": "<b>notat</b> 🙂 אבג", "at": 1000})],
    "lines": [([*KEY, "l"], {"text": "Nei.", "when": "", "of": "", "at": 1000})],
    "meetings": [(["m"], MEETING), (["n"], {**MEETING, "name": "<script>alert(1)</script>"})],
    "log": [(["t"], TALK), (["u"], {**TALK, "meeting": "n"})],
    "settings": [(["hide"], {"value": True, "at": 1000})],
}


def opened(open_page: OpenPage, path: str = PATH, **how: Any) -> Page:  # noqa: ANN401
    page = open_page(path, **how)
    expect(page.locator(".my-data")).to_be_visible()
    return page


def filled(open_page: OpenPage, path: str = PATH, **how: Any) -> Page:  # noqa: ANN401
    """A browser that has something of everything."""
    page = opened(open_page, PATH, **how)
    put(page, RECORDS)
    page.goto(page.url.replace(PATH, path))
    expect(page.locator(".my-data")).to_be_visible()
    return page


def download(page: Page, button: Locator) -> tuple[str, Path]:
    """The name of a file, and where it is."""
    with page.expect_download() as downloading:
        button.click()
    return downloading.value.suggested_filename, downloading.value.path()


def copy_of(page: Page) -> Path:
    button = page.get_by_role("button", name=re.compile("^(Last ned kopien|Download the copy)$"))
    return download(page, button)[1]


def choose(page: Page, content: bytes | str | Path) -> None:
    if isinstance(content, Path):
        content = content.read_bytes()
    data = content.encode() if isinstance(content, str) else content
    file: FilePayload = {"name": "kopi.json", "mimeType": "application/json", "buffer": data}
    page.locator("[type=file]").set_input_files(file)


def file_of(records: object, **more: object) -> str:
    return json.dumps({"format": "ryggen-fri", "version": 1, "records": records, **more})


def entries(stores: Stored) -> dict[str, list[dict[str, object]]]:
    return {
        name: [{"key": key, "record": record} for key, record in each]
        for name, each in stores.items()
    }


def bring_in(page: Page) -> None:
    page.get_by_role("button", name=re.compile("^(Hent inn|Bring in)$")).click()


def row(page: Page, name: str) -> list[str]:
    cells = page.get_by_role("row", name=re.compile(f"^{name} ")).get_by_role("cell")
    return cells.all_text_contents()


def fact(page: Page, name: str) -> Locator:
    return page.locator(".my-data__facts > div").filter(has_text=name).locator("dd")


def test_what_there_is(open_page: OpenPage) -> None:
    page = filled(open_page)
    for name, count in [
        ("Møter", "2"),
        ("Loggførte samtaler", "2"),
        ("Notater", "1"),
        ("Egne replikker", "1"),
        ("Kryss og slutter", "2"),
        ("Siste kopi av alt", "aldri"),
        ("Nettleseren har lovet", "Nei"),
    ]:
        expect(fact(page, name)).to_have_text(count)
    expect(fact(page, "Sist endret")).to_contain_text("1. januar 1970")
    expect(fact(page, "Plass")).to_have_text(re.compile(r"^\d+(,\d)? MB$"))


def test_a_copy_goes_from_one_browser_into_another_and_back(open_page: OpenPage) -> None:
    one = filled(open_page)
    other = opened(open_page, f"en/{PATH}")
    first = copy_of(one)
    choose(other, first)
    expect(other.locator(".my-data__preview")).to_be_visible()
    expect_accessible(other)
    bring_in(other)
    expect(other.get_by_text("Brought in: 10")).to_be_visible()
    assert stored(other) == stored(one)
    expect(fact(other, "Meetings")).to_have_text("2")
    put(other, {"notes": [(["m", "", ""], {"text": "nyere", "at": 5000})]})
    choose(one, copy_of(other))
    bring_in(one)
    expect(one.get_by_text("Hentet inn: 1")).to_be_visible()
    assert stored(one) == stored(other)


@pytest.mark.parametrize("with_notes", [False, True])
def test_one_meeting_alone(open_page: OpenPage, with_notes: bool) -> None:
    page = filled(open_page, f"{PATH}?meeting=m")
    box = page.get_by_role("checkbox", name="Ta med notatene mine")
    expect(page.get_by_label("Hva skal med?")).to_have_value("m")
    expect(box).not_to_be_checked()
    if with_notes:
        box.check()
    name, path = download(page, button(page, "Last ned kopien"))
    assert name.startswith("ryggen-fri-meeting-")
    stores = json.loads(path.read_text("utf-8"))["records"]
    assert [each["key"] for each in stores["meetings"]] == [["m"]]
    assert [each["key"] for each in stores["ticks"]] == [["m", *KEY[1:]]]
    assert set(stores) == {"meetings", "ticks"} | ({"notes", "log"} if with_notes else set())
    if with_notes:
        assert [each["key"] for each in stores["log"]] == [["t"]]
    expect(fact(page, "Siste kopi")).to_have_text("aldri")  # it is not all there is
    page.get_by_label("Hva skal med?").select_option("Alt")
    expect(box).to_be_hidden()


def test_the_preview_tells_what_would_change(open_page: OpenPage) -> None:
    page = filled(open_page)
    before = stored(page)
    changed: Stored = {
        "ticks": [(KEY, {**TICK, "at": 2000}), (["m", *KEY[1:]], {**TICK, "at": 1})],
        "notes": [(["m", "", ""], {"removed": True, "at": 2000})],
        "meetings": [RECORDS["meetings"][0], (["o"], MEETING), (["p"], MEETING)],
    }
    choose(page, file_of(entries(changed)))
    expect(page.get_by_role("heading", name="Dette står i filen")).to_be_visible()
    expect(page.locator(".my-data__preview")).to_be_focused()
    headings = page.get_by_role("columnheader").all_text_contents()
    assert headings == ["Nye", "Nyere", "Fjernes", "Eldre", "Like"]
    assert row(page, "Kryss og slutter") == ["0", "1", "0", "1", "0"]
    assert row(page, "Notater") == ["0", "0", "1", "0", "0"]
    assert row(page, "Møter") == ["2", "0", "0", "0", "1"]
    assert row(page, "Innstillinger") == ["0", "0", "0", "0", "0"]
    assert stored(page) == before
    bring_in(page)
    expect(page.get_by_text("Hentet inn: 4")).to_be_visible()
    assert ((KEY, {**TICK, "at": 2000})) in stored(page)["ticks"]
    assert ((["m", *KEY[1:]], TICK)) in stored(page)["ticks"]
    expect(fact(page, "Notater")).to_have_text("0")


def test_undoing_leaves_what_has_changed_since(open_page: OpenPage) -> None:
    page = filled(open_page)
    choose(page, file_of(entries({"log": [(["x"], TALK), (["t"], {**TALK, "at": 2000})]})))
    bring_in(page)
    expect(fact(page, "Loggførte")).to_have_text("3")
    put(page, {"log": [(["x"], {**TALK, "asked": "mitt", "at": 3000})]})
    undo(page)
    expect(page.get_by_text("Angret")).to_be_visible()
    assert {key[0]: record["at"] for key, record in stored(page)["log"]} == {
        "t": 1000,
        "u": 1000,
        "x": 3000,
    }


def test_what_another_tab_writes_meanwhile_is_not_overwritten(open_page: OpenPage) -> None:
    page = opened(open_page)
    choose(page, file_of(entries({"ticks": [(KEY, TICK)]})))
    expect(page.locator(".my-data__preview")).to_be_visible()
    newer = (KEY, {**TICK, "state": "not-relevant", "at": 5000})
    put(page, {"ticks": [newer]})
    bring_in(page)
    expect(page.get_by_text("Hentet inn: 0")).to_be_visible()
    assert stored(page)["ticks"] == [newer]


def test_a_write_that_fails_in_the_middle_changes_nothing(open_page: OpenPage) -> None:
    page = filled(open_page, before=REFUSE_LATER)
    before = stored(page)
    ticks = [([*KEY[:2], f"item-{number}"], TICK) for number in range(9)]
    choose(page, file_of(entries({"ticks": ticks})))
    expect(page.locator(".my-data__preview")).to_be_visible()
    page.evaluate("window.room = 5")
    bring_in(page)
    expect(page.locator(".site-status")).to_contain_text("Ikke lagret.")
    expect(page.locator(".my-data__preview")).to_be_visible()
    assert stored(page) == before
    page.evaluate("window.room = 9")
    bring_in(page)
    expect(page.get_by_text("Hentet inn: 9")).to_be_visible()
    expect(fact(page, "Kryss")).to_have_text("11")


HOSTILE: dict[str, bytes | str] = {
    "no JSON": "{",
    "another file": '{"pages": []}',
    "a wrong encoding": file_of({"notes": []}).encode("utf-16"),
    "prototypes": file_of({"__proto__": [{"key": ["a"], "record": {"text": "", "at": 1}}]}),
    "deep": file_of({"log": [{"key": ["a"], "record": 0}]}).replace(
        '"record": 0', '"record": ' + '{"a":' * 9999 + "1" + "}" * 9999
    ),
    "one wrong record among right ones": file_of(
        entries({"log": [(["a"], TALK), (["b"], {**TALK, "due": 7})]})
    ),
    "markup": file_of({"<img src=x onerror=alert(1)>": []}),
}
WHY = {
    "prototypes": "records.__proto__",
    "deep": "records.log[0].record",
    "one wrong record among right ones": "records.log[1].record.due",
    "markup": "records.<img src=x onerror=alert(1)>",
}


def test_a_broken_or_hostile_file_changes_nothing_and_says_why(open_page: OpenPage) -> None:
    page = filled(open_page)
    before = stored(page)
    for name, content in HOSTILE.items():
        choose(page, content)
        expect(page.get_by_role("alert"), name).to_contain_text(WHY.get(name, "er filen skadet"))
        expect(page.locator(".my-data__preview"), name).to_be_hidden()
    expect_accessible(page, ".my-data")
    choose(page, file_of({}, version=2))
    expect(page.get_by_role("alert")).to_contain_text("nyere utgave av Ryggen fri")
    assert stored(page) == before
    assert page.evaluate("({}).at") is None
    choose(page, copy_of(page))  # a good one after the bad ones
    expect(page.get_by_role("alert")).to_be_empty()
    expect(page.locator(".my-data__preview")).to_be_visible()


def wipe(page: Page) -> None:
    button(page, "Slett alt …").click()
    page.get_by_role("dialog").get_by_role("button", name="Slett alt").click()


def left(page: Page) -> Locator:
    return page.locator("[data-field=left]")


NOTHING = "Databaser, innstillinger og lagrede sider som er igjen: 0."


def test_everything_is_deleted(open_page: OpenPage) -> None:
    page = filled(open_page)
    page.evaluate("""async () => {
      localStorage.setItem('ryggen-fri.meeting', 'm');
      localStorage.setItem('another-site', 'stays');
      sessionStorage.setItem('ryggen-fri practice/x', '[]');
      const scope = new URL('/', location.href).href;
      const worker = { scope, unregister: async () => true };
      const value = { getRegistration: async () => worker };
      Object.defineProperty(navigator, 'serviceWorker', { value });
      await (await caches.open(scope)).put('/x', new Response('x'));
    }""")
    assert page.evaluate("localStorage.length") >= 3  # light or dark, too
    copy_of(page)
    wipe(page)
    expect(left(page)).to_contain_text(NOTHING)
    assert page.evaluate(NAMES) == []
    assert page.evaluate("Object.keys(localStorage)") == ["another-site"]
    assert page.evaluate("sessionStorage.length") == 0
    assert page.evaluate("caches.keys()") == []
    expect(fact(page, "Møter")).to_have_text("0")
    expect(fact(page, "Siste kopi")).to_have_text("aldri")
    page.reload()
    expect(fact(page, "Møter")).to_have_text("0")


def test_one_is_asked_first_and_offered_a_copy(open_page: OpenPage) -> None:
    page = filled(open_page)
    before = stored(page)
    button(page, "Slett alt …").click()
    dialog = page.get_by_role("dialog", name="Vil du slette alt?")
    expect(dialog).to_contain_text("møter, logg, notater, egne replikker, kryss")
    expect_accessible(page)
    name, _ = download(page, dialog.get_by_role("button", name="Ta en kopi først"))
    assert name.endswith(".json")
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    button(page, "Slett alt …").click()
    dialog.get_by_role("button", name="Avbryt").click()
    expect(dialog).to_be_hidden()
    assert stored(page) == before


def test_other_tabs_are_empty_and_write_nothing_back(open_page: OpenPage) -> None:
    page = opened(open_page)
    ticked = open_page(f"{LIST}/", context=page.context)
    box(ticked, 0).check()
    status(ticked, f"1 av {ITEMS} gjort Lagret")
    waits = open_page(f"{LIST}/", context=page.context, before=REFUSE)
    ready(waits)
    waits.evaluate("window.refusing = true")
    box(waits, 1).check()
    status(waits, "Ikke lagret.")
    wipe(page)
    expect(left(page)).to_contain_text(NOTHING)
    for tab in (ticked, waits):
        expect(tab.get_by_role("checkbox", checked=True)).to_have_count(0)
    waits.evaluate("window.refusing = false")
    for tab in (ticked, waits):
        come_back(tab)
    expect(waits.locator(".checklist-status")).not_to_contain_text("Ikke lagret")
    assert page.evaluate(NAMES) == []
    box(ticked, 2).check()  # life goes on
    status(ticked, f"1 av {ITEMS} gjort Lagret")
    assert len(read_records(page, "ticks")) == 1


def reminder(page: Page) -> Locator:
    return page.locator(".export-reminder")


def test_a_reminder_when_there_is_something_to_lose(open_page: OpenPage) -> None:
    page = opened(open_page, now="2026-11-25T12:00:00Z")
    put(page, {"ticks": [(KEY, TICK)], "log": [(["x"], {"removed": True, "at": 1})]})
    page.reload()
    expect(fact(page, "Kryss")).to_have_text("1")
    expect(reminder(page)).to_be_hidden()
    put(page, RECORDS)
    page.reload()
    expect(reminder(page)).to_contain_text("Siste kopi: aldri")
    copy_of(page)
    expect(reminder(page)).to_be_hidden()
    page.clock.set_fixed_time("2026-12-25T11:00:00Z")
    page.reload()
    expect(fact(page, "Siste kopi")).to_contain_text("25. november")
    expect(reminder(page)).to_be_hidden()
    page.clock.set_fixed_time("2026-12-25T13:00:00Z")
    page.reload()
    expect(reminder(page)).to_contain_text("Siste kopi: 25. november 2026")
