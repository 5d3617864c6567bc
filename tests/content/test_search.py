"""The search finds a page by its `keywords`."""

from checklists.guide.model import Guide
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.test_search import first_results, is_found
from tests.content.languages import in_each_language

FIRST = 5  # of the results: a reader looks at no more


@in_each_language
def test_every_page_is_found_by_one_of_its_keywords(
    open_page: OpenPage, guide: Guide, language: str, prefix: str
) -> None:
    """One that several pages share may lead to another."""
    page = open_page(prefix)
    page.keyboard.press("f")
    expect(page.locator(".md-search__input")).to_be_focused()
    pages = [each for each in guide.pages.values() if each.language == language and each.meta]
    words = {each.key: each.meta.keywords for each in pages if each.meta and each.meta.keywords}
    missed = [
        (key, first_results(page))
        for key, keywords in words.items()
        if not any(
            is_found(page, word, f"/{prefix}{key}/".replace("/index/", "/"), FIRST)
            for word in keywords
        )
    ]
    assert missed == []
