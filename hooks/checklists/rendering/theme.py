"""The theme: what it carries along and nobody needs, and what is wrong in its own HTML."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from checklists.rendering.theme_style import without_unused

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

# The menu of a narrow window is a popover: the browser has the keyboard open and close it, and its
# links are out of the way of the Tab key while it is closed. main.html has its button.
_SIDE_COLUMN = '<div class="md-sidebar md-sidebar--primary"'

MENDS = (
    (_SIDE_COLUMN, f'{_SIDE_COLUMN} id="__menu" popover'),
    ('<label class="md-overlay" for="__drawer"></label>', ""),
    ('<label class="md-nav__title" for="__drawer">', '<label class="md-nav__title">'),
    ('<div class="md-search-result__meta">', '<div class="md-search-result__meta" role="status">'),
    (f'{_DRAWER} autocomplete="off"', f'{_FORM}{_DRAWER} form="{NEVER_RESTORED}"'),
    (f'{_SEARCH} autocomplete="off"', f'{_SEARCH} form="{NEVER_RESTORED}"'),
    (
        'md-nav__link--active">',
        'md-nav__link--active" aria-current="page">',
    ),  # told by colour alone
    (' autocorrect="off"', ""),  # not in HTML
    (' tabindex=""', ""),  # no number
)
"""What the theme writes, and what takes its place."""

SCRIPT_MENDS = (
    # The arrow keys lead to what helps when nothing is found, too, and never to what is not shown.
    (
        'M(":not(details) > [href], summary, details[open] [href]",s)]',
        'M(":not(details) > [href], summary, details[open] [href]",e).filter(f=>f.offsetParent)]',
    ),
    # The keywords of a page are to be found by, and not to be read.
    ('e.tags&&x("nav"', '!1&&x("nav"'),
    # Who has chosen a place on the page in the menu, sees it.
    ('at("drawer",!1),at("search",!1)})', 'j("#__menu").hidePopover?.(),at("search",!1)})'),
    # The search fetches its index and starts its worker when it is opened, not on every page.
    ('L($(location.protocol!=="file:"),Je("search"))', 'Je("search")'),
    (
        "function Mn(e,t=new Worker(e)){let r=Wa(t),o=Da(t),n=new T;",
        "function Mn(e){let t,s=()=>t||(t=new Worker(e)),n=new T,r=n.pipe(Re(),b(()=>Wa(s()))),"
        "o=Da({postMessage:a=>s().postMessage(a)});",
    ),
    # So does what marks the words that one has searched for, on a page that has been found.
    (
        'z([t,r.pipe(Q(we()),g(o=>!!o.searchParams.get("h")))])',
        'r.pipe(Q(we()),g(o=>!!o.searchParams.get("h")),b(n=>t.pipe(m(o=>[o,n]))))',
    ),
    # The colour that the reader has chosen comes before those of the system (main.html).
    (
        'r=x("meta",{name:"theme-color"});document.head.appendChild(r)',
        'r=x("meta",{name:"theme-color"});document.head.prepend(r)',
    ),
)
"""The same for its script."""

_SCRIPT = re.compile(r"assets/javascripts/bundle\.\w+\.min\.js")
_STYLE = re.compile(r"assets/stylesheets/\w+\.\w+\.min\.css")


_NEIGHBOUR = re.compile(r'\s*<link rel="(?:next|prev)"[^>]*>')
"""Firefox fetches the next page before anybody asks for it, where the policy lets it."""


def is_needed(path: str, search_languages: Collection[str]) -> bool:
    """Whether a reader's browser may ask for a file of the theme."""
    if _SOURCE_MAP.fullmatch(path):
        return False
    search = _SEARCH_SCRIPT.fullmatch(path)
    return search is None or search["name"] in {*search_languages, _FOR_ANY_LANGUAGE}


def mend_theme(html: str, renamed: Mapping[str, str]) -> str:
    """The page, with the errors of the theme mended, and its files under their present names."""
    return _NEIGHBOUR.sub("", _replace(html, (*MENDS, *renamed.items())))


def mend_of(path: str) -> Callable[[str], str] | None:
    """What mends the text of a file of the theme; None when that is sent as it is."""
    if _SCRIPT.fullmatch(path):
        return mend_script
    return without_unused if _STYLE.fullmatch(path) else None


def mend_script(script: str) -> str:
    """The theme's script, with its search asleep until somebody searches."""
    return _replace(script, SCRIPT_MENDS)


def _replace(text: str, mends: Iterable[tuple[str, str]]) -> str:
    for wrong, right in mends:
        text = text.replace(wrong, right)
    return text
