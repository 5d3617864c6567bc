"""mkdocs.yml, with what it inherits -> what the guide needs to know of it."""

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
    while file.is_file() and file.is_relative_to(root) and file not in found:
        found.insert(0, file)
        parent = _INHERIT.search(file.read_text("utf-8", errors="replace"))
        file = file.parent / parent[1] if parent else file
    return found


def read_configuration(guide: Guide, root: Path) -> dict[str, Any]:
    """Fill in the settings of the guide; returns its Markdown extensions, name -> options."""
    layers = read_layers(guide, root, configurations(root))
    values = layers.value if isinstance(layers.value, dict) else {}
    guide.name = str(values.get("site_name") or "")
    address = str(values.get("site_url") or "").rstrip("/")
    guide.address = address and f"{address}/"
    own = layers.at(_SETTINGS)
    own = own if isinstance(own, dict) else {}
    context = {name: own[name] for name in ("languages", "incomplete") if _are_texts(own.get(name))}
    settings = layers.fit(Settings, guide, _SETTINGS, context)
    guide.settings = settings or _valid_settings(own, root)
    return _extensions(values.get("markdown_extensions"))


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


def _valid_settings(own: dict[str, Any], root: Path) -> Settings:
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


def _extensions(setting: object) -> dict[str, Any]:
    """They are keys of a mapping, or listed, each with options or without."""
    listed = setting if isinstance(setting, list) else [setting or {}]
    named = (each if isinstance(each, dict) else {each: {}} for each in listed)
    return {str(name): options or {} for each in named for name, options in each.items()}
