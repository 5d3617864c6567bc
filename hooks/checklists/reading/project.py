"""docs/ -> Guide. The only place that walks the content folder."""

import re
from collections.abc import Callable
from pathlib import Path

from checklists.grammar.addresses import IMAGE_ENDINGS
from checklists.grammar.places import KeyPath, Place, Span, place_in
from checklists.guide.finding import Finding
from checklists.guide.model import LANGUAGES, Entry, Guide, Located, TextFile
from checklists.guide.organisation import Organisation
from checklists.reading.configuration import parse_site_config
from checklists.reading.damage import mend
from checklists.reading.data_file import read_data
from checklists.reading.interface import parse_words
from checklists.reading.page import parse_page
from checklists.reading.page_name import key_of
from checklists.reading.register import parse_sources
from checklists.reading.text_file import read_text
from checklists.reading.yaml_document import YamlError, read_scalars

CONFIGS = ("mkdocs.yml", "mkdocs.en.yml")
ASSETS = "assets"
SOURCES = "sources.yml"
PERMALINKS = "permalinks.txt"
WORDS = "words.yml"
ORGANISATION = "organisation.yml"

_SPEAKING = {".css", ".html", ".js", ".webmanifest"}
_IMAGE_NAME = re.compile(rf"[\w.-]+(?:{'|'.join(map(re.escape, IMAGE_ENDINGS))})\b")


def load_guide(root: Path) -> Guide:
    """Read everything in `root`/docs. Raises FileNotFoundError when there is no such folder."""
    docs = root / "docs"
    if not docs.is_dir():
        raise FileNotFoundError(f"no docs folder in {root}")
    guide = Guide()
    _load(guide, root, docs / SOURCES, _add_sources)
    for name, add in _OPTIONAL.items():
        if (docs / name).exists():
            _load(guide, root, docs / name, add)
    for language in LANGUAGES:
        for file in _visible(docs / language, "*.md"):
            _load_page(guide, root, file, language)
    for file in (root / name for name in CONFIGS):
        if file.is_file():
            _load(guide, root, file, _add_config)
    _load_files(guide, root)
    return guide


def _load(
    guide: Guide, root: Path, file: Path, add: Callable[[Guide, str, str], list[Finding]]
) -> None:
    text, findings = read_text(root, file)
    guide.defects += findings
    if text is not None:
        path = file.relative_to(root).as_posix()
        guide.texts[path] = TextFile(path, text.split("\n"), _values(file, text))
        guide.defects += add(guide, text, path)


def _values(file: Path, text: str) -> dict[KeyPath, Located]:
    """Those of YAML; that it is none is reported by who needs it."""
    if file.suffix != ".yml":
        return {}
    try:
        return {key: Located(value, span) for key, value, span in read_scalars(text)}
    except YamlError:
        return {}


def _add_sources(guide: Guide, text: str, path: str) -> list[Finding]:
    (guide.sources, guide.points), findings = parse_sources(text, path)
    return findings


def _add_words(guide: Guide, text: str, path: str) -> list[Finding]:
    guide.words, findings = parse_words(text, path)
    return findings


def _add_organisation(guide: Guide, text: str, path: str) -> list[Finding]:
    file = read_data(text, path, Organisation)
    guide.organisation = file.data or guide.organisation
    return file.findings


def _add_permalinks(guide: Guide, text: str, path: str) -> list[Finding]:
    lines = text.split("\n")
    guide.permalinks = [
        Entry(line.strip(), place_in(path, lines, Span(row, 1, len(line.strip()))))
        for row, line in enumerate(lines, 1)
        if line.strip() and not line.startswith("# ")
    ]
    return []


def _add_config(guide: Guide, text: str, path: str) -> list[Finding]:
    configs, findings = parse_site_config(text, path)
    guide.configs += configs
    return findings


_OPTIONAL = {WORDS: _add_words, ORGANISATION: _add_organisation, PERMALINKS: _add_permalinks}


def _load_page(guide: Guide, root: Path, file: Path, language: str) -> None:
    path = file.relative_to(root).as_posix()
    name = file.relative_to(root / "docs" / language).with_suffix("").as_posix()
    key, defect = key_of(name)
    if defect:
        guide.defects.append(defect.at(Place(path)))
        if file.with_name(f"{key.rpartition('/')[2]}.md").is_file():
            return  # the page by that name is read
    text, findings = read_text(root, file)
    guide.defects += findings
    if text is None:
        guide.unread.add((language, key))
        return
    page, findings = parse_page(text, language, key, path)
    guide.defects += findings
    guide.pages[language, key] = page


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
    if all(name in guide.texts for name in CONFIGS if (root / name).is_file()):
        # Else nobody knows which they use.
        guide.images = [file.relative_to(root).as_posix() for file in images]
    for file in (*assets, *visible_files(root / "overrides")):
        if file.suffix in _SPEAKING:
            path = file.relative_to(root).as_posix()
            text = file.read_text("utf-8", errors="replace")
            meant, findings = mend(path, text)
            guide.defects += findings
            guide.texts[path] = TextFile(path, (meant or text).split("\n"))
    for path, each in guide.texts.items():
        if not path.startswith(f"{docs.name}/") or path.startswith(f"{docs.name}/{ASSETS}/"):
            guide.mentions.update(_IMAGE_NAME.findall("\n".join(each.lines)))


def visible_files(folder: Path) -> list[Path]:
    """The files in a folder and below, sorted, but for hidden ones."""
    return [path for path in _visible(folder, "*") if path.is_file()]


def _visible(folder: Path, pattern: str) -> list[Path]:
    """What editors hide MkDocs passes over, too: `.draft.md`, `.#open-elsewhere.md`."""
    found = ((path, path.relative_to(folder).parts) for path in folder.rglob(pattern))
    return sorted(path for path, parts in found if not any(part[0] == "." for part in parts))
