"""The conversation log: written, found, settled, taken along; nothing typed is lost or believed."""

from csv import DictReader
from io import StringIO
from typing import Any
from urllib.parse import parse_qs, urlsplit

from icalendar import Calendar
from playwright.sync_api import Download, Locator, Page, expect

from tests.browser.axe import expect_accessible
from tests.browser.conftest import OpenPage
from tests.browser.database import put, read_records
from tests.browser.faults import REFUSE
from tests.browser.meetings import ENTER, M, meeting, meetings
from tests.browser.steps import (
    UNSAVED,
    allow_clipboard,
    button,
    copied,
    notice,
    saved,
    undo,
)

NOW = "2031-01-02T12:00:00Z"
TODAY, YESTERDAY, TOMORROW = "2031-01-02", "2031-01-01", "2031-01-03"


def entry(at: int = 1, /, *promises: dict[str, Any], **texts: str) -> dict[str, Any]:
    fields = ("when", "with", "channel", "asked", "agreed", "open", "owner", "due", "expires")
    blank = dict.fromkeys(fields, "") | {"meeting": "default", "at": at}
    return blank | {"promises": list(promises)} | texts


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


def write(page: Page, *promises: tuple[str, str, str], **texts: str) -> None:
    """Fill in the form, with promises of who, what and when, and send it."""
    expect(page.locator(".log")).to_be_visible()
    if not field(page, "asked").is_visible():
        button(page, "Skriv ned en samtale").click()
    for name, text in texts.items():
        field(page, name).fill(text)
    for number, promise in enumerate(promises):
        if number:
            button(page, "Legg til én til").click()
        for label, text in zip(("Hvem", "Hva", "Frist"), promise, strict=True):
            rows(page).nth(number).get_by_label(label, exact=True).fill(text)
    send(page)


def send(page: Page) -> None:
    page.locator(".log-form").get_by_role("button", name="Lagre").click()


def field(page: Page, name: str) -> Locator:
    return page.locator(f".log-form [name={name}]")


def rows(page: Page) -> Locator:
    return page.locator(".log-promises li")


def choose(card: Locator, name: str) -> None:
    """In the menu of an entry."""
    card.get_by_role("button", name="Flere valg").click()
    card.get_by_role("button", name=name).click()


def task(page: Page, name: str) -> Locator:
    return page.locator(".log-list--all").get_by_role("checkbox", name=name)


def promised(what: str = "", due: str = "", who: str = "") -> dict[str, Any]:
    return {"what": what, "who": who, "due": due}


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
    write(page, ("Kari", "leverer", TOMORROW), agreed="Levering onsdag.")
    saved(page)
    allow_clipboard(page)
    page.get_by_role("link", name="English").click()
    expect(listed(page)).to_contain_text("Agreed")
    expect(listed(page)).to_contain_text("In a meeting")
    listed(page).get_by_role("button", name="Copy minutes").click()
    assert copied(page).startswith("Hello,")
    assert copied(page).endswith("Who does what:\n- Kari: leverer, by Friday, 3 January 2031")


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


def test_a_meeting_fills_in_when_and_with_whom(open_page: OpenPage) -> None:
    page = open_log(open_page, entry(asked="Noe"))
    at = {"m1": "2031-01-01T09:00", "m2": "2031-01-01T14:30"}
    put(
        page,
        meetings(**{id: meeting(id, when, **{"with": f"De i {id}"}) for id, when in at.items()}),
    )
    page.goto(f"{page.url}?meeting=m1")
    expect(field(page, "meeting")).to_have_value("m1")
    expect(field(page, "when")).to_have_value(at["m1"])
    expect(field(page, "with")).to_have_value("De i m1")
    assert "?" not in page.url
    field(page, "meeting").select_option("m2")
    expect(field(page, "when")).to_have_value(at["m2"])
    expect(field(page, "with")).to_have_value("De i m2")
    field(page, "with").fill("Sjefen")
    field(page, "meeting").select_option("m1")
    expect(field(page, "when")).to_have_value(at["m1"])
    expect(field(page, "with")).to_have_value("Sjefen")
    write(page, agreed="Ja")
    saved(page)
    page.goto(f"{page.url}?meeting=m1#entries")
    expect(field(page, "agreed")).to_be_hidden()
    expect(listed(page).filter(has_text="Sjefen")).to_be_focused()


