"""Links lead to the same places in both languages."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple
from urllib.parse import urlsplit

from checklists.grammar.addresses import html_place_of, place_of
from checklists.guide.defects import is_external
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Located, Page, Reference
from checklists.guide.rule import Edit
from checklists.guide.translation import translated
from checklists.rules.table import rule

_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:")


class _Link(NamedTuple):
    """`place` is the key and id of a place in the guide, or the name of a site."""

    place: tuple[str, str]
    target: Located


@rule(
    "CL309: A section has the same links in both languages",
    "Each reader is led to the same place.",
    Edit("../situations/one-more-thing.md", "../index.md"),
)
def same_links(guide: Guide) -> Iterator[Finding]:
    for page, translation in translated(guide):
        is_whole = _has_definitions(page) or _has_definitions(translation)
        wanted, found = (_links(each, is_whole) for each in (page, translation))
        shared = {_id(s.id) for s in page.sections} & {_id(s.id) for s in translation.sections}
        for id in shared & (wanted.keys() | found.keys()):  # another rule's, where one is missing
            yield from _differences(page, translation, id, wanted[id], found[id])


def _differences(
    page: Page, translation: Page, id: str, wanted: list[_Link], found: list[_Link]
) -> Iterator[Finding]:
    there, here = _without(wanted, found), _without(found, wanted)
    for link, other in zip_longest(here, there):
        if other:
            help = f"there: `{other.target.text}` ({page.path}:{other.target.span.line})"
        else:
            help = f"there is none on {page.path}"
        if link:
            message = f"link to `{link.target.text}` is not in `{page.language}`"
            yield translation.finding(same_links, link.target.span, message, help)
        else:
            message = f"link of `{page.language}` is missing"
            span = next(s.span for s in translation.sections if _id(s.id) == id)
            yield translation.finding(same_links, span, message, help)


def _without(links: list[_Link], others: list[_Link]) -> list[_Link]:
    rest = [link.place for link in others]
    left: list[_Link] = []
    for link in links:
        if link.place in rest:
            rest.remove(link.place)
        else:
            left.append(link)
    return left


def _has_definitions(page: Page) -> bool:
    """They may stand anywhere, so the page is compared as a whole."""
    rows = {each.target.span.line for each in page.references}
    return any(_DEFINITION.match(page.lines[row - 1]) for row in rows)


def _links(page: Page, is_whole: bool) -> dict[str, list[_Link]]:
    """Id of the section, "" for the page as a whole -> its links to places."""
    found: dict[str, list[_Link]] = defaultdict(list)
    starts = [section.span.line for section in page.sections]
    for reference in page.references:
        if place := _place(page, reference):
            section = page.sections[bisect_right(starts, reference.target.span.line) - 1]
            found["" if is_whole else _id(section.id)].append(_Link(place, reference.target))
    return found


def _id(id: Located | None) -> str:
    return id.text if id else ""


def _place(page: Page, reference: Reference) -> tuple[str, str] | None:
    """None for a file, which may be another for each language."""
    target = reference.target.text
    if is_external(target):
        return _site(target), ""
    place = (html_place_of if reference.is_html else place_of)(page.key, target)
    return (place.key, place.id) if place.key else None


def _site(target: str) -> str:
    """A site may have an address for each language: no.wikipedia.org, en.wikipedia.org."""
    host = urlsplit(target).hostname
    return ".".join(host.split(".")[-2:]) if host else target
