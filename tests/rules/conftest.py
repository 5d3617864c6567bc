"""Hundreds of tests change one page of the guide each: the others are parsed once for all."""

from collections.abc import Iterator
from functools import cache

import pytest
from checklists.reading.page import parse_page


@pytest.fixture(scope="session", autouse=True)
def each_text_is_parsed_once() -> Iterator[None]:
    """A page is what its text, language, key and path make it. Rules only read it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("checklists.reading.project.parse_page", cache(parse_page))
        yield
