"""What is wrong in the theme's own HTML and stands in no block that a template could replace."""

# The browser must not restore these two: a menu would stand open when one comes back to a page.
# A checkbox has no `autocomplete` in HTML; the form that it belongs to has.
_TOGGLE = 'data-md-toggle="{name}" type="checkbox" id="__{name}" {attribute}="{value}"'
_TOGGLES = tuple(
    (
        _TOGGLE.format(name=name, attribute="autocomplete", value="off"),
        _TOGGLE.format(name=name, attribute="form", value="__toggles"),
    )
    for name in ("drawer", "search")
)
_OVERLAY = '<label class="md-overlay" for="__drawer"></label>'

MENDS = (
    *_TOGGLES,
    (_OVERLAY, f'<form id="__toggles" autocomplete="off"></form>{_OVERLAY}'),
    (' autocorrect="off"', ""),  # not in HTML
    (' tabindex=""', ""),  # no number
)
"""What the theme writes, and what takes its place."""


def mend_theme(html: str) -> str:
    """The page, with the errors of the theme mended."""
    for wrong, right in MENDS:
        html = html.replace(wrong, right)
    return html
