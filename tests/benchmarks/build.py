"""How long the checks take as a share of the build, both measured in one run.

Run as `python -m tests.benchmarks.build`. Prints a ratio, which means the same on any machine.
"""

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from checklists.load import load_guide
from checklists.rules import check

from tests.browser.site import build, copy_project

ROUNDS = 5


def fastest(action: Callable[[], object]) -> float:
    """The shortest of some rounds, in seconds: the one least disturbed."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        project = copy_project(Path(folder))
        checking = fastest(lambda: check(load_guide(project)))
        building = fastest(lambda: build(project))
        pages = len(load_guide(project).pages)
    print(f"check of {pages} pages: {checking / building:.1%} of a whole build")  # noqa: T201


if __name__ == "__main__":
    main()
