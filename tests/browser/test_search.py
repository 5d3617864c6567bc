"""Search is the first thing one tries under stress: everyday words find the right page."""

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as NotShownError

from tests.browser.conftest import OpenPage

QUERIES = yaml.safe_load((Path(__file__).parent / "queries.yml").read_text("utf-8"))
STANDS_FIRST = """(path) => {
  const links = [...document.querySelectorAll('.md-search-result__item > a')].slice(0, 2);
  return links.some((link) => new URL(link.href).pathname.endsWith(path));
}"""


def search(page: Page, words: str) -> None:
    page.locator(".md-search__input").fill(words)
    page.keyboard.press("End")  # the theme listens to keys


def first_results(page: Page) -> list[str]:
    links = page.locator(".md-search-result__item > a").all()[:3]
    return [(link.get_attribute("href") or "").split("?")[0] for link in links]


@pytest.mark.parametrize(("language", "prefix"), [("nb", ""), ("en", "en/")])
def test_everyday_words_find_the_right_page(
    open_page: OpenPage, language: str, prefix: str
) -> None:
    page = open_page(prefix)
    field = page.locator(".md-search__input")
    page.keyboard.press("f")
    expect(field).to_be_focused()
    missed = []
    for query in QUERIES[language]:
        search(page, "")
        expect(page.locator(".md-search-result__item")).to_have_count(0)
        search(page, query["q"])
        path = f"/{prefix}{query['page']}/"
        try:
            page.wait_for_function(STANDS_FIRST, arg=path, timeout=1500)
        except NotShownError:
            missed.append((query["q"], query["page"], first_results(page)))
    assert "\n".join(map(str, missed)) == ""
    assert len(QUERIES[language]) >= 60


def test_keywords_are_found_by_and_not_read(open_page: OpenPage) -> None:
    page = open_page("")
    search(page, "hastesak")
    first = page.locator(".md-search-result__article").first
    expect(first).to_contain_text("Kundens frist blir din")
    expect(first.get_by_text("hastesak")).to_be_hidden()
