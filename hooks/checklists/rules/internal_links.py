"""Rules on links: each is reported once, under the first code that fits."""

import posixpath
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from checklists.grammar.addresses import (
    IMAGE_ENDINGS,
    PAGE_ENDING,
    Destination,
    html_place_of,
    place_of,
)
from checklists.grammar.places import Place
from checklists.guide.defects import (
    ABSOLUTE_LINK,
    EMPTY_LINK,
    IMAGE_WORDS,
    MISSING_PLACE,
    MISSING_TARGET,
    OTHER_LANGUAGE,
    is_external,
    written_address,
)
from checklists.guide.finding import Defect, Finding
from checklists.guide.model import LANGUAGES, Guide, Page, Reference, other_language
from checklists.guide.phrasing import meant, nearest
from checklists.guide.rule import Edit
from checklists.guide.scenes import choices, scenes
from checklists.rules.promises import told_targets
from checklists.rules.table import check, rule


@dataclass(frozen=True)
class _Link:
    guide: Guide
    page: Page
    reference: Reference

    @property
    def target(self) -> str:
        return self.reference.target.text

    @cached_property
    def place(self) -> Destination:
        of = html_place_of if self.reference.is_html else place_of
        return of(self.page.key, self.target)


@check
def _link_targets(guide: Guide) -> Iterator[Finding]:
    """Also CL802 and CL804 to CL808, the first that fits."""
    for page in guide.pages.values():
        told = told_targets(page)
        told |= {c.span for scene in scenes(page).values() for c in choices(scene)}
        for reference in page.references:
            if reference.target.span not in told:  # CL501, CL820 and CL821 tell more of those
                yield from _found(_Link(guide, page, reference))


def _found(link: _Link) -> Iterator[Finding]:
    tests = _TESTS if is_external(link.target) else _TESTS_WITHIN
    defect = next((defect for test in tests if (defect := test(link)) is not None), None)
    if defect:
        yield defect.at(link.page.place(link.reference.target.span))


def _unnamed(link: _Link) -> Defect | None:
    if not link.reference.is_named and not link.reference.is_image:
        return Defect(EMPTY_LINK, "link has no words", "say in words where it leads")
    return None


def _written(link: _Link) -> Defect | None:
    return written_address(link.target)


def _absolute(link: _Link) -> Defect | None:
    addresses = [config.address for config in link.guide.configs if config.address]
    own = next((address for address in addresses if link.target.startswith(address)), None)
    if own is None and not re.match(r"/(?!/)", link.target):
        return None
    help = _from_here(link, link.target.removeprefix(own or "/"))
    return Defect(ABSOLUTE_LINK, "absolute link to the guide itself", help)


def _from_here(link: _Link, address: str) -> str:
    """How to write an address below the front page of a language, or of the site."""
    first, _, rest = address.partition("/")
    path, mark, id = (rest if first in LANGUAGES else address).partition("#")
    name = f"{path.strip('/') or 'index'}{PAGE_ENDING}"
    if _is_page(link.guide, name):
        return f"write `{_relative(link, name)}{mark}{id}`"
    return f"start from here: {_up(link)}{address}"


def _up(link: _Link) -> str:
    depth = link.page.key.count("/") + (link.reference.is_html and link.page.key != "index")
    return "../" * depth


def _other_language(link: _Link) -> Defect | None:
    steps = [step for step in link.place.path.split("/") if step != ".."]
    other = other_language(link.page.language)
    leaves = link.place.path.startswith("../")
    if not steps or steps[0] != other or not (leaves or link.page.language == LANGUAGES[0]):
        return None
    key = "/".join(steps[1:])
    help = f"link to `{_relative(link, key)}`" if _is_page(link.guide, key) else ""
    return Defect(OTHER_LANGUAGE, f"link leads to the `{other}` pages", help)


def _missing(link: _Link) -> Defect | None:
    guide, path = link.guide, link.place.path
    is_there = _is_page(guide, path) or path in guide.files.get(link.page.language, ())
    if is_there and not _is_source(link):
        return None
    return Defect(MISSING_TARGET, f"`{link.target}` does not exist", _did_you_mean(link, path))


def _is_source(link: _Link) -> bool:
    """Whether raw HTML names the file of a page: nobody rewrites that to its address."""
    return link.reference.is_html and urlsplit(link.target).path.endswith(PAGE_ENDING)


