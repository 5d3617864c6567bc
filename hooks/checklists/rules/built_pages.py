"""The built site: links, and what the security policy forbids.

Templates repeat on every page, so the same defect on many pages is one finding.
"""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import replace
from urllib.parse import unquote, urlsplit

from checklists.guide.finding import Finding
from checklists.guide.suggestions import suggest
from checklists.rules.links import CODE, LINK_TARGET, address_problem
from checklists.site.built_page import BuiltPage, Pointer
from checklists.site.built_site import OFFLINE_PAGE, Site

_SHOWN_ANYWHERE = ("404.html", OFFLINE_PAGE)
"""In each language; their links cannot be relative."""
_MAY_BE_ABSOLUTE = {"link", "meta"}  # canonical, alternate and preview addresses must be


def check_site(site: Site) -> list[Finding]:
    """Everything wrong with the pages, sorted by place."""
    found: dict[tuple[str, str], tuple[Finding, set[str]]] = {}
    for finding in _findings(site):
        key = finding.rule.code, finding.message
        found.setdefault(key, (finding, set()))[1].add(finding.place.path)
    return sorted(map(_counted, found.values()), key=lambda finding: finding.sort_key)


def _counted(found: tuple[Finding, set[str]]) -> Finding:
    finding, files = found
    if len(files) == 1:
        return finding
    return replace(finding, message=f"{finding.message} (in {len(files)} files)")


def _findings(site: Site) -> Iterator[Finding]:
    for page in site.pages.values():
        for mark, line in page.code:
            yield Finding(site.place(page.path, line, mark), CODE, f"`{mark}` runs code")
        for pointer, line in page.pointers.items():
            if problem := _problem(site, page, pointer):
                yield Finding(site.place(page.path, line, pointer.target), LINK_TARGET, *problem)


Problem = tuple[str, str]
"""Message and help."""


def _problem(site: Site, page: BuiltPage, pointer: Pointer) -> Problem | None:
    target = pointer.target
    if target.startswith("data:") or (target.startswith("#") and target[1:] in page.ids):
        return None
    if not target.strip("#"):
        return f"empty address in `<{pointer.tag}>`", "name a target"
    path = _local_path(site, page, target)
    if path is None:
        return address_problem(target)
    is_absolute = target.startswith("/") or "://" in target
    if is_absolute and not _may_be_absolute(site, page, pointer):
        return f"absolute link to the guide itself: `{target}`", ""
    return _file_problem(site, page, pointer, path)


def _may_be_absolute(site: Site, page: BuiltPage, pointer: Pointer) -> bool:
    shown_anywhere = page.path.removeprefix(f"{site.language(page.path)}/") in _SHOWN_ANYWHERE
    return shown_anywhere or pointer.tag in _MAY_BE_ABSOLUTE


def _file_problem(site: Site, page: BuiltPage, pointer: Pointer, path: str) -> Problem | None:
    if path not in site.files:
        return f"`{path}` does not exist", suggest(path, site.pages.keys())
    theirs = site.language(path)
    if pointer.tag == "a" and not pointer.says_language and theirs != site.language(page.path):
        help = "say so with `hreflang`, or link to the page in this language"
        return f"link leads to the `{theirs}` page `{path}`", help
    return _place_problem(site.pages, path, unquote(pointer.target.partition("#")[2]))


def _place_problem(pages: Mapping[str, BuiltPage], path: str, id: str) -> Problem | None:
    if not id:
        return None
    if path not in pages:
        return f"`{path}` is no page with places on it", ""
    ids = pages[path].ids
    return None if id in ids else (f"`{path}` has no place `{id}`", suggest(id, ids))


def _local_path(site: Site, page: BuiltPage, target: str) -> str | None:
    """The file of the site that an address leads to, whether or not it exists.

    None for another site.
    """
    path = target
    if site.address and target.startswith(site.address):
        path = f"/{target.removeprefix(site.address)}"
    elif site.address and target.startswith("/"):
        path = "/" + target.removeprefix(urlsplit(site.address).path)
    elif urlsplit(target).scheme or target.startswith("//"):
        return None
    path = unquote(path.partition("#")[0].partition("?")[0])
    if not path:
        return page.path
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(page.path), path))[1:]
    is_folder = path.endswith(("/", ".")) or f"{joined}/index.html" in site.files or not joined
    return posixpath.join(joined, "index.html") if is_folder else joined
