"""`checklists new`: a page in both languages."""

import argparse
import sys

from checklists.authoring.new_page import FOLDERS, new_page
from checklists.guide.ids import ID, ID_HELP
from checklists.reading.data_files import WORDS
from checklists.reading.project import load_guide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("kind", choices=sorted(FOLDERS))
    parser.add_argument("name", help="English, as in an address: saying-no")


def run(options: argparse.Namespace) -> int:
    """Write the two files. Returns 2, and writes nothing, where one already exists."""
    if not ID.fullmatch(options.name):
        print(f"checklists: `{options.name}` is not a valid name: {ID_HELP}", file=sys.stderr)
        return 2
    guide = load_guide(options.root)
    if not guide.words:
        raise FileNotFoundError(f"no words for a new page in docs/{WORDS}")
    pages = new_page(options.kind, options.name, guide.today, guide.words)
    files = {options.root / "docs" / path: text for path, text in pages.items()}
    for file in files:
        if file.exists():
            print(f"checklists: {file} already exists", file=sys.stderr)
            return 2
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
        print(f"wrote {file}")
    print("Write what belongs in ‹ ›, and give each item an id that describes it.")
    print("Add the page to `nav` in mkdocs.yml and mkdocs.en.yml, and a situation to the finder.")
    return 0
