"""Files that an editor or git would mangle, so the tests make them."""

import os
import shutil
from pathlib import Path

import pytest
from checklists.cli import main
from checklists.reading.project import load_guide
from checklists.rules import check_guide

from tests.project import copy_guide

PAGE = "docs/nb/index.md"
SOURCES = "docs/sources.yml"


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return copy_guide(tmp_path)


def found(guide: Path, path: str) -> list[str]:
    findings = [each for each in check_guide(load_guide(guide)) if each.place.path == path]
    return [f"{f.place.span.line}:{f.place.span.column} {f.rule.code}" for f in findings]


@pytest.mark.parametrize("file", [PAGE, SOURCES])
@pytest.mark.parametrize(
    ("old", "new"),
    [(b"", b"\xef\xbb\xbf"), (b"\n", b"\r\n"), (b"\n", b"\r")],
    ids=["BOM", "CRLF", "CR"],
)
def test_what_can_be_read_past_is_one_finding(
    guide: Path, file: str, old: bytes, new: bytes
) -> None:
    data = (guide / file).read_bytes()
    (guide / file).write_bytes(data.replace(old, new) if old else new + data)
    findings = check_guide(load_guide(guide))
    assert [(each.place.path, each.rule.code) for each in findings] == [(file, "CL001")]


def test_a_bom_and_crlf_hide_nothing_else(guide: Path) -> None:
    text = (guide / PAGE).read_text("utf-8").replace("kind: page\n", "")
    (guide / PAGE).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert found(guide, PAGE) == ["1:1 CL001", "1:1 CL001", "1:1 CL015"]


@pytest.mark.parametrize(
    ("data", "finding"),
    [
        (b"", "1:1 CL006"),
        (b" \n\t\n", "1:1 CL006"),
        ("---\ntitle: Én å\n".encode("latin-1"), "2:8 CL001"),
        ("---\n".encode("utf-16"), "1:1 CL001"),
        (b"---\ntitle: a\xc3", "2:9 CL001"),
    ],
    ids=["empty", "blank", "Latin-1", "UTF-16", "cut off"],
)
def test_what_cannot_be_read(guide: Path, data: bytes, finding: str) -> None:
    """One finding, and none on the page of the other language."""
    (guide / PAGE).write_bytes(data)
    assert found(guide, PAGE) == [finding]
    assert found(guide, PAGE.replace("/nb/", "/en/")) == []


def test_nul_is_named(guide: Path) -> None:
    text = (guide / PAGE).read_text("utf-8")
    (guide / PAGE).write_text(text.replace("Velg", "Ve\0lg"), "utf-8")
    assert found(guide, PAGE) == ["14:3 CL001"]


def test_a_directory_named_like_a_page(guide: Path) -> None:
    (guide / PAGE).unlink()
    (guide / PAGE).mkdir()
    assert found(guide, PAGE) == ["1:1 CL006"]


def test_a_link_to_nowhere(guide: Path) -> None:
    (guide / PAGE).unlink()
    (guide / PAGE).symlink_to(guide / "docs/nowhere.md")
    assert found(guide, PAGE) == ["1:1 CL006"]


def test_a_link_out_of_docs_is_not_followed(guide: Path) -> None:
    (guide / PAGE).rename(guide / "secret.md")
    (guide / PAGE).symlink_to("../../secret.md")
    assert found(guide, PAGE) == ["1:1 CL006"]


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission(guide: Path) -> None:
    (guide / PAGE).chmod(0)
    assert found(guide, PAGE) == ["1:1 CL006"]


def test_sources_that_are_missing_are_one_finding(guide: Path) -> None:
    (guide / SOURCES).unlink()
    assert [each.rule.code for each in check_guide(load_guide(guide))] == ["CL006"]


def test_a_missing_language(guide: Path) -> None:
    shutil.rmtree(guide / "docs/en")
    findings = check_guide(load_guide(guide))
    (finding,) = findings
    assert finding.rule.code == "CL312"
    assert "no pages in `en`" in finding.message


def test_missing_docs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(tmp_path)]) == 2
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", f"checklists: no docs folder in {tmp_path}\n")
