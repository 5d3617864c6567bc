"""docs/ -> Guide. The only place that walks the content folder."""

import re
from pathlib import Path

from checklists.addresses import IMAGE_ENDINGS
from checklists.model import LANGUAGES, Guide
from checklists.parser import parse_page
from checklists.permalinks import parse_permalinks
from checklists.reader import read_text
from checklists.site_config import parse_site_config
from checklists.sources import parse_sources

CONFIGS = ("mkdocs.yml", "mkdocs.en.yml")
ASSETS = "assets"
SOURCES = "sources.yml"
PERMALINKS = "permalinks.txt"

_MENTIONING = {".css", ".html", ".js", ".yml"}
_IMAGE_NAME = re.compile(rf"[\w.-]+(?:{'|'.join(map(re.escape, IMAGE_ENDINGS))})\b")


def load_guide(root: Path) -> Guide:
    """Read everything in `root`/docs. Raises FileNotFoundError when there is no such folder."""
    docs = root / "docs"
    if not docs.is_dir():
        raise FileNotFoundError(f"no docs folder in {root}")
    guide = Guide()
    _load_sources(guide, root, docs / SOURCES)
    if (docs / PERMALINKS).exists():
        _load_permalinks(guide, root, docs / PERMALINKS)
    for language in LANGUAGES:
        for file in sorted((docs / language).rglob("*.md")):
            _load_page(guide, root, file, language)
    for file in (root / name for name in CONFIGS):
        if file.is_file():
            _load_config(guide, root, file)
    _load_files(guide, root)
    return guide


def _load_sources(guide: Guide, root: Path, file: Path) -> None:
    text, findings = read_text(root, file)
    guide.defects += findings
    if text is not None:
        path = file.relative_to(root).as_posix()
        (guide.sources, guide.points), findings = parse_sources(text, path)
        guide.defects += findings


def _load_permalinks(guide: Guide, root: Path, file: Path) -> None:
    text, findings = read_text(root, file)
    guide.defects += findings
    if text is not None:
        guide.permalinks = parse_permalinks(text, file.relative_to(root).as_posix())


def _load_page(guide: Guide, root: Path, file: Path, language: str) -> None:
    path = file.relative_to(root).as_posix()
    key = file.relative_to(root / "docs" / language).with_suffix("").as_posix()
    text, findings = read_text(root, file)
    guide.defects += findings
    if text is None:
        guide.unread.add((language, key))
        return
    page, findings = parse_page(text, language, key, path)
    guide.defects += findings
    guide.pages[language, key] = page


def _load_config(guide: Guide, root: Path, file: Path) -> None:
    text, findings = read_text(root, file)
    guide.defects += findings
    if text is not None:
        config, findings = parse_site_config(text, file.name)
        guide.defects += findings
        guide.configs += config


def _load_files(guide: Guide, root: Path) -> None:
    """What stands in docs/ beside the pages, and the images that the site's own files name."""
    docs = root / "docs"
    assets = visible_files(docs / ASSETS)
    images = [file for file in assets if file.suffix.lower() in IMAGE_ENDINGS]
    for language in LANGUAGES:
        own = [file for file in visible_files(docs / language) if file.suffix != ".md"]
        guide.files[language] = {file.relative_to(docs / language).as_posix() for file in own}
        guide.files[language] |= {file.relative_to(docs).as_posix() for file in assets}
        images += [file for file in own if file.suffix.lower() in IMAGE_ENDINGS]
    guide.images = [file.relative_to(root).as_posix() for file in images]
    configs = [file for name in CONFIGS if (file := root / name).is_file()]
    for file in (*assets, *visible_files(root / "overrides"), *configs):
        if file.suffix in _MENTIONING:
            text = file.read_text("utf-8", errors="replace")
            guide.mentions.update(_IMAGE_NAME.findall(text))


def visible_files(folder: Path) -> list[Path]:
    """Every file below a folder, but for hidden ones: editors and systems leave those behind."""
    return sorted(
        file
        for file in folder.rglob("*")
        if file.is_file() and "/." not in f"/{file.relative_to(folder).as_posix()}"
    )
