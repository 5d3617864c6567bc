"""mkdocs.yml, with what it inherits -> what the guide needs to know of it."""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from checklists.guide.model import Guide
from checklists.guide.settings import Settings
from checklists.reading.layered_yaml import read_layers
from checklists.reading.layers import CONTENT, OWN

CONFIGURATION = "mkdocs.yml"
_INHERIT = re.compile(r"""^INHERIT:\s*["']?([^\s"']+)""", re.MULTILINE)
_SETTINGS = ("extra", "guide")
_LANGUAGE_FOLDER = re.compile(r"[a-z]{2,3}")


def configurations(root: Path) -> list[Path]:
    """mkdocs.yml, behind those it inherits from."""
    found: list[Path] = []
    file = root / CONFIGURATION
    while file.is_file() and file not in found:
        found.insert(0, file)
        parent = _INHERIT.search(file.read_text("utf-8", errors="replace"))
        file = file.parent / parent[1] if parent else file
    return found


def read_configuration(guide: Guide, root: Path) -> dict[str, Any]:
    """Fill in the settings of the guide; returns its Markdown extensions, name -> options."""
    layers = read_layers(guide, root, configurations(root))
    values = layers.value if isinstance(layers.value, dict) else {}
    guide.name = str(values.get("site_name") or "")
    guide.address = _given(values.get("site_url"))
    own = (values.get("extra") or {}).get("guide")
    context = own if isinstance(own, dict) and isinstance(own.get("languages"), list) else None
    settings = layers.fit(Settings, guide, _SETTINGS, context) if layers.files else None
    guide.settings = settings or _what_is_valid(own if isinstance(own, dict) else {}, root)
    extensions = values.get("markdown_extensions")
    return {name: options or {} for name, options in (extensions or {}).items()}


def _what_is_valid(own: dict[str, Any], root: Path) -> Settings:
    """The settings without those that are wrong; without languages, those that have a folder."""
    valid: dict[str, Any] = {"languages": list(language_folders(root)) or ["nb"]}
    for name, value in own.items():
        with suppress(ValidationError):
            valid |= Settings.model_validate({**valid, name: value}).model_dump(include={name})
    return Settings.model_validate(valid)


def language_folders(root: Path) -> dict[str, str]:
    """The folders that are named like a language: name -> path."""
    found = (folder for layer in (OWN, CONTENT) for folder in sorted((root / layer).glob("*/")))
    named = (each for each in found if _LANGUAGE_FOLDER.fullmatch(each.name))
    return {each.name: each.relative_to(root).as_posix() for each in named}


def _given(value: object) -> str:
    """As MkDocs has it: of `!ENV [NAME, default]` the variable, where it is set."""
    if not isinstance(value, list):
        return str(value or "")
    *names, default = map(str, value)
    return next((os.environ[name] for name in names if name in os.environ), default)
