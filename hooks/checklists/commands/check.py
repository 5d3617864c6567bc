"""`checklists check`: everything that is wrong with the content, and with a built site."""

import argparse
from datetime import datetime
from pathlib import Path

from checklists.commands.output import add_format, print_findings
from checklists.reading.configuration import CONFIGURATION
from checklists.reading.layers import LAYERS
from checklists.reading.project import load_guide
from checklists.report import summary
from checklists.rules import check_guide

WATCHED = (*LAYERS, CONFIGURATION)
FIRST_CHECK_MS = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--site", type=Path, help="check this folder with the built site, too")
    add_format(parser)
    help = "check again whenever a file changes"
    parser.add_argument("--watch", action="store_true", help=help)


def run(options: argparse.Namespace) -> int:
    """Check once, or until interrupted."""
    return _watch(options) if options.watch else _check(options)


def _check(options: argparse.Namespace) -> int:
    guide = load_guide(options.root)
    findings = check_guide(guide)
    if options.site:
        # lxml costs start-up time
        from checklists.rules.built_pages import check_site  # noqa: PLC0415
        from checklists.site.built_site import read_site  # noqa: PLC0415

        findings += check_site(read_site(options.site, guide.address, guide.languages))
    return print_findings(findings, options.format, summary(len(findings), guide.page_count))


def _watch(options: argparse.Namespace) -> int:
    from watchfiles import watch  # noqa: PLC0415 (costs start-up time)

    watched = [path for name in WATCHED if (path := options.root / name).exists()]
    code = None
    # It yields at each change, and once after a moment: the first check comes when it watches.
    for changes in watch(
        *watched, rust_timeout=FIRST_CHECK_MS, yield_on_timeout=True, raise_interrupt=False
    ):
        if changes or code is None:
            print(f"--- {datetime.now():%H:%M:%S} ---")
            code = _check(options)
    return code or 0
