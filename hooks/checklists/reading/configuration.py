"""mkdocs.yml, with what it inherits -> what the guide needs to know of it."""

import re
from pathlib import Path
from typing import Any

from checklists.guide.model import Guide
from checklists.guide.settings import Settings
from checklists.reading.layered_yaml import read_layers
from checklists.reading.layers import CONTENT, OWN

CONFIGURATION = "mkdocs.yml"
_INHERIT = re.compile(r"""^INHERIT:\s*["']?([^\s"']+)""", re.MULTILINE)
_SETTINGS = ("extra", "guide")
LANGUAGE_FOLDER = re.compile(r"[a-z]{2,3}")


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
    guide.settings = settings or _fallback(root)
    return _extensions(values.get("markdown_extensions"))


def _fallback(root: Path) -> Settings:
    """Where the settings cannot be read: with the languages that there are."""
    return Settings.model_construct(languages=language_folders(root) or ["nb"])


def language_folders(root: Path) -> list[str]:
    """Folders of the content that are named like a language."""
    found = (folder for layer in (CONTENT, OWN) for folder in (root / layer).glob("*/"))
    names = {each.name for each in found if LANGUAGE_FOLDER.fullmatch(each.name)}
    return sorted(names)


def _given(value: object) -> str:
    """Of `!ENV [NAME, default]` the default."""
    return str((value[-1] if isinstance(value, list) else value) or "")


def _extensions(setting: object) -> dict[str, Any]:
    """They are listed, each with options or without, or keys of a mapping."""
    if isinstance(setting, dict):
        return {str(name): options or {} for name, options in setting.items()}
    found: dict[str, Any] = {}
    for each in setting if isinstance(setting, list) else ():
        found |= _extensions(each) if isinstance(each, dict) else {str(each): {}}
    return found
