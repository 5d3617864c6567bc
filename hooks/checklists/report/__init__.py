"""Findings -> what is printed: one function for each format."""

from collections.abc import Sequence
from typing import Protocol

from checklists.guide.finding import Finding
from checklists.report.github import render_github
from checklists.report.json import render_json
from checklists.report.text import render, render_text, summary


class Renderer(Protocol):
    """The whole output, ending in a line break, or ""."""

    def __call__(self, findings: Sequence[Finding], *, colour: bool = False) -> str:
        """Render the findings, in their order."""


FORMATS: dict[str, Renderer] = {
    "github": render_github,
    "json": render_json,
    "text": render_text,
}

__all__ = ["FORMATS", "Renderer", "render", "summary"]
