"""Findings as text, and for programs: JSON and GitHub Actions; colours only on a terminal."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from checklists.cli import main
from checklists.guide.finding import Finding
from checklists.guide.places import Place, Span
from checklists.report import FORMATS, render, summary
from checklists.rules.items import VALID_ID
from checklists.rules.sources import OVERDUE

ERROR = Finding(Place("docs/nb/å.md", Span(12, 3, 4), "x"), VALID_ID, "no id: 100 %", "add,\none")
WARNING = Finding(Place("docs/nb/b.md"), OVERDUE, "late")


def test_json() -> None:
    first, second = json.loads(FORMATS["json"]([ERROR, WARNING]))
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
    assert second["level"] == "warning"
    assert json.loads(FORMATS["json"]([])) == []


def test_github() -> None:
    assert FORMATS["github"]([ERROR, WARNING]) == (
        "::error file=docs/nb/å.md,line=12,col=3,endColumn=7,title=CL103"
        "::no id: 100 %25%0Aadd,%0Aone\n"
        "::warning file=docs/nb/b.md,line=1,col=1,endColumn=2,title=CL407::late\n"
    )


def finding(line: int, column: int, length: int = 1, source: str = "", help: str = "") -> Finding:
    place = Place("docs/nb/a.md", Span(line, column, length), source)
    return Finding(place, VALID_ID, "no id", help)


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (finding(1, 1), "docs/nb/a.md:1:1: CL103 no id"),
        (finding(1, 1, help="add one"), "docs/nb/a.md:1:1: CL103 no id\n  help: add one"),
        (finding(12, 3, 2, "abcde"), "docs/nb/a.md:12:3: CL103 no id\n  12 | abcde\n     |   ^^"),
        (finding(1, 4, 99, "abcde"), "docs/nb/a.md:1:4: CL103 no id\n  1 | abcde\n    |    ^^"),
        (finding(1, 6, 1, "abcde"), "docs/nb/a.md:1:6: CL103 no id\n  1 | abcde\n    |      ^"),
        (finding(1, 2, 1, "\tb"), "docs/nb/a.md:1:2: CL103 no id\n  1 |  b\n    |  ^"),
        (WARNING, "docs/nb/b.md:1:1: CL407 warning: late"),
    ],
    ids=["place", "help", "snippet", "cut at the end", "behind the end", "tab", "warning"],
)
def test_text(given: Finding, text: str) -> None:
    assert render(given) == text
    assert FORMATS["text"]([given]) == f"{text}\n\n"


def test_findings_are_sorted_by_place() -> None:
    places = [(10, 1), (9, 2), (9, 1)]
    ordered = sorted((finding(*place) for place in places), key=lambda each: each.sort_key)
    assert [each.place.span.line for each in ordered] == [9, 9, 10]


def test_summary() -> None:
    assert summary(1, 1) == "1 finding in 1 page"
    assert summary(2, 26) == "2 findings in 26 pages"


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
