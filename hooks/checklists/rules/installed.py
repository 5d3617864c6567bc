"""Which extensions of Markdown and plugins of MkDocs there are. They are found, not imported."""

import re
from collections.abc import Collection
from functools import cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

_GROUPS = {"extensions": "markdown.extensions", "plugins": "mkdocs.plugins"}
_OPTION = re.compile(r"""['"](\w+)['"]\s*:\s*\[""")


@cache
def is_installed(kind: str, name: str) -> bool:
    """Whether there is one by this name. `kind` is "extensions" or "plugins".

    Where there is none at all, MkDocs is not installed, and nobody can say.
    """
    named = {each.name for each in entry_points(group=_GROUPS[kind])}
    return not named or name in named or (kind == "extensions" and _source(name) is not None)


def extension_options(extension: str, option: str) -> Collection[str]:
    """The options of an extension; none where `option` is one of them, or nobody can say."""
    file = _source(extension)
    text = file.read_text("utf-8") if file else ""
    return () if re.search(rf"['\"]{re.escape(option)}['\"]", text) else set(_OPTION.findall(text))


@cache
def _source(extension: str) -> Path | None:
    """The file of an extension, by its short name or that of its module."""
    package, _, rest = extension.rpartition(".")
    top, _, folders = (package or "markdown.extensions").partition(".")
    found = find_spec(top)
    root = Path(*(found.submodule_search_locations or ())[:1]) if found else None
    file = root / folders.replace(".", "/") / f"{rest}.py" if root else None
    return file if file and file.is_file() else None
