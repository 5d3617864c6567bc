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
from tests.browser.own import open_note
from tests.browser.steps import box, button, come_back, ready, status, undo
from tests.browser.ticks import ITEMS, module
from tests.browser.ticks import KEY as LIST
from tests.browser.ticks import choose as pick

PATH = "my-data/"
NO_PAUSE_ENDS = """
  const wait = window.setTimeout;
  window.setTimeout = (work, time, ...given) => {
    if (time === 400) window.pass = work;
    else return wait(work, time, ...given);
  };
"""
"""What is typed into a note is saved by `window.pass()`."""
M, N, Q, P, T, U, X, LINE = (f"00000000-0000-4000-8000-{number:012}" for number in range(8))
"""Ids as the site makes them, of meetings, entries and a line."""
KEY = ["default", LIST, "say-it-clearly"]
TICK = {"state": "done", "rev": {}, "at": 1000}
MEETING = meeting("Møte", at=1000)
TALK = {
    **{"when": "", "meeting": M, "with": "Kari", "channel": "", "asked": "", "agreed": ""},
    **{"open": "", "owner": "", "due": "", "expires": "", "at": 1000},
    "promises": [{"what": "Levere", "who": "Kari", "due": "2026-12-04", "settled": True}],
}
RECORDS: Stored = {
    "ticks": [(KEY, TICK), ([M, *KEY[1:]], TICK), ([*KEY[:2], "x"], {"removed": True, "at": 9})],
    "notes": [([M, "", ""], {"text": "<b>notat</b> 🙂 אבג", "at": 1000})],
    "lines": [([*KEY, LINE], {"text": "Nei.", "when": "", "of": "", "at": 1000})],
    "meetings": [([M], MEETING), ([N], {**MEETING, "name": "<script>alert(1)</script>"})],
    "log": [([T], TALK), ([U], {**TALK, "meeting": N})],
    "settings": [(["hide"], {"value": True, "at": 1000})],
}


def opened(open_page: OpenPage, path: str = PATH, **how: Any) -> Page:  # noqa: ANN401
    page = open_page(path, **how)
    expect(page.locator(".my-data")).to_be_visible()
    return page


def filled(open_page: OpenPage, **how: Any) -> Page:  # noqa: ANN401
    """A browser that has something of everything."""
    page = opened(open_page, **how)
    put(page, RECORDS)
    page.reload()
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
    page.get_by_role("button", name=re.compile("^(Legg det til her|Add it here)$")).click()


def preview(page: Page) -> Locator:
    """What is in the file that was chosen."""
    return page.locator("[data-field=preview]")


def told(page: Page, name: str) -> Locator:
    """A sentence on the page: what is `here`, when it was `copied`, whether it is `kept`."""
    return page.locator(f"[data-field={name}]")


def test_what_there_is(open_page: OpenPage) -> None:
    page = opened(open_page)
    expect(told(page, "here")).to_have_text("Du har ikke lagret noe her ennå.")
    page = filled(open_page)
    expect(told(page, "here")).to_have_text(
        re.compile(
            "^Her har du 2 møter, 2 samtaler i loggen, ett notat, én egen replikk og 2 kryss. "
            "Sist endret 1. januar 1970"
        )
    )
    expect(told(page, "copied")).to_have_text("Du har ikke tatt noen kopi av alt ennå.")
    expect(told(page, "kept")).to_contain_text("Nettleseren kan slette det")


def test_a_copy_goes_from_one_browser_into_another_and_back(open_page: OpenPage) -> None:
    one = filled(open_page)
    other = opened(open_page, f"en/{PATH}")
    choose(other, copy_of(one))
    expect(preview(other)).to_have_text("The file has 10 things that are new here.")
    expect(preview(other)).to_be_focused()
    expect_accessible(other)
    bring_in(other)
    expect(other.get_by_text("Added: 10")).to_be_visible()
    assert stored(other) == stored(one)
    expect(told(other, "here")).to_contain_text("You have 2 meetings, 2 conversations in the log")
    put(other, {"notes": [([M, "", ""], {"text": "nyere", "at": 5000})]})
    choose(one, copy_of(other))
    bring_in(one)
    expect(one.get_by_text("Lagt til: 1")).to_be_visible()
    assert stored(one) == stored(other)


