"""What the templates are given."""

from datetime import date

import pytest
from checklists.guide.model import Guide, Spanned
from checklists.reading.project import load_guide
from checklists.rendering.views import (
    cards,
    checklist_view,
    duration,
    good_endings,
    in_words,
    other_language_url,
    source_views,
    translations,
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
        ("Threats and abuse", "a/"),
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


def test_good_endings_carry_their_past_ids(guide: Guide) -> None:
    page = guide.pages["nb", "practice/saying-no"]
    good = [s for s in page.sections if s.id and any(flag.text == "good" for flag in s.flags)]
    ids = [each.id.text for each in good if each.id]
    assert good_endings(guide)[page.key] == ids != []
    alone = Guide(pages={("nb", page.key): page})
    good[0].was = [Spanned("old", page.sections[0].span)]
    assert good_endings(alone) == {page.key: [ids[0], "old", *ids[1:]]}
    good[0].was = []


def test_a_situation_has_an_icon_and_a_group_on_its_card(guide: Guide) -> None:
    urls = {"situations/saying-no": "", "principles/take-breaks": ""}
    (situation,) = cards(guide, "nb", "situation", urls)
    (principle,) = cards(guide, "nb", "principle", urls)
    assert (situation.icon, situation.group) == ("material/hand-back-right-outline", "more")
    assert (principle.icon, principle.group) == ("", "")


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


def test_checklist_view_counts_items_and_lists_sources(guide: Guide) -> None:
    page = guide.pages["nb", "situations/saying-no"]
    view = checklist_view(guide, page, guide.words["pages"]["nb"])
    assert view is not None
    assert view.count == len(list(page.items)) > 0
    assert [source.key for source in view.sources] == ["own", "article", "URY"]


def test_a_day_is_written_as_in_the_language(guide: Guide) -> None:
    words, day = guide.words["pages"], date(2026, 11, 25)
    assert in_words(day, words["nb"]) == "25. november 2026"
    assert in_words(day, words["en"]) == "25 November 2026"


def test_sources_that_no_page_builds_on_are_not_shown(guide: Guide) -> None:
    shown = {view.key for view in source_views(guide, "en")}
    used = {key for page in guide.pages.values() if page.meta for key in page.meta.sources}
    assert shown == used
    del guide.pages["nb", "situations/saying-no"], guide.pages["en", "situations/saying-no"]
    assert "URY" not in {view.key for view in source_views(guide, "en")}


def test_translations_are_the_lines_of_the_other_language(guide: Guide) -> None:
    page = guide.pages["nb", "onboarding/day-1"]
    assert translations(guide, page)["learn-a-break-sentence"] == ["“I need ten minutes to think.”"]
    alone = Guide(pages={("nb", page.key): page})
    assert translations(alone, page) == {}


@pytest.mark.parametrize(
    ("base_url", "page_url", "language", "url"),
    [
        (".", "./", "nb", "./en/"),
        ("..", "privacy/", "nb", "../en/privacy/"),
        ("../..", "a/b/", "nb", "../../en/a/b/"),
        (".", "./", "en", "./../"),
        ("../..", "a/b/", "en", "../../../a/b/"),
        ("/", "", "nb", "/en/"),
        ("/en/", "", "en", "/en/../"),
        ("..", "a/b.html", "nb", "../en/a/b.html"),
    ],
)
def test_the_way_to_the_other_language(
    base_url: str, page_url: str, language: str, url: str
) -> None:
    assert other_language_url(base_url, page_url, language) == url
