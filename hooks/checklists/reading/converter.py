"""mkdocs.yml -> the converter that renders its pages. Other generators read the same file."""

from dataclasses import dataclass, field
from typing import Any

from markdown import Markdown

from checklists.guide.model import Problem
from checklists.guide.places import Place, place_in
from checklists.markdown.line_marks import LineMarks
from checklists.reading.yaml_document import YamlError, read_yaml

_ALWAYS: dict[str, Any] = {"toc": {}, "tables": {}, "fenced_code": {}}
"""What MkDocs adds to the extensions of any site."""
_OURS: dict[str, Any] = {"attr_list": {}, "checklists": {}}
_SILENT = {"critical": "", "good": "", "bad": ""}
"""Words that the extension of the guide adds to a page, and its author did not write."""


@dataclass(slots=True)
class Configuration:
    """What the guide needs to know of mkdocs.yml."""

    address: str = ""
    extensions: dict[str, Any] = field(default_factory=lambda: dict(_OURS))
    """Name -> options."""


def read_configuration(text: str, path: str) -> tuple[Configuration, list[Problem]]:
    """Read the configuration of the site."""
    try:
        value = read_yaml(text).value
    except YamlError as error:
        place = place_in(path, text.split("\n"), error.span)
        return Configuration(), [Problem("yaml", place, f"not valid YAML: {error}")]
    settings = value if isinstance(value, dict) else {}
    address = settings.get("site_url") or ""
    if isinstance(address, list):  # `!ENV [NAME, default]`
        address = address[-1]
    return Configuration(str(address), _extensions(settings.get("markdown_extensions"))), []


def _extensions(setting: object) -> dict[str, Any]:
    """They are listed, each with options or without, or keys of a mapping."""
    if isinstance(setting, dict):
        return {str(name): options or {} for name, options in setting.items()}
    found: dict[str, Any] = {}
    for each in setting if isinstance(setting, list) else ():
        found |= _extensions(each) if isinstance(each, dict) else {str(each): {}}
    return found or dict(_OURS)


def converter(configuration: Configuration, marks: LineMarks) -> tuple[Markdown, list[Problem]]:
    """A converter with the extensions of the site, and the marks of lines."""
    wanted = _ALWAYS | configuration.extensions
    wanted["checklists"] = {**wanted.get("checklists", {}), **_SILENT}
    try:
        return Markdown(extensions=[*wanted, marks], extension_configs=wanted), []
    except Exception as error:
        problem = Problem("yaml", Place("mkdocs.yml"), f"Markdown extensions: {error}")
        return Markdown(extensions=[*_ALWAYS, *_OURS, marks]), [problem]
