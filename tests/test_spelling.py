"""The spelling of the guide: what cspell.json and words.txt make of it."""

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
NB, EN = "docs/nb/situations/saying-no.md", "docs/en/situations/saying-no.md"
# File, what stands there, what comes in its place, and the words that are found then.
MISTAKES = {
    "Norwegian": (NB, "Mange av oss", "Mannge av oss", ["Mannge"]),
    "English": (EN, "Many of us", "Meny of us", ["Meny"]),
    "American": (EN, "in one breath", "in one color", ["color"]),
    "English among Norwegian": (NB, "uten unnskyldning", "without unnskyldning", ["without"]),
    "title": (NB, "title: Å si nei", "title: Å sii nei", ["sii"]),
    "word of the interface": ("docs/words.yml", "Skriv ut", "Skrriv ut", ["Skrriv"]),
    "contact": ("docs/organisation.yml", "Politiet, nød", "Polittiet, nød", ["Polittiet"]),
    "point of a source": ("docs/sources.yml", "Dokumenter alt", "Dokumennter alt", ["Dokumennter"]),
    "navigation": ("mkdocs.yml", "Finn listen:", "Finn lissten:", ["lissten"]),
    "code": (NB, "Mange av oss", "`Mannge` av oss", []),
    "book": (NB, "Mange av oss", "*The Power of a Positive No* har", []),
    "link": (NB, "Mange av oss", "[Mange](https://mannge.example/) av oss", []),
}


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


def test_nothing_is_misspelt() -> None:
    assert [match.group() for match in spelling(ROOT)] == []


def test_a_mistake_is_found_where_it_is(copy: Path) -> None:
    for name, (file, old, new, _) in MISTAKES.items():
        text = (copy / file).read_text("utf-8")
        target = copy / file
        if file.endswith(".md"):
            target = target.with_stem(name.replace(" ", "-"))
        assert old in text
        target.write_text(text.replace(old, new, 1), "utf-8")
    found = sorted(match["word"] for match in spelling(copy))
    assert found == sorted(word for *_, words in MISTAKES.values() for word in words)


def test_every_word_of_the_list_is_needed(copy: Path) -> None:
    (copy / "words.txt").write_text("", "utf-8")
    unknown = {match["word"].casefold() for match in spelling(copy)}
    assert [w for w in WORDS if unknown.isdisjoint(p.casefold() for p in PIECE.findall(w))] == []


def test_the_list_is_sorted() -> None:
    assert sorted(set(WORDS), key=str.casefold) == WORDS