def test_an_entry_has_as_many_promises_as_were_made(open_page: OpenPage) -> None:
    page = open_log(open_page, viewport={"width": 320, "height": 700})
    button(page, "Legg til én til").press("Enter")
    expect(rows(page).nth(1).get_by_label("Hvem")).to_be_focused()
    page.keyboard.insert_text("Kari")
    page.keyboard.press("Tab")
    page.keyboard.insert_text("sender utkast")
    button(page, "Legg til én til").click()
    rows(page).nth(2).get_by_label("Frist").fill(TOMORROW)
    rows(page).nth(0).get_by_role("button", name="Fjern linjen").press("Enter")
    expect(rows(page).nth(0).get_by_label("Hvem")).to_be_focused()
    expect_accessible(page)
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    button(page, "Legg til én til").click()
    send(page)
    saved(page)
    expect(task(page, "Kari: sender utkast")).not_to_be_checked()
    expect(task(page, "innen fredag 3. januar 2031")).not_to_be_checked()
    (record,) = read_records(page, "log")
    assert record["promises"] == [promised("sender utkast", who="Kari"), promised(due=TOMORROW)]
    choose(listed(page), "Rediger")
    rows(page).nth(1).get_by_role("button", name="Fjern linjen").click()
    rows(page).nth(0).get_by_role("button", name="Fjern linjen").click()
    expect(rows(page)).to_have_count(1)
    write(page, agreed="Ingenting")
    expect(page.locator(".log-tasks li")).to_have_count(0)


def test_edit_keeps_what_it_does_not_know_and_can_be_undone(open_page: OpenPage) -> None:
    former = {"later": 1, "owner": "Kari", "due": TOMORROW}
    page = open_log(open_page, entry(asked="Pris", channel="pigeon") | former)
    choose(listed(page), "Rediger")
    expect(field(page, "asked")).to_have_value("Pris")
    expect(rows(page).get_by_label("Hvem")).to_have_value("Kari")
    write(page, asked="Ny pris")
    saved(page)
    (record,) = read_records(page, "log")
    assert (record["asked"], record["later"], record["channel"]) == ("Ny pris", 1, "pigeon")
    assert record["promises"] == [promised(who="Kari", due=TOMORROW)]
    undo(page)
    expect(listed(page)).to_contain_text("Pris")
    expect(listed(page)).not_to_contain_text("Ny pris")
    page.reload()
    expect(listed(page).locator("[data-field=asked]")).to_have_text("Pris")


def test_two_tabs_change_one_entry(open_page: OpenPage) -> None:
    was = entry(1, promised("sender utkast"), promised("booker rom"), asked="Pris", agreed="Nei")
    first = open_log(open_page, was)
    second = open_log(open_page, context=first.context)
    for page in (first, second):
        choose(listed(page), "Rediger")
    write(second, agreed="Ja")
    saved(second)
    task(second, "sender utkast").check()
    saved(second)
    write(first, ("", "sender utkast", ""), ("", "booker stort rom", ""), asked="Ny pris")
    expect(listed(second)).to_contain_text("Ny pris")
    expect(listed(first)).to_contain_text("Ja")
    (record,) = read_records(first, "log")
    done = promised("sender utkast") | {"settled": True}
    assert record["promises"] == [done, promised("booker stort rom")]


