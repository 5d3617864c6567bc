"""The command, from outside."""

import subprocess
import sys
from pathlib import Path

import pytest
from checklists.cli import main

from tests.browser.site import ROOT


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
