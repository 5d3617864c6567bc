"""What helps while writing: checks before a commit, and the ways through a practice."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from checklists.cli import main

from tests.project import ROOT, copy_guide, copy_site, small_guide

PAGE = "docs/nb/principles/answer-once.md"


def git(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def test_a_defect_stops_the_commit(tmp_path: Path) -> None:
    project = copy_site(tmp_path)
    shutil.copy(ROOT / ".pre-commit-config.yaml", project)
    shutil.copy(ROOT / "pyproject.toml", project)
    (project / ".venv").symlink_to(Path(sys.prefix))
    (project / ".gitignore").write_text(".venv\n", "utf-8")
    git(project, "init", "--quiet")
    git(project, "add", ".")
    install = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(install, cwd=project, check=True, capture_output=True)
    assert git(project, "commit", "-m", "All of it").returncode == 0
    page = project / PAGE
    page.write_text(page.read_text("utf-8").replace("#say-when ", "", 1), "utf-8")
    result = git(project, "commit", "-a", "-m", "A defect")
    assert result.returncode == 1
    assert f"{PAGE}:26:7: CL103" in result.stderr


WAYS = """\
=== start -> wait

## Kunden ringer { #start }
- [«Vent litt.»](#wait)
- [«Her er svaret.»](#answer)

## Kunden venter { #wait .bad }
Les [spørsmålet](../principles/answer-once.md#read-it-all) først.

=== start -> answer

## Kunden ringer { #start }
- [«Vent litt.»](#wait)
- [«Her er svaret.»](#answer)

## Kunden er glad { #answer .good }
Du svarte på [alt](../principles/answer-once.md#answer-everything).

2 ways, 0 conditions; 1 choices, 0 with three options or more; right is the longest in 1 of 1; \
its place: 0 × 1, 1 × 2, 0 × 3
"""


def test_every_way_through_a_practice_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    root = str(small_guide())
    assert main(["ways", "practice/answer", "--root", root]) == 0
    assert capsys.readouterr().out == WAYS
    assert main(["ways", "practice/anser", "--root", root]) == 2
    assert capsys.readouterr().err == "checklists: `practice/anser` is no practice\n"


def test_a_way_that_goes_back_ends_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_guide(tmp_path)
    page = tmp_path / "docs/nb/practice/answer.md"
    page.write_text(page.read_text("utf-8").replace("#answer)", "#start)", 1), "utf-8")
    main(["ways", "practice/answer", "--root", str(tmp_path)])
    shown = [line for line in capsys.readouterr().out.split("\n") if line.startswith("===")]
    assert shown == ["=== start -> wait", "=== start -> start"]
