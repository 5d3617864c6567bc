"""Search is the first thing one tries under stress: everyday words find the right page."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, in_both_languages

QUERIES = {
    "": {
        "kunden truer meg": "situations/threats-and-abuse",
        "redd for kunden": "situations/threats-and-abuse",
        "politiet": "situations/threats-and-abuse",
        "si nei": "situations/saying-no",
        "avslå": "situations/saying-no",
        "kunden presser meg": "situations/saying-no",
        "vil ha rabatt": "situations/saying-no",
        "lunsjpause": "principles/take-breaks",
        "nyansatt": "onboarding/overview",
        "første uke": "onboarding/week-1",
        "repetisjon": "onboarding/review",
        "underskrift": "onboarding/sign-off",
        "øve på trusler": "practice/threats-and-abuse",
        "trene på nei": "practice/saying-no",
    },
    "en/": {
        "customer threatens me": "situations/threats-and-abuse",
        "scared of customer": "situations/threats-and-abuse",
        "call the police": "situations/threats-and-abuse",
        "how to refuse": "situations/saying-no",
        "saying no": "situations/saying-no",
        "pushy customer": "situations/saying-no",
        "wants a discount": "situations/saying-no",
        "lunch": "principles/take-breaks",
        "new hire": "onboarding/overview",
        "first week": "onboarding/week-1",
        "revision questions": "onboarding/review",
        "signature": "onboarding/sign-off",
        "practise threats": "practice/threats-and-abuse",
        "training refusing": "practice/saying-no",
    },
}
"""What a reader types -> what is wanted."""
IS_FOUND = """async ([words, path, count]) => {
  const field = document.querySelector('.md-search__input');
  const search = (text) => {
    field.value = text;
    field.dispatchEvent(new Event('keyup'));
  };
  const results = () => [...document.querySelectorAll('.md-search-result__item > a')];
  const becomes = (condition) => new Promise((resolve) => {
    const end = performance.now() + 1500;
    const look = () => {
      if (condition() || performance.now() > end) resolve(condition());
      else requestAnimationFrame(look);
    };
    look();
  });
  const { src } = document.querySelector('script[src$="/main.js"]');
  await import(src.replace('main.js', 'site/search.js')); // comes with the focus
  search('');
  await becomes(() => results().length === 0); // or the last results would be taken for these
  search(words);
  return becomes(() => results().slice(0, count).some(({ pathname }) =>
    pathname === path));
}"""
PASTE = """(field, words) => {
  field.value = words;
  field.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
}"""


def open_search(open_page: OpenPage, prefix: str) -> Page:
    """The front page of a language, with the focus in the search."""
    page = open_page(prefix)
    page.keyboard.press("f")
    expect(page.locator(".md-search__input")).to_be_focused()
    return page


def search(page: Page, words: str) -> None:
    page.locator(".md-search__input").fill(words)
    page.keyboard.press("End")  # the theme listens to keys


def is_found(page: Page, words: str, path: str, among: int = 2) -> bool:
    """Whether a page is one of the first results of a search. The search must have the focus."""
    answer: bool = page.evaluate(IS_FOUND, [words, path, among])
    return answer


def first_results(page: Page) -> list[str]:
    links = page.locator(".md-search-result__item > a").all()[:3]
    return [(link.get_attribute("href") or "").split("?")[0] for link in links]


@in_both_languages
def test_everyday_words_find_the_right_page(open_page: OpenPage, prefix: str) -> None:
    page = open_search(open_page, prefix)
    missed = [
        (words, key, first_results(page))
        for words, key in QUERIES[prefix].items()
        if not is_found(page, words, f"/{prefix}{key}/")
    ]
    assert missed == []


@pytest.mark.parametrize(
    ("prefix", "word", "words"),
    [
        ("", "rabatt", "jeg har en kunde som vil ha rabatt"),
        ("en/", "discount", "what if the customer must have a discount"),
    ],
)
def test_words_that_say_nothing_find_nothing(
    open_page: OpenPage, prefix: str, word: str, words: str
) -> None:
    page = open_page(prefix)
    results = page.locator(".md-search-result__item")
    search(page, word)
    expect(results).not_to_have_count(0)
    count = results.count()
    search(page, "")
    expect(results).to_have_count(0)
    search(page, words)
    expect(results).to_have_count(count)


def test_what_is_pasted_or_dictated_is_searched_for(open_page: OpenPage) -> None:
    """No key is pressed."""
    page = open_page("")
    field = page.locator(".md-search__input")
    field.focus()
    field.evaluate(PASTE, "rabatt")
    expect(page.locator(".md-search-result__article").first).to_contain_text("Å si nei")


def test_keywords_are_found_by_and_not_read(open_page: OpenPage) -> None:
    page = open_page("")
    search(page, "rabatt")
    first = page.locator(".md-search-result__article").first
    expect(first).to_contain_text("Å si nei")
    expect(first.get_by_text("rabatt")).to_be_hidden()
