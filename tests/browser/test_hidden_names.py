"""Names and notes can be hidden while one shares a screen: on every page, whatever was written."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import STARTING, OpenPage
from tests.browser.database import put
from tests.browser.kinds import KINDS
from tests.browser.meetings import ENTER, M, meeting, meetings
from tests.browser.steps import button, ready
from tests.browser.test_layout_shift import LIMIT, MEASURE
from tests.browser.ticks import KEY, PATH, choose

WRITTEN = "Zorro"
ITEM = "say-it-clearly"
TEXTS = dict.fromkeys(("asked", "agreed", "open", "with", "owner"), WRITTEN)
ENTRY = {"when": "2026-11-24T09:00", "channel": "meeting", "due": "", "expires": "", "at": 1}
PROMISE = {"what": WRITTEN, "who": WRITTEN, "due": "2026-11-26"}
SHOWING = (
    *("", PATH, f"{PATH}?view=key", f"{PATH}?view=focus#{ITEM}"),
    *("principles/take-breaks/", "lines/", "log/", f"log/?meeting={M}", "meetings/"),
)
"""Where something of it is shown."""
IN_THE_OPEN = f"""() => [...document.querySelectorAll('body *')].filter((element) => {{
  if (/^(SCRIPT|TEMPLATE|STYLE)$/.test(element.tagName)) return false;
  const own = [...element.childNodes].filter(({{ nodeType }}) => nodeType === 3);
  const texts = [...own.map(({{ data }}) => data), element.value, element.title, element.ariaLabel];
  return texts.some((text) => String(text).includes('{WRITTEN}'))
    && !element.closest('[data-private]');
}}).map(({{ outerHTML }}) => outerHTML.slice(0, 200))"""


def write_everything(page: Page) -> None:
    """A text of one's own in every field there is."""
    written = meeting(WRITTEN, "2026-11-26T09:00", goal=WRITTEN, **{"with": WRITTEN})
    line = {"text": WRITTEN, "when": WRITTEN, "of": "", "at": 1}
    put(
        page,
        meetings(**{M: written})
        | {
            "notes": [
                ([M, KEY, ITEM], {"text": WRITTEN, "at": 1}),
                ([M, "", ""], {"text": WRITTEN, "at": 1}),
            ],
            "lines": [([who, KEY, ITEM, who], line) for who in (M, "default")],
            "log": [(["l"], ENTRY | TEXTS | {"meeting": M, "promises": [PROMISE]})],
        },
    )


def test_whatever_a_reader_wrote_is_marked_private(open_page: OpenPage) -> None:
    page = open_page(PATH)
    ready(page)
    write_everything(page)
    page.evaluate(ENTER)
    site, found = page.url.removesuffix(PATH), {}
    for path in {*KINDS, *SHOWING}:
        page.goto(site + path)
        expect(page.locator(STARTING)).to_have_count(0)
        if path in SHOWING:
            expect(page.get_by_text(WRITTEN).first).to_be_attached()
        if wrong := page.evaluate(IN_THE_OPEN):
            found[path] = wrong
    assert found == {}


def test_one_hides_them_on_a_list_and_sees_it_everywhere(open_page: OpenPage) -> None:
    page = open_page(PATH)
    ready(page)
    write_everything(page)
    choose(page, "Skjul navn og notater")
    state = page.get_by_role("button", name="Navn og notater er skjult. Vis navn og notater")
    expect(state).to_be_visible()
    front = open_page("", context=page.context)
    name = front.get_by_role("list", name="Neste for deg").get_by_text(WRITTEN).first
    expect(name).to_have_css("color", "rgba(0, 0, 0, 0)")
    assert front.evaluate(MEASURE) <= LIMIT
    button(front, "Navn og notater er skjult. Vis navn og notater").click()
    expect(name).not_to_have_css("color", "rgba(0, 0, 0, 0)")
    expect(state).to_be_hidden()
