"""Builds the site as a reader of the README would, from a copy that a test may change."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "tests/guide"
ENGINE = ("hooks", "overrides")
CONTENT = ("docs", "own", "mkdocs.yml")
PAGES = len(list(GUIDE.rglob("*.md")))
"""Of the small guide, in both languages."""
ADDRESS = "https://ryggenfri.example/"
REVIEWED = re.compile(r"^reviewed: ([\d-]+)$", re.MULTILINE)
_FOLDER = TemporaryDirectory(prefix="guide-")
NO_NOTICE = {"NO_MKDOCS_2_WARNING": "1"}  # that the theme prints at each build


@cache
def small_guide() -> Path:
    """A copy of the small guide, as `copy_guide` makes it, for reading only."""
    return copy_guide(Path(_FOLDER.name))


def copy_guide(target: Path) -> Path:
    """Copy the small guide with what the checks need of the engine. Returns `target`."""
    shutil.copytree(GUIDE, target, dirs_exist_ok=True)
    _copy(("hooks/engine.yml", "overrides/words"), target)
    return target


def copy_site(target: Path) -> Path:
    """Copy the engine with the small guide, which can be built so. Returns `target`."""
    shutil.copytree(GUIDE, target, dirs_exist_ok=True)
    return copy_engine(target)


def copy_engine(target: Path) -> Path:
    """Copy what builds any guide. Returns `target`."""
    _copy(ENGINE, target)
    return target


def copy_project(target: Path) -> Path:
    """Copy the engine with the real content. Returns `target`."""
    _copy((*CONTENT, *ENGINE), target)
    return target


def _copy(parts: Iterable[str], target: Path) -> None:
    for part in parts:
        (target / part).parent.mkdir(parents=True, exist_ok=True)
        if not (ROOT / part).exists():  # not every guide has a folder `own`
            continue
        if (ROOT / part).is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / part, target / part, ignore=ignore)
        else:
            shutil.copy(ROOT / part, target / part)


def build_site(target: Path) -> Path:
    """Build the real content in `target`, as on the day of its latest review."""
    return build(copy_project(target), SOURCE_DATE_EPOCH=latest_review())


def latest_review() -> str:
    """The latest day on which a page was reviewed, at noon, in seconds since 1970."""
    files = (file for layer in ("docs", "own") for file in (ROOT / layer).rglob("*.md"))
    day = max(day for file in files for day in REVIEWED.findall(file.read_text("utf-8")))
    return str(int(datetime.fromisoformat(f"{day}T12:00Z").timestamp()))


def build(project: Path, **environment: str) -> Path:
    """Build a copy of the project. Returns the folder of the site."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=project, env=os.environ | NO_NOTICE | environment, check=True)
    return project / "site"
