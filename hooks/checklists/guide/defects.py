"""What may be wrong with ids, links and images, in the source and on built pages alike."""

import re

from checklists.guide.finding import Defect
from checklists.guide.phrasing import nearest
from checklists.guide.rule import Edit, Rule

SCHEMES = ("https", "mailto", "tel")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)", re.DOTALL)
_HOST = re.compile(r"//[^/?#\s]+")
_OWN_COMPUTER = re.compile(r"//(?:localhost|127\.0\.0\.1|\[::1\])(?![\w.-])", re.IGNORECASE)
_NO_SCHEME = re.compile(r"(?:www\.|https?/|//)", re.IGNORECASE)

REPEATED_ID = Rule(
    "CL105: An id stands once on its page",
    "A link would lead to the first of the two, always.",
    Edit(
        '- [ ] **Les hele spørsmålet.** { #read-it-all .critical src="H1" }',
        '- [ ] **Les hele spørsmålet.** { #read-it-all .critical src="H1" }',
    ),
    Edit(
        '- [ ] **Si når du kommer tilbake.** { #say-when src="own" }',
        '- [ ] **Si når du kommer tilbake.** { #read-it-all src="own" }',
    ),
)


MISSING_TARGET = Rule(
    "CL801: A link leads to a page or a file there is",
    "The reader meets an error page instead of help.",
    Edit("(../situations/one-more-thing.md)", "(../situations/one-more-thin.md)"),
)


MISSING_PLACE = Rule(
    "CL802: A link leads to a place on its page",
    "The reader lands at the top of a page, and looks for the place in vain.",
    Edit("(../situations/one-more-thing.md)", "(../situations/one-more-thing.md#befor)"),
)


EMPTY_LINK = Rule(
    "CL804: A link has a target and words",
    "A link to nothing cannot be followed. One without words cannot be seen.",
    Edit("(../situations/one-more-thing.md)", "()"),
)


UNKNOWN_SCHEME = Rule(
    "CL805: An address has a known scheme",
    "The browser does not know what to do with the link, or looks for a page of ours by that name.",
    Edit(
        "Kunden slipper å spørre på nytt.",
        "Kunden slipper å spørre [på nytt](htps://handbook.example/).",
    ),
)


NOT_HTTPS = Rule(
    "CL806: An address is https",
    "Anyone on the way can read and change what is sent over http.",
    Edit("url: https://handbook.example/", "url: http://handbook.example/"),
    file="docs/sources.yml",
)


ABSOLUTE_LINK = Rule(
    "CL807: A link within the guide is relative",
    "An absolute link breaks when the guide moves to another address or into a folder.",
    Edit("(../situations/one-more-thing.md)", "(/situations/one-more-thing/)"),
)


OTHER_LANGUAGE = Rule(
    "CL808: A link stays in its language",
    "The reader suddenly reads another language.",
    Edit("(../situations/one-more-thing.md)", "(../../en/situations/one-more-thing.md)"),
)


NO_CODE = Rule(
    "CL821: No code stands in content, and no style or event within a tag",
    "The browser refuses it, for nobody could tell it from code that somebody else put there.",
    Edit("Kunden slipper å spørre på nytt.", '<p onclick="alert(1)">Kunden slipper å spørre.</p>'),
)
IMAGE_WORDS = Rule(
    "CL809: An image says in words what it shows",
    "A reader who cannot see the image needs its words.",
    Edit("Kunden slipper å spørre på nytt.", "![](../assets/logo.svg)"),
)


def is_external(target: str) -> bool:
    """Whether it names another site, and looks right."""
    return written_address(target) is None and _SCHEME.match(target) is not None


def written_address(target: str) -> Defect | None:
    """What is wrong with an address by its look alone; None for a relative one."""
    if not target.strip("#"):
        return Defect(EMPTY_LINK, "link is empty", "name a target")
    if _NO_SCHEME.match(target):
        return Defect(UNKNOWN_SCHEME, f"`{target}` has no scheme", "start with `https://`")
    match = _SCHEME.match(target)
    if match is None:
        return None
    return _scheme_defect(match["scheme"], match["rest"])


def _scheme_defect(written: str, rest: str) -> Defect | None:
    scheme = written.lower()
    if _OWN_COMPUTER.match(rest):
        message = f"`{written}:{rest}` leads to the reader’s own computer"
        return Defect(UNKNOWN_SCHEME, message, "name the page or the site that is meant")
    if scheme == "http":
        return Defect(NOT_HTTPS, "http is not safe", f"write `https:{rest}`")
    if scheme not in SCHEMES:
        return Defect(UNKNOWN_SCHEME, f"unknown scheme `{written}`", nearest(scheme, SCHEMES))
    if scheme == "https" and not _HOST.match(rest):
        return Defect(UNKNOWN_SCHEME, f"`{written}:{rest}` names no site", "write `https://name/…`")
    return None
