"""`make release`: the same bytes wherever and whenever the same commit is built."""

import os
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from hosting.release import archive, release
from tests.conftest import TODAY
from tests.hosting.conftest import Publish
from tests.project import build, copy_site

SECONDS = int(TODAY.timestamp())
ELSEWHERE = {"TZ": "Asia/Tokyo", "PYTHONHASHSEED": "1", "LC_ALL": "C"}


@pytest.mark.soak
def test_two_builds_of_one_commit_are_the_same_bytes(
    publish: Publish, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in ELSEWHERE.items():
        monkeypatch.setenv(name, value)
    before = os.umask(0o077)
    other = build(copy_site(tmp_path))
    os.umask(before)
    assert archive(other, SECONDS) == archive(publish(""), SECONDS)


def test_a_release_is_the_site_with_a_checksum(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "en").mkdir(parents=True)
    (site / "index.html").write_text("nb", "utf-8")
    (site / "en/index.html").write_text("en", "utf-8")
    file = release(site, tmp_path / "dist", "guide", SECONDS)
    command = ["sha256sum", "--check", "--strict", f"{file.name}.sha256"]
    subprocess.run(command, cwd=file.parent, check=True, stdout=subprocess.DEVNULL)
    with ZipFile(file) as packed:
        assert packed.namelist() == ["en/index.html", "index.html"]
        assert packed.read("en/index.html") == b"en"
        assert {entry.date_time for entry in packed.infolist()} == {(2026, 11, 25, 12, 0, 0)}
        assert {entry.external_attr >> 16 for entry in packed.infolist()} == {0o100644}