def test_the_preview_tells_what_would_change(open_page: OpenPage) -> None:
    page = filled(open_page)
    before = stored(page)
    changed: Stored = {
        "ticks": [(KEY, {**TICK, "at": 2000}), ([M, *KEY[1:]], {**TICK, "at": 1})],
        "notes": [([M, "", ""], {"removed": True, "at": 2000})],
        "meetings": [RECORDS["meetings"][0], ([Q], MEETING), ([P], MEETING)],
    }
    choose(page, file_of(entries(changed)))
    expect(preview(page)).to_have_text("I filen er det 4 ting som er nye her.")
    assert stored(page) == before
    bring_in(page)
    expect(page.get_by_text("Lagt til: 4")).to_be_visible()
    assert ((KEY, {**TICK, "at": 2000})) in stored(page)["ticks"]
    assert (([M, *KEY[1:]], TICK)) in stored(page)["ticks"]
    expect(told(page, "here")).not_to_contain_text("notat")
    choose(page, file_of(entries(changed)))
    expect(preview(page)).to_have_text("Du har alt i filen fra før.")
    expect(button(page, "Legg det til her")).to_be_hidden()


def test_a_double_click_brings_in_once_and_is_undone(open_page: OpenPage) -> None:
    page = filled(open_page)
    before = stored(page)
    choose(page, file_of(entries({"log": [([X], TALK)]})))
    button(page, "Legg det til her").evaluate("button => { button.click(); button.click(); }")
    expect(page.get_by_text("Lagt til: 1")).to_be_visible()
    undo(page)
    expect(page.get_by_text("Angret")).to_be_visible()
    assert stored(page) == before


def test_undoing_leaves_what_has_changed_since(open_page: OpenPage) -> None:
    page = filled(open_page)
    choose(page, file_of(entries({"log": [([X], TALK), ([T], {**TALK, "at": 2000})]})))
    bring_in(page)
    expect(told(page, "here")).to_contain_text("3 samtaler")
    put(page, {"log": [([X], {**TALK, "asked": "mitt", "at": 3000})]})
    undo(page)
    expect(page.get_by_text("Angret")).to_be_visible()
    assert {key[0]: record["at"] for key, record in stored(page)["log"]} == {
        T: 1000,
        U: 1000,
        X: 3000,
    }


def test_what_another_tab_writes_meanwhile_is_not_overwritten(open_page: OpenPage) -> None:
    page = opened(open_page)
    choose(page, file_of(entries({"ticks": [(KEY, TICK)]})))
    expect(preview(page)).to_have_text("I filen er det én ting som er ny her.")
    newer = (KEY, {**TICK, "state": "not-relevant", "at": 5000})
    put(page, {"ticks": [newer]})
    bring_in(page)
    expect(page.get_by_text("Lagt til: 0")).to_be_visible()
    assert stored(page)["ticks"] == [newer]


def test_a_write_that_fails_in_the_middle_changes_nothing(open_page: OpenPage) -> None:
    page = filled(open_page, before=REFUSE_LATER)
    before = stored(page)
    ticks = [([*KEY[:2], f"item-{number}"], TICK) for number in range(9)]
    choose(page, file_of(entries({"ticks": ticks})))
    expect(preview(page)).to_have_text("I filen er det 9 ting som er nye her.")
    page.evaluate("window.room = 5")
    bring_in(page)
    expect(page.locator(".site-status")).to_contain_text("Ikke lagret.")
    assert stored(page) == before
    page.evaluate("window.room = 9")
    bring_in(page)
    expect(page.get_by_text("Lagt til: 9")).to_be_visible()
    expect(told(page, "here")).to_contain_text("11 kryss")


