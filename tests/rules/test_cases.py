"""Edits that are easily misjudged: what is found, and where."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from checklists.reading.project import load_guide
from checklists.rules import check_guide

from tests.project import copy_guide

CASES: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("cases.yml").read_text("utf-8")
)
PAGE = "docs/nb/principles/answer-once.md"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any], tmp_path: Path) -> None:
    path = case.get("file", PAGE)
    file = copy_guide(tmp_path) / path
    text = file.read_text("utf-8")
    assert case["good"] in text
    file.write_text(text.replace(case["good"], case["bad"], 1), "utf-8")
    findings = [each for each in check_guide(load_guide(tmp_path)) if each.place.path == path]
    found = [f"{f.place.span.line}:{f.place.span.column} {f.rule.code}" for f in findings]
    if case.get("other"):
        assert set(case["finds"]) <= set(found)
    else:
        assert sorted(found) == sorted(case["finds"])
