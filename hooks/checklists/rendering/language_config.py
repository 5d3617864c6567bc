"""What differs from language to language in the configuration of MkDocs."""

from pathlib import Path
from typing import Any

from checklists.guide.model import Guide
from checklists.reading.layers import CONTENT, effective_files_below
from checklists.reading.project import AFTERWARDS
from checklists.rendering.menu import menu


def configure(config: Any, guide: Guide, language: str, root: Path) -> None:  # noqa: ANN401 (MkDocs')
    """Make the configuration that of a language."""
    settings = guide.settings
    words = {group: each.get(language, {}) for group, each in guide.words.items()}
    pages = words.get("pages", {})
    config.docs_dir = str(root / CONTENT / language)
    config.nav = menu(guide, language, words.get("menu", {}))
    config.site_description = settings.tagline.get(language, "")
    config.copyright = (settings.copyright or {}).get(language)
    config.theme["language"] = language
    for palette in config.theme.get("palette") or ():
        if isinstance(palette, dict) and (toggle := palette.get("toggle")):
            toggle["name"] = pages.get(toggle.get("name"), toggle.get("name"))
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = pages.get("link_here_sign", "")
    config.extra["alternate"] = len(guide.languages) > 1


def source_files(guide: Guide, language: str, root: Path) -> dict[str, Path]:
    """Path below the folder of the language -> file, of all that MkDocs is to build."""
    of_default = {} if guide.is_complete(language) else effective_files_below(root, guide.default)
    left_out = {AFTERWARDS, *(f"{key}.md" for key in guide.keys_left_out)}
    files = of_default | effective_files_below(root, language)
    return {path: file for path, file in files.items() if path not in left_out}