def test_what_one_writes_in_an_entry_is_kept_though_another_tab_deletes_it(
    open_page: OpenPage,
) -> None:
    first = open_log(open_page, entry(asked="Pris", agreed="Nei"))
    second = open_log(open_page, context=first.context)
    choose(listed(first), "Rediger")
    choose(listed(second), "Slett")
    expect(listed(first)).to_have_count(0)
    write(first, asked="Ny pris")
    expect(listed(second)).to_contain_text("Ny pris")
    expect(listed(second)).to_contain_text("Nei")


def test_undo_leaves_what_another_tab_did_since(open_page: OpenPage) -> None:
    first = open_log(open_page, entry(1, promised("ringer"), asked="Pris"))
    second = open_log(open_page, context=first.context)
    task(first, "ringer").check()
    saved(first)
    expect(task(second, "ringer")).to_be_checked()
    choose(listed(second), "Rediger")
    write(second, asked="Ny pris")
    expect(listed(first)).to_contain_text("Ny pris")
    undo(first)
    expect(notice(first)).to_have_text("")
    expect(listed(first)).to_contain_text("Ny pris")
    expect(task(first, "ringer")).to_be_checked()


def test_open_promises_stand_first_and_are_settled(open_page: OpenPage) -> None:
    page = open_log(
        open_page,
        entry(when="2026-01-01T10:00", asked="gammel"),
        entry(when="2026-01-02T10:00", asked="ny"),
        entry(1, promised(due=TOMORROW), asked="senere"),
        entry(1, promised(due=YESTERDAY), promised("noe til"), asked="for sent"),
        entry(asked="uten dato", open="Hvem betaler?"),
    )
    assert first_texts(page, "asked") == ["for sent", "senere", "uten dato", "ny", "gammel"]
    expect(listed(page).nth(0)).to_contain_text("Fristen er ute")
    expect(page.get_by_text("Fristen er ute")).to_have_count(1)
    task(page, "innen onsdag 1. januar").press("Space")
    expect(task(page, "innen onsdag 1. januar")).to_be_checked()
    expect(task(page, "innen onsdag 1. januar")).to_be_focused()
    saved(page)
    assert first_texts(page, "asked")[:2] == ["senere", "for sent"]
    task(page, "Hvem betaler?").check()
    expect(task(page, "Hvem betaler?")).to_be_checked()
    task(page, "innen onsdag 1. januar").uncheck()
    expect(listed(page).nth(0)).to_contain_text("Fristen er ute")


