"""Without MkDocs and its theme, the check finds the same."""

import subprocess
import sys
from pathlib import Path

import pytest
from checklists.cli import main

from tests.project import ROOT, copy_site

WITHOUT = """
import sys
GONE = {"material", "mkdocs", "mkdocs_get_deps", "properdocs", "zensical"}
class Without:
    def __init__(self, finder):
        self.finder = finder
    def find_spec(self, name, path=None, target=None):
        return None if name.partition(".")[0] in GONE else self.finder.find_spec(name, path, target)
    def find_distributions(self, context):
        found = getattr(self.finder, "find_distributions", lambda context: ())(context)
        return (each for each in found if not each.name.startswith(("mkdocs", "properdocs")))
sys.meta_path[:] = map(Without, sys.meta_path)
"""
CHECK = "from checklists.cli import main; raise SystemExit(main(sys.argv[1:]))"


def run(folder: Path, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", WITHOUT + program, *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_they_are_gone() -> None:
    program = "from importlib.util import find_spec; print(find_spec('material')); import mkdocs"
    result = run(ROOT, program)
    assert result.stdout == "None\n"
    assert "No module named 'mkdocs'" in result.stderr


def test_the_check_finds_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    copy_site(tmp_path)
    page = tmp_path / "docs/nb/situations/saying-no.md"
    page.write_text(page.read_text("utf-8").replace("- [ ] **", "- [ ] ", 3), "utf-8")
    template = tmp_path / "overrides/main.html"
    template.write_text(template.read_text("utf-8") + "{{ words.nobody }}", "utf-8")
    assert main(["check", "--root", str(tmp_path)]) == 1
    assert run(tmp_path, CHECK, "check").stdout == capsys.readouterr().out
