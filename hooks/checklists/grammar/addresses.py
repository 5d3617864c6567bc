"""Where a written link leads: keys of pages, ids of places, paths of files. Pure text."""

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

PAGE_ENDING = ".md"
IMAGE_ENDINGS = (".avif", ".gif", ".ico", ".jpeg", ".jpg", ".png", ".svg", ".webp")


@dataclass(frozen=True, slots=True)
class Destination:
    """A path below the front page of a language, and the id of a place on it.

    The path of a page is its key with `.md`; "" and ids are as in the link. A path that starts
    with `..` leaves the language.
    """

    path: str
    id: str

    @property
    def key(self) -> str:
        """Of the page, "" for what is none."""
        return self.path.removesuffix(PAGE_ENDING) if self.path.endswith(PAGE_ENDING) else ""


def place_of(key: str, target: str) -> Destination:
    """Where a relative link in the Markdown of the page `key` leads."""
    path, _, id = target.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return Destination(key + PAGE_ENDING, unquote(id))
    return Destination(_join(posixpath.dirname(key), path), unquote(id))


def html_place_of(key: str, target: str) -> Destination:
    """Where a relative link in raw HTML leads: nobody rewrites it, so it starts at the address."""
    path, _, id = target.partition("#")
    path = unquote(path.partition("?")[0])
    if not path:
        return Destination(key + PAGE_ENDING, unquote(id))
    joined = _join("" if key == "index" else key, path)
    name = posixpath.basename(joined)
    if path.endswith(("/", ".", "..")) or name == "index.html":
        folder = joined.removesuffix("index.html").rstrip("/")
        joined = f"{folder if folder not in ('', '.') else 'index'}{PAGE_ENDING}"
    return Destination(joined, unquote(id))


def _join(folder: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(folder, path))
