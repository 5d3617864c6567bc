"""Guides that somebody has made their own: in one language, in three, and on another subject."""

import re
import shutil
from pathlib import Path

import yaml

from tests.project import ROOT, copy_engine, copy_site

NYNORSK = ROOT / "tests/nynorsk"
SECOND = ROOT / "tests/second_guide"
OWN_PAGE = "situations/saying-no"
LEFT_OUT = "situations/threats-and-abuse"


def set_up(project: Path, **settings: object) -> Path:
    """Change settings of a guide. Returns the project."""
    file = project / "mkdocs.yml"
    head, _, _ = file.read_text("utf-8").partition("extra:\n")
    own = yaml.safe_load(re.sub(r"!ENV \[.*\]", "x", file.read_text("utf-8")))["extra"]["guide"]
    dumped = yaml.safe_dump({"extra": {"guide": own | settings}}, allow_unicode=True)
    file.write_text(f"{head}{dumped}", "utf-8")
    return project


def copy_norwegian(target: Path) -> Path:
    """The small guide in Norwegian alone: its English pages are there, and left out."""
    return set_up(copy_site(target), languages=["nb"], without=["en"])


def copy_adopted(target: Path) -> Path:
    """The small guide with another name and colour, pages of its own, and some in nynorsk."""
    project = copy_site(target)
    own = project / "own"
    shutil.copytree(NYNORSK, own / "nn")
    for language, title in (("nb", "Nei takk"), ("en", "No, thank you")):
        page = project / f"docs/{language}/{OWN_PAGE}.md"
        text = page.read_text("utf-8").replace(_title(page), title)
        (own / language / "situations").mkdir(parents=True)
        (own / language / f"{OWN_PAGE}.md").write_text(text, "utf-8")
    (own / "words").mkdir()
    (own / "words/nb.yml").write_text('pages: { undo: "Gjør om" }\n', "utf-8")
    (own / "organisation.yml").write_text("name: Tannhuset\n", "utf-8")
    (own / "assets").mkdir()
    (own / "assets/logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', "utf-8")
    file = project / "mkdocs.yml"
    name = file.read_text("utf-8").replace("site_name: Ryggen fri", "site_name: Tannhuset")
    file.write_text(name, "utf-8")
    languages = {"languages": ["nb", "en", "nn"], "incomplete": ["nn"]}
    more = {"id": "tannhuset", "accent": "#1f4e9c", "without": [LEFT_OUT]}
    return set_up(project, **languages, **more)


def copy_second(target: Path) -> Path:
    """The guide for new dentists, in English alone."""
    shutil.copytree(SECOND, target, dirs_exist_ok=True)
    return copy_engine(target)


def _title(page: Path) -> str:
    found = re.search(r"^title: (.*)$", page.read_text("utf-8"), re.MULTILINE)
    assert found
    return found[1]
