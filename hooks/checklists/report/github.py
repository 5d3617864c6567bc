"""Findings -> workflow commands of GitHub Actions, which show them beside the lines of a change.

Source: GitHub Docs, "Workflow commands for GitHub Actions".
"""

from collections.abc import Mapping, Sequence

from checklists.guide.finding import Finding

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render_github(findings: Sequence[Finding]) -> str:
    """One command a line."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    span = finding.place.span
    properties = {
        "file": finding.place.path,
        "line": span.line,
        "col": span.column,
        "endColumn": span.column + span.length,
        "title": finding.rule.code,
    }
    listed = ",".join(f"{key}={_escape(str(v), _PROPERTY)}" for key, v in properties.items())
    text = f"{finding.message}\n{finding.help}" if finding.help else finding.message
    return f"::{'warning' if finding.is_warning else 'error'} {listed}::{_escape(text, _DATA)}"


def _escape(text: str, table: Mapping[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)
