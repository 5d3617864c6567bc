"""The built site as data."""

import os
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path

from checklists.guide.places import Place, Span
from checklists.site.built_page import BuiltPage, read_built_page

OFFLINE_PAGE = "offline/index.html"


@dataclass(frozen=True, slots=True)
class Site:
    """A folder with built pages. `address` is that of its front page, "" where unknown."""

    folder: Path
    address: str
    files: Set[str]
    pages: Mapping[str, BuiltPage]
    """Path -> page."""
    languages: Sequence[str] = ()
    """The first is that of the front page; the others have a folder each."""

    def language(self, path: str) -> str:
        """That of a page, "" where the site has one."""
        first = path.partition("/")[0]
        return first if first in self.languages[1:] else "".join(self.languages[:1])

    def place(self, path: str, line: int, mark: str = "") -> Place:
        """Where `mark` is on a line of a file; of a long line, the start."""
        lines = (self.folder / path).read_text("utf-8", errors="replace").split("\n")
        source = lines[line - 1] if 0 < line <= len(lines) else ""
        span = Span(line, source.find(mark) + 1 or 1, len(mark) or 1)
        return Place(f"{self.folder.name}/{path}", span, source)


def read_site(
    folder: Path,
    address: str = "",
    languages: Sequence[str] = (),
    known: Mapping[str, BuiltPage] | None = None,
) -> Site:
    """The site in `folder`. `known` pages are not read again.

    Raises FileNotFoundError when there is no such folder.
    """
    if not folder.is_dir():
        raise FileNotFoundError(f"no site in {folder}")
    files = {
        Path(parent, name).relative_to(folder).as_posix()
        for parent, _, names in os.walk(folder)
        for name in names
    }
    known = known or {}
    pages = {
        path: known.get(path) or read_built_page(path, (folder / path).read_bytes())
        for path in sorted(files)
        if path.endswith(".html")
    }
    return Site(folder, address, files, pages, languages)
