"""`checklists check`: everything that is wrong with the content, and with a built site."""

import argparse
from pathlib import Path

from checklists.commands.output import add_format, print_findings
from checklists.reading.project import load_guide
from checklists.report import summary
from checklists.rules import check_guide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--site", type=Path, help="check this folder with the built site, too")
    add_format(parser)


def run(options: argparse.Namespace) -> int:
    """Print what is wrong."""
    guide = load_guide(options.root)
    findings = check_guide(guide)
    if options.site:
        # lxml costs start-up time
        from checklists.rules.built_pages import check_site  # noqa: PLC0415
        from checklists.site.built_site import read_site  # noqa: PLC0415

        findings += check_site(read_site(options.site, guide.address, guide.languages))
    return print_findings(findings, options.format, summary(len(findings), guide.page_count))
