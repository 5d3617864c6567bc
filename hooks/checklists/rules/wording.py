"""Rules on the words of links and images."""

import posixpath
import re
from collections.abc import Iterator

from checklists.grammar.addresses import (
    IMAGE_ENDINGS,
    PAGE_ENDING,
    Destination,
    html_place_of,
    place_of,
)
from checklists.grammar.attributes import Word
from checklists.grammar.prose import plain
from checklists.guide.defects import is_external
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Link, Page
from checklists.guide.rule import Edit
from checklists.rules.table import rule

SAY_NOTHING = """
her|hit|der|dit|les mer|les mer her|les videre|se her|se mer|se mer her|klikk her|klikk|trykk her
trykk|lenke|lenken|denne lenken|link|linken|denne linken|følg lenken|følg denne lenken|denne siden
denne|dette|siden|side|nettside|nettsiden|nettsted|nettstedet|mer|mer info|mer informasjon|mer her
informasjon|info|detaljer|flere detaljer|gå hit|gå til siden|last ned|last ned her|åpne|dokument
dokumentet|fil|filen|finn ut mer|lær mer|vis mer|fortsett
here|there|read more|read more here|read on|see here|see more|click here|click|tap here|press here
this link|the link|follow this link|follow the link|this page|the page|page|this|that|website
this website|the website|web page|site|this site|more|more info|more information|more here
information|details|more details|go here|go to page|go to the page|download|download here|open
document|the document|file|the file|find out more|learn more|show more|continue|url|web
"""
"""Words of links that could lead anywhere."""
NAMES_OF_PICTURES = """
bilde|bildet|et bilde|foto|fotografi|illustrasjon|figur|skjermbilde|skjermdump|ikon|grafikk|tegning
image|the image|an image|picture|a picture|photo|photograph|illustration|figure|screenshot|icon
graphic|drawing|img|alt|alt text
"""
_SAY_NOTHING = {words for line in SAY_NOTHING.split("\n") for words in line.split("|")} - {""}
_PICTURES = {words for line in NAMES_OF_PICTURES.split("\n") for words in line.split("|")} - {""}
_PICTURE_OF = re.compile(
    r"(?:et |the |an? )?(?:bilde|bildet|foto|fotografi|skjermbilde|illustrasjon|ikon|image|picture"
    r"|photo|photograph|screenshot|illustration|icon|graphic)(?: som viser| av| of| showing)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?:/|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S+", re.IGNORECASE)
_FILE = re.compile(
    r"\S+\.(?:md|html?|pdf|docx?|xlsx?|pptx?|txt|csv|zip|ya?ml|json"
    rf"|{'|'.join(ending[1:] for ending in IMAGE_ENDINGS)})",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"(?:img|dsc|image|bilde|foto|photo|screenshot|skjermbilde)?[\W_]*\d+|\S*_\S*", re.I
)
_EDGE = re.compile(r"\A[^\w]+|[^\w]+\Z")
_BARE = re.compile(
    r"`[^`\n]*`|!?\[[^\[\]]*\]\([^()\s]*(?:\([^()]*\))?[^()]*\)|<[^<>]*>|^ {0,3}\[[^\[\]]+\]:.*"
    r"|(?P<bare>(?<![\w/@.=\"'])(?:https?://|www\.)[^\s<>()\[\]«»“”\"]+)",
    re.MULTILINE | re.IGNORECASE,
)


