"""`checklists fix`: adds the ids that items and headings lack."""

import argparse
import sys
from collections.abc import Sequence
from itertools import groupby

from checklists.authoring.missing_ids import Addition, lacking_ids, missing_ids, with_additions
from checklists.guide.model import Page
from checklists.guide.suggestions import plural
from checklists.reading.page import read_page, with_site
from checklists.reading.project import load_guide, tree_reader
from checklists.reading.tree import TreeReader


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It has no options of its own."""
    del parser


def run(options: argparse.Namespace) -> int:
    """Add them, and say where."""
    guide = load_guide(options.root)
    reader = tree_reader(options.root, guide)
    pages = {page.path: page for page in guide.pages.values()}
    added = set()
    wanted = sorted(missing_ids(guide), key=lambda each: (each.path, each.line))
    for path, group in groupby(wanted, key=lambda each: each.path):
        additions, file = list(group), options.root / path
        text = file.read_bytes().decode("utf-8")  # line ends as they are
        new = with_additions(text, additions)
        if _is_read(reader, pages[path], text, new, additions):
            file.write_bytes(new.encode("utf-8"))
            for each in additions:
                print(f"{path}:{each.line}: added #{each.id}")
                added.add((path, each.line))
    for path, line in sorted(lacking_ids(guide) - added):
        print(f"{path}:{line}: left without an id: the languages differ there", file=sys.stderr)
    print(f"{plural(len(added), 'id')} added")
    return 0


def _is_read(
    reader: TreeReader, page: Page, text: str, new: str, additions: Sequence[Addition]
) -> bool:
    """Whether the file is as it was read, and each id becomes that of its item or heading."""
    plain = with_site(text.removeprefix("\ufeff").replace("\r\n", "\n"), reader.context)
    fixed, _ = read_page(reader, new.removeprefix("\ufeff"), page.language, page.key, page.path)
    ids = {id.text for id in fixed.ids}
    is_same = plain == with_site("\n".join(page.lines), reader.context)
    return is_same and all(each.id in ids for each in additions)