def test_filter_and_search(open_page: OpenPage) -> None:
    page = open_log(
        open_page,
        entry(when="2026-01-01T10:00", asked="Levering FREDAG", agreed="Onsdag", channel="phone"),
        entry(when="2026-01-02T10:00", asked="Pris", meeting="m1"),
        entry(1, promised("sender utkast", who="Kari"), when="2026-01-03T10:00", asked="Dato"),
        *(entry(when="2025-01-01T10:00", asked="Før") for _ in range(3)),
    )
    put(page, meetings(m1=meeting("Nordlys")))
    page.reload()
    search = page.get_by_label("Søk i loggen")
    found = page.get_by_role("status").filter(has_text="Samtaler:")
    for wanted, texts in (
        ("fredag onsdag", ["Levering FREDAG"]),
        ("telefon", ["Levering FREDAG"]),
        ("nordlys", ["Pris"]),
        ("kari utkast", ["Dato"]),
        ("finnes ikke", []),
        ("2026", ["Dato", "Pris", "Levering FREDAG"]),
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
    search.press("Enter")
    assert "?" not in page.url


def test_what_there_is_to_do_with_entries_comes_with_them(open_page: OpenPage) -> None:
    page = open_log(open_page)
    search, export = page.get_by_label("Søk i loggen"), button(page, "Kopier alt som tekst")
    expect(export).to_be_hidden()
    for number in range(5):
        write(page, asked=f"Sak {number}")
        expect(listed(page)).to_have_count(number + 1)
    expect(export).to_be_visible()
    expect(search).to_be_hidden()
    write(page, asked="Sak 5")
    expect(search).to_be_visible()


def test_the_entry_just_saved_is_in_sight(open_page: OpenPage) -> None:
    page = open_log(open_page, *(entry(open=f"Sak {number}", asked="x") for number in range(60)))
    page.get_by_label("Bare det som er åpent").check()
    write(page, asked="Ny sak")
    saved(page)
    new = listed(page).filter(has_text="Ny sak")
    expect(new).to_be_in_viewport()
    expect(new).to_be_focused()
    expect(new).to_have_attribute("aria-current", "true")


def test_a_draft_survives_a_reload(open_page: OpenPage) -> None:
    page = open_log(open_page)
    kept = page.get_by_text("Utkastet ligger i denne nettleseren.")
    expect(kept).to_be_hidden()
    field(page, "asked").fill("Halvskrevet")
    rows(page).get_by_label("Hvem").fill("Kari")
    expect(kept).to_be_visible()
    page.reload()
    expect(field(page, "asked")).to_have_value("Halvskrevet")
    expect(rows(page).get_by_label("Hvem")).to_have_value("Kari")
    expect(kept).to_be_visible()
    button(page, "Avbryt").click()
    expect(notice(page)).to_have_text("Utkastet er lagt bort.")
    undo(page)
    expect(field(page, "asked")).to_have_value("Halvskrevet")
    send(page)
    saved(page)
    page.reload()
    expect(listed(page)).to_have_count(1)
    button(page, "Skriv ned en samtale").click()
    expect(field(page, "asked")).to_have_value("")


def test_a_draft_of_an_entry_is_of_that_entry(open_page: OpenPage) -> None:
    page = open_log(open_page, entry(asked="Pris", agreed="Nei"))
    other = open_log(open_page, context=page.context)
    choose(listed(page), "Rediger")
    field(page, "asked").fill("Ny pris")
    page.reload()
    choose(listed(other), "Rediger")
    write(other, agreed="Ja")
    expect(listed(page)).to_contain_text("Ja")
    send(page)
    expect(listed(other)).to_contain_text("Ny pris")
    expect(listed(other)).to_contain_text("Ja")
    assert len(read_records(page, "log")) == 1


def test_what_was_pasted_is_kept_when_one_leaves_at_once(open_page: OpenPage) -> None:
    page = open_log(open_page)
    field(page, "asked").fill("Limt inn")
    page.goto(page.url.replace("log/", ""))
    page.goto(f"{page.url}log/")
    expect(field(page, "asked")).to_have_value("Limt inn")


def test_each_tab_has_its_draft(open_page: OpenPage) -> None:
    first = open_log(open_page)
    second = open_log(open_page, context=first.context)
    for page, text in ((first, "En"), (second, "To")):
        field(page, "asked").fill(text)
        expect(page.get_by_text("Utkastet ligger i denne nettleseren.")).to_be_visible()
    button(second, "Avbryt").click()
    for page, text in ((first, "En"), (second, "")):
        page.reload()
        expect(field(page, "asked")).to_have_value(text)


def test_the_draft_of_another_tab_is_offered_and_is_then_in_one_only(open_page: OpenPage) -> None:
    first = open_log(open_page)
    second = open_log(open_page, context=first.context)
    field(first, "asked").fill("Halvskrevet")
    take = button(second, "Fortsett på det her")
    expect(take).to_be_visible()
    expect(field(second, "asked")).to_have_value("")
    take.click()
    expect(field(second, "asked")).to_have_value("Halvskrevet")
    expect(notice(first)).to_have_text("Utkastet er flyttet eller slettet i en annen fane.")
    expect(button(first, "Skriv ned en samtale")).to_be_visible()
    send(second)
    saved(second)
    first.close()
    second.reload()
    expect(take).to_be_hidden()
    expect(listed(second)).to_have_count(1)


def test_a_draft_makes_room_and_waits(open_page: OpenPage) -> None:
    page = open_log(open_page, entry(asked="Pris"))
    button(page, "Skriv ned en samtale").click()
    field(page, "asked").fill("Halvskrevet")
    choose(listed(page), "Rediger")
    write(page, asked="Ny pris")
    saved(page)
    button(page, "Fortsett på det her").click()
    expect(field(page, "asked")).to_have_value("Halvskrevet")


def test_nothing_is_left_of_a_draft_when_all_is_deleted(open_page: OpenPage) -> None:
    page = open_log(open_page)
    field(page, "asked").fill("Halvskrevet")
    expect(page.get_by_text("Utkastet ligger i denne nettleseren.")).to_be_visible()
    other = open_page("my-data/", context=page.context)
    button(other, "Slett alt …").click()
    other.get_by_role("dialog").get_by_role("button", name="Slett alt").click()
    expect(button(page, "Skriv ned en samtale")).to_be_visible()
    page.reload()
    expect(field(page, "asked")).to_have_value("")
    expect(page.locator(".log-offer")).to_be_hidden()


def test_minutes_open_in_an_e_mail(open_page: OpenPage) -> None:
    page = open_log(
        open_page,
        entry(1, promised("ringer", who="Per"), when="2031-01-01T10:00", agreed="x" * 6000),
    )
    address = page.get_by_role("link", name="Åpne i en e-post").get_attribute("href") or ""
    query = parse_qs(urlsplit(address).query)
    assert query["subject"] == ["Referat: onsdag 1. januar 2031 kl. 10:00"]
    assert query["body"][0].startswith("Hei!\r\n\r\nTakk for praten.")
    assert query["body"][0].endswith("Kopier referatet fra loggen, og lim det inn.)")


def test_the_log_in_a_spreadsheet_has_a_row_for_each_promise(open_page: OpenPage) -> None:
    late = promised("ringer", YESTERDAY, "Per") | {"settled": True}
    page = open_log(
        open_page,
        entry(1, promised("sender utkast", TOMORROW, "Kari"), late, asked="Pris", channel="phone"),
        entry(asked="Dato"),
    )
    text = downloaded(page, "Last ned regneark (CSV)").path().read_text("utf-8-sig")
    names = ("Bedt om", "Hvordan", "Hvem", "Hva", "Frist", "Status")
    table = [[row[name] for name in names] for row in DictReader(StringIO(text), delimiter=";")]
    assert table == [
        ["Pris", "På telefon", "Kari", "sender utkast", TOMORROW, ""],
        ["Pris", "På telefon", "Per", "ringer", YESTERDAY, "avklart"],
        ["Dato", "", "", "", "", ""],
    ]


def test_promises_go_into_the_calendar(open_page: OpenPage) -> None:
    page = open_log(
        open_page,
        entry(1, promised("sender utkast", TOMORROW, "Kari"), asked="Pris"),
        entry(asked="Dato"),
    )
    listed(page).nth(1).get_by_role("button", name="Flere valg").click()
    expect(listed(page).nth(1).get_by_role("button", name="Last ned til kalenderen")).to_be_hidden()
    page.keyboard.press("Escape")
    with page.expect_download() as download:
        choose(listed(page).nth(0), "Last ned til kalenderen")
    (event,) = Calendar.from_ical(download.value.path().read_bytes()).events
    assert (event["summary"], str(event.start)) == ("Kari: sender utkast", TOMORROW)


def test_the_log_on_paper_is_whole_and_the_page_as_before(open_page: OpenPage) -> None:
    long = "x" * 6000 + "slutt"
    page = open_log(
        open_page, *(entry(asked=long if not number else "Sak") for number in range(60))
    )
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    expect(page.locator(".log-paper > p")).to_have_count(60)
    expect(page.locator(".log-paper")).to_contain_text("slutt", use_inner_text=True)
    expect(listed(page).first).to_be_hidden()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    expect(page.locator(".log-paper > p")).to_have_count(0)
    expect(listed(page)).to_have_count(50)


def test_what_failed_is_marked_and_tried_again(open_page: OpenPage) -> None:
    page = open_log(open_page, before=REFUSE)
    page.evaluate("window.refusing = true")
    write(page, asked="Pris")
    expect(notice(page)).to_have_text(UNSAVED)
    expect(listed(page)).to_contain_text("Ikke lagret")
    page.evaluate("window.refusing = false")
    button(page, "Prøv igjen").click()
    expect(page.locator(".log-offer")).to_be_hidden()
    expect(listed(page)).not_to_contain_text("Ikke lagret")
    page.reload()
    expect(listed(page)).to_have_count(1)


def test_personal_data_get_a_quiet_hint(open_page: OpenPage) -> None:
    page = open_log(open_page)
    hint = page.locator("#hint-agreed")
    field(page, "agreed").fill("Ring 91234567 eller kari@nordlys.example")
    expect(hint).to_contain_text("Dette ligner et telefonnummer.")
    expect(hint).to_contain_text("Dette ligner en e-postadresse.")
    expect(hint).not_to_contain_text("fødselsnummer")
    expect(page.locator("#hint-asked")).to_be_empty()
    expect_accessible(page)
    write(page)
    saved(page)
    expect(hint).to_be_empty()


def test_expiry_asks_first(open_page: OpenPage) -> None:
    page = open_log(
        open_page,
        entry(asked="gammel", expires=YESTERDAY),
        entry(asked="ny", expires=TOMORROW),
        entry(1, promised(due=TOMORROW), asked="lovet", expires=YESTERDAY),
    )
    question = page.locator(".log-expired")
    expect(question).to_contain_text("Samtaler som har ligget lenge nok: 1.", use_inner_text=True)
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
    about = {"with": "Kari", "asked": "Pris", "when": f"{YESTERDAY}T10:00"}
    page = open_log(open_page, entry(1, promised("ringer", TOMORROW), **about))
    other = open_log(open_page, path="en/log/", context=page.context)
    page.get_by_role("button", name="Skjul navn og notater").press("Enter")
    expect(button(page, "Navn og notater er skjult. Vis navn og notater")).to_be_visible()
    for each in (page, other):
        expect(each.locator("html")).to_have_attribute("data-hidden-names", "")
        for name in ("with", "asked"):
            assert is_hidden(listed(each).locator(f"[data-field={name}]"))
        assert is_hidden(listed(each).locator("[data-field=text]"))
        assert not is_hidden(listed(each).locator("[data-field=when]"))
        assert is_hidden(field(each, "asked"))
        expect_accessible(each, ".log-list--all")
    page.emulate_media(media="print")
    assert not is_hidden(listed(page).locator("[data-field=with]"))
    page.emulate_media(media="screen")
    other.goto(other.url.replace("en/log/", "situations/saying-no/"))
    bar = button(other, "Navn og notater er skjult. Vis navn og notater")
    bar.click()
    expect(bar).to_be_hidden()
    expect(page.get_by_role("button", name="Skjul navn og notater")).to_be_visible()
    assert not is_hidden(listed(page).locator("[data-field=with]"))


def test_the_front_page_shows_the_first_promise(open_page: OpenPage) -> None:
    page = open_log(
        open_page,
        entry(1, promised("leverer", TOMORROW), promised("ringer", YESTERDAY, "Per"), asked="Pris"),
    )
    page.goto(page.url.removesuffix("log/"))
    promise = page.locator(".front__next").get_by_role("link")
    expect(promise).to_have_count(1)
    expect(promise).to_contain_text("Fristen er ute:")
    expect(promise).to_contain_text("Per: ringer")
    promise.click()
    expect(listed(page)).to_have_count(1)
