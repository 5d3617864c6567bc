"""Folders -> Guide. The only place that walks them."""

import re
from pathlib import Path

from checklists.guide.model import Guide, Permalink, Problem
from checklists.guide.page_meta import INHERITED
from checklists.guide.page_text import Part
from checklists.guide.places import Place, Span, place_in
from checklists.reading.configuration import language_folders, read_configuration
from checklists.reading.data_files import WORDS, read_data, read_words
from checklists.reading.layers import CONTENT, effective_files, effective_files_below, versions
from checklists.reading.page import read_page
from checklists.reading.text_file import key_problem, read_text
from checklists.reading.tree import TreeReader

ASSETS = "assets"
PERMALINKS = "permalinks.txt"
_PAGE = ".md"
AFTERWARDS = "situations/_afterwards.md"
"""The file that every situation ends with."""
_TRAINS = re.compile(r"""^practises: *["']?([^\s"']+)""", re.MULTILINE)


def load_guide(root: Path) -> Guide:
    """Read the guide in `root`. Raises FileNotFoundError when it has no folder docs."""
    if not (root / CONTENT).is_dir():
        raise FileNotFoundError(f"no {CONTENT} folder in {root}")
    guide = Guide()
    reader = TreeReader(read_configuration(guide, root))
    guide.problems += reader.problems
    guide.folders = language_folders(root)
    written = [Path(path).stem for path in effective_files(root, WORDS)]
    for language in dict.fromkeys([*guide.languages, *written]):
        read_words(guide, root, language)
    read_data(guide, root)
    _load_permalinks(guide, root)
    guide.keys_left_out = _left_out(guide, root)
    for language in guide.languages:
        _load_language(guide, root, language, reader)
    return guide


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


def tree_reader(root: Path) -> TreeReader:
    """A reader with the Markdown extensions of the site in `root`."""
    return TreeReader(read_configuration(Guide(), root))


def _left_out(guide: Guide, root: Path) -> frozenset[str]:
    """What the settings name, and the practices of it: their front matter is not read yet."""
    without = set(guide.settings.without)
    files = effective_files_below(root, guide.default) if without else {}
    for path, file in files.items():
        trains = file.is_file() and _TRAINS.search(file.read_text("utf-8", errors="replace"))
        if trains and trains[1] in without:
            without.add(path.removesuffix(_PAGE))
    return frozenset(without)


def _load_language(guide: Guide, root: Path, language: str, reader: TreeReader) -> None:
    files = effective_files_below(root, language)
    menu = guide.words.get("menu", {}).get(language)
    reader.context = guide.validation_context | {"menu": menu}
    if file := files.pop(AFTERWARDS, None):
        text, problems = read_text(root, file)
        guide.problems += problems
        guide.afterwards[language] = Part(file.relative_to(root).as_posix(), text or "")
    reader.text = guide.page_text(language)
    for path, file in files.items():
        if path.endswith(_PAGE):
            _load_page(guide, root, file, (language, path.removesuffix(_PAGE)), reader)
    guide.files[language] = {path for path in files if not path.endswith(_PAGE)}
    guide.files[language] |= effective_files(root, ASSETS).keys()


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
    reader.shared = _shared(guide, *id)
    try:
        page, problems = read_page(reader, text, *id, path)
        (guide.left_out if page.key in guide.keys_left_out else guide.pages)[id] = page
    except Exception as error:  # Markdown extensions may raise anything
        message = f"page cannot be rendered: {type(error).__name__}: {error}"
        problems = [Problem("file", Place(path), message)]
        guide.unread.add(id)
    is_alone = id[0] != guide.default and not reader.shared  # what lacks, lacks in the original
    guide.problems += [each for each in problems if not (is_alone and each.kind == "schema")]


def _shared(guide: Guide, language: str, key: str) -> dict[str, object]:
    """What a translation has from its page in the default language."""
    id = (guide.default, key)
    original = guide.pages.get(id) or guide.left_out.get(id)
    if language == guide.default or original is None or original.meta is None:
        return {}
    return original.meta.model_dump(include=INHERITED, exclude_unset=True)
