"""What is wrong in the theme's own HTML and stands in no block that a template could replace."""

# The browser must not restore the two toggles: a menu would stand open when one comes back to a
# page. A checkbox has no `autocomplete` in HTML; the form that it belongs to has. The form comes
# first: Firefox looks for it when it reads the checkbox.
_FORM = '<form id="__toggles" autocomplete="off"></form>'
_DRAWER = '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer"'
_SEARCH = '<input class="md-toggle" data-md-toggle="search" type="checkbox" id="__search"'

MENDS = (
    (f'{_DRAWER} autocomplete="off"', f'{_FORM}{_DRAWER} form="__toggles"'),
    (f'{_SEARCH} autocomplete="off"', f'{_SEARCH} form="__toggles"'),
    (' autocorrect="off"', ""),  # not in HTML
    (' tabindex=""', ""),  # no number
)
"""What the theme writes, and what takes its place."""


def mend_theme(html: str) -> str:
    """The page, with the errors of the theme mended."""
    for wrong, right in MENDS:
        html = html.replace(wrong, right)
    return html