HOSTILE: dict[str, bytes | str] = {
    "no JSON": "{",
    "another file": '{"pages": []}',
    "a wrong encoding": file_of({"notes": []}).encode("utf-16"),
    "prototypes": file_of({"__proto__": [{"key": ["a"], "record": {"text": "", "at": 1}}]}),
    "deep": file_of({"log": [{"key": [T], "record": 0}]}).replace(
        '"record": 0', '"record": ' + '{"a":' * 9999 + "1" + "}" * 9999
    ),
    "one wrong record among right ones": file_of(
        entries({"log": [([T], TALK), ([U], {**TALK, "due": 7})]})
    ),
    "a reserved meeting": file_of(entries({"meetings": [(["default"], MEETING)]})),
    "the id of something on the page": file_of(entries({"meetings": [(["sheet"], MEETING)]})),
    "lines in an id": file_of(entries({"meetings": [([f"{M}\r\nATTACH:x"], MEETING)]})),
    "no date": file_of(entries({"meetings": [([M], {**MEETING, "when": "December 1"})]})),
    "a version that is no number": file_of({}).replace(": 1,", ': {"toString": 1},'),
    "a deep version": file_of({}).replace(": 1,", ": " + "[" * 9999 + "]" * 9999 + ","),
    "markup": file_of({"<img src=x onerror=alert(1)>": []}),
}
WHY = {
    "prototypes": "records.__proto__",
    "deep": "records.log[0].record",
    "one wrong record among right ones": "records.log[1].record.due",
    "a reserved meeting": "records.meetings[0].key",
    "the id of something on the page": "records.meetings[0].key",
    "lines in an id": "records.meetings[0].key",
    "no date": "records.meetings[0].record.when",
    "a version that is no number": "version",
    "a deep version": "version",
    "markup": "records.<img src=x onerror=alert(1)>",
}


def test_a_broken_or_hostile_file_changes_nothing_and_says_why(open_page: OpenPage) -> None:
    page = filled(open_page)
    before = stored(page)
    for name, content in HOSTILE.items():
        choose(page, file_of(entries({"log": [([X], TALK)]})))  # a good one before the bad one
        expect(preview(page), name).to_have_text("I filen er det én ting som er ny her.")
        choose(page, content)
        expect(page.get_by_role("alert"), name).to_contain_text(WHY.get(name, "er filen skadet"))
        expect(preview(page), name).to_be_hidden()
        expect(button(page, "Legg det til her"), name).to_be_hidden()
    expect_accessible(page, ".my-data")
    choose(page, file_of({}, version=2))
    expect(page.get_by_role("alert")).to_contain_text("nyere utgave av Ryggen fri")
    assert stored(page) == before
    assert page.evaluate("({}).at") is None
    choose(page, copy_of(page))  # a good one after the bad ones
    expect(page.get_by_role("alert")).to_have_text("")
    expect(preview(page)).to_have_text("Du har alt i filen fra før.")


@pytest.mark.parametrize("length", [10, pytest.param(3 * 2**24, marks=pytest.mark.soak)])
def test_a_copy_can_always_be_brought_in_again(open_page: OpenPage, length: int) -> None:
    """However large it is, and whatever the clock of whoever wrote it said."""
    page = filled(open_page)
    last = {"text": "x" * 10, "at": 1e308}
    choose(page, file_of(entries({"notes": [([M, LIST, "say-it-clearly"], last)]})))
    bring_in(page)
    expect(page.get_by_text("Lagt til: 1")).to_be_visible()
    edit = f"""async () => {{
      const {{ openStore }} = await {module("store/store.js")};
      const shelf = openStore().shelf('notes');
      const [[id]] = [...shelf.records].filter(([, {{ text }}]) => text.startsWith('xx'));
      await shelf.update(new Map([[id, (note) => ({{ ...note, text: 'x'.repeat({length}) }})]]));
    }}"""
    page.evaluate(edit)
    other = opened(open_page)
    choose(other, copy_of(page))
    bring_in(other)
    expect(other.get_by_text("Lagt til: 11")).to_be_visible()
    assert stored(other)["meetings"] == stored(page)["meetings"]


def wipe(page: Page) -> None:
    button(page, "Slett alt …").click()
    page.get_by_role("dialog").get_by_role("button", name="Slett alt").click()


def left(page: Page) -> Locator:
    return page.locator("[data-field=left]")


