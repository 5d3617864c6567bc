"""A guide of any size: the real one, and copies of one of its pages."""

from pathlib import Path

from checklists.cli import main

from tests.project import copy_project

TEMPLATE = "principles/lean-on-the-team.md"
SECTION = 20  # pages: nobody reads a list of a thousand
LANGUAGES = {"nb": "mkdocs.yml", "en": "mkdocs.en.yml"}


def make_guide(root: Path, pages: int) -> Path:
    """Write a guide of `pages` pages, half of them in each language. Returns `root`."""
    copy_project(root)
    real = len(list((root / "docs/nb").rglob("*.md")))
    count = pages // len(LANGUAGES) - real
    for language, config in LANGUAGES.items():
        _write_copies(root / "docs" / language, count)
        file = root / config
        file.write_text(_with_nav(file.read_text("utf-8"), count), "utf-8")
    main(["permalinks", "--update", "--root", str(root)])
    return root


# The least without which the templates fail.
STUB = """
def on_config(config):
    config.extra["words"] = {}
def on_page_context(context, page, config, nav):
    context |= dict.fromkeys(("cards", "points", "sources"), lambda *_: ())
    return context
"""


def without_hooks(root: Path) -> None:
    """Leave only what MkDocs does by itself."""
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("hooks/main.py", "hooks/stub.py"), "utf-8")
    (root / "hooks/stub.py").write_text(STUB, "utf-8")


def _write_copies(folder: Path, count: int) -> None:
    """Each has a title of its own, and links to the next."""
    text = (folder / TEMPLATE).read_text("utf-8")
    line = next(line for line in text.split("\n") if line.startswith("title: "))
    title = line.removeprefix("title: ")
    for number in range(count):
        page = text.replace(line, f"{line} {number}").replace(f"# {title}", f"# {title} {number}")
        following = f"- [{title}](copy-{(number + 1) % count}.md)\n"
        (folder / f"principles/copy-{number}.md").write_text(page + following, "utf-8")


def _with_nav(text: str, count: int) -> str:
    before, _, rest = text.partition("\nnav:\n")
    own, blank, after = rest.partition("\n\n")
    copies = "".join(
        f"      - {start}:\n{_entries(range(start, min(start + SECTION, count)))}"
        for start in range(0, count, SECTION)
    )
    return f"{before}\nnav:\n{own}\n  - Copies:\n{copies}{blank}{after}"


def _entries(numbers: range) -> str:
    return "".join(f"          - principles/copy-{number}.md\n" for number in numbers)
