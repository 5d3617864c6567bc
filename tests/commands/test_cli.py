"""The command, from outside."""

import itertools
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from checklists.authoring.new_page import FOLDERS
from checklists.cli import main
from checklists.reading.project import load_guide
from checklists.rules import check_guide

from tests.project import copy_guide, small_guide


def test_the_command_is_installed_and_takes_the_current_folder() -> None:
    command = Path(sys.executable).with_name("checklists")
    result = subprocess.run(
        [command, "check"], cwd=small_guide(), capture_output=True, text=True, check=False
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
    copy_guide(tmp_path)
    file = tmp_path / "docs/permalinks.txt"
    listed = file.read_text("utf-8")
    file.write_text(listed.replace("\nindex\n", "\n") + "gone#away", "utf-8")
    main(["permalinks", "--root", str(tmp_path)])
    assert capsys.readouterr().out == "index\n"
    main(["permalinks", "--root", str(tmp_path), "--update"])
    assert file.read_text("utf-8") == listed.replace("\nindex\n", "\ngone#away\nindex\n")
    file.unlink()
    main(["permalinks", "--root", str(tmp_path), "--update"])
    assert file.read_text("utf-8") == listed


@pytest.mark.parametrize("kind", sorted(FOLDERS))
def test_a_new_page_lacks_only_its_words(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_guide(tmp_path)
    name = "onboarding/day-1" if kind == "practice" else "brand-new"
    command = ["new", kind, name, "--root", str(tmp_path)]
    assert main(command) == 0
    key = f"{FOLDERS[kind]}/{name.rpartition('/')[2]}"
    assert (tmp_path / f"docs/en/{key}.md").exists()
    (finding,) = check_guide(load_guide(tmp_path))
    assert (finding.rule.code, finding.place.path) == ("CL209", f"docs/nb/{key}.md")
    assert "(in `en` too)" in finding.message
    before = {file: file.read_bytes() for file in tmp_path.rglob("*.md")}
    assert main(command) == 2
    assert "already exists" in capsys.readouterr().err
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.md")} == before


def test_a_new_page_that_is_written_passes(tmp_path: Path) -> None:
    root = copy_guide(tmp_path)
    assert main(["new", "principle", "brand-new", "--root", str(root)]) == 0
    for file in root.rglob("brand-new.md"):
        words = map("Ord {}".format, itertools.count())
        text = file.read_text("utf-8").replace("‹title›", "Nytt")
        text = re.sub("‹[^›]*›", lambda _: next(words), text)  # noqa: B023
        file.write_text(re.sub(r"#do-(\d)", r"#ask-\1", text), "utf-8")
    assert main(["permalinks", "--update", "--root", str(root)]) == 0
    assert check_guide(load_guide(root)) == []


def test_the_output_may_be_cut_short() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "checklists.cli", "rules"]
    result = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (result.returncode, result.stderr) == (1, b"")


def test_a_new_page_needs_a_name_for_an_address(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["new", "situation", "../Å si nei", "--root", str(tmp_path)]) == 2
    assert "not a valid name" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "refused"),
    [
        (["situation", "saying-no"], "already exists"),
        (["situation", "foo/bar"], "not a valid name"),
        (["practice", "index"], "is no list"),
        (["practice", "situations/saying-noo"], "did you mean `situations/saying-no`?"),
    ],
)
def test_a_new_page_that_cannot_be(
    arguments: list[str], refused: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (copy_guide(tmp_path) / "own").mkdir()
    assert main(["new", *arguments, "--root", str(tmp_path)]) == 2
    assert refused in capsys.readouterr().err
    assert list((tmp_path / "own").iterdir()) == []


def test_a_new_page_is_ones_own_where_there_is_such_a_folder(tmp_path: Path) -> None:
    (copy_guide(tmp_path) / "own").mkdir()
    assert main(["new", "situation", "patient-no-show", "--root", str(tmp_path)]) == 0
    assert (tmp_path / "own/en/situations/patient-no-show.md").exists()
