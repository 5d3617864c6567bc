"""Builds the site as a reader of the README would, from a copy that a test may change."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "tests/guide"
PARTS = ("docs", "hooks", "overrides", "mkdocs.yml", "mkdocs.en.yml")


def copy_guide(target: Path) -> Path:
    """Copy the small guide of the tests. Returns `target`."""
    shutil.copytree(GUIDE, target, dirs_exist_ok=True)
    return target


def copy_project(target: Path) -> Path:
    """Copy what a build reads. Returns `target`."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target / part)
    return target


def build_site(target: Path) -> Path:
    """Copy the project into `target` and build it. Returns the folder of the site."""
    return build(copy_project(target))


def build(project: Path) -> Path:
    """Build a copy of the project. Returns the folder of the site."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=project, env=environment, check=True)
    return project / "site"


def line_of(path: str, text: str) -> int:
    """The number of the line of a file of the project on which a text stands first."""
    lines = (ROOT / path).read_text("utf-8").split("\n")
    return next(row for row, line in enumerate(lines, 1) if text in line)
