"""`checklists fix`: adds the ids that items and headings lack."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

from checklists.authoring.missing_ids import Addition, lacking_ids, missing_ids, with_additions
from checklists.guide.model import Guide
from checklists.guide.phrasing import plural
from checklists.reading.page import parse_page
from checklists.reading.project import load_guide
from checklists.rules import check_guide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    help = "show what would be added, and change nothing"
    parser.add_argument("--diff", action="store_true", help=help)


def run(options: argparse.Namespace) -> int:
    """Add them, and say where."""
    guide = load_guide(options.root)
    added = sorted(_harmless(guide), key=lambda each: (each.path, each.line))
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
        print(f"{path}:{line}: left without an id: the languages differ there", file=sys.stderr)
    if not options.diff:
        print(f"{plural(done, 'id')} added")
    return 0


def _harmless(guide: Guide) -> list[Addition]:
    """All that bring no new kind of finding, and are read as ids where they are written."""
    before, added = _kinds(guide), list(missing_ids(guide))
    if _is_harmless(guide, added, before):
        return added
    chosen: list[Addition] = []
    for _, group in groupby(added, key=lambda each: each.id):
        more = [*chosen, *group]
        chosen = more if _is_harmless(guide, more, before) else chosen
    return chosen


def _is_harmless(guide: Guide, added: Sequence[Addition], before: set[tuple[str, str]]) -> bool:
    fixed = _fixed(guide, added)
    ids = {(page.path, id.text) for page in fixed.pages.values() for id in page.ids}
    return {(each.path, each.id) for each in added} <= ids and _kinds(fixed) <= before


def _kinds(guide: Guide) -> set[tuple[str, str]]:
    return {(finding.place.path, finding.rule.code) for finding in check_guide(guide)}


def _fixed(guide: Guide, added: Sequence[Addition]) -> Guide:
    """The guide as it would be read then."""
    pages, defects = dict(guide.pages), guide.defects
    for key, page in guide.pages.items():
        own = [each for each in added if each.path == page.path]
        if own:
            text = with_additions("\n".join(page.lines), own)
            pages[key], found = parse_page(text, page.language, page.key, page.path)
            defects = [*(each for each in defects if each.place.path != page.path), *found]
    return replace(guide, pages=pages, defects=defects, known={})


def _show(root: Path, path: str, text: str, additions: Sequence[Addition]) -> None:
    del root
    new = with_additions(text, additions)
    lines = (text.splitlines(keepends=True), new.splitlines(keepends=True))
    sys.stdout.writelines(unified_diff(*lines, path, path))


def _write(root: Path, path: str, text: str, additions: Sequence[Addition]) -> None:
    (root / path).write_bytes(with_additions(text, additions).encode("utf-8"))
    for each in additions:
        print(f"{path}:{each.line}: added #{each.id}")
