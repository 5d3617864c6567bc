"""`checklists links`: the links to other sites, and whether they work."""

import argparse
import sys

from checklists.commands.output import add_format, print_findings
from checklists.external.linkchecker import ask_all
from checklists.external.linked_sites import external_places, findings_of, summary_of
from checklists.reading.project import load_guide


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    add_format(parser)
    parser.add_argument("--online", action="store_true", help="ask whether they work")
    help = "whole seconds to wait for an answer (default: 10)"
    parser.add_argument("--timeout", type=_seconds, default=10, help=help)


def run(options: argparse.Namespace) -> int:
    """List them, or ask."""
    if options.format != "text" and not options.online:
        print("checklists: --format goes with --online", file=sys.stderr)
        return 2
    places = external_places(load_guide(options.root))
    if options.online:
        answers = ask_all(places, options.timeout)
        findings = findings_of(answers, places)
        return print_findings(findings, options.format, summary_of(answers))
    for url, found in sorted(places.items()):
        print(url, *sorted({place.path for place in found}), sep="\n  ")
    return 0


def _seconds(text: str) -> int:
    seconds = int(text)
    if seconds < 1:
        raise argparse.ArgumentTypeError("one second at least")
    return seconds
