"""axe, in light and dark, on a wide screen and a phone, where nothing scrolls sideways."""

import pytest
from checklists.guide.model import Guide

from tests.browser.axe import defects_of
from tests.browser.conftest import LOOKS, OpenPage
from tests.content.languages import in_each_language

EVERY_LOOK = (*LOOKS, ("dark", 1280), ("light", 320))


@pytest.mark.soak
@in_each_language
def test_every_page(open_page: OpenPage, guide: Guide, language: str, prefix: str) -> None:
    keys = [page.key for page in guide.pages.values() if page.language == language]
    paths = [f"{prefix}{key}/".removesuffix("index/") for key in keys]
    assert defects_of(open_page(""), paths, EVERY_LOOK) == {}
