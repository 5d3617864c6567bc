"""What the hook and the checks cost, on guides of any size, measured in one run.

Run as `python -m tests.benchmarks.build [PAGES ...]`. Prints ratios, which mean the same on any
machine, as a table in Markdown.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.synthetic import (
    LANGUAGES,
    make_guide,
    without_checks,
    without_hooks,
)

SIZES = (100, 1000, 5000)
ROUNDS = {100: 5, 1000: 3}  # for a larger guide one
BUILD = ("mkdocs", "build", "--quiet")
CHECK = ("checklists.cli", "check")
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


class Cost(NamedTuple):
    """Seconds on the clock, and seconds of processors, which work at the same time."""

    clock: float
    processor: float


class Costs(NamedTuple):
    """What one guide costs, built in each way."""

    plain: Cost
    """Neither hook nor checks: each language a build of its own."""
    unchecked: Cost
    """The hook, which adds what the pages show, without the checks."""
    checked: Cost
    check: Cost
    """`checklists check` alone."""


def run(folder: Path, *command: str) -> Cost:
    """What a command costs."""
    start, before = time.perf_counter(), os.times()
    whole = [sys.executable, "-m", *command]
    subprocess.run(whole, cwd=folder, env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)
    clock, after = time.perf_counter() - start, os.times()
    user = after.children_user - before.children_user
    return Cost(clock, user + after.children_system - before.children_system)


def measure(pages: int) -> Costs:
    """The same guide in every way, by turns; the least of some rounds: the least disturbed."""
    with tempfile.TemporaryDirectory() as name:
        plain, unchecked, checked = (
            Path(name) / kind for kind in ("plain", "unchecked", "checked")
        )
        plain.mkdir()
        make_guide(plain, pages)
        shutil.copytree(plain, unchecked)
        shutil.copytree(plain, checked)
        without_hooks(plain)
        without_checks(unchecked)
        rounds = [_round(plain, unchecked, checked) for _ in range(ROUNDS.get(pages, 1))]
    return Costs(*map(_least, zip(*rounds, strict=True)))


def _least(costs: Iterable[Cost]) -> Cost:
    clock, processor = zip(*costs, strict=True)
    return Cost(min(clock), min(processor))


def _round(plain: Path, unchecked: Path, checked: Path) -> Costs:
    each = [
        run(plain, *BUILD, "--config-file", config, "--site-dir", f"site/{language}")
        for language, config in LANGUAGES.items()
    ]
    both = Cost(*map(sum, zip(*each, strict=True)))
    return Costs(both, run(unchecked, *BUILD), run(checked, *BUILD), run(checked, *CHECK))


def main() -> None:
    """Measure and print."""
    print("| Pages | Hook | Hook, work | Checks | Checks, work | `checklists check` | Per page |")
    print("|--:|--:|--:|--:|--:|--:|--:|")
    first = None
    for pages in [int(argument) for argument in sys.argv[1:]] or SIZES:
        costs = measure(pages)
        print(costs, file=sys.stderr)
        plain, unchecked, checked, check = costs
        per_page = checked.processor / pages
        first = first or per_page
        print(
            f"| {pages:,} "
            f"| {checked.clock / plain.clock - 1:+.0%} "
            f"| {checked.processor / plain.processor - 1:+.0%} "
            f"| {checked.clock / unchecked.clock - 1:+.0%} "
            f"| {checked.processor / unchecked.processor - 1:+.0%} "
            f"| {check.clock / checked.clock:.0%} "
            f"| {per_page / first:.2f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
