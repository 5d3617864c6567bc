"""The conversation log: written, found, settled, taken along; nothing typed is lost or believed."""

from typing import Any

import pytest
from playwright.sync_api import Download, Locator, Page, expect

from tests.browser.axe import expect_accessible
from tests.browser.conftest import OpenPage
from tests.browser.database import put, read_records
from tests.browser.faults import REFUSE
from tests.browser.meetings import ENTER, M, meeting, meetings
from tests.browser.steps import (
    allow_clipboard,
    copied,
    notice,
    saved,
    undo,
)
from tests.browser.test_layout_shift import LIMIT, MEASURE

NOW = "2031-01-02T12:00:00Z"
TODAY, YESTERDAY, TOMORROW = "2031-01-02", "2031-01-01", "2031-01-03"


def entry(at: int = 1, /, **texts: str) -> dict[str, Any]:
    fields = ("when", "with", "channel", "asked", "agreed", "open", "owner", "due", "expires")
    return dict.fromkeys(fields, "") | {"meeting": "default", "at": at} | texts


def open_log(
    open_page: OpenPage,
    *entries: dict[str, Any],
    path: str = "log/",
    **how: Any,  # noqa: ANN401 (as of open_page)
) -> Page:
    """Open the log with entries in it, of the ids e0, e1, and so on."""
    page = open_page(path, now=NOW, **how)
    expect(page.locator(".log")).to_be_visible()
    if entries:
        put(page, {"log": [([f"e{number}"], each) for number, each in enumerate(entries)]})
        page.reload()
        expect(page.locator(".log")).to_be_visible()
    return page


def write(page: Page, **texts: str) -> None:
    """Fill in the form, and send it."""
    expect(page.locator(".log")).to_be_visible()
    if not field(page, "asked").is_visible():
        page.locator(".log-new > summary").click()
    for name, text in texts.items():
        field(page, name).fill(text)
    page.locator(".log-send .md-button").click()


def field(page: Page, name: str) -> Locator:
    return page.locator(f".log-form [name={name}]")


def listed(page: Page) -> Locator:
    return page.locator(".log-list--all > li")


def first_texts(page: Page, name: str) -> list[str]:
    return page.locator(f".log-list--all [data-field={name}]").all_text_contents()


def downloaded(page: Page, name: str) -> Download:
    with page.expect_download() as download:
        page.get_by_role("button", name=name).click()
    return download.value


def test_an_entry_stands_in_both_languages(open_page: OpenPage) -> None:
    page = open_log(open_page)
    write(page, agreed="Levering onsdag.", due=TOMORROW)
    saved(page)
    allow_clipboard(page)
    page.get_by_role("link", name="English").click()
    expect(listed(page)).to_contain_text("Agreed")
    expect(listed(page)).to_contain_text("In a meeting")
    listed(page).get_by_role("button", name="Minutes").click()
    assert copied(page).startswith("Minutes: ")


def test_it_is_now_and_in_the_meeting_one_is_in(open_page: OpenPage) -> None:
    page = open_log(open_page)
    name = "<b>Møte</b> med & uten"
    put(page, meetings(**{M: meeting(name)}))
    page.evaluate(ENTER)
    page.reload()
    expect(field(page, "meeting").locator(":checked")).to_have_text(name)
    write(page, asked="Ny pris")
    saved(page)
    (record,) = read_records(page, "log")
    now = page.evaluate("new Date().toLocaleString('sv').slice(0, 13).replace(' ', 'T')")
    assert (record["meeting"], record["when"][:13]) == (M, now)
    expect(listed(page).locator("[data-field=meeting]")).to_have_text(name)


def test_edit_keeps_what_it_does_not_know_and_can_be_undone(open_page: OpenPage) -> None:
    page = open_log(open_page, entry(asked="Pris", channel="pigeon") | {"later": 1})
    listed(page).get_by_role("button", name="Endre").click()
    expect(field(page, "asked")).to_have_value("Pris")
    write(page, asked="Ny pris")
    saved(page)
    (record,) = read_records(page, "log")
    assert (record["asked"], record["later"]) == ("Ny pris", 1)
    undo(page)
    expect(listed(page)).to_contain_text("Pris")
    expect(listed(page)).not_to_contain_text("Ny pris")
    page.reload()
    expect(listed(page).locator("[data-field=asked]")).to_have_text("Pris")


def test_undo_leaves_what_another_tab_did_since(open_page: OpenPage) -> None:
    first = open_log(open_page, entry(asked="Pris", due=TOMORROW))
    second = open_log(open_page, context=first.context)
    first.get_by_role("button", name="Merk som avklart").click()
    saved(first)
    expect(second.get_by_role("button", name="Åpne igjen")).to_be_visible()
    second.get_by_role("button", name="Endre").click()
    write(second, asked="Ny pris")
    expect(listed(first)).to_contain_text("Ny pris")
    undo(first)
    expect(notice(first)).to_have_text("")
    expect(listed(first)).to_contain_text("Ny pris")
    expect(first.get_by_role("button", name="Åpne igjen")).to_be_visible()


