"""`make bench` compares the hook with MkDocs alone: that must build, too."""

from pathlib import Path

from tests.benchmarks.build import plain_builds, without_hook
from tests.project import copy_site


def test_mkdocs_alone_builds_the_guide(tmp_path: Path) -> None:
    without_hook(copy_site(tmp_path))
    assert plain_builds(tmp_path).processor > 0
    for language in ("nb", "en"):
        page = tmp_path / f"site/{language}/situations/saying-no/index.html"
        assert page.is_file()
        assert "<checklist-page" not in page.read_text("utf-8")
