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
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.synthetic import (
    LANGUAGES,
    make_guide,
    without_checks,
    without_hooks,
)

SIZES = (100, 1000, 5000)
ROUNDS = {100: 5, 1000: 3}
BUILD = ("mkdocs", "build", "--quiet")
CHECK = ("checklists.cli", "check")
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


@dataclass(frozen=True)
class Times:
    """Seconds, the shortest of some rounds: the one least disturbed."""

    plain: float
    """Neither hook nor checks: each language a build of its own."""
    unchecked: float
    """The hook, which adds what the pages show, without the checks."""
    checked: float
    check: float
    """`checklists check` alone."""


def run(folder: Path, *command: str) -> float:
    """The seconds that a command takes."""
    start = time.perf_counter()
    whole = [sys.executable, "-m", *command]
    subprocess.run(whole, cwd=folder, env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def measure(pages: int) -> Times:
    """The same guide in every way, by turns."""
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
    return Times(*(min(times) for times in zip(*rounds, strict=True)))


def _round(plain: Path, unchecked: Path, checked: Path) -> tuple[float, float, float, float]:
    both = sum(
        run(plain, *BUILD, "--config-file", config, "--site-dir", f"site/{language}")
        for language, config in LANGUAGES.items()
    )
    return both, run(unchecked, *BUILD), run(checked, *BUILD), run(checked, *CHECK)


def main() -> None:
    """Measure and print."""
    print("| Pages | Checks | Hook in all | `checklists check` | Build, per page |")
    print("|--:|--:|--:|--:|--:|")
    first = None
    for pages in [int(argument) for argument in sys.argv[1:]] or SIZES:
        times = measure(pages)
        print(times, file=sys.stderr)
        cost = times.checked / pages
        first = first or cost
        print(
            f"| {pages:,} | {times.checked / times.unchecked - 1:+.1%} "
            f"| {times.checked / times.plain - 1:+.1%} "
            f"| {times.check / times.checked:.1%} | {cost / first:.2f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
