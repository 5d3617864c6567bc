"""Builds the site as a reader of the README would, from a copy that a test may change."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[1]
GUIDE = ROOT / "tests/guide"
ENGINE = ("hooks", "overrides", "docs/words.yml")
PAGES = len(list(GUIDE.rglob("*.md")))
"""Of the small guide, in both languages."""
NAME, ADDRESS = "Ryggen fri", "https://ryggenfri.example/"
DESCRIPTIONS = ("En liten veiledning for tester", "A small guide for tests")
NAV = {
    ("Situasjoner", "Situations"): (
        "situations/threats-and-abuse",
        "situations/saying-no",
        "situations/one-more-thing",
    ),
    ("Replikker", "Lines"): ("lines", "templates"),
    ("Mitt arbeid", "My work"): ("meetings", "log", "my-data"),
    ("Prinsipper", "Principles"): ("principles/take-breaks", "principles/answer-once"),
    ("Øv", "Practise"): (
        "practice/threats-and-abuse",
        "practice/saying-no",
        "practice/one-more-thing",
        "practice/answer",
        "practice/more",
    ),
    ("Ny i jobben", "New in the job"): (
        "onboarding/overview",
        "onboarding/day-1",
        "onboarding/week-1",
        "onboarding/month-1",
        "onboarding/review",
        "onboarding/sign-off",
    ),
    ("Om", "About"): ("wiki", "points", "sources", "privacy"),
}
"""Titles in both languages -> pages. Before them come the front page and the finder."""
REVIEWED = re.compile(r"^reviewed: ([\d-]+)$", re.MULTILINE)
NO_NOTICE = {"NO_MKDOCS_2_WARNING": "1"}  # that the theme prints at each build


def copy_guide(target: Path) -> Path:
    """Copy the content of the small guide, which can be checked so. Returns `target`."""
    shutil.copytree(GUIDE, target, dirs_exist_ok=True)
    return target


def copy_site(target: Path) -> Path:
    """Copy the engine with the small guide, which can be built so. Returns `target`."""
    shutil.copytree(GUIDE / "docs", target / "docs", ignore=shutil.ignore_patterns("assets"))
    _copy(ENGINE, target)
    configure(target)
    return target


def copy_project(target: Path) -> Path:
    """Copy the engine with the real content and its configuration. Returns `target`."""
    _copy(("docs", *ENGINE), target)
    for file, copy in zip(configurations(ROOT), configurations(target), strict=True):
        shutil.copy(file, copy)
    return target


def _copy(parts: Iterable[str], target: Path) -> None:
    for part in parts:
        if (ROOT / part).is_dir():
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / part, target / part, ignore=ignore)
        else:
            shutil.copy(ROOT / part, target / part)


def configurations(project: Path) -> list[Path]:
    """The files that configure a project: for both languages, and what differs in English."""
    return [project / "mkdocs.yml", project / "mkdocs.en.yml"]


def configure(project: Path) -> None:
    """Write our own configuration, but with the names and the pages of the small guide."""
    for number, file in enumerate(configurations(project)):
        text = configurations(ROOT)[number].read_text("utf-8")
        text = _nav(number) + re.sub(r"(?m)^nav:.*\n(?:[ -].*\n)*", "", text)
        description = f"site_description: {DESCRIPTIONS[number]}"
        text = re.sub(r"(?m)^site_description: .*$", description, text)
        text = re.sub(r"(?m)^site_name: .*$", f"site_name: {NAME}", text)
        text = re.sub(r"(?m)^(site_url: .*, )\".*\"\]$", rf'\1"{ADDRESS}"]', text)
        file.write_text(text, "utf-8")


def _nav(number: int) -> str:
    """The setting, with titles in one of the languages."""
    named = [{titles[number]: [f"{page}.md" for page in pages]} for titles, pages in NAV.items()]
    return yaml.safe_dump({"nav": ["index.md", "finder.md", *named]}, allow_unicode=True)


def build_site(target: Path) -> Path:
    """Build the real content in `target`, as on the day of its latest review."""
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
