"""Every page, the styles and the pictures are valid, says the Nu HTML checker.

It needs Java, so pytest runs this file only when it is named, as `make valid` does.
"""

import json
import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from tests.adopted import copy_adopted
from tests.project import ROOT, build, build_site

CHECKER = ROOT / "node_modules/vnu-jar/build/dist/vnu.jar"
ARGUMENTS = ("--also-check-css", "--also-check-svg", "--exit-zero-always", "--format", "json")
NO_JAVA = """No Java found, in which the HTML checker is written. Install it and try again:
    sudo apt-get install default-jre-headless"""
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
ENDINGS = (".html", ".css", ".svg")
STAYS = {
    "Attribute “autocomplete” is only allowed when the input type is “color”, “date”, "
    "“datetime-local”, “email”, “hidden”, “month”, “number”, “password”, “range”, “search”, “tel”, "
    "“text”, “time”, “url”, or “week”.": (
        "of two checkboxes of the theme, in no block that a template can replace"
    ),
    "CSS: “field-sizing”: Property “field-sizing” doesn't exist.": (
        "a field grows with what one writes; the checker does not know it yet"
    ),
    "CSS: “position-area”: Property “position-area” doesn't exist.": (
        "a menu stands beside its button; the checker does not know it yet"
    ),
    "CSS: “position-try-fallbacks”: Property “position-try-fallbacks” doesn't exist.": (
        "a menu turns where there is no room; the checker does not know it yet"
    ),
}
"""What the checker says -> why it stays. An entry that is no longer needed fails the test."""


def files_of(site: Path) -> list[str]:
    """What is checked, below the site. The assets of each language are the same."""
    paths = [file.relative_to(site) for file in sorted(site.rglob("*")) if file.suffix in ENDINGS]
    return [path.as_posix() for path in paths if path.parts[1:3] != ("en", "assets")]


def check(folder: Path, files: list[str]) -> dict[str, list[str]]:
    """What the checker says -> the places where it is so."""
    java = shutil.which("java") or pytest.fail(NO_JAVA)
    command = [java, "-Xss2m", "-jar", str(CHECKER), "--stdout", *ARGUMENTS, *files]
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    found = defaultdict(list)
    for each in json.loads(run.stdout)["messages"]:
        path = each["url"].removeprefix(f"file:{folder}/")
        found[each["message"]].append(f"{path}:{each.get('lastLine')} {each.get('extract')}")
    return found


def without_policy(page: Path) -> None:
    """The checker reads files, which are of no site: to it, nothing is of the page's own."""
    page.write_text(POLICY.sub("", page.read_text("utf-8")), "utf-8")


def test_all_that_is_built_is_valid(built: Path, tmp_path: Path) -> None:
    """Of the small guide, of one in three languages, and of the real content."""
    sites = tmp_path / "sites"
    shutil.copytree(built, sites / "small")
    shutil.copytree(build(copy_adopted(tmp_path / "adopted")), sites / "adopted")
    shutil.copytree(build_site(tmp_path / "content"), sites / "content")
    for page in sites.rglob("*.html"):
        without_policy(page)
    found = check(sites, files_of(sites))
    assert {message: places[:3] for message, places in found.items() if message not in STAYS} == {}
    assert STAYS.keys() - found.keys() == set()
