"""`checklists rules`: the page RULES.md."""

import argparse

from checklists.report.manual import manual
from checklists.rules import RULES


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """It has none."""


def run(options: argparse.Namespace) -> int:
    """Print it."""
    del options
    print(manual(RULES), end="")
    return 0
