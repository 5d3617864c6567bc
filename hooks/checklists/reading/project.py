"""Folders -> Guide. The only place that walks them."""

from pathlib import Path

from checklists.guide.model import Guide, Permalink, Problem
from checklists.guide.page_meta import PracticeMeta
from checklists.guide.places import Place, Span, place_in
from checklists.reading.configuration import language_folders, read_configuration
from checklists.reading.data_files import WORDS, read_data, read_words
from checklists.reading.layers import CONTENT, layered, versions
from checklists.reading.page import read_page
from checklists.reading.text_file import key_problem, read_text
from checklists.reading.tree import TreeReader

ASSETS = "assets"
PERMALINKS = "permalinks.txt"
_PAGE = ".md"


def load_guide(root: Path) -> Guide:
    """Read the guide in `root`. Raises FileNotFoundError when it has no folder docs."""
    if not (root / CONTENT).is_dir():
        raise FileNotFoundError(f"no {CONTENT} folder in {root}")
    guide = Guide()
    reader = TreeReader(read_configuration(guide, root))
    guide.problems += reader.problems
    guide.folders = language_folders(root)
    for language in dict.fromkeys([*guide.languages, *_word_languages(root)]):
        read_words(guide, root, language)
    read_data(guide, root)
    _load_permalinks(guide, root)
    for language in guide.languages:
        _load_language(guide, root, language, reader)
    _leave_out(guide)
    return guide


def _word_languages(root: Path) -> list[str]:
    """Those that anybody has written words for: they show what another lacks."""
    return [Path(path).stem for path in layered(root, WORDS)]


def _load_permalinks(guide: Guide, root: Path) -> None:
    for file in versions(root, PERMALINKS)[-1:]:
        text, problems = read_text(root, file)
        guide.problems += problems
        lines = (text or "").split("\n")
        guide.permalinks_path = path = file.relative_to(root).as_posix()
        guide.permalinks = [
            Permalink(line.strip(), place_in(path, lines, Span(row, 1, len(line.strip()))))
            for row, line in enumerate(lines, 1)
            if line.strip() and not line.startswith("# ")
        ]


def tree_reader(root: Path, guide: Guide) -> TreeReader:
    """A reader for pages of the guide in `root`."""
    reader = TreeReader(read_configuration(Guide(), root))
    reader.context = guide.context
    return reader


def _load_language(guide: Guide, root: Path, language: str, reader: TreeReader) -> None:
    files = {path.partition("/")[2]: file for path, file in layered(root, language).items()}
    reader.context = guide.context | {"menu": guide.words.get("menu", {}).get(language, {})}
    for path, file in files.items():
        if path.endswith(_PAGE):
            _load_page(guide, root, file, (language, path.removesuffix(_PAGE)), reader)
    guide.files[language] = {path for path in files if not path.endswith(_PAGE)}
    guide.files[language] |= layered(root, ASSETS).keys()


def _load_page(
    guide: Guide, root: Path, file: Path, id: tuple[str, str], reader: TreeReader
) -> None:
    path = file.relative_to(root).as_posix()
    problem = key_problem(path, id[1])
    text, problems = read_text(root, file)
    guide.problems += [*([problem] if problem else []), *problems]
    if text is None:
        guide.unread.add(id)
        return
    try:
        guide.pages[id], problems = read_page(reader, text, *id, path)
    except Exception as error:  # Markdown extensions may raise anything
        message = f"page cannot be rendered: {type(error).__name__}: {error}"
        problems = [Problem("file", Place(path), message)]
        guide.unread.add(id)
    guide.problems += problems


def _leave_out(guide: Guide) -> None:
    """Move the pages that the guide is without, and the practices of such lists."""
    without = set(guide.settings.without)
    for id, page in list(guide.pages.items()):
        trains = page.meta.practises if isinstance(page.meta, PracticeMeta) else ""
        if {page.key, trains} & without:
            guide.left_out[id] = guide.pages.pop(id)
