"""`checklists ways`: every way through a practice, to read for contradictions, and its figures."""

import argparse
import sys

from checklists.guide.figures import figures, total
from checklists.guide.way import Ways
from checklists.reading.project import load_guide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("page", nargs="?", help="as in practice/saying-no; none: figures of all")
    parser.add_argument("--language", help="default: the first of the guide")


def run(options: argparse.Namespace) -> int:
    """Print them, each with its texts."""
    guide = load_guide(options.root)
    language = options.language or guide.default
    practices = {
        page.key: Ways(page) for page in guide.pages_of(language) if page.kind == "practice"
    }
    if options.page is None:
        found = {key: figures(ways) for key, ways in practices.items()}
        for key, each in {**found, "all": total(found.values())}.items():
            print(f"{key}: {each}")
        return 0
    if options.page not in practices:
        print(f"checklists: `{options.page}` is no practice", file=sys.stderr)
        return 2
    ways = practices[options.page]
    for way in ways.all():
        print(f"=== {' -> '.join(way)}\n\n{ways.text(way)}\n")
    conditions = sum(len(each) for each in ways.conditions.values())
    print(f"{sum(1 for _ in ways.all())} ways, {conditions} conditions; {figures(ways)}")
    return 0
