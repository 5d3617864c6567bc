"""How every command that finds something says so."""

import argparse
import sys
from collections.abc import Sequence

from checklists.guide.finding import Finding
from checklists.report import FORMATS


def add_format(parser: argparse.ArgumentParser) -> None:
    """Let the user choose a format."""
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="default: text")


def print_findings(findings: Sequence[Finding], format: str, closing: str) -> int:
    """Returns the exit code. Only the text is for people: other formats end without a summary."""
    is_text = format == "text"
    colour = is_text and sys.stdout.isatty()
    print(FORMATS[format](findings, colour=colour), end="")
    if is_text:
        print(closing)
    sys.stdout.flush()  # `--watch` may write to a pipe
    return 1 if any(not finding.is_warning for finding in findings) else 0
