"""`checklists ways`: every path through a practice, to read for contradictions."""

import argparse
import sys

from checklists.guide.model import Page
from checklists.guide.scenes import Scenes, paths, scenes
from checklists.reading.project import load_guide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("page", help="as in practice/saying-no")
    parser.add_argument("--language", help="default: the first of the guide")


def run(options: argparse.Namespace) -> int:
    """Print them, each with its texts."""
    guide = load_guide(options.root)
    page = guide.pages.get((options.language or guide.default, options.page))
    graph = scenes(page) if page else {}
    if page is None or not graph:
        print(f"checklists: `{options.page}` is no practice", file=sys.stderr)
        return 2
    for path in paths(graph):
        print(f"=== {' -> '.join(path)}\n")
        print("\n\n".join(_text(page, graph, id) for id in path), end="\n\n")
    return 0


def _text(page: Page, graph: Scenes, id: str) -> str:
    """A scene as it is written, without blank lines."""
    start = graph[id].span.line
    later = [section.span.line for section in page.sections if section.span.line > start]
    rows = page.lines[start - 1 : min(later, default=len(page.lines) + 1) - 1]
    return "\n".join(row for row in rows if row.strip())
