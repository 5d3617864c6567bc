"""mkdocs.yml -> what the configuration points to. Other generators read the same file."""

from checklists.grammar.places import KeyPath, place_in
from checklists.guide.finding import Finding
from checklists.guide.model import DEFAULT_LANGUAGE, Entry, SiteConfig
from checklists.reading.yaml_document import INVALID_YAML, YamlError, read_key_spans, read_scalars

_LISTS = {"extra_css", "extra_javascript"}
_THEME_FILES = {"logo", "favicon"}
_OF_LANGUAGE = {("theme", "language"), ("docs_dir",)}


def parse_site_config(text: str, path: str) -> tuple[list[SiteConfig], list[Finding]]:
    """Read one configuration. What it inherits from another is read there."""
    lines = text.split("\n")
    try:
        scalars, keys = read_scalars(text), read_key_spans(text)
    except YamlError as error:
        place = place_in(path, lines, error.span)
        return [], [Finding(place, INVALID_YAML, f"not valid YAML: {error}")]
    entries = [(where, Entry(value, place_in(path, lines, span))) for where, value, span in scalars]
    values = {where: entry.text for where, entry in entries}
    address = values.get(("site_url",)) or values.get(("site_url", 1), "")  # `!ENV [NAME, default]`
    language = language_of(path)
    own = {".".join(map(str, where)): entry for where, entry in entries if where in _OF_LANGUAGE}
    nav = [entry for where, entry in entries if where[0] == "nav"]
    files = [entry for where, entry in entries if _names_a_file(where)]
    return [SiteConfig(path, language, address, nav, files, own, keys)], []


def language_of(name: str) -> str:
    """The language that the configuration of this name is of: `en` for `mkdocs.en.yml`."""
    return name.removeprefix("mkdocs").removesuffix(".yml").strip(".") or DEFAULT_LANGUAGE


def _names_a_file(where: KeyPath) -> bool:
    if where[0] == "theme":
        return len(where) > 1 and where[1] in _THEME_FILES
    return where[0] in _LISTS and (len(where) == 2 or where[-1] == "path")  # noqa: PLR2004
