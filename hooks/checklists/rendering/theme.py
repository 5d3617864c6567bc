"""The theme: what it carries along and nobody needs, and what is wrong in its own HTML."""

import re
from collections.abc import Collection

_SOURCE_MAP = re.compile(r".*\.(?:css|js)\.map")
_SEARCH_SCRIPT = re.compile(
    r"assets/javascripts/lunr/(?:min/lunr\.)?(?P<name>[\w.]+?)(?:\.min)?\.js"
)
_FOR_ANY_LANGUAGE = "stemmer.support"

# The browser must not restore a checkbox when one comes back to a page: a menu would stand open,
# and an item would look ticked that is not. A checkbox has no `autocomplete` in HTML; the form that
# it belongs to has. The form comes first: Firefox looks for it when it reads the checkbox.
NEVER_RESTORED = "__toggles"
_FORM = f'<form id="{NEVER_RESTORED}" autocomplete="off"></form>'
_DRAWER = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer"'
_SEARCH = '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search"'

MENDS = (
    (f'{_DRAWER} autocomplete="off"', f'{_FORM}{_DRAWER} form="{NEVER_RESTORED}"'),
    (f'{_SEARCH} autocomplete="off"', f'{_SEARCH} form="{NEVER_RESTORED}"'),
    (' autocorrect="off"', ""),  # not in HTML
    (' tabindex=""', ""),  # no number
)
"""What the theme writes, and what takes its place."""


def is_needed(path: str, search_languages: Collection[str]) -> bool:
    """Whether a reader's browser may ask for a file of the theme."""
    if _SOURCE_MAP.fullmatch(path):
        return False
    search = _SEARCH_SCRIPT.fullmatch(path)
    return search is None or search["name"] in {*search_languages, _FOR_ANY_LANGUAGE}


def mend_theme(html: str) -> str:
    """The page, with the errors of the theme mended."""
    for wrong, right in MENDS:
        html = html.replace(wrong, right)
    return html
