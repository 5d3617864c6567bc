"""`checklists permalinks`: the list of every link that was ever published."""

import argparse

from checklists.authoring.permalink_list import current_links, extended
from checklists.guide.suggestions import plural
from checklists.reading.project import PERMALINKS, load_guide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    help = f"add them to docs/{PERMALINKS}"
    parser.add_argument("--update", action="store_true", help=help)


def run(options: argparse.Namespace) -> int:
    """Show them, or add them. Never removes a line."""
    file = options.root / "docs" / PERMALINKS
    text = file.read_text("utf-8") if file.exists() else ""
    new = extended(text, current_links(load_guide(options.root)))
    added = [line for line in new.split("\n") if line and line not in text.split("\n")]
    if not options.update:
        print("".join(f"{line}\n" for line in added), end="")
        return 0
    if new != text:
        file.write_text(new, "utf-8", newline="\n")
    print(f"{plural(len(added), 'line')} added to {file}")
    return 0
