"""What the templates are given."""

from datetime import date

import pytest
from checklists.guide.model import Guide, Spanned
from checklists.reading.project import load_guide
from checklists.rendering.views import (
    cards,
    duration,
    endings,
    in_words,
    other_languages,
    translations,
    used_sources,
)

from tests.project import copy_site


@pytest.fixture(scope="module")
def guide(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    return load_guide(copy_site(tmp_path_factory.mktemp("guide")))


def test_cards_come_in_the_order_of_the_navigation(guide: Guide) -> None:
    urls = {
        "situations/saying-no": "b/",
        "principles/take-breaks": "p/",
        "privacy": "x/",
        "situations/threats-and-abuse": "a/",
        "situations/not-written": "n/",
    }
    found = cards(guide, "en", "situation", urls)
    assert [(card.title, card.url) for card in found] == [
        ("Saying no", "b/"),
        ("Threats and violence", "a/"),
    ]
    assert found[0].items[0] == "name-what-it-protects"


def test_a_card_s_item_carries_its_past_ids(guide: Guide) -> None:
    page = guide.pages["nb", "situations/saying-no"]
    item = next(page.items)
    assert item.id
    item.was = [item.id]
    (card,) = cards(guide, "nb", "situation", {page.key: ""})
    assert card.items[0] == f"{item.id.text}={item.id.text}"
    item.was = []


def test_endings_carry_their_past_ids(guide: Guide) -> None:
    page = guide.pages["nb", "practice/saying-no"]
    ids = endings(guide)[page.key]
    first = next(s for s in page.sections if s.id and s.id.text == ids[0])
    alone = Guide(pages={("nb", page.key): page})
    first.was = [Spanned("old", page.sections[0].span)]
    assert endings(alone) == {page.key: (f"{ids[0]}=old", *ids[1:])}
    first.was = []


def test_a_situation_has_a_group_on_its_card(guide: Guide) -> None:
    urls = {"situations/saying-no": "", "principles/take-breaks": ""}
    (situation,) = cards(guide, "nb", "situation", urls)
    (principle,) = cards(guide, "nb", "principle", urls)
    assert (situation.group, principle.group) == ("more", "")


@pytest.mark.parametrize(
    ("minutes", "nb", "en"),
    [
        (10, "10 min", "10 min"),
        (60, "1 time", "1 hour"),
        (90, "90 min", "90 min"),
        (240, "4 timer", "4 hours"),
    ],
)
def test_whole_hours_are_called_hours(guide: Guide, minutes: int, nb: str, en: str) -> None:
    pages = guide.words["pages"]
    assert [duration(pages[each], minutes) for each in ("nb", "en")] == [nb, en]


def test_a_page_builds_on_the_sources_of_its_items(guide: Guide) -> None:
    page = guide.pages["nb", "situations/saying-no"]
    assert [source.key for source in guide.sources_of(page)] == ["own", "article", "URY"]


def test_a_day_is_written_as_in_the_language(guide: Guide) -> None:
    words, day = guide.words["pages"], date(2026, 11, 25)
    assert in_words(words["nb"], day) == "25. november 2026"
    assert in_words(words["en"], day) == "25 November 2026"


def test_sources_that_no_page_builds_on_are_not_shown(guide: Guide) -> None:
    assert "URY" in {source.key for source in used_sources(guide)}
    del guide.pages["nb", "situations/saying-no"], guide.pages["en", "situations/saying-no"]
    assert "URY" not in {source.key for source in used_sources(guide)}


def test_translations_are_the_lines_of_the_other_language(guide: Guide) -> None:
    page = guide.pages["nb", "onboarding/day-1"]
    ((language, lines),) = translations(guide, page)
    assert language == "en"
    assert lines["learn-a-break-sentence"] == ["“I need ten minutes to think.”"]
    alone = Guide(pages={("nb", page.key): page})
    assert translations(alone, page) == []


@pytest.mark.parametrize(
    ("language", "root", "page_url", "url"),
    [
        ("nb", "./", "./", "./en/"),
        ("nb", "../", "privacy/", "../en/privacy/"),
        ("en", "./../", "./", "./../"),
        ("en", "../../../", "a/b/", "../../../a/b/"),
        ("nb", "/", "", "/en/"),
    ],
)
def test_the_way_to_the_other_language(
    guide: Guide, language: str, root: str, page_url: str, url: str
) -> None:
    (other,) = other_languages(guide, language, root, page_url)
    assert other.url == url
