"""`checklists fix`: adds the ids that items and headings lack."""

import argparse
import sys
from collections.abc import Sequence
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

from checklists.authoring.missing_ids import Addition, lacking_ids, missing_ids, with_additions
from checklists.guide.phrasing import plural
from checklists.reading.project import load_guide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    help = "show what would be added, and change nothing"
    parser.add_argument("--diff", action="store_true", help=help)


def run(options: argparse.Namespace) -> int:
    """Add them, and say where."""
    guide = load_guide(options.root)
    added = sorted(missing_ids(guide), key=lambda each: (each.path, each.line))
    write = _show if options.diff else _write
    read = {page.path: "\n".join(page.lines) for page in guide.pages.values()}
    done = 0
    for path, group in groupby(added, key=lambda each: each.path):
        additions = list(group)
        text = (options.root / path).read_bytes().decode("utf-8")  # line ends as they are
        if text.removeprefix("\ufeff").replace("\r\n", "\n") != read[path]:
            print(f"{path}: left as it is, mend its characters first", file=sys.stderr)
            continue
        write(options.root, path, text, additions)
        done += len(additions)
    for path, line in sorted(lacking_ids(guide) - {(each.path, each.line) for each in added}):
        print(f"{path}:{line}: left without an id: the languages do not match", file=sys.stderr)
    if not options.diff:
        print(f"{plural(done, 'id')} added")
    return 0


def _show(root: Path, path: str, text: str, additions: Sequence[Addition]) -> None:
    del root
    new = with_additions(text, additions)
    lines = (text.splitlines(keepends=True), new.splitlines(keepends=True))
    sys.stdout.writelines(unified_diff(*lines, path, path))


def _write(root: Path, path: str, text: str, additions: Sequence[Addition]) -> None:
    (root / path).write_bytes(with_additions(text, additions).encode("utf-8"))
    for each in additions:
        print(f"{path}:{each.line}: added #{each.id}")
