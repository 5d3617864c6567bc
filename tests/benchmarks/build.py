"""What the hook and the checks cost, measured in one run.

Run as `python -m tests.benchmarks.build [PAGES ...]`. Prints ratios, which mean the same on any
machine, as a table in Markdown.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.synthetic import LANGUAGES, make_guide, without_hooks
from tests.project import copy_project

SIZES = (0, 1000)
"""Pages; 0 is the real guide as it is."""
PAIRS = {0: 7, 1000: 3}
BUILD = ("mkdocs", "build", "--quiet", "--strict")
CHECK = ("checklists.cli", "check")
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}


class Cost(NamedTuple):
    """Seconds on the clock, and seconds of processors."""

    clock: float
    processor: float


def run(folder: Path, *command: str) -> Cost:
    """What a command costs."""
    start, before = time.perf_counter(), os.times()
    whole = [sys.executable, "-m", *command]
    subprocess.run(whole, cwd=folder, env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)
    clock, after = time.perf_counter() - start, os.times()
    user = after.children_user - before.children_user
    return Cost(clock, user + after.children_system - before.children_system)


def plain_builds(folder: Path) -> Cost:
    """MkDocs alone: the same content and theme, a build for each language."""
    each = [
        run(folder, *BUILD, "--config-file", config, "--site-dir", f"site/{language}")
        for language, config in LANGUAGES.items()
    ]
    return Cost(*map(sum, zip(*each, strict=True)))


def measure(pages: int) -> list[tuple[Cost, Cost, Cost]]:
    """Pairs of plain builds and a build with the hook, by turns, and the check alone."""
    with tempfile.TemporaryDirectory() as name:
        hooked, plain = Path(name) / "hooked", Path(name) / "plain"
        hooked.mkdir()
        if pages:
            make_guide(hooked, pages)
        else:
            copy_project(hooked)
        shutil.copytree(hooked, plain)
        without_hooks(plain)
        return [
            (plain_builds(plain), run(hooked, *BUILD), run(hooked, *CHECK))
            for _ in range(PAIRS.get(pages, 1))
        ]


def main() -> None:
    """Measure and print."""
    print("| Pages | Hook, clock | Hook, work | `checklists check`, work |")
    print("|--:|--:|--:|--:|")
    for pages in [int(argument) for argument in sys.argv[1:]] or SIZES:
        rounds = measure(pages)
        ratios = [
            (hook.clock / plain.clock, hook.processor / plain.processor, check[1] / hook[1])
            for plain, hook, check in rounds
        ]
        clock, work, check = (statistics.median(column) for column in zip(*ratios, strict=True))
        name = f"{pages:,}" if pages else "the guide"
        print(f"| {name} | {clock:.2f} | {work:.2f} | {check:.0%} |", flush=True)


if __name__ == "__main__":
    main()
