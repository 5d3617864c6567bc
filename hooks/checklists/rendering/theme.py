"""The theme: which of its files are needed, and titles as it shows them."""

import re
from collections.abc import Collection, Iterable
from typing import Any

from markupsafe import escape

_SOURCE_MAP = re.compile(r".*\.(?:css|js)\.map")
_SEARCH_SCRIPT = re.compile(
    r"assets/javascripts/lunr/(?:min/lunr\.)?(?P<name>[\w.]+?)(?:\.min)?\.js"
)
_FOR_ANY_LANGUAGE = "stemmer.support"


def is_needed(path: str, search_languages: Collection[str]) -> bool:
    """Whether a reader's browser may ask for a file of the theme."""
    if _SOURCE_MAP.fullmatch(path):
        return False
    search = _SEARCH_SCRIPT.fullmatch(path)
    return search is None or search["name"] in {*search_languages, _FOR_ANY_LANGUAGE}


def escape_titles(items: Iterable[Any]) -> None:
    """Make the titles of a navigation ready for HTML: the theme inserts them as they are."""
    for item in items:
        if item.title:  # a page without one takes that of its front matter
            item.title = escape(item.title)
        escape_titles(item.children or ())
