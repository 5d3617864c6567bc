"""axe, in light and dark, on a wide screen and a phone, where nothing scrolls sideways."""

import pytest
from checklists.guide.model import Guide

from tests.browser.axe import defects_of
from tests.browser.conftest import LOOKS, OpenPage
from tests.content.languages import in_each_language

EVERY_LOOK = (*LOOKS, ("dark", 1280), ("light", 320))


def paths(guide: Guide, language: str, prefix: str) -> dict[tuple[str, str | None], list[str]]:
    """Kind and template -> the paths of the pages that have them."""
    found: dict[tuple[str, str | None], list[str]] = {}
    for (of, key), page in guide.pages.items():
        if of == language and page.meta:
            path = f"{prefix}{key}/".removesuffix("index/")
            found.setdefault((page.kind, page.meta.template), []).append(path)
    return found


@in_each_language
def test_the_first_page_of_each_kind(
    open_page: OpenPage, guide: Guide, language: str, prefix: str
) -> None:
    firsts = [each[0] for each in paths(guide, language, prefix).values()]
    assert defects_of(open_page(""), firsts, LOOKS) == {}


@pytest.mark.soak
@in_each_language
def test_every_page(open_page: OpenPage, guide: Guide, language: str, prefix: str) -> None:
    every = [path for each in paths(guide, language, prefix).values() for path in each]
    assert defects_of(open_page(""), every, EVERY_LOOK) == {}
