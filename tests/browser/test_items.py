"""Items are real checkboxes, named by their action, with and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

with_and_without_javascript = pytest.mark.parametrize("javascript", [True, False])


@with_and_without_javascript
def test_box_is_named_by_its_action_and_described_by_its_reason(
    open_page: OpenPage, javascript: bool
) -> None:
    page = open_page("situations/saying-no/", javascript=javascript)
    box = page.get_by_role("checkbox", name="Skriv ned hva neiet skal verne.", exact=True)
    expect(box).to_have_count(1)
    expect(box).to_have_accessible_description("Viktigst Da husker du hvorfor du sier det.")


@with_and_without_javascript
def test_clicking_the_action_ticks(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("situations/saying-no/", javascript=javascript)
    page.get_by_text("Tilby alternativet ditt.").click()
    expect(page.get_by_role("checkbox", name="Tilby alternativet ditt.")).to_be_checked()


@with_and_without_javascript
def test_a_list_is_named_by_its_heading(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("en/situations/saying-no/", javascript=javascript)
    group = page.get_by_role("group", name="In the conversation")
    expect(group.get_by_role("checkbox")).to_have_count(6)


@with_and_without_javascript
def test_a_line_to_say_shows_the_other_language(open_page: OpenPage, javascript: bool) -> None:
    page = open_page("situations/saying-no/", javascript=javascript)
    english = page.locator("#say-it-clearly [lang=en]").first
    expect(english).to_be_hidden()
    page.locator("#say-it-clearly summary").first.click()
    expect(english).to_be_visible()
    expect(page.locator("#say-it-clearly input")).not_to_be_checked()


FULL_DISK = """
  IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError'); };
"""


def test_a_browser_that_restores_forms_shows_no_tick_that_is_not_kept(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/", before=FULL_DISK)
    page.get_by_role("checkbox").first.check()
    expect(page.locator("main").get_by_role("status")).to_contain_text("Ikke lagret")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.go_back()
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    expect(page.get_by_role("checkbox").first).not_to_be_checked()


def test_the_hidden_sign_beside_a_heading_makes_no_line(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/", width=320)
    heights = "() => [...document.querySelectorAll('main h2')].map(each => each.offsetHeight)"
    with_sign = page.evaluate(heights)
    page.locator(".headerlink").evaluate_all("signs => signs.forEach(sign => sign.remove())")
    assert with_sign == page.evaluate(heights)
    assert len(with_sign) > 5


@pytest.mark.parametrize("width", [1280, 320])
def test_a_link_to_an_item_shows_it_below_the_header(open_page: OpenPage, width: int) -> None:
    page = open_page("situations/saying-no/#note-what-to-improve", width=width)
    item = page.locator("#note-what-to-improve")
    expect(item).to_be_in_viewport()
    header = page.locator(".md-header").bounding_box()
    top = item.bounding_box()
    assert header is not None
    assert top is not None
    assert top["y"] >= header["y"] + header["height"]
