"""words.txt has the words that cspell does not know, and no others. `make check` runs cspell."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.node import NODE
from tests.project import ROOT, copy_project

WORDS = (ROOT / "words.txt").read_text("utf-8").split()
UNKNOWN = re.compile(r"^(?P<place>\S+?):(?P<line>\d+):\d+ - Unknown word \((?P<word>.+)\)$", re.M)
PIECE = re.compile(r"[A-ZÆØÅ]?[a-zæøå]+|[A-ZÆØÅ]+(?![a-zæøå])")


def spelling(root: Path) -> list[re.Match[str]]:
    program = ROOT / "node_modules/cspell/bin.mjs"
    command = [str(NODE), str(program), "--no-progress", "--no-color"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    found = list(UNKNOWN.finditer(done.stdout))
    assert (done.returncode != 0) == bool(found), done.stderr
    return found


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    copy_project(tmp_path)
    for name in ("cspell.json", "words.txt"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    return tmp_path


def test_every_word_of_the_list_is_needed(copy: Path) -> None:
    (copy / "words.txt").write_text("", "utf-8")
    unknown = {match["word"].casefold() for match in spelling(copy)}
    assert [w for w in WORDS if unknown.isdisjoint(p.casefold() for p in PIECE.findall(w))] == []


def test_the_list_is_sorted() -> None:
    assert sorted(set(WORDS), key=str.casefold) == WORDS
