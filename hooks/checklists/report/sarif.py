"""Findings -> SARIF 2.1.0, which code hosts and editors read."""

import json
from collections.abc import Sequence
from urllib.parse import quote

from checklists.guide.finding import Finding
from checklists.report.manual import examples
from checklists.rules import RULES

VERSION = "2.1.0"
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def render_sarif(findings: Sequence[Finding], *, colour: bool = False) -> str:
    """One run with every finding. Columns count characters, from 1."""
    del colour
    codes = sorted({finding.code for finding in findings})
    run = {
        "tool": {"driver": {"name": "checklists", "rules": [_rule(code) for code in codes]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, codes.index(finding.code)) for finding in findings],
    }
    log = {"$schema": SCHEMA, "version": VERSION, "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str) -> dict[str, object]:
    title = next(rule.title for rule in RULES if rule.code == code)
    return {
        "id": code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": examples()[code].why},
    }


def _result(finding: Finding, rule: int) -> dict[str, object]:
    span = finding.span
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endColumn": span.column + span.length,
    }
    text = f"{finding.message}. {finding.help}" if finding.help else finding.message
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": "note" if finding.is_advice else "error",
        "message": {"text": text},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(finding.path)},
                    "region": region,
                }
            }
        ],
    }