GONE = "Alt er slettet."
NOTHING_HERE = "Du har ikke lagret noe her ennå."


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
    expect(left(page)).to_have_text(GONE)
    assert page.evaluate(NAMES) == []
    assert page.evaluate("Object.keys(localStorage)") == ["another-site"]
    assert page.evaluate("sessionStorage.length") == 0
    assert page.evaluate("caches.keys()") == []
    expect(told(page, "here")).to_have_text(NOTHING_HERE)
    expect(told(page, "copied")).to_contain_text("ikke tatt noen kopi")
    page.reload()
    expect(told(page, "here")).to_have_text(NOTHING_HERE)


def test_one_is_asked_first_and_offered_a_copy(open_page: OpenPage) -> None:
    page = filled(open_page)
    before = stored(page)
    button(page, "Slett alt …").click()
    dialog = page.get_by_role("dialog", name="Vil du slette alt?")
    expect(dialog).to_contain_text("Møter, logg, notater, egne replikker, kryss")
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
    expect(left(page)).to_have_text(GONE)
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


def test_what_is_typed_or_can_be_undone_in_other_tabs_goes_too(open_page: OpenPage) -> None:
    page = filled(open_page)
    typing = open_page(f"{LIST}/", context=page.context, before=NO_PAUSE_ENDS)
    field = open_note(typing.locator("#ask-for-a-choice"))
    field.fill("Et notat")
    field.evaluate("field => field.blur()")
    status(typing, "Lagret")
    field.fill("Et notat som blir lengre")
    undoing = open_page(f"{LIST}/", context=page.context)
    pick(undoing, "Nullstill listen")
    expect(button(undoing, "Angre")).to_be_visible()
    wipe(page)
    expect(left(page)).to_have_text(GONE)
    expect(button(undoing, "Angre")).to_be_hidden()
    expect(field).to_have_value("")
    typing.evaluate("window.pass()")
    typing.evaluate("window.dispatchEvent(new Event('beforeunload'))")
    assert page.evaluate(NAMES) == []


REFUSED = {
    "database": "IDBFactory.prototype.deleteDatabase = () => { throw new Error('no'); };",
    "settings": "Storage.prototype.removeItem = () => { throw new Error('no'); };",
    "pages": "CacheStorage.prototype.delete = () => Promise.reject(new Error('no'));",
}


@pytest.mark.parametrize("refused", REFUSED)
def test_what_the_browser_does_not_delete_is_told_and_shown(
    open_page: OpenPage, refused: str
) -> None:
    page = filled(open_page, before=REFUSED[refused])
    page.evaluate("localStorage.setItem('ryggen-fri.meeting', 'm')")
    wipe(page)
    expect(left(page)).to_contain_text("Nettleseren slettet ikke alt.")
    here = "Her har du 2 møter" if refused == "database" else NOTHING_HERE
    expect(told(page, "here")).to_contain_text(here)


def reminder(page: Page) -> Locator:
    return page.locator(".export-reminder")


def test_a_reminder_when_there_is_something_to_lose(open_page: OpenPage) -> None:
    page = opened(open_page, now="2026-11-25T12:00:00Z")
    put(page, {"ticks": [(KEY, TICK)], "log": [([X], {"removed": True, "at": 1})]})
    meetings = open_page("meetings/", context=page.context, now="2026-11-25T12:00:00Z")
    expect(meetings.locator(".meetings")).to_be_visible()
    expect(reminder(meetings)).to_be_hidden()
    put(page, RECORDS)
    meetings.reload()
    expect(reminder(meetings)).to_contain_text("Siste kopi: aldri")
    copy_of(page)
    meetings.reload()
    expect(meetings.locator(".meeting").first).to_be_visible()
    expect(reminder(meetings)).to_be_hidden()
    for now, reminds in (("2026-12-25T11:00:00Z", False), ("2026-12-25T13:00:00Z", True)):
        meetings.clock.set_fixed_time(now)
        meetings.reload()
        expect(meetings.locator(".meeting").first).to_be_visible()
        expect(reminder(meetings)).to_be_visible(visible=reminds)
    expect(reminder(meetings)).to_contain_text("Siste kopi: 25. november 2026")
    meetings.clock.set_fixed_time("2026-11-20T12:00:00Z")  # the clock was wrong at that copy
    meetings.reload()
    expect(reminder(meetings)).to_contain_text("Siste kopi: aldri")
