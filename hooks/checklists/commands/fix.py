"""`checklists fix`: adds the ids that items and headings lack."""

import argparse
import sys
from collections.abc import Sequence
from itertools import groupby

from checklists.authoring.missing_ids import Addition, lacking_ids, missing_ids, with_additions
from checklists.guide.model import Page
from checklists.guide.suggestions import plural
from checklists.reading.page import read_page
from checklists.reading.project import load_guide, tree_reader
from checklists.reading.tree import TreeReader


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It has no options of its own."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Add them, and say where."""
    guide = load_guide(options.root)
    reader = tree_reader(options.root)
    pages = {page.path: page for page in guide.pages.values()}
    added = set()
    wanted = sorted(missing_ids(guide), key=lambda each: (each.path, each.line))
    for path, group in groupby(wanted, key=lambda each: each.path):
        additions, file = list(group), options.root / path
        text = file.read_bytes().decode("utf-8")  # line ends as they are
        new = with_additions(text, additions)
        if _is_read(reader, pages[path], new, additions):
            file.write_bytes(new.encode("utf-8"))
            for each in additions:
                print(f"{path}:{each.line}: added #{each.id}")
                added.add((path, each.line))
    for path, line in sorted(lacking_ids(guide) - added):
        print(f"{path}:{line}: left without an id: the languages differ there", file=sys.stderr)
    print(f"{plural(len(added), 'id')} added")
    return 0


def _is_read(reader: TreeReader, page: Page, new: str, additions: Sequence[Addition]) -> bool:
    """Whether each id becomes that of its item or heading."""
    fixed, _ = read_page(reader, new.removeprefix("\ufeff"), page.language, page.key, page.path)
    ids = {id.text for id in fixed.ids}
    return all(each.id in ids for each in additions)
