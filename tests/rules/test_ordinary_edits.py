"""What a content owner does on an ordinary day passes, by a style with many terms and signs."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from checklists.cli import main
from checklists.reading.project import load_guide
from checklists.report import render
from checklists.rules import check_guide

from tests.project import copy_guide

TEXTS = yaml.safe_load(Path(__file__).with_name("ordinary.yml").read_text("utf-8"))
STYLE = Path(__file__).with_name("style.yml")
PAGE = "principles/answer-once.md"


@pytest.fixture
def guide(tmp_path: Path) -> Iterator[Path]:
    root = copy_guide(tmp_path)
    shutil.copy(STYLE, root / "docs")
    yield root
    assert main(["permalinks", "--update", "--root", str(root)]) == 0
    assert [render(finding) for finding in check_guide(load_guide(root))] == []


def replace(root: Path, old: str, new: str) -> None:
    """In every file of the content."""
    for file in (root / "docs").rglob("*.*"):
        if file.name != "permalinks.txt":
            file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_texts(guide: Path) -> None:
    for language in ("nb", "en"):
        texts = "\n\n".join(text[language] for text in TEXTS)
        file = guide / "docs" / language / PAGE
        text = file.read_text("utf-8")
        file.write_text(text.replace("{ #why }\n", f"{{ #why }}\n\n{texts}\n"), "utf-8")


def test_a_new_item_above_the_others(guide: Path) -> None:
    item = '- [ ] **{}** {{ #sleep-on-it .critical src="own" }}\n- [ ] **{}'
    replace(guide, "- [ ] **Les hele", item.format("Sov på det.", "Les hele"))
    replace(guide, "- [ ] **Read the whole", item.format("Sleep on it.", "Read the whole"))


def test_an_item_with_another_id(guide: Path) -> None:
    replace(guide, "{ #read-it-all ", '{ #read-to-the-end was="read-it-all" ')
    replace(guide, "answer-once.md#read-it-all", "answer-once.md#read-to-the-end")


def test_a_page_with_another_name(guide: Path) -> None:
    for language in ("nb", "en"):
        file = guide / "docs" / language / PAGE
        file.rename(file.with_name("reply-once.md"))
    replace(guide, "principles/answer-once", "principles/reply-once")
    replace(guide, "answer-once.md", "reply-once.md")
    replace(guide, "minutes: 2\n", "minutes: 2\naliases: [principles/answer-once]\n")
