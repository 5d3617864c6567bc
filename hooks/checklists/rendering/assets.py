"""What a browser gets of our scripts and styles: the same, without what only people read."""

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import minify

MEDIA_TYPES: Final = {".js": "application/javascript", ".css": "text/css"}

STYLE: Final = "assets/style.css"
"""All our styles: one request, and a third less to send than each by itself."""

_RELATIVE = re.compile(r"(?P<start>url\([\"']?)(?P<target>(?![\"'/#]|[a-z]+:)[^\"')]+)")


def minified(path: Path) -> str:
    """The text of a script or style, as it is sent."""
    return str(minify.string(MEDIA_TYPES[path.suffix], path.read_text("utf-8")))


def joined(styles: Mapping[str, Path]) -> str:
    """The text of `styles` (address -> file) as one, which stands at `STYLE`."""
    return "".join(_moved(minified(file), address) for address, file in styles.items())


def _moved(style: str, address: str) -> str:
    """A style with its relative addresses as they are from `STYLE`."""
    folder = posixpath.dirname(address)

    def move(found: re.Match[str]) -> str:
        target = posixpath.join(folder, found["target"])
        return found["start"] + posixpath.relpath(target, posixpath.dirname(STYLE))

    return _RELATIVE.sub(move, style)
