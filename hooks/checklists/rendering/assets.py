"""Our own files as a browser gets them: small, and at addresses that change with their content."""

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import minify

from checklists.reading.layers import effective_files

FOLDER: Final = "assets"
STYLE: Final = f"{FOLDER}/style.css"
"""All our styles: one request, and a third less to send than each by itself."""
_MEDIA_TYPES: Final = {".js": "application/javascript", ".css": "text/css"}
_RELATIVE = re.compile(r"(?P<start>url\([\"']?)(?P<target>(?![\"'/#]|[a-z]+:)[^\"')]+)")
_IMPORT = re.compile(r"\bimport\b[^(\"';]*[\"']([^\"']+)[\"']")
"""Of a minified script. An import that is called loads a module later."""
DIGITS = 8
"""Of the hash: enough to tell two versions apart."""
_HASHED = re.compile(rf"(?:\w+/)?{FOLDER}/(?:[0-9a-f]{{8}}/|.*\.[0-9a-f]{{8}}\.min\.)")
"""Our folder in each language, and files that the theme names by their hashes."""
_ADDRESS = re.compile(rf'(?P<before>="(?:\.\./)*)(?P<path>{FOLDER}/[^"#?]+)')


@dataclass(frozen=True)
class Assets:
    """What is sent: path in the site -> content. `folder` is where the site has it."""

    files: Mapping[str, bytes]
    styles: list[str]
    folder: str

    def address(self, path: str) -> str:
        """Where the site has a file. The path of another one, as the theme's, stays as it is."""
        return self.folder + path.removeprefix(FOLDER) if path in self.files else path

    def with_addresses(self, html: str) -> str:
        """HTML that points to where the files are."""
        return _ADDRESS.sub(lambda found: found["before"] + self.address(found["path"]), html)

    def with_imports(self, entries: Iterable[str]) -> list[str]:
        """The modules, named below the assets, and all that they import at once."""
        modules = list(dict.fromkeys(entries))
        for module in modules:  # grows meanwhile
            modules += [each for each in self._imports[module] if each not in modules]
        return modules

    @cached_property
    def _imports(self) -> dict[str, list[str]]:
        """Script -> those that it imports at once."""
        return {
            path.removeprefix(f"{FOLDER}/"): _imported(path, data.decode())
            for path, data in self.files.items()
            if path.endswith(".js")
        }

    def configure(self, config: Any) -> None:  # noqa: ANN401 (MkDocs' configuration)
        """Have the configuration, and so the templates, name the files where the site has them."""
        config.extra["assets"] = self.folder
        config.extra["with_imports"] = self.with_imports
        config.extra_css = [self.address(path) for path in self.styles]
        for script in config.extra_javascript:
            if not isinstance(script, str):
                script.path = self.address(script.path)
        for setting in ("logo", "favicon"):
            if path := config.theme.get(setting):
                config.theme[setting] = self.address(path)


def load_assets(root: Path, styles: Iterable[str], accent: str) -> Assets:
    """Read the assets of the guide. Our own `styles` become one, at `STYLE`, before the others.

    `accent` is the colour of the guide, from which styles derive others.
    """
    found = effective_files(root, FOLDER)
    own = {path: found.pop(path) for path in styles if path in found}
    files = {
        path: minified(file).encode() if file.suffix in _MEDIA_TYPES else file.read_bytes()
        for path, file in found.items()
    }
    if own:
        files[STYLE] = f":root{{--guide-accent:{accent}}}{joined(own)}".encode()
    links = [STYLE] if own else []
    links += [path for path in styles if path not in own]
    return Assets(files, links, _hashed_folder(files))


def minified(path: Path) -> str:
    """The text of a script or style, without what only people read in it."""
    return str(minify.string(_MEDIA_TYPES[path.suffix], path.read_text("utf-8")))


def _imported(path: str, script: str) -> list[str]:
    """Names below the assets, each once."""
    found = (posixpath.join(posixpath.dirname(path), each) for each in _IMPORT.findall(script))
    names = (posixpath.normpath(each).removeprefix(f"{FOLDER}/") for each in found)
    return list(dict.fromkeys(names))


def _hashed_folder(files: Mapping[str, bytes]) -> str:
    """One hash of all files, so that a cache never mixes two versions of them.

    Scripts and styles name each other by relative addresses, which stay as they are.
    """
    digest = sha256()
    for name in sorted(files):
        digest.update(name.encode() + b"\0" + files[name])
    return f"{FOLDER}/{digest.hexdigest()[:DIGITS]}"


def lasting_files(paths: Iterable[str]) -> list[str]:
    """Files whose content never changes under their names. A folder of them is one entry: `a/*`."""
    found = ((path, _HASHED.match(path)) for path in paths)
    return sorted({f"{m[0]}*" if m[0].endswith("/") else path for path, m in found if m})


def joined(styles: Mapping[str, Path]) -> str:
    """The text of `styles` (address -> file) as one, for `STYLE`."""
    return "".join(_moved(minified(file), address) for address, file in styles.items())


def _moved(style: str, address: str) -> str:
    """A style whose relative addresses start from `STYLE`."""
    folder = posixpath.dirname(address)

    def move(found: re.Match[str]) -> str:
        target = posixpath.join(folder, found["target"])
        return found["start"] + posixpath.relpath(target, posixpath.dirname(STYLE))

    return _RELATIVE.sub(move, style)
