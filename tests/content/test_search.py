"""The search finds every page by each of its `keywords`."""

from collections import defaultdict

from checklists.guide.model import Guide
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, in_both_languages
from tests.browser.test_search import first_results, is_found

FIRST = 5  # of the results: a reader looks at no more


def keywords(guide: Guide, language: str) -> dict[str, list[str]]:
    """Word -> the keys of the pages that have it."""
    found = defaultdict(list)
    for page in guide.pages.values():
        if page.language == language and page.meta:
            for word in page.meta.keywords:
                found[word].append(page.key)
    return found


@in_both_languages
def test_every_page_is_found_by_its_keywords(
    open_page: OpenPage, guide: Guide, prefix: str
) -> None:
    page = open_page(prefix)
    page.keyboard.press("f")
    expect(page.locator(".md-search__input")).to_be_focused()
    missed = [
        (word, key, first_results(page))
        for word, keys in keywords(guide, "en" if prefix else "nb").items()
        if len(keys) <= FIRST  # or it says what kind of page is wanted, not which
        for key in keys
        if not is_found(page, word, f"/{prefix}{key}/".replace("/index/", "/"), FIRST)
    ]
    assert missed == []
