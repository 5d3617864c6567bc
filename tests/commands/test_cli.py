"""The command, from outside."""

import itertools
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from checklists.authoring.new_page import FOLDERS
from checklists.cli import main
from checklists.guide.model import LANGUAGES
from checklists.reading.project import load_guide
from checklists.rules import check_guide

from tests.project import GOLDEN, ROOT, copy_project


def test_the_guide_itself_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(ROOT)]) == 0
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
    main(["permalinks", "--root", str(tmp_path)])
    shown = capsys.readouterr().out
    assert not file.exists()
    assert main(["permalinks", "--root", str(tmp_path), "--update"]) == 0
    assert file.read_text("utf-8") == shown
    assert "principles/answer-once#read-it-all\n" in shown
    assert main(["check", "--root", str(tmp_path)]) == 0
    file.write_text(shown.replace("\nindex\n", "\n") + "gone#away", "utf-8")
    main(["permalinks", "--root", str(tmp_path), "--update"])
    lines = file.read_text("utf-8").splitlines()
    assert lines[2:4] == ["gone#away", "index"]
    assert len(lines) == len(shown.splitlines()) + 1
    main(["permalinks", "--root", str(tmp_path), "--update"])
    assert file.read_text("utf-8").splitlines() == lines


NAMES = [f"{first}{second}o" for first in "BDFGKLMNPRSTV" for second in ("er", "al", "im")]


def name_items(file: Path) -> None:
    """Give them ids of their own."""
    file.write_text(re.sub(r"#(\w+-\d)", r"#ask-\1", file.read_text("utf-8")), "utf-8")


@pytest.mark.parametrize("kind", sorted(FOLDERS))
def test_a_new_page_lacks_only_its_words(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(GOLDEN / "base", tmp_path, dirs_exist_ok=True)
    command = ["new", kind, "brand-new", "--root", str(tmp_path)]
    assert main(command) == 0
    found = check_guide(load_guide(tmp_path))
    assert {finding.rule.code for finding in found} == {"CL209"}
    assert sorted(finding.place.path for finding in found) == sorted(  # one a page
        f"docs/{language}/{FOLDERS[kind]}/brand-new.md" for language in LANGUAGES
    )
    for file in tmp_path.rglob("brand-new.md"):
        title, word = ("Noe nytt", "Skriv") if "nb" in file.parts else ("Something new", "Write")
        text = file.read_text("utf-8").replace("‹title›", title)
        text = text.replace("‹summary›", f"{word} ned.").replace("minutes: 10", "minutes: 4")
        names = itertools.count()
        text = re.sub(r"(\w )‹[^›]*›", rf"\1{word.lower()} ‹›", text)  # inside a sentence
        text = re.sub(r"(?<!\w )‹[^›]*›", f"{word} ‹›", text)
        text = re.sub("‹›", lambda _: NAMES[next(names)], text)  # noqa: B023
        file.write_text(text, "utf-8")
    assert {finding.rule.code for finding in check_guide(load_guide(tmp_path))} == {"CL209"}
    for file in tmp_path.rglob("brand-new.md"):
        name_items(file)
    assert check_guide(load_guide(tmp_path)) == []
    before = {file: file.read_bytes() for file in tmp_path.rglob("*.md")}
    assert main(command) == 2
    assert "is there already" in capsys.readouterr().err
    assert {file: file.read_bytes() for file in tmp_path.rglob("*.md")} == before


def test_a_new_page_of_the_real_guide_lacks_only_its_words(tmp_path: Path) -> None:
    """Navigation, the finder and the list of links can wait until it is written."""
    root = copy_project(tmp_path)
    assert main(["new", "situation", "brand-new", "--root", str(root)]) == 0
    assert {finding.rule.code for finding in check_guide(load_guide(root))} == {"CL209"}
    for file in root.rglob("brand-new.md"):
        file.write_text(re.sub("‹[^›]*›", "Skriv", file.read_text("utf-8")), "utf-8")
        name_items(file)
    assert {"CL506", "CL703", "CL811"} <= {
        finding.rule.code for finding in check_guide(load_guide(root))
    }


@pytest.mark.parametrize("format", ["json", "github", "sarif"])
def test_a_list_of_links_is_text(format: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", "--root", str(GOLDEN / "base"), "--format", format]) == 2
    assert capsys.readouterr() == ("", "checklists: --format goes with --online\n")


def test_who_reads_the_output_may_stop() -> None:
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
