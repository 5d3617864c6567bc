"""What a browser gets of our scripts and styles: the same, without what only people read."""

from pathlib import Path
from typing import Final

import minify

MEDIA_TYPES: Final = {".js": "application/javascript", ".css": "text/css"}


def minified(path: Path) -> str:
    """The text of a script or style, as it is sent."""
    return str(minify.string(MEDIA_TYPES[path.suffix], path.read_text("utf-8")))
