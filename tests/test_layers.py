"""The layers of the package: imports lead down, and no two modules have one name."""

import ast
import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from tests.project import ROOT

PACKAGE = ROOT / "hooks/checklists"
LAYERS = (
    "cli",
    "commands",
    "rendering",
    "report",
    "rules",
    "authoring",
    "site",
    "reading",
    "guide",
    "markdown",
)
"""From the top down, as a newcomer reads them."""
MODULES = [file for file in PACKAGE.rglob("*.py") if file.name != "__init__.py"]


def layer(module: str) -> int:
    """Of a dotted name below the package."""
    return LAYERS.index(module.split(".", maxsplit=1)[0])


def name(file: Path) -> str:
    return ".".join(file.relative_to(PACKAGE).with_suffix("").parts).removesuffix(".__init__")


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("checklists."):
            yield (node.module or "").removeprefix("checklists.")


def test_imports_lead_down() -> None:
    files = [file for file in PACKAGE.rglob("*.py") if file.parent != PACKAGE or file.stem == "cli"]
    back = [
        (name(file), module)
        for file in files
        for module in imports(file)
        if layer(module) < layer(name(file))
    ]
    assert back == []


def test_only_commands_import_the_rules() -> None:
    outside = [file for file in MODULES if "rules" not in file.relative_to(PACKAGE).parts]
    users = {name(file) for file in outside for m in imports(file) if m.split(".")[0] == "rules"}
    assert users == {"commands.check", "commands.rules"}


def test_no_two_modules_have_one_name() -> None:
    stems = sorted(file.stem for file in MODULES if file.parent.name != "commands")
    assert [stem for stem, group in groupby(stems) if len(list(group)) > 1] == []
    commands = {file.stem for file in (PACKAGE / "commands").glob("*.py")} - {"__init__"}
    assert commands & set(stems) == set()


def test_the_architecture_lists_the_layers() -> None:
    rows = re.findall(r"^\| (`.+?) \|", (ROOT / "ARCHITECTURE.md").read_text("utf-8"), re.MULTILINE)
    assert re.findall(r"`(\w+)[.py]*`", " ".join(rows)) == list(LAYERS)


def test_only_main_knows_mkdocs() -> None:
    knows = re.compile(r"^\s*(?:from|import) mkdocs\b", re.MULTILINE)
    assert not [file for file in MODULES if knows.search(file.read_text("utf-8"))]
    assert knows.search((ROOT / "hooks/main.py").read_text("utf-8"))