def _did_you_mean(link: _Link, path: str) -> str:
    keys = {key for language, key in link.guide.pages if language == link.page.language}
    files = link.guide.files.get(link.page.language, set())
    for as_page in (f"{path}{PAGE_ENDING}", f"{path}/index{PAGE_ENDING}"):
        if as_page.removesuffix(PAGE_ENDING) in keys:
            return f"did you mean `{_relative(link, as_page)}`?"
    known = {_relative(link, each) for each in {f"{key}{PAGE_ENDING}" for key in keys} | files}
    return nearest(_relative(link, path), known)


def _relative(link: _Link, path: str) -> str:
    """The path as one writes it on the page."""
    folder = posixpath.dirname(link.page.key)
    if not link.reference.is_html:
        return posixpath.relpath(path, folder or ".")
    here = "." if link.page.key == "index" else link.page.key
    if not path.endswith(PAGE_ENDING):
        return posixpath.relpath(path, here)
    key = path.removesuffix(PAGE_ENDING)
    return posixpath.relpath("." if key == "index" else key, here) + "/"


def _is_page(guide: Guide, path: str) -> bool:
    """Whether any language has it: a page that lacks its pair is another rule's to report."""
    key = path.removesuffix(PAGE_ENDING)
    pages = (guide.pages.keys(), guide.unread)
    return key != path and any((each, key) in known for each in LANGUAGES for known in pages)


def _fragment(link: _Link) -> Defect | None:
    place = link.place
    if not place.id:
        return None
    if not place.key:
        return Defect(
            MISSING_PLACE, f"`{place.path}` is no page with places on it", "leave out `#…`"
        )
    if (link.page.language, place.key) in link.guide.unread:
        return None
    ids = anchors(link.guide, link.page.language, place.key)
    if place.id in ids:
        return None
    where = "the page" if place.key == link.page.key else f"`{place.key}`"
    return Defect(MISSING_PLACE, f"{where} has no place `{place.id}`", nearest(place.id, ids))


def anchors(guide: Guide, language: str, key: str) -> set[str]:
    """The ids one can link to. One that only the other language has is another rule's to report."""
    own = guide.pages.get((language, key))
    pages = [page for each in LANGUAGES if (page := guide.pages.get((each, key)))]
    ids = {id.text for page in pages for id in page.ids}
    return ids | {anchor.text for anchor in own.anchors} if own else ids


_Test = Callable[[_Link], Defect | None]
_TESTS: tuple[_Test, ...] = (_absolute, _written, _unnamed)
_TESTS_WITHIN: tuple[_Test, ...] = (*_TESTS, _other_language, _missing, _fragment)


@rule(
    "CL803: A reference link is defined",
    "The brackets are shown to the reader as they stand.",
    Edit(
        "[Kunden som vil ha én ting til](../situations/one-more-thing.md)",
        "[Kunden som vil ha én ting til][one-more]",
    ),
)
def undefined_name(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for name in page.undefined:
            if name.text.startswith("^"):
                message, help = f"footnote `[{name.text}]` is not shown", "write it in the text"
            else:
                message, help = f"`[{name.text}]` is not defined", f"add `[{name.text}]: target`"
            yield page.finding(undefined_name, name.span, message, help)


@check
def _image_words(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for reference in page.references:
            if reference.is_image and not reference.is_named:
                help = "say what it shows"
                yield page.finding(IMAGE_WORDS, reference.target.span, "image has no words", help)


@rule(
    "CL810: An image is used",
    "Everybody downloads less, and nobody wonders what it is for.",
    Edit("\n  logo: assets/logo.svg", ""),
    file="mkdocs.yml",
)
def unused_image(guide: Guide) -> Iterator[Finding]:
    """One that a misspelt name means is another rule's to report."""
    images = {posixpath.basename(path) for path in guide.images}
    named = _named_files(guide)
    misspelt = {name for name in named - images if name.lower().endswith(IMAGE_ENDINGS)}
    used = named | guide.mentions | {meant(name, images) for name in misspelt}
    for path in guide.images:
        if posixpath.basename(path) not in used:
            help = "show it somewhere, or delete it"
            yield Finding(Place(path), unused_image, "nothing uses this image", help)


def _named_files(guide: Guide) -> set[str]:
    """The file names of all that pages and configurations point to within the guide."""
    targets = [r.target.text for page in guide.pages.values() for r in page.references]
    targets += [entry.text for config in guide.configs for entry in config.files]
    return {posixpath.basename(t.partition("#")[0]) for t in targets if not is_external(t)}


@check
def _source_addresses(guide: Guide) -> Iterator[Finding]:
    for source in guide.sources.values():
        if source.url and (defect := written_address(source.url)):
            yield defect.at(source.place)
