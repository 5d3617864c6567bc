"""Where the relative link of a page leads. Pure text."""

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

PAGE_ENDING = ".md"
HOME = "index"
"""The key of the front page."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A path below the front page of a language, and the id of a place on it.

    The path of a page is its key with `.md`. A path that starts with `..` leaves the language.
    """

    path: str
    id: str

    @property
    def key(self) -> str:
        """Of the page, "" for anything else."""
        return self.path.removesuffix(PAGE_ENDING) if self.path.endswith(PAGE_ENDING) else ""


def destination(key: str, target: str) -> Destination:
    """Where `target` leads from the page `key`."""
    path, _, id = target.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return Destination(key + PAGE_ENDING, unquote(id))
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(key), path))
    return Destination(joined, unquote(id))


def page_url(key: str) -> str:
    """The address of a page below the front page: `situations/saying-no/`, or ""."""
    return "" if key == HOME else f"{key}/"