@rule(
    "CL815: The words of a link say where it leads",
    "Screen readers list links by their words alone, and on paper nothing else is left of them.",
    Edit("[Kunden som vil ha én ting til]", "[her]"),
)
def link_words(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for link in page.links:
            said = _said(link)
            is_bare = _ADDRESS.fullmatch(said) or _FILE.fullmatch(said)
            if not link.is_image and (is_bare or said.lower() in _SAY_NOTHING):
                message = f"`{said}` does not say where the link leads"
                yield page.finding(link_words, link.words.span, message, _better(guide, page, link))
        for passage in page.prose:
            if "://" in passage.text or "www." in passage.text.lower():
                for match in _BARE.finditer(passage.text):
                    if match["bare"]:
                        text = match["bare"].rstrip(".,;:!?")
                        span = passage.span(Word(text, match.start()))
                        help = f"write `[what it is]({_with_scheme(text)})`"
                        yield page.finding(link_words, span, "bare address in the text", help)


def _with_scheme(text: str) -> str:
    return text if "://" in text else f"https://{text}"


def _better(guide: Guide, page: Page, link: Link) -> str:
    key = _place(page, link).key
    target = guide.pages.get((page.language, key))
    if target and target.meta:
        return f"as in `[{target.meta.title}]({link.target.text})`"
    return "say in words what the reader finds there"


@rule(
    "CL816: The same words lead to the same place",
    "Whoever has followed the first link does not follow the second.",
    Edit(
        "- [Kunden som vil ha én ting til](../situations/one-more-thing.md)",
        "- [Samtalen](../situations/one-more-thing.md#before)\n"
        "- [Samtalen](../situations/one-more-thing.md#during)",
    ),
    is_advice=True,
)
def same_words(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        first: dict[str, Link] = {}
        for link in page.links:
            if link.is_image or link.target.text.startswith("#"):
                continue
            said = _said(link).lower()
            other = first.setdefault(said, link)
            if other.target.text != link.target.text and _differ(guide, page, other, link, said):
                message = "the same words lead to two places"
                help = f"line {other.words.span.line} has them: say how the places differ"
                yield page.finding(same_words, link.words.span, message, help)


@rule(
    "CL817: A link leads away from its page, or to a place on it",
    "The reader lands where they are, and thinks that nothing happened.",
    Edit("(../situations/one-more-thing.md)", "(answer-once.md)"),
)
def link_to_itself(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for reference in page.references:
            target = reference.target.text
            if reference.is_image or not target or "#" in target or "?" in target:
                continue
            of = html_place_of if reference.is_html else place_of
            if not is_external(target) and of(page.key, target).path == page.key + PAGE_ENDING:
                help = "lead to another page, or to a place on this one: `#id`"
                span = reference.target.span
                yield page.finding(link_to_itself, span, "link leads to its own page", help)


@rule(
    "CL818: The words of an image say what it shows",
    "A screen reader says by itself that it is an image. The name of a file says nothing.",
    Edit("Kunden slipper å spørre på nytt.", "![bilde av logoen](../assets/logo.svg)"),
)
def image_words(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for link in page.links:
            if link.is_image and (message := _wrong_words(link)):
                yield page.finding(image_words, link.words.span, message, "say what it shows")


def _wrong_words(link: Link) -> str:
    said = _said(link)
    stem = posixpath.splitext(posixpath.basename(link.target.text))[0]
    is_stem = said.lower() == stem.lower() and re.search(r"[\d_-]", stem)
    if is_stem or _NUMBERED.fullmatch(said) or _FILE.fullmatch(said) or _ADDRESS.fullmatch(said):
        return "name of a file instead of words"
    if said.lower() in _PICTURES or not said:
        return f"`{said}` does not say what the image shows"
    if match := _PICTURE_OF.match(said):
        return f"`{match[0]}` goes without saying"
    return ""


def _differ(guide: Guide, page: Page, one: Link, two: Link, said: str) -> bool:
    places = _leads_to(guide, page, one), _leads_to(guide, page, two)
    return said not in _SAY_NOTHING and all(places) and places[0] != places[1]


def _leads_to(guide: Guide, page: Page, link: Link) -> Destination | str:
    """ "" where it leads nowhere, which is another rule's to tell of."""
    target, place = link.target.text, _place(page, link)
    own = tuple(config.address for config in guide.configs if config.address)
    if is_external(target):
        return "" if target.startswith((*own, "tel:", "mailto:")) else target
    return place if (page.language, place.key) in guide.pages else ""


def _place(page: Page, link: Link) -> Destination:
    of = html_place_of if link.is_html else place_of
    return of(page.key, link.target.text)


def _said(link: Link) -> str:
    text = " ".join(plain(link.words.text).split())
    return text if _ADDRESS.fullmatch(text) else _EDGE.sub("", text)
