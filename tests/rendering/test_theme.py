"""What is wrong in the theme's HTML is corrected on our pages, and none of its files is changed."""

from pathlib import Path

import material
import pytest
from checklists.rendering.theme import is_needed
from lxml import html

THEME = Path(material.__file__).parent / "templates/assets"
CORRECTED = {
    "the button of the menu": ("//header//button[@popovertarget='__menu'][@aria-label='Meny']", 1),
    "the menu opens without a script": ("//div[@id='__menu'][@popover]//nav", 3),
    "no label opens the theme's menu": ("//*[self::header or @id='__menu']//*[@for='__drawer']", 0),
    "the current page is named": ("//a[@aria-current='page'][contains(@class, 'active')]", 1),
    "a number, where there is one": ("//*[@tabindex='']", 0),
    "the header": ("//header/nav[@aria-label='Verktøy for nettstedet']", 1),
    "the dialog of the search": ("//div[@role='dialog'][@aria-label]", 1),
    "results are announced": ("//div[contains(@class, 'search-result__meta')][@role='status']", 1),
    "the list of results": ("//div[@role='region'][@aria-label][@tabindex='0']", 1),
    "help after the results": ("//div[@role='region']/p[@class='search-help']/a", 2),
    "search needs scripts": ("//noscript[@class='search-hint']", 1),
    "the choice of colours is in the footer": ("//form[@data-md-component='palette']", 1),
    "the header has the tabs": ("//header//ul[@class='md-tabs__list']/li", 6),
    "a script that holds up nothing": ("//script[contains(@src, 'bundle')][@defer]", 1),
    "the next page is not fetched": ("//link[@rel='next' or @rel='prev']", 0),
    "the form of the items comes first": (
        "//form[@id='__toggles'][@autocomplete='off'][following::input[@form='__toggles']]",
        1,
    ),
}
"""What a reader has -> an XPath of it, and how often it is on the page."""


@pytest.fixture(scope="module")
def page(built: Path) -> html.HtmlElement:
    file = built / "situations/saying-no/index.html"
    return html.document_fromstring(file.read_bytes())


@pytest.mark.parametrize("name", CORRECTED)
def test_a_correction_is_on_the_page(page: html.HtmlElement, name: str) -> None:
    path, count = CORRECTED[name]
    assert len(page.xpath(path)) == count


def test_the_files_of_the_theme_are_as_they_were(built: Path) -> None:
    built = built / "assets"
    files = [THEME / file.relative_to(built) for file in built.rglob("*.min.*")]
    assert len(files) > 5
    assert [file for file in files if file.is_file()] == files
    for file in files:
        assert (built / file.relative_to(THEME)).read_bytes() == file.read_bytes()


@pytest.mark.parametrize(
    ("path", "needed"),
    [
        ("assets/javascripts/bundle.a5f9d56c.min.js", True),
        ("assets/javascripts/bundle.a5f9d56c.min.js.map", False),
        ("assets/javascripts/lunr/min/lunr.no.min.js", True),
        ("assets/javascripts/lunr/min/lunr.stemmer.support.min.js", True),
        ("assets/javascripts/lunr/min/lunr.ja.min.js", False),
        ("assets/javascripts/lunr/tinyseg.js", False),
    ],
)
def test_what_is_needed(path: str, needed: bool) -> None:
    assert is_needed(path, ["no"]) is needed
