"""The command, from outside."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from checklists.cli import main

from tests.browser.site import ROOT

GOLDEN = Path(__file__).parent / "golden"


def test_the_guide_itself_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(ROOT)]) == 0
    assert capsys.readouterr().out.startswith("0 findings in ")


def test_the_command_is_installed_and_takes_the_folder_it_stands_in() -> None:
    command = Path(sys.executable).with_name("checklists")
    result = subprocess.run(
        [command, "check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stderr) == (0, "")


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--wrong"]])
def test_wrong_use_exits_with_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as error:
        main(arguments)
    assert error.value.code == 2
    assert capsys.readouterr().err.startswith("usage: checklists")


def test_permalinks_are_added_and_never_removed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(GOLDEN / "base", tmp_path, dirs_exist_ok=True)
    file = tmp_path / "docs/permalinks.txt"
    main(["permalinks", str(tmp_path)])
    shown = capsys.readouterr().out
    assert not file.exists()
    assert main(["permalinks", str(tmp_path), "--update"]) == 0
    assert file.read_text("utf-8") == shown
    assert "principles/answer-once#read-it-all\n" in shown
    assert main(["check", str(tmp_path)]) == 0
    file.write_text(shown.replace("index\n", "") + "gone#away", "utf-8")
    main(["permalinks", str(tmp_path), "--update"])
    lines = file.read_text("utf-8").splitlines()
    assert lines[-2:] == ["gone#away", "index"]
    assert len(lines) == len(shown.splitlines()) + 1
    main(["permalinks", str(tmp_path), "--update"])
    assert file.read_text("utf-8").splitlines() == lines