def test_open_promises_stand_first_and_are_settled(open_page: OpenPage) -> None:
    page = open_log(
        open_page,
        entry(when="2026-01-01T10:00", asked="gammel"),
        entry(when="2026-01-02T10:00", asked="ny"),
        entry(asked="senere", due=TOMORROW),
        entry(asked="for sent", due=YESTERDAY),
        entry(asked="uten dato", open="Hvem betaler?"),
    )
    assert first_texts(page, "asked") == ["for sent", "senere", "uten dato", "ny", "gammel"]
    expect(listed(page).nth(0)).to_contain_text("Fristen er ute")
    expect(page.get_by_text("Fristen er ute")).to_have_count(1)
    listed(page).nth(0).get_by_role("button", name="Merk som avklart").press("Enter")
    expect(page.get_by_role("button", name="Åpne igjen")).to_be_focused()
    saved(page)
    assert first_texts(page, "asked")[0] == "senere"
    settled = listed(page).filter(has_text="for sent")
    expect(settled.locator("[data-field=state]")).to_have_text("Avklart")
    settled.get_by_role("button", name="Åpne igjen").click()
    expect(listed(page).nth(0)).to_contain_text("Fristen er ute")


def test_filter_search_and_order(open_page: OpenPage) -> None:
    page = open_log(
        open_page,
        entry(when="2026-01-01T10:00", asked="Levering FREDAG", agreed="Onsdag", channel="phone"),
        entry(when="2026-01-02T10:00", asked="Pris", meeting="m1"),
        entry(when="2026-01-03T10:00", asked="Dato", open="Hvem?"),
    )
    put(page, meetings(m1=meeting("Nordlys")))
    page.reload()
    search = page.get_by_label("Søk i loggen")
    found = page.locator(".log-found")
    for wanted, texts in (
        ("fredag onsdag", ["Levering FREDAG"]),
        ("telefon", ["Levering FREDAG"]),
        ("nordlys", ["Pris"]),
        ("finnes ikke", []),
        ("", ["Dato", "Pris", "Levering FREDAG"]),
    ):
        search.fill(wanted)
        expect(found).to_have_text(f"Samtaler: {len(texts)}")
        assert first_texts(page, "asked") == texts
    filters = page.locator(".log-filter")
    filters.get_by_label("Møte").select_option("Nordlys")
    expect(found).to_have_text("Samtaler: 1")
    filters.get_by_label("Møte").select_option("Alle")
    filters.get_by_label("Bare det som er åpent").check()
    assert first_texts(page, "asked") == ["Dato"]
    filters.get_by_label("Bare det som er åpent").uncheck()
    filters.get_by_label("Rekkefølge").select_option("Eldste først")
    assert first_texts(page, "asked") == ["Levering FREDAG", "Pris", "Dato"]
    search.press("Enter")
    assert "?" not in page.url


def test_a_draft_survives_a_reload(open_page: OpenPage) -> None:
    page = open_log(open_page)
    kept = page.get_by_text("Utkastet ligger i denne nettleseren.")
    expect(kept).to_be_hidden()
    field(page, "asked").fill("Halvskrevet")
    expect(kept).to_be_visible()
    page.reload()
    expect(field(page, "asked")).to_have_value("Halvskrevet")
    expect(kept).to_be_visible()
    page.get_by_role("button", name="Avbryt").click()
    expect(notice(page)).to_have_text("Utkastet er lagt bort.")
    undo(page)
    expect(field(page, "asked")).to_have_value("Halvskrevet")
    write(page)
    saved(page)
    page.reload()
    expect(listed(page)).to_have_count(1)
    page.locator(".log-new > summary").click()
    expect(field(page, "asked")).to_have_value("")


def test_what_failed_is_marked_and_tried_again(open_page: OpenPage) -> None:
    page = open_log(open_page, before=REFUSE)
    page.evaluate("window.refusing = true")
    write(page, asked="Pris")
    trouble = page.locator(".log-trouble")
    expect(trouble).to_contain_text("Ikke lagret. Nettleseren tillot det ikke.")
    expect(listed(page)).to_contain_text("Ikke lagret")
    expect(notice(page)).to_have_text("")
    page.evaluate("window.refusing = false")
    trouble.get_by_role("button", name="Prøv igjen").click()
    saved(page)
    expect(trouble).to_be_hidden()
    expect(listed(page)).not_to_contain_text("Ikke lagret")
    page.reload()
    expect(listed(page)).to_have_count(1)


@pytest.mark.soak
def test_ten_megabytes_are_kept_and_the_page_goes_on(open_page: OpenPage) -> None:
    page = open_log(open_page, entry(when="2026-01-01", asked="x" * 10_000_000 + "end"))
    assert len(listed(page).inner_text()) < 10_000
    page.get_by_label("Søk i loggen").fill("xend")
    expect(page.locator(".log-found")).to_have_text("Samtaler: 1")
    text = downloaded(page, "Last ned Markdown").path().read_text("utf-8")
    assert text.endswith("xend")
    field(page, "open").evaluate("field => { field.value = 'y'.repeat(3e5) + 'end'; }")
    field(page, "open").dispatch_event("input")
    write(page)
    saved(page)
    assert sorted(len(each["open"]) for each in read_records(page, "log")) == [0, 300_003]


