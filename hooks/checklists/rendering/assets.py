"""Our own files as a browser gets them: small, and at addresses that change with what they say."""

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

import minify

FOLDER: Final = "assets"
_MEDIA_TYPES: Final = {".js": "application/javascript", ".css": "text/css"}
STYLE: Final = "assets/style.css"
"""All our styles: one request, and a third less to send than each by itself."""
_RELATIVE = re.compile(r"(?P<start>url\([\"']?)(?P<target>(?![\"'/#]|[a-z]+:)[^\"')]+)")
_IMPORT = re.compile(r"\bimport\b[^(\"';]*[\"']([^\"']+)[\"']")
"""Of a minified script. An import that is called loads a module later."""
_DIGITS = 8
"""Of the hash: enough to tell two versions apart."""
_HASHED = re.compile(rf"(?:\w+/)?{FOLDER}/(?:[0-9a-f]{{8}}/|.*\.[0-9a-f]{{8}}\.min\.)")
"""Folders of ours, and files that the theme names so."""
_THEME_HASH = re.compile(r"\.[0-9a-f]{8}\.")
_ADDRESS = re.compile(rf'(?P<before>="(?:\.\./)*){FOLDER}/(?P<name>[^"#?]+)')


def sent(path: Path) -> bytes:
    """The file, without what only people read in a script or style."""
    media_type = _MEDIA_TYPES.get(path.suffix)
    return minified(path).encode() if media_type else path.read_bytes()


def minified(path: Path) -> str:
    """The text of a script or style, as it is sent."""
    return str(minify.string(_MEDIA_TYPES[path.suffix], path.read_text("utf-8")))


def with_imports(entries: Iterable[str], scripts: Mapping[str, bytes]) -> list[str]:
    """The modules and all that they import at once. Names are below the assets."""
    modules = list(dict.fromkeys(entries))
    for module in modules:  # grows meanwhile
        text = scripts[f"{FOLDER}/{module}"].decode()
        for target in _IMPORT.findall(text):
            name = posixpath.normpath(posixpath.join(posixpath.dirname(module), target))
            if name not in modules:
                modules.append(name)
    return modules


def hashed_folder(files: Mapping[str, bytes]) -> str:
    """Where the files stand: one hash of all, so that a cache never mixes two versions of them.

    Scripts and styles name each other by relative addresses, which stay as they are.
    """
    digest = sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name])
    return f"{FOLDER}/{digest.hexdigest()[:_DIGITS]}"


def hashed_name(name: str, content: str) -> str:
    """The name of a theme's file, with the hash of what it says now in place of the theme's."""
    digest = sha256(content.encode()).hexdigest()[:_DIGITS]
    return _THEME_HASH.sub(f".{digest}.", name)


def in_folder(path: str, folder: str) -> str:
    """The address of a file below the assets; any other as it is."""
    return f"{folder}/{path.removeprefix(f'{FOLDER}/')}" if path.startswith(f"{FOLDER}/") else path


def with_addresses(html: str, names: Collection[str], folder: str) -> str:
    """HTML that points to where the files stand. `names` are those below the assets."""

    def address(match: re.Match[str]) -> str:
        known = match["name"] in names
        return f"{match['before']}{folder}/{match['name']}" if known else match[0]

    return _ADDRESS.sub(address, html)


def lasting_files(paths: Iterable[str]) -> list[str]:
    """Those that never change under their names. A folder of them is one entry, with `*`."""
    found = ((path, _HASHED.match(path)) for path in paths)
    return sorted({f"{m[0]}*" if m[0].endswith("/") else path for path, m in found if m})


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
