"""`checklists permalinks`: the list of every link that was ever published."""

import argparse
import sys

from checklists.authoring.permalink_list import current_links, extended
from checklists.guide.suggestions import plural
from checklists.reading.layers import written_layer
from checklists.reading.project import PERMALINKS, load_guide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument("--update", action="store_true", help=f"add them to {PERMALINKS}")
    help = "begin a list of your own, without what others have published"
    group.add_argument("--start", action="store_true", help=help)


def run(options: argparse.Namespace) -> int:
    """Show them, or add them. Never removes a line."""
    file = written_layer(options.root) / PERMALINKS
    if options.start and file.exists():
        print(f"checklists: {file} already exists", file=sys.stderr)
        return 2
    text = file.read_text("utf-8") if file.exists() else ""
    guide = load_guide(options.root)
    listed = [] if options.start else [link.text for link in guide.permalinks or []]
    new = extended(text, [*listed, *current_links(guide)])
    added = [line for line in new.split("\n") if line not in {"", *text.split("\n"), *listed}]
    if not (options.update or options.start):
        print("".join(f"{line}\n" for line in added), end="")
        return 0
    if new != text:
        file.write_text(new, "utf-8", newline="\n")
    print(f"{plural(len(added), 'line')} added to {file}")
    return 0
