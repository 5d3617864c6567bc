"""The converter that renders the pages, as the site does. Other generators read the same file."""

from collections.abc import Mapping
from typing import Any

from markdown import Markdown

from checklists.guide.model import Problem
from checklists.guide.places import Place
from checklists.markdown.line_marks import LineMarks

_ALWAYS: dict[str, Any] = {"toc": {}, "tables": {}, "fenced_code": {}}
"""What MkDocs adds to the extensions of any site."""
_OURS: dict[str, Any] = {"attr_list": {}, "checklists": {}}
_SILENT = {"critical": "", "good": "", "bad": ""}
"""Words that the extension of the guide adds to a page, and its author did not write."""


def converter(extensions: Mapping[str, Any], marks: LineMarks) -> tuple[Markdown, list[Problem]]:
    """A converter with `extensions`, name -> options, and the marks of lines."""
    wanted = {**_ALWAYS, **(extensions or _OURS)}
    wanted["checklists"] = {**wanted.get("checklists", {}), **_SILENT}
    try:
        return Markdown(extensions=[*wanted, marks], extension_configs=wanted), []
    except Exception as error:
        problem = Problem("yaml", Place("mkdocs.yml"), f"Markdown extensions: {error}")
        return Markdown(extensions=[*_ALWAYS, *_OURS, marks]), [problem]
