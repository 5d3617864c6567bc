"""`checklists rules`: the page RULES.md."""

import argparse

from checklists.report.manual import reference

HELP = "show every rule, with examples, as Markdown"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It has none."""


def run(options: argparse.Namespace) -> int:
    """Print it."""
    del options
    print(reference(), end="")
    return 0
