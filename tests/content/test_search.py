"""The search finds a page by its `keywords`."""

import pytest
from checklists.guide.model import Guide

from tests.browser.conftest import OpenPage
from tests.browser.test_search import first_results, is_found, open_search
from tests.content.languages import in_each_language

FIRST = 5  # of the results: a reader looks at no more
EVERYDAY = 5


def keywords(guide: Guide, language: str, *kinds: str) -> dict[str, list[str]]:
    """By the key of each page that has any."""
    return {
        page.key: page.meta.keywords
        for page in guide.pages.values()
        if page.language == language and page.meta and page.meta.keywords
        if not kinds or page.kind in kinds
    }


@pytest.mark.soak
@in_each_language
def test_everyday_words_lead_to_a_list_first(
    open_page: OpenPage, guide: Guide, language: str, prefix: str
) -> None:
    """Its first keywords."""
    page = open_search(open_page, prefix)
    missed = [
        (key, word, first_results(page))
        for key, words in keywords(guide, language, "situation", "principle").items()
        for word in words[:EVERYDAY]
        if not is_found(page, word, f"/{prefix}{key}/", 1)
    ]
    assert missed == []


@pytest.mark.soak
@in_each_language
def test_every_page_is_found_by_one_of_its_keywords(
    open_page: OpenPage, guide: Guide, language: str, prefix: str
) -> None:
    """One that several pages share may lead to another."""
    page = open_search(open_page, prefix)
    missed = [
        (key, first_results(page))
        for key, words in keywords(guide, language).items()
        if not any(
            is_found(page, word, f"/{prefix}{key}/".replace("/index/", "/"), FIRST)
            for word in words
        )
    ]
    assert missed == []
