"""Findings -> JSON: a list of objects, for programs."""

import json
from collections.abc import Sequence

from checklists.guide.finding import Finding


def render_json(findings: Sequence[Finding], *, colour: bool = False) -> str:
    """A list of objects, in the order of the findings. Lines and columns count from 1."""
    del colour
    return json.dumps([_object(each) for each in findings], ensure_ascii=False, indent=2) + "\n"


def _object(finding: Finding) -> dict[str, object]:
    return {
        "code": finding.code,
        "level": "advice" if finding.is_advice else "error",
        "path": finding.path,
        "line": finding.span.line,
        "column": finding.span.column,
        "end_column": finding.span.column + finding.span.length,
        "message": finding.message,
        "help": finding.help,
    }
