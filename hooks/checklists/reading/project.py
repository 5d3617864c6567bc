"""docs/ -> Guide. The only place that walks the folder of the content."""

from collections.abc import Callable
from pathlib import Path

from checklists.guide.model import LANGUAGES, Guide, Permalink, Problem
from checklists.guide.places import Place, Span, place_in
from checklists.reading.converter import Configuration, read_configuration
from checklists.reading.data_files import (
    ORGANISATION,
    SOURCES,
    STYLE,
    WORDS,
    add_organisation,
    add_sources,
    add_style,
    add_words,
)
from checklists.reading.layers import ENGINE, layered, visible, visible_files
from checklists.reading.page import read_page
from checklists.reading.text_file import key_problem, read_text
from checklists.reading.tree import TreeReader

CONFIGURATION = "mkdocs.yml"
ASSETS = "assets"
PERMALINKS = "permalinks.txt"
_CODE = {".html", ".js"}

Add = Callable[[Guide, str, str], None]


def load_guide(root: Path) -> Guide:
    """Read everything in `root`/docs. Raises FileNotFoundError when there is no such folder."""
    docs = root / "docs"
    if not docs.is_dir():
        raise FileNotFoundError(f"no docs folder in {root}")
    guide = Guide()
    for name, add in _DATA_FILES.items():
        if name == SOURCES or (docs / name).exists():
            _load(guide, root, docs / name, add)
    reader = TreeReader(_configuration(guide, root))
    guide.problems += reader.problems
    for language in LANGUAGES:
        for file in visible(docs / language, "*.md"):
            _load_page(guide, root, file, language, reader)
    _load_other_files(guide, root)
    return guide


def _load(guide: Guide, root: Path, file: Path, add: Add) -> None:
    text, problems = read_text(root, file)
    guide.problems += problems
    if text is not None:
        add(guide, text, file.relative_to(root).as_posix())


def _add_permalinks(guide: Guide, text: str, path: str) -> None:
    lines = text.split("\n")
    guide.permalinks = [
        Permalink(line.strip(), place_in(path, lines, Span(row, 1, len(line.strip()))))
        for row, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("# ")
    ]


_DATA_FILES: dict[str, Add] = {
    SOURCES: add_sources,
    WORDS: add_words,
    ORGANISATION: add_organisation,
    STYLE: add_style,
    PERMALINKS: _add_permalinks,
}


def tree_reader(root: Path) -> TreeReader:
    """A reader with the Markdown extensions of the site in `root`."""
    return TreeReader(_configuration(Guide(), root))


def _configuration(guide: Guide, root: Path) -> Configuration:
    if not (root / CONFIGURATION).is_file():
        return Configuration()
    text, problems = read_text(root, root / CONFIGURATION)
    configuration, more = read_configuration(text or "", CONFIGURATION)
    guide.problems += [*problems, *more]
    guide.address = configuration.address
    return configuration


def _load_page(guide: Guide, root: Path, file: Path, language: str, reader: TreeReader) -> None:
    path = file.relative_to(root).as_posix()
    key = file.relative_to(root / "docs" / language).with_suffix("").as_posix()
    problem = key_problem(path, key)
    text, problems = read_text(root, file)
    guide.problems += [*([problem] if problem else []), *problems]
    if text is None:
        guide.unread.add((language, key))
        return
    try:
        guide.pages[language, key], problems = read_page(reader, text, language, key, path)
    except Exception as error:  # Markdown extensions may raise anything
        message = f"page cannot be rendered: {type(error).__name__}: {error}"
        problems = [Problem("file", Place(path), message)]
        guide.unread.add((language, key))
    guide.problems += problems


def _load_other_files(guide: Guide, root: Path) -> None:
    """What links may lead to beside pages, and what names words of the interface."""
    docs = root / "docs"
    assets = layered(root, ASSETS)
    for language in LANGUAGES:
        own = [file for file in visible_files(docs / language) if file.suffix != ".md"]
        guide.files[language] = {file.relative_to(docs / language).as_posix() for file in own}
        guide.files[language] |= assets.keys()
    for file in {*assets.values(), *visible_files(root / ENGINE)}:
        if file.suffix in _CODE:
            lines = file.read_text("utf-8", errors="replace").split("\n")
            guide.code[file.relative_to(root).as_posix()] = lines
