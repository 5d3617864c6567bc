"""Links within the guide and to other sites."""

import posixpath
import re
from collections.abc import Iterator

from checklists.guide.addresses import PAGE_ENDING, Destination, destination
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Page
from checklists.guide.rule import Rule
from checklists.guide.scenes import scenes
from checklists.guide.suggestions import suggest

SCHEMES = ("https", "mailto", "tel")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")
_PASSED_OVER = re.compile(r"[\t\n\r]")
"""By browsers, within an address."""

LINK_TARGET = Rule(
    "CL801",
    "A link leads to a place in the guide, in its language",
    "The reader meets an error page, the top of a page, or another language.",
)


CODE = Rule(
    "CL821",
    "Content has no code, and tags have no styles or events",
    "The security policy of the pages forbids it, so the browser would not run it.",
)


def link_targets(guide: Guide) -> Iterator[Finding]:
    """CL801. The choices of scenes are those of CL501."""
    for page in guide.pages.values():
        in_scenes = {id(scene) for scene in scenes(page).values()}
        for section in page.sections:
            for link in section.links:
                is_choice = id(section) in in_scenes and link.text.startswith("#")
                problem = None if is_choice else _problem(guide, page, link.text)
                if problem:
                    yield page.finding(LINK_TARGET, link.span, *problem)


def _problem(guide: Guide, page: Page, target: str) -> tuple[str, str] | None:
    """Message and help for a link that leads nowhere in the guide."""
    if target.startswith("/") or (guide.address and target.startswith(guide.address)):
        return "absolute link to the guide itself", "link to the file of the page"
    if not target or _SCHEME.match(target):
        return None
    place = destination(page.key, target)
    is_file = place.path in guide.files.get(page.language, ())
    for other in guide.others(page.language):
        if f"/{place.path}".startswith((f"/../{other}/", f"/../../{other}/")):
            return f"link leads to the `{other}` pages", "link to the page in this language"
    if (page.language, place.key) in guide.unread:
        return None
    if is_file and place.id:
        return f"`{place.path}` is no page with places on it", "leave out `#…`"
    return None if is_file else _page_problem(guide, page, target, place)


def _page_problem(
    guide: Guide, page: Page, target: str, place: Destination
) -> tuple[str, str] | None:
    found = guide.page(page.language, place.key)
    if found is None:
        return f"`{target}` does not exist", _did_you_mean(guide, page, place)
    ids = {each.text for each in found.ids} | found.anchors
    if place.id and place.id not in ids:
        return f"`{place.key}` has no place `{place.id}`", suggest(place.id, ids)
    return None


def _did_you_mean(guide: Guide, page: Page, place: Destination) -> str:
    if place.key in {link.text for link in guide.permalinks or []}:
        return "the page was removed: take the link out, and keep its words"
    folder = posixpath.dirname(page.key) or "."
    known = {f"{key}{PAGE_ENDING}" for language, key in guide.pages if language == page.language}
    known |= guide.files.get(page.language, set())
    return suggest(
        posixpath.relpath(place.path, folder), {posixpath.relpath(each, folder) for each in known}
    )


def address_problem(target: str) -> tuple[str, str] | None:
    """Message and help for an address that is neither relative nor of a known scheme."""
    if target.startswith(("//", "www.")):
        return f"`{target}` has no scheme", "start with `https://`"
    match = _SCHEME.match(_PASSED_OVER.sub("", target))
    scheme = match["scheme"].lower() if match else "https"
    if scheme == "http":
        return "http is not safe", f"write `https{target[len('http') :]}`"
    if scheme not in SCHEMES:
        return f"unknown scheme `{scheme}`", suggest(scheme, SCHEMES)
    return None
