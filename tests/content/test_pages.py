"""axe, in light and dark, on a wide screen and a phone, where nothing scrolls sideways."""

import pytest
from checklists.guide.model import Guide

from tests.browser.axe import defects_of
from tests.browser.conftest import LOOKS, OpenPage, in_both_languages

EVERY_LOOK = (*LOOKS, ("dark", 1280), ("light", 320))


def paths(guide: Guide, prefix: str) -> dict[tuple[str, str | None], list[str]]:
    """Kind and template -> the paths of the pages that have them."""
    found: dict[tuple[str, str | None], list[str]] = {}
    for (language, key), page in guide.pages.items():
        if (language == "en") == bool(prefix) and page.meta:
            path = f"{prefix}{key}/".removesuffix("index/")
            found.setdefault((page.kind, page.meta.template), []).append(path)
    return found


@in_both_languages
def test_the_first_page_of_each_kind(open_page: OpenPage, guide: Guide, prefix: str) -> None:
    firsts = [each[0] for each in paths(guide, prefix).values()]
    assert defects_of(open_page(""), firsts, LOOKS) == {}


@pytest.mark.soak
@in_both_languages
def test_every_page(open_page: OpenPage, guide: Guide, prefix: str) -> None:
    every = [path for each in paths(guide, prefix).values() for path in each]
    assert defects_of(open_page(""), every, EVERY_LOOK) == {}
