"""A page past its date says so, whenever it was built."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WIDTHS, OpenPage

NOTICES = {
    "situations/saying-no/": "Siden skulle vært gjennomgått innen 25. november 2027.",
    "en/lines/": "This page was due for review by 25 November 2027.",
    "en/practice/saying-no/": "This page was due for review by 25 November 2027.",
}
TODAY = """
  const Real = Date;
  window.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super('DAYT12:00:00'); }
  };
"""


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", NOTICES)
def test_the_notice_is_shown_from_the_day_after(open_page: OpenPage, path: str, width: int) -> None:
    seen = {}
    for day in ("2027-11-25", "2027-11-26"):
        page = open_page(path, width=width, before=TODAY.replace("DAY", day))
        notice = page.locator("review-notice")
        expect(notice).to_have_text(NOTICES[path])
        expect(notice).to_be_visible(visible=day == "2027-11-26")
        seen[day] = page.locator("review-notice + *").bounding_box()
    assert seen["2027-11-25"] == seen["2027-11-26"]  # nothing has moved