def test_personal_data_get_a_quiet_hint(open_page: OpenPage) -> None:
    page = open_log(open_page)
    hint = page.locator("#hint-agreed")
    field(page, "agreed").fill("Ring 91234567 eller kari@nordlys.example")
    expect(hint.get_by_text("Dette ligner et telefonnummer.")).to_be_visible()
    expect(hint.get_by_text("Dette ligner en e-postadresse.")).to_be_visible()
    expect(hint.get_by_text("fødselsnummer")).to_be_hidden()
    expect(page.locator("#hint-asked p:visible")).to_have_count(0)
    expect_accessible(page)
    write(page)
    saved(page)
    expect(page.locator(".log-hint p:visible")).to_have_count(0)


def test_expiry_asks_first(open_page: OpenPage) -> None:
    page = open_log(
        open_page,
        entry(asked="gammel", expires=YESTERDAY),
        entry(asked="ny", expires=TOMORROW),
        entry(asked="lovet", expires=YESTERDAY, due=TOMORROW),
    )
    question = page.locator(".log-expired")
    expect(question).to_contain_text("Samtaler som har ligget lenge nok: 1.")
    expect(question.locator("li")).to_contain_text("gammel")
    expect_accessible(page)
    assert len(read_records(page, "log")) == 3
    question.get_by_role("button", name="Slett dem").click()
    expect(notice(page)).to_have_text("Slettet.")
    expect(question).to_be_hidden()
    assert len(read_records(page, "log")) == 2
    undo(page)
    expect(question).to_be_visible()
    question.get_by_role("button", name="Behold dem").click()
    expect(question).to_be_hidden()
    saved(page)
    page.reload()
    expect(listed(page)).to_have_count(3)
    expect(question).to_be_hidden()


def is_hidden(place: Locator) -> bool:
    colour: str = place.evaluate("place => getComputedStyle(place).color")
    return colour == "rgba(0, 0, 0, 0)"


def test_names_and_notes_are_hidden_everywhere_until_one_switches_back(
    open_page: OpenPage,
) -> None:
    page = open_log(open_page, entry(**{"with": "Kari", "asked": "Pris", "due": TOMORROW}))
    other = open_log(open_page, path="en/log/", context=page.context)
    page.get_by_role("button", name="Skjul navn og notater").press("Enter")
    status = page.locator(".hide-names [role=status]")
    expect(status).to_contain_text("Navn og notater er skjult på skjermen.", use_inner_text=True)
    for each in (page, other):
        expect(each.locator("html")).to_have_attribute("data-hidden-names", "")
        for name in ("with", "asked"):
            assert is_hidden(listed(each).locator(f"[data-field={name}]"))
        assert not is_hidden(listed(each).locator("[data-field=due]"))
        assert is_hidden(field(each, "asked"))
        expect_accessible(each, ".log-list--all")
    page.emulate_media(media="print")
    assert not is_hidden(listed(page).locator("[data-field=with]"))
    page.emulate_media(media="screen")
    other.goto(other.url.replace("en/log/", "situations/saying-no/"))
    expect(other.get_by_text("Navn og notater er skjult på skjermen.")).to_be_visible()
    other.get_by_role("button", name="Vis navn og notater").click()
    expect(other.locator(".hide-names")).to_be_hidden()
    expect(page.get_by_role("button", name="Skjul navn og notater")).to_be_visible()
    assert not is_hidden(listed(page).locator("[data-field=with]"))


def test_the_front_page_shows_the_first_promises_and_does_not_move(open_page: OpenPage) -> None:
    page = open_log(open_page)
    front = page.url.removesuffix("log/")
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(front)
    expect(page.locator(".promises")).to_be_hidden()
    page.wait_for_load_state("networkidle")
    assert not [url for url in requests if "/log/" in url and url.endswith(".js")]
    page.goto(f"{front}log/")
    for day in ("2031-01-06", YESTERDAY, "2031-01-04", "2031-01-05"):
        write(page, open=f"Til {day}", due=day)
        expect(listed(page).filter(has_text=f"Til {day}")).to_have_count(1)
        saved(page)
    page.goto(front)
    entries = page.locator(".promises li")
    expect(entries).to_have_count(3)
    expect(entries.nth(0)).to_contain_text("Fristen er ute:", use_inner_text=True)
    expect(entries.nth(1)).to_contain_text("Til 2031-01-04")
    expect(entries.nth(1)).not_to_contain_text("Fristen er ute:", use_inner_text=True)
    assert page.evaluate(MEASURE) <= LIMIT
    page.get_by_role("link", name="Frister i loggen din").click()
    expect(listed(page)).to_have_count(4)
