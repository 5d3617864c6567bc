"""Findings -> SARIF 2.1.0, which code hosts and editors read."""

import json
from collections.abc import Sequence
from urllib.parse import quote

from checklists.guide.finding import Finding
from checklists.guide.rule import Rule

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_sarif(findings: Sequence[Finding], *, colour: bool = False) -> str:
    """One run with every finding. Columns count characters, from 1."""
    del colour
    rules = sorted({finding.rule for finding in findings}, key=lambda rule: rule.code)
    run = {
        "tool": {"driver": {"name": "checklists", "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules.index(finding.rule)) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
    }


def _result(finding: Finding, rule: int) -> dict[str, object]:
    text = f"{finding.message}. {finding.help}" if finding.help else finding.message
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": rule,
        "level": "note" if finding.rule.is_advice else "error",
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(finding)}],
    }


def _location(finding: Finding) -> dict[str, object]:
    span = finding.place.span
    return {
        "artifactLocation": {"uri": quote(finding.place.path)},
        "region": {
            "startLine": span.line,
            "startColumn": span.column,
            "endColumn": span.column + span.length,
        },
    }
