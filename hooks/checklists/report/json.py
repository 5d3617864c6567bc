"""Findings -> JSON: a list of objects, for programs."""

import json
from collections.abc import Sequence

from checklists.guide.finding import Finding


def render_json(findings: Sequence[Finding]) -> str:
    """A list of objects, in the order of the findings. Lines and columns count from 1."""
    return json.dumps([_object(each) for each in findings], ensure_ascii=False, indent=2) + "\n"


def _object(finding: Finding) -> dict[str, object]:
    span = finding.place.span
    return {
        "code": finding.rule.code,
        "level": finding.rule.severity,
        "path": finding.place.path,
        "line": span.line,
        "column": span.column,
        "end_column": span.column + span.length,
        "message": finding.message,
        "help": finding.help,
    }
