"""What a first visit costs on a phone's network: all that is fetched before one does anything.

Counted is every answer as a host sends it, gzipped: the page, styles, scripts, fonts, pictures and
icons, and what scripts ask for, the index of the search (14,000 octets) among it. Not counted is
what the service worker fetches afterwards, so that the next visit needs no network.
"""

import gzip

import pytest
from checklists.reading.project import load_guide
from playwright.sync_api import Browser, Response, expect

from tests.browser.conftest import NO_WORKER, OpenPage
from tests.project import GUIDE

LIMIT = 130_000  # octets
PATH = "situations/saying-no/"
SITUATIONS = {key for _, key in load_guide(GUIDE).pages if key.startswith("situations/")}
COLOUR = """[...document.querySelectorAll('meta[name="theme-color"]')]
  .find(({ media }) => matchMedia(media).matches).content"""


def weight(body: bytes) -> int:
    return len(gzip.compress(body))


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_first_visit_to_any_situation_is_light(browser: Browser, site: str, prefix: str) -> None:
    with browser.new_page() as page:
        page.add_init_script(NO_WORKER)
        answers: dict[str, Response] = {}
        page.on("response", lambda answer: answers.update({answer.url: answer}))
        page.goto(f"{site}{prefix}{PATH}", wait_until="networkidle")
        expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
        around = [weight(answer.body()) for url, answer in answers.items() if url != page.url]
        totals = {
            key: sum(around, weight(page.request.get(f"{site}{prefix}{key}/").body()))
            for key in SITUATIONS
        }
    assert len(around) > 20
    assert {key: total for key, total in totals.items() if total > LIMIT} == {}


def test_a_page_that_was_found_marks_the_words(open_page: OpenPage) -> None:
    page = open_page(f"{PATH}?h=tydelig")
    expect(page.locator("main mark").first).to_have_text("tydelig")


def test_the_frame_has_the_colour_that_the_reader_chose(open_page: OpenPage) -> None:
    page = open_page("", scheme="light", javascript=False)
    plain = [meta.get_attribute("media") for meta in page.locator("meta[name=theme-color]").all()]
    assert plain == ["(prefers-color-scheme: light)", "(prefers-color-scheme: dark)"]
    page = open_page("", scheme="light")
    light = page.evaluate(COLOUR)
    page.get_by_title("Bytt til lyst utseende").click()
    page.get_by_title("Bytt til mørkt utseende").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.wait_for_function(f"light => {COLOUR} !== light", arg=light)
