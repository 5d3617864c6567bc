"""`checklists links`: the links to other sites, and whether they work."""

import argparse
import sys
from pathlib import Path

from checklists.commands.output import add_format, print_findings
from checklists.external.answer import Settings
from checklists.external.places import external_places
from checklists.reading.project import load_guide

HELP = "show the links to other sites"
CACHE = Path(".cache/links.json")
DAY = 86_400  # seconds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    default = Settings()
    add_format(parser)
    parser.add_argument("--online", action="store_true", help="ask whether they work")
    numbers = {
        "--timeout": (float, default.timeout, "seconds to wait for an answer"),
        "--retries": (int, default.retries, "tries after the first"),
        "--per-host": (int, default.per_host, "requests to one site at a time"),
        "--max-age": (float, 7.0, "days that a good answer holds"),
    }
    for name, (kind, value, help) in numbers.items():
        parser.add_argument(name, type=kind, default=value, help=f"{help} (default: {value:g})")
    help = "ask in private networks, too"
    parser.add_argument("--allow-private", action="store_true", help=help)


def run(options: argparse.Namespace) -> int:
    """List them, or ask."""
    if options.format != "text" and not options.online:
        print("checklists: --format goes with --online", file=sys.stderr)
        return 2
    places = external_places(load_guide(options.root))
    if not options.online:
        for url, found in sorted(places.items()):
            print(url, *sorted({place.path for place in found}), sep="\n  ")
        return 0
    from checklists.external.check import check_links  # noqa: PLC0415 (costs start-up time)

    settings = Settings(
        timeout=options.timeout,
        retries=options.retries,
        per_host=options.per_host,
        allow_private=options.allow_private,
    )
    findings, closing = check_links(places, settings, options.root / CACHE, options.max_age * DAY)
    return print_findings(findings, options.format, closing)
