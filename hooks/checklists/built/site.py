"""Built site -> findings. What stands on many pages is one defect, and reported once."""

import os
import posixpath
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import unquote, urlsplit

from checklists.built.built_page import BuiltPage, Pointer, read_built_page
from checklists.grammar.places import Place, Span
from checklists.guide.defects import (
    ABSOLUTE_LINK,
    EMPTY_LINK,
    IMAGE_WORDS,
    MISSING_PLACE,
    MISSING_TARGET,
    NO_CODE,
    OTHER_LANGUAGE,
    REPEATED_ID,
    is_external,
    written_address,
)
from checklists.guide.finding import Defect, Finding
from checklists.guide.model import DEFAULT_LANGUAGE, LANGUAGES
from checklists.guide.phrasing import nearest
from checklists.guide.rule import Edit, Rule

ORPHAN = Rule(
    "CL813: Every page can be reached from the front page",
    "What no link leads to is found by nobody.",
    Edit('<a href="a/">A</a>', "A"),
    file="index.html",
    form="site",
)


OFFLINE_PAGE = "offline/index.html"
_SHOWN_ANYWHERE = ("404.html", OFFLINE_PAGE)
"""In each language; their links cannot be relative."""
_STYLE_ADDRESS = re.compile(r"url\(\s*[\"']?(?P<target>[^\"')\s]+)")
_MAY_BE_ABSOLUTE = {"link", "meta"}  # canonical, alternate and preview addresses must be


@dataclass(slots=True)
class _Site:
    """`address` is the whole one of the front page, "" when nobody says."""

    folder: Path
    name: str
    address: str
    files: Set[str]
    pages: Mapping[str, BuiltPage]
    found: dict[tuple[str, str], tuple[Finding, set[str]]] = field(default_factory=dict)
    """Code and message -> the first place, and the files that have it."""
    sound: dict[tuple[str, str], dict[Pointer, str | None]] = field(default_factory=dict)
    """Language and folder -> what its pages rightly point to, and where links lead.

    Only what leads out of a page's own folder: navigation and scripts are the same on all of them.
    """

    def report(self, path: str, line: int, defect: Defect, mark: str = "") -> None:
        known = self.found.get((defect.rule.code, defect.message))
        if known is not None:
            known[1].add(path)
            return
        source = _line(self.folder / path, line)
        column = source.find(mark) + 1 or 1
        span = Span(line, column, len(mark) or 1)
        finding = defect.at(Place(f"{self.name}/{path}", span, source))
        self.found[defect.rule.code, defect.message] = finding, {path}


def read_site(folder: Path, known: Mapping[str, BuiltPage] | None = None) -> dict[str, BuiltPage]:
    """The pages in `folder`, by their path; `known` are those that somebody has read already.

    Raises FileNotFoundError when there is no such folder.
    """
    known = known or {}
    return {
        path: known.get(path) or read_built_page(path, (folder / path).read_bytes())
        for path in sorted(_files(folder))
        if path.endswith(".html")
    }


def _files(folder: Path) -> set[str]:
    if not folder.is_dir():
        raise FileNotFoundError(f"no site in {folder}")
    return {
        Path(parent, name).relative_to(folder).as_posix()
        for parent, _, names in os.walk(folder)
        for name in names
    }


def check_site(
    folder: Path, address: str = "", known: Mapping[str, BuiltPage] | None = None
) -> list[Finding]:
    """Everything wrong with the pages in `folder`, sorted by place. Raises as `read_site` does.

    `address` is where they will be published.
    """
    pages = read_site(folder, known)
    site = _Site(folder, folder.name, address, _files(folder), pages)
    reached = {page.path: _check_page(site, page) for page in pages.values()}
    _check_orphans(site, reached)
    _check_styles(site)
    return sorted(map(_counted, site.found.values()), key=lambda finding: finding.sort_key)


def _counted(found: tuple[Finding, set[str]]) -> Finding:
    finding, files = found
    if len(files) == 1:
        return finding
    return replace(finding, message=f"{finding.message} (in {len(files)} files)")


def _check_page(site: _Site, page: BuiltPage) -> set[str]:
    """Report what is wrong with a page. Returns the pages it links to."""
    for id, line in page.repeated:
        site.report(page.path, line, Defect(REPEATED_ID, f"id `{id}` is taken"), id)
    for mark, line in page.code:
        site.report(page.path, line, Defect(NO_CODE, f"`{mark}` runs code"), mark)
    for target, line in page.unnamed:
        message = f"image has no `alt`: `{posixpath.basename(target)}`"
        site.report(page.path, line, Defect(IMAGE_WORDS, message, "say what it shows"), target)
    linked: set[str | None] = set()
    around = _language(page.path), posixpath.dirname(posixpath.dirname(page.path))
    neighbours = site.sound.setdefault(around, {})
    for pointer, line in page.pointers.items():
        if pointer in neighbours:
            linked.add(neighbours[pointer])
        elif not _leads_to_own_place(page, pointer):
            path = _local_path(site, page, pointer.target)
            defect = _defect(site, page, pointer, path)
            if defect:
                site.report(page.path, line, defect, pointer.target)
                continue
            link = path if pointer.tag == "a" else None
            linked.add(link)
            if pointer.target.startswith("../"):
                neighbours[pointer] = link
    return {path for path in linked if path}


