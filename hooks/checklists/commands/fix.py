"""`checklists fix`: adds the ids that items and headings lack."""

import argparse
import sys
from collections.abc import Sequence
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

from checklists.authoring.missing_ids import Addition, lacking_ids, missing_ids, with_additions
from checklists.guide.model import Page
from checklists.guide.suggestions import plural
from checklists.reading.page import read_page, with_site
from checklists.reading.project import load_guide, tree_reader
from checklists.reading.tree import TreeReader


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    help = "show what would be added, and change nothing"
    parser.add_argument("--diff", action="store_true", help=help)


def run(options: argparse.Namespace) -> int:
    """Add them, and say where."""
    guide = load_guide(options.root)
    reader = tree_reader(options.root, guide)
    pages = {page.path: page for page in guide.pages.values()}
    added = []
    wanted = sorted(missing_ids(guide), key=lambda each: (each.path, each.line))
    for path, group in groupby(wanted, key=lambda each: each.path):
        additions = list(group)
        text = (options.root / path).read_bytes().decode("utf-8")  # line ends as they are
        new = with_additions(text, additions)
        if _is_read(reader, pages[path], text, new, additions):
            added += additions
            (_show if options.diff else _write)(options.root, path, text, new, additions)
    left = lacking_ids(guide) - {(each.path, each.line) for each in added}
    for path, line in sorted(left):
        print(f"{path}:{line}: left without an id: the languages differ there", file=sys.stderr)
    if not options.diff:
        print(f"{plural(len(added), 'id')} added")
    return 0


def _is_read(
    reader: TreeReader, page: Page, text: str, new: str, additions: Sequence[Addition]
) -> bool:
    """Whether the file is as it was read, and each id becomes that of its item or heading."""
    plain = with_site(text.removeprefix("\ufeff").replace("\r\n", "\n"), reader.context)
    fixed, _ = read_page(reader, new.removeprefix("\ufeff"), page.language, page.key, page.path)
    ids = {id.text for id in fixed.ids}
    return plain == with_site("\n".join(page.lines), reader.context) and all(
        each.id in ids for each in additions
    )


def _show(root: Path, path: str, text: str, new: str, additions: Sequence[Addition]) -> None:
    del root, additions
    lines = (text.splitlines(keepends=True), new.splitlines(keepends=True))
    sys.stdout.writelines(unified_diff(*lines, path, path))


def _write(root: Path, path: str, text: str, new: str, additions: Sequence[Addition]) -> None:
    del text
    (root / path).write_bytes(new.encode("utf-8"))
    for each in additions:
        print(f"{path}:{each.line}: added #{each.id}")
