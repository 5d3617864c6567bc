"""Files that an editor or git would mangle, so the tests make them."""

import os
import shutil
from pathlib import Path

import pytest
from checklists.cli import main
from checklists.guide.finding import Finding
from checklists.reading.project import load_guide
from checklists.rules import check_guide

from tests.project import GOLDEN

BASE = GOLDEN / "base"
PAGE = "docs/nb/index.md"
SOURCES = "docs/sources.yml"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    shutil.copytree(BASE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def found(guide: Path) -> list[str]:
    return [_short(finding) for finding in check_guide(load_guide(guide))]


def _short(finding: Finding) -> str:
    span = finding.place.span
    return f"{finding.place.path}:{span.line}:{span.column}: {finding.rule.code}"


@pytest.mark.parametrize("file", [PAGE, SOURCES])
@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        (b"", b"\xef\xbb\xbf", "1:1: CL002"),
        (b"\n", b"\r\n", "1:{end}: CL003"),
        (b"\n", b"\r", "1:{end}: CL003"),
    ],
    ids=["BOM", "CRLF", "CR"],
)
def test_what_can_be_read_past(guide: Path, file: str, old: bytes, new: bytes, place: str) -> None:
    data = (guide / file).read_bytes()
    end = data.index(b"\n") + 1
    (guide / file).write_bytes(data.replace(old, new) if old else new + data)
    assert found(guide) == [f"{file}:{place.format(end=end)}"]


def test_bom_and_crlf_hide_nothing_else(guide: Path) -> None:
    text = (guide / PAGE).read_text("utf-8").replace("kind: page\n", "")
    (guide / PAGE).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert found(guide) == [f"{PAGE}:1:1: {code}" for code in ("CL002", "CL013")] + [
        f"{PAGE}:1:4: CL003"
    ]


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"", "1:1: CL004"),
        (b" \n\t\n", "1:1: CL004"),
        (b"\xef\xbb\xbf", "1:1: CL002"),
        ("---\ntitle: Én å\n".encode("latin-1"), "2:8: CL001"),
        ("---\n".encode("utf-16"), "1:1: CL001"),
        (b"---\ntitle: a\xc3", "2:9: CL001"),
    ],
    ids=["empty", "blank", "only a BOM", "Latin-1", "UTF-16", "cut off"],
)
def test_what_cannot_be_read(guide: Path, data: bytes, place: str) -> None:
    """One finding, and none for the page of the other language."""
    (guide / PAGE).write_bytes(data)
    assert found(guide)[0] == f"{PAGE}:{place}"
    assert {line.rpartition(" ")[2] for line in found(guide)} <= {"CL001", "CL002", "CL004"}


@pytest.mark.parametrize("data", [b"", "# é".encode("latin-1")])
def test_sources_that_cannot_be_read_are_reported_once(guide: Path, data: bytes) -> None:
    (guide / SOURCES).write_bytes(data)
    assert len(found(guide)) == 1


def test_nul_is_named_and_passed_over(guide: Path) -> None:
    (guide / PAGE).write_bytes(b"---\ntitle: a\0b\n---\n\n# T\n")
    assert found(guide) == [f"{PAGE}:1:1: CL013", f"{PAGE}:2:9: CL018"]


def test_directory_named_like_a_page(guide: Path) -> None:
    (guide / PAGE).unlink()
    (guide / PAGE).mkdir()
    assert found(guide) == [f"{PAGE}:1:1: CL005"]


def test_link_to_nowhere(guide: Path) -> None:
    (guide / PAGE).unlink()
    (guide / PAGE).symlink_to(guide / "docs/nowhere.md")
    assert found(guide) == [f"{PAGE}:1:1: CL006"]


def test_link_out_of_docs_is_not_followed(guide: Path) -> None:
    (guide / PAGE).rename(guide / "secret.md")
    (guide / PAGE).symlink_to("../../secret.md")
    assert found(guide) == [f"{PAGE}:1:1: CL007"]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read every file")
def test_file_without_permission(guide: Path) -> None:
    (guide / PAGE).chmod(0)
    assert found(guide) == [f"{PAGE}:1:1: CL006"]


def test_missing_sources(guide: Path) -> None:
    (guide / SOURCES).unlink()
    assert found(guide) == [f"{SOURCES}:1:1: CL006"]


def test_missing_language(guide: Path) -> None:
    shutil.rmtree(guide / "docs/en")
    pages = ("index", "principles/answer-once", "situations/one-more-thing")
    assert found(guide) == [f"docs/nb/{page}.md:1:1: CL301" for page in pages]


def test_missing_docs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(tmp_path)]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == f"checklists: no docs folder in {tmp_path}\n"
