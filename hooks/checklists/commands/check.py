"""`checklists check`: everything that is wrong with the content, and with a built site."""

import argparse
import sys
from pathlib import Path

from checklists.reading.project import load_guide
from checklists.report import FORMATS, render_text, summary
from checklists.rules import check_guide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--site", type=Path, help="check this folder with the built site, too")
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="default: text")


def run(options: argparse.Namespace) -> int:
    """Print what is wrong; only in text, for people, with a summary. Returns the exit code."""
    guide = load_guide(options.root)
    findings = check_guide(guide)
    if options.site:
        # lxml costs start-up time
        from checklists.rules.built_pages import check_site  # noqa: PLC0415
        from checklists.site.built_site import read_site  # noqa: PLC0415

        findings += check_site(read_site(options.site, guide.address, guide.languages))
    if options.format == "text":
        print(render_text(findings, colour=sys.stdout.isatty()), end="")
        print(summary(len(findings), len(guide.pages) + len(guide.unread)))
    else:
        print(FORMATS[options.format](findings), end="")
    return 1 if any(not finding.is_warning for finding in findings) else 0
