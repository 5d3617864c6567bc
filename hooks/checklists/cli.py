"""The command `checklists`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from checklists.load import load_guide
from checklists.report import render_all, summary
from checklists.rules import check


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns 0, 1 for findings beyond advice, 2 when it cannot run."""
    options = _parser().parse_args(arguments)
    try:
        guide = load_guide(options.root)
    except OSError as error:
        print(f"checklists: {error}", file=sys.stderr)
        return 2
    findings = check(guide)
    if findings:
        print(render_all(findings), end="\n\n")
    print(summary(len(findings), len(guide.pages) + len(guide.unread)))
    return 1 if any(not finding.is_advice for finding in findings) else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="checklists", description="Tools for a checklist guide.")
    commands = parser.add_subparsers(dest="command", required=True)
    checker = commands.add_parser("check", help="check the content in docs/")
    checker.add_argument(
        "root", nargs="?", type=Path, default=Path(), help="the project folder (default: here)"
    )
    return parser
