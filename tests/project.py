"""Builds the site as a reader of the README would, from a copy that a test may change."""

import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "tests/guide"
SMALL = ROOT / "tests/small_guide"
PARTS = ("docs", "hooks", "overrides", "mkdocs.yml", "mkdocs.en.yml")
TOOLS = ("index", "lines", "log", "meetings", "my-data", "points", "sources", "wiki")
"""Pages whose templates the small guide needs. Their text is left out."""
HEAD = re.compile(r"---\n.*?\n---\n\n# [^\n]*\n", re.DOTALL)
REVIEWED = re.compile(r"^reviewed: ([\d-]+)$", re.MULTILINE)
NAV = re.compile(r"\nnav:\n(?: .*\n)+")
NO_NOTICE = {"NO_MKDOCS_2_WARNING": "1"}  # that the theme prints at each build


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


def copy_small_guide(target: Path) -> Path:
    """Copy the engine with the small guide: a page of each kind, built in a second."""
    copy_project(target)
    docs = target / "docs"
    for language in ("nb", "en"):
        heads = {tool: _head(docs / language / f"{tool}.md") for tool in TOOLS}
        shutil.rmtree(docs / language)
        shutil.copytree(GUIDE / "docs" / language, docs / language)
        shutil.rmtree(docs / language / "practice")
        for tool, head in heads.items():
            (docs / language / f"{tool}.md").write_text(head, "utf-8")
    shutil.copy(GUIDE / "docs/sources.yml", docs)
    shutil.copytree(SMALL, docs, dirs_exist_ok=True)
    pages = sorted((docs / "nb").rglob("*.md"))
    nav = "".join(f"  - {page.relative_to(docs / 'nb').as_posix()}\n" for page in pages)
    for configuration in target.glob("mkdocs*.yml"):
        text = configuration.read_text("utf-8")
        configuration.write_text(NAV.sub(f"\nnav:\n{nav}", text), "utf-8")
    return target


def _head(page: Path) -> str:
    """The front matter and the title of a page, reviewed when the rest of the small guide was."""
    head = HEAD.match(page.read_text("utf-8"))
    assert head
    reviewed = REVIEWED.sub("reviewed: 2026-11-24", head[0])
    return re.sub(r"(?m)^review_by: .*$", "review_by: 2027-11-24", reviewed)


def build_site(target: Path) -> Path:
    """Copy the project into `target`; build it as on the day of its latest review."""
    return build(copy_project(target), SOURCE_DATE_EPOCH=latest_review())


def latest_review() -> str:
    """The latest day on which a page was reviewed, at noon, in seconds since 1970."""
    pages = (page.read_text("utf-8") for page in (ROOT / "docs").rglob("*.md"))
    day = max(day for page in pages for day in REVIEWED.findall(page))
    return str(int(datetime.fromisoformat(f"{day}T12:00Z").timestamp()))


def build(project: Path, **environment: str) -> Path:
    """Build a copy of the project. Returns the folder of the site."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"]
    subprocess.run(command, cwd=project, env=os.environ | NO_NOTICE | environment, check=True)
    return project / "site"


def line_of(path: str, text: str) -> int:
    """The number of the first line of a file of the project that has a text."""
    lines = (ROOT / path).read_text("utf-8").split("\n")
    return next(row for row, line in enumerate(lines, 1) if text in line)
