"""docs/ -> Guide. The only place that walks the content folder."""

from pathlib import Path

from checklists.model import LANGUAGES, Guide
from checklists.parser import parse_page
from checklists.permalinks import parse_permalinks
from checklists.reader import read_text
from checklists.sources import parse_sources

SOURCES = "sources.yml"
PERMALINKS = "permalinks.txt"


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
