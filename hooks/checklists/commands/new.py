"""`checklists new`: a page in each language."""

import argparse
import sys

from checklists.authoring.new_page import FOLDERS, new_page
from checklists.guide.ids import ID, ID_HELP
from checklists.guide.page_meta import ChecklistMeta
from checklists.guide.suggestions import suggest
from checklists.reading.layers import LAYERS, written_layer
from checklists.reading.project import load_guide

LEFT = {
    "situation": (
        "Have a choice of the finder lead to it, in {layer}: {finder}",
        "Choose its group.",
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
    name = options.name.removeprefix(f"{FOLDERS[options.kind]}/")
    trains = options.name if options.kind == "practice" else ""
    if not (trains or ID.fullmatch(name)):
        return _refuse(f"`{name}` is not a valid name: {ID_HELP}")
    guide, layer = load_guide(options.root), written_layer(options.root)
    lists = {key for (_, key), page in guide.pages.items() if isinstance(page.meta, ChecklistMeta)}
    if trains and trains not in lists:
        return _refuse(f"`{trains}` is no list: {suggest(trains, lists)}")
    name = name.rpartition("/")[2]
    pages = new_page(guide, options.kind, name, trains)
    if lacking := set(guide.languages) - {path.partition("/")[0] for path in pages}:
        print(f"no page in {', '.join(sorted(lacking))}: it is incomplete, or has no words for one")
    files = {layer / path: text for path, text in pages.items()}
    taken = [path for path in pages for each in LAYERS if (options.root / each / path).exists()]
    if taken:
        return _refuse(f"{taken[0]} already exists")
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
        print(f"wrote {file}")
    print("Write what belongs in ‹ ›, and give each item an id that describes it.")
    finders = ", ".join(page.path for page in guide.pages.values() if page.kind == "finder")
    for step in LEFT.get(options.kind, ()):
        print(step.format(key=f"{FOLDERS[options.kind]}/{name}", finder=finders, layer=layer.name))
    print("Then: checklists permalinks --update, or --start for a first list of your own")
    return 0


def _refuse(problem: str) -> int:
    print(f"checklists: {problem}", file=sys.stderr)
    return 2