def _leads_to_own_place(page: BuiltPage, pointer: Pointer) -> bool:
    """A shortcut: half of all links on a page are of this kind."""
    return pointer.target[:1] == "#" and pointer.target[1:] in page.ids


def _local_path(site: _Site, page: BuiltPage, target: str) -> str | None:
    """The file of the site that an address leads to, there or not; None for another site."""
    path = target
    if site.address and target.startswith(site.address):
        path = f"/{target.removeprefix(site.address)}"
    elif site.address and target.startswith("/"):
        path = "/" + target.removeprefix(urlsplit(site.address).path)
    elif target.strip("#") and (is_external(target) or written_address(target)):
        return None
    path = unquote(path.partition("#")[0].partition("?")[0])
    if not path:
        return page.path
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(page.path), path))[1:]
    is_folder = path.endswith(("/", ".")) or f"{joined}/index.html" in site.files or not joined
    return posixpath.join(joined, "index.html") if is_folder else joined


def _defect(site: _Site, page: BuiltPage, pointer: Pointer, path: str | None) -> Defect | None:
    if path is None:
        is_inline = pointer.target.startswith("data:")
        return None if is_inline else written_address(pointer.target)
    if not pointer.target:
        return Defect(EMPTY_LINK, f"empty address in `<{pointer.tag}>`")
    is_absolute = pointer.target.startswith("/") or "://" in pointer.target
    if is_absolute and pointer.tag not in _MAY_BE_ABSOLUTE and not _is_anywhere(page):
        return Defect(ABSOLUTE_LINK, f"absolute link to the guide itself: `{pointer.target}`")
    if path not in site.files:
        return Defect(MISSING_TARGET, f"`{path}` does not exist", nearest(path, site.pages))
    if pointer.tag == "a" and not pointer.says_language and _language(path) != _language(page.path):
        help = "say so with `hreflang`, or link to the page in this language"
        return Defect(OTHER_LANGUAGE, f"link leads to the `{_language(path)}` page `{path}`", help)
    return _place_defect(site, pointer, path)


def _is_anywhere(page: BuiltPage) -> bool:
    return page.path.removeprefix(f"{_language(page.path)}/") in _SHOWN_ANYWHERE


def _place_defect(site: _Site, pointer: Pointer, path: str) -> Defect | None:
    id = unquote(pointer.target.partition("#")[2])
    if not id:
        return None
    if path not in site.pages:
        return Defect(MISSING_PLACE, f"`{path}` is no page with places on it")
    if id in site.pages[path].ids:
        return None
    return Defect(MISSING_PLACE, f"`{path}` has no place `{id}`", nearest(id, site.pages[path].ids))


def _language(path: str) -> str:
    first = path.partition("/")[0]
    return first if first in LANGUAGES else DEFAULT_LANGUAGE


def _check_orphans(site: _Site, linked: Mapping[str, Set[str]]) -> None:
    """CL813: every page can be reached by links from the front page of its language."""
    fronts = [path for path in site.pages if path in ("index.html", *_FRONTS)]
    reached, front = set(fronts), fronts
    for path in front:  # grows while it is read
        new = linked.get(path, set()) - reached
        reached |= new
        front.extend(sorted(new))
    for path, page in site.pages.items():
        if path not in reached and page.is_indexed and not _is_anywhere(page):
            defect = Defect(ORPHAN, f"no link leads to `{path}`", "link to it")
            site.report(path, 1, defect)


_FRONTS = tuple(f"{language}/index.html" for language in LANGUAGES)


def _check_styles(site: _Site) -> None:
    for path in sorted(file for file in site.files if file.endswith(".css")):
        text = (site.folder / path).read_text("utf-8", errors="replace")
        for target, offset in _style_addresses(text):
            file = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
            if file not in site.files:
                line = text.count("\n", 0, offset) + 1
                defect = Defect(
                    MISSING_TARGET, f"`{file}` does not exist", nearest(file, site.files)
                )
                site.report(path, line, defect, target)


def _style_addresses(text: str) -> Iterator[tuple[str, int]]:
    for match in _STYLE_ADDRESS.finditer(text):
        target = unquote(match["target"].partition("#")[0].partition("?")[0])
        if target and not is_external(target) and not target.startswith("data:"):
            yield target, match.start()


def _line(file: Path, number: int) -> str:
    lines = file.read_text("utf-8", errors="replace").split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else ""
