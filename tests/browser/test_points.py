"""From advice to item: a page one can find one's way in, on a phone too."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import WIDTHS, OpenPage
from tests.browser.test_print import printed, text_of


@pytest.mark.parametrize("width", WIDTHS)
def test_the_text_of_a_point_hangs_beside_its_number(open_page: OpenPage, width: int) -> None:
    page = open_page("points/", width=width)
    for point in page.locator(".point").all():
        number = point.locator(".point__key").bounding_box()
        text = point.locator(".point__text").bounding_box()
        assert number
        assert text
        assert number["x"] + number["width"] <= text["x"]
        assert abs(number["y"] - text["y"]) < 2


@pytest.mark.parametrize("javascript", [True, False])
def test_a_number_leads_to_its_point_whose_items_unfold(
    open_page: OpenPage, javascript: bool
) -> None:
    page = open_page("points/", width=320, javascript=javascript)
    page.get_by_role("link", name="S20", exact=True).click()
    point = page.locator("#S20")
    expect(point).to_be_in_viewport()
    link = point.get_by_role("link").first
    expect(link).to_be_hidden()
    point.locator("summary").click()
    expect(link).to_be_visible()


def test_every_item_is_on_paper(open_page: OpenPage) -> None:
    page = open_page("points/")
    page.locator("#S20 summary").click()
    title = page.locator("#S21 li").first.text_content() or ""
    assert title
    assert title in text_of(printed(page))
