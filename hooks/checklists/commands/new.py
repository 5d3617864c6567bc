"""`checklists new`: a page in each language."""

import argparse
import sys
from pathlib import Path

from checklists.authoring.new_page import FOLDERS, new_page
from checklists.guide.ids import ID, ID_HELP
from checklists.guide.model import Guide
from checklists.guide.suggestions import suggest
from checklists.reading.layers import written_layer
from checklists.reading.project import load_guide

LEFT = {
    "situation": (
        "Have a choice of finder.md lead to it.",
        "Choose its icon and its group.",
        "Write its practice: checklists new practice {key}",
    ),
    "practice": ("Have each ending link to the item that it teaches.",),
}
"""What only somebody who knows the page can do."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("kind", choices=sorted(FOLDERS))
    help = "English, as in an address: saying-no; for a practice the list: situations/saying-no"
    parser.add_argument("name", help=help)


def run(options: argparse.Namespace) -> int:
    """Write the files. Returns 2, and writes nothing, where that cannot be."""
    guide = load_guide(options.root)
    if not guide.words:
        raise FileNotFoundError("no words for a new page: see overrides/words")
    name = options.name.removeprefix(f"{FOLDERS[options.kind]}/")
    trains = options.name if options.kind == "practice" else ""
    pages = new_page(guide, options.kind, name.rpartition("/")[2] if trains else name, trains)
    files = {written_layer(options.root) / path: text for path, text in pages.items()}
    if problem := _problem(guide, name, trains, list(files)):
        print(f"checklists: {problem}", file=sys.stderr)
        return 2
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
        print(f"wrote {file}")
    print("Write what belongs in ‹ ›, and give each item an id that describes it.")
    for step in LEFT.get(options.kind, ()):
        print(step.format(key=f"{FOLDERS[options.kind]}/{name}"))
    print("Then: checklists permalinks --update")
    return 0


def _problem(guide: Guide, name: str, trains: str, files: list[Path]) -> str:
    """Why nothing can be written, "" where it can."""
    keys = {key for _, key in guide.pages}
    if trains and trains not in keys:
        return f"`{trains}` is no list: {suggest(trains, keys)}"
    if not trains and not ID.fullmatch(name):
        return f"`{name}` is not a valid name: {ID_HELP}"
    return next((f"{file} already exists" for file in files if file.exists()), "")
