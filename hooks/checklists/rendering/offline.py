"""The text of the service worker: the list of what it keeps, and the script that keeps it."""

import json
from collections.abc import Mapping
from fnmatch import fnmatchcase
from hashlib import sha256
from pathlib import Path
from typing import Final
from urllib.parse import quote

from checklists.reading.layers import effective_files, visible_files
from checklists.rendering.assets import DIGITS, FOLDER, minified

FILE: Final = "service-worker.js"
SCRIPT: Final = f"{FOLDER}/offline/{FILE}"
"""Its source."""

_LEFT_OUT = (
    "*404.html",  # a host shows it at any address, and nobody goes there
    "*.md",
    "*.map",
    "*.gz",
    "*.schema.json",
    "*.webmanifest",
    "*assets/*/icons/*",
    "*assets/*/preview.png",
    "*llms.txt",
    "*sitemap.xml",
    f"*{FILE}",
    "_headers*",
)
"""What no page asks for."""


def write_worker(site: Path, root: Path, *, is_wanted: bool) -> None:
    """Write the service worker of the site. One that is not wanted removes what others kept."""
    kept = visible_files(site) if is_wanted else ()
    files = {file.relative_to(site).as_posix(): file.read_bytes() for file in kept}
    script = minified(effective_files(root, FOLDER)[SCRIPT])
    (site / FILE).write_bytes(worker_text(files, script).encode())


def worker_text(files: Mapping[str, bytes], script: str) -> str:
    """The list of the `files` to keep, then the `script`. `files` is path in the site -> content.

    The list is address below the front page -> hash: `{"lines/": "0f3c9a51", …}`.
    """
    kept = filter(_is_kept, sorted(files))
    hashes = {_address(path): sha256(files[path]).hexdigest()[:DIGITS] for path in kept}
    return f"self.files={json.dumps(hashes, separators=(',', ':'))};\n{script}"


def _is_kept(path: str) -> bool:
    return not any(fnmatchcase(path, pattern) for pattern in _LEFT_OUT)


def _address(path: str) -> str:
    folder, slash, name = path.rpartition("/")
    return quote(folder + slash if name == "index.html" else path)
