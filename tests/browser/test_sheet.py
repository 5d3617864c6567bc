"""A meeting on one sheet of A4."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.database import Stored
from tests.browser.meetings import M, meeting, meetings, open_meetings
from tests.browser.paper import folded, is_one_sheet, printed, text_of

SAYING_NO, MORE = "situations/saying-no", "situations/one-more-thing"
ALL = ["situations/threats-and-abuse", SAYING_NO, MORE]
NOTE = "Kunden har fått løfte om fredag. Testen på mandag står fast, og i helga er ingen på jobb. "
LINE = {"when": "", "of": "", "at": 1}
FIRST = (
    "«Jeg vil at dette skal virke den dagen dere tar det i bruk. Derfor sier jeg nei til fredag.»"
)
NAMES = {"": "Skriv ut arket", "en/": "Print the sheet"}


def print_sheet(page: Page, name: str) -> None:
    """Press a button that prints. What is printed stays for the test to print again."""
    page.evaluate("() => { window.print = () => { document.body.dataset.asked = ''; }; }")
    button = page.get_by_role("button", name=name, exact=True)
    if not button.is_visible():
        page.locator(".meeting [data-action=menu]").click()
    button.click()
    expect(page.locator("[data-asked]")).to_have_count(1)


def with_notes(pages: list[str]) -> Stored:
    texts = {"with": "Prosjektlederen", "goal": "Del én fredag", "pages": pages}
    return meetings(**{M: meeting("Statusmøte", "2031-01-02T14:30", **texts)}) | {
        "notes": [
            ([M, "", ""], {"text": NOTE * 2, "at": 1}),
            ([M, pages[0], "say-it-clearly"], {"text": NOTE * 3, "at": 1}),
            ([M, pages[-1], "talk-to-someone"], {"text": NOTE * 2, "at": 1}),
        ]
    }


@pytest.mark.parametrize(
    ("pages", "has_notes", "prefix"),
    [
        ([SAYING_NO, MORE], True, ""),
        (ALL, True, ""),
        (ALL, True, "en/"),
        (ALL, False, "en/"),
        (["principles/take-breaks"], False, ""),
    ],
)
def test_one_to_three_lists_fit_one_page(
    open_page: OpenPage, pages: list[str], has_notes: bool, prefix: str
) -> None:
    page = open_meetings(open_page, with_notes(pages), prefix)
    guide = page.evaluate("url => fetch(url).then(answer => answer.json())", "../checklists.json")
    page.locator("html").evaluate(
        "(html, isHidden) => html.toggleAttribute('data-hidden-names', isHidden)", not has_notes
    )
    print_sheet(page, NAMES[prefix])
    pdf = printed(page)
    text = text_of(pdf)
    assert is_one_sheet(pdf)
    lists = [each for each in guide["pages"] if each["key"] in pages]
    critical = [
        item
        for each in lists
        for section in each["sections"]
        for item in section["items"]
        if item["critical"]
    ]
    lines = [line for item in critical for line in item["lines_to_say"]]
    assert len(critical) >= len(pages)
    for expected in (
        "Statusmøte", "2031", "Prosjektlederen", "Del én fredag", "112", "meetings/",
        *(each["title"] for each in lists), *(item["action"] for item in critical), *lines,
    ):  # fmt: skip
        assert folded(expected) in text, expected
    stops = [section for each in lists for section in each["sections"] if section["id"] == "stop"]
    for stop in stops:
        assert stop["title"] in text
        for point in stop["points"]:
            assert folded(point.split("**")[1]) in text
    assert "](" not in text
    assert ("Testen på mandag" in text) is has_notes


def test_notes_and_lines_of_one_s_own_are_with_their_item(open_page: OpenPage) -> None:
    item = [SAYING_NO, "say-it-clearly"]
    records = with_notes([SAYING_NO])
    note = {"text": "Del to tirsdag", "at": 1}
    records["notes"].append(([M, SAYING_NO, "prepare-one-alternative"], note))
    records["lines"] = [
        (["default", *item, "1"], LINE | {"text": "«For alle møter»"}),
        ([M, *item, "2"], LINE | {"text": "Mine ord", "of": FIRST}),
        (["other", *item, "3"], LINE | {"text": "«Et annet møte»"}),
    ]
    page = open_meetings(open_page, records)
    print_sheet(page, "Skriv ut arket")
    entry = page.locator(".sheet__item", has_text="Si et tydelig nei.")
    expect(entry.locator(".sheet__note")).to_have_text(NOTE * 3)
    other = page.locator(".sheet__item", has_text="Gjør klart ett alternativ.")
    expect(other.locator(".sheet__note")).to_have_text("Del to tirsdag")
    text = text_of(printed(page))
    assert text.index("«Mine ord»") < text.index("«For alle møter»")
    assert FIRST not in text
    assert "Et annet møte" not in text


def test_what_is_ticked_is_ticked_and_what_is_not_relevant_is_left_out(
    open_page: OpenPage,
) -> None:
    tick = {"rev": {}, "at": 1}
    ticks = [
        ([M, SAYING_NO, "say-it-clearly"], tick | {"state": "done"}),
        ([M, SAYING_NO, "name-what-it-protects"], tick | {"state": "not-relevant"}),
    ]
    page = open_meetings(open_page, with_notes([SAYING_NO]) | {"ticks": ticks})
    print_sheet(page, "Skriv ut arket")
    text = text_of(printed(page))
    assert text.count("✓") == 1
    assert "Si et tydelig nei" in text
    assert "Skriv ned hva neiet skal verne" not in text
