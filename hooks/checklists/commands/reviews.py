"""`checklists reviews`: which pages are due for review, and when."""

import argparse
import re
import sys

from checklists.reading.project import load_guide
from checklists.report.review_dates import render_reviews, reviews


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    help = "only what is due within so many days, as in 30d"
    parser.add_argument("--within", type=_days, default=sys.maxsize, help=help)


def _days(text: str) -> int:
    match = re.fullmatch(r"(?P<days>\d{1,4})d?", text)
    if match is None:
        raise argparse.ArgumentTypeError(f"`{text}` is no number of days: write 30d")
    return int(match["days"])


def run(options: argparse.Namespace) -> int:
    """List them, the first one due first. Returns 1 when one is overdue."""
    guide = load_guide(options.root)
    listed = reviews(guide, options.within)
    print(render_reviews(listed, guide.today), end="")
    return 1 if any(meta.review_by < guide.today for _, meta in listed) else 0
