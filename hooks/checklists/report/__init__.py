"""Findings -> what is printed: one function for each format."""

from collections.abc import Callable, Sequence

from checklists.guide.finding import Finding
from checklists.report.github import render_github
from checklists.report.json import render_json
from checklists.report.text import render, render_text, summary

FORMATS: dict[str, Callable[[Sequence[Finding]], str]] = {
    "github": render_github,
    "json": render_json,
    "text": render_text,
}

__all__ = ["FORMATS", "render", "render_text", "summary"]
