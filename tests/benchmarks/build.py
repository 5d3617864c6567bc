"""What the hook and the checks cost, measured in one run.

Run as `python -m tests.benchmarks.build`. Prints ratios, which mean the same on any machine.
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

from tests.project import copy_project

PAIRS = 7
LANGUAGES = ("nb", "en")
BUILD = ("mkdocs", "build", "--quiet", "--strict")
CHECK = ("checklists.cli", "check")
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
# Templates find nothing that the hook gives them.
STUB = """
from jinja2 import ChainableUndefined
class Nothing(ChainableUndefined):
    def __call__(self, *_, **__):
        return ()
def on_env(env, **_):
    env.undefined = Nothing
    env.policies["json.dumps_kwargs"] = {"default": str}
"""


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


def without_hook(project: Path) -> None:
    """Leave only what MkDocs does by itself."""
    config = project / "hooks/engine.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("hooks/main.py", "hooks/stub.py"), "utf-8")
    for language in LANGUAGES:
        own = f"INHERIT: mkdocs.yml\ndocs_dir: docs/{language}\ntheme: {{language: {language}}}\n"
        (project / f"{language}.yml").write_text(own, "utf-8")
    (project / "hooks/stub.py").write_text(STUB, "utf-8")


def plain_builds(project: Path) -> Cost:
    """MkDocs alone: the same content and theme, a build for each language."""
    each = [
        run(project, *BUILD, "--config-file", f"{language}.yml", "--site-dir", f"site/{language}")
        for language in LANGUAGES
    ]
    return Cost(*map(sum, zip(*each, strict=True)))


def measure(pairs: int) -> list[tuple[Cost, Cost, Cost]]:
    """Plain builds, a build with the hook, and the check alone, by turns."""
    with tempfile.TemporaryDirectory() as name:
        hooked, plain = Path(name) / "hooked", Path(name) / "plain"
        hooked.mkdir()
        shutil.copytree(copy_project(hooked), plain)
        without_hook(plain)
        return [
            (plain_builds(plain), run(hooked, *BUILD), run(hooked, *CHECK)) for _ in range(pairs)
        ]


def main() -> None:
    """Measure and print."""
    ratios = [
        (hook.clock / plain.clock, hook.processor / plain.processor, check[1] / hook[1])
        for plain, hook, check in measure(PAIRS)
    ]
    clock, work, check = (statistics.median(column) for column in zip(*ratios, strict=True))
    print("| Hook, clock | Hook, work | `checklists check`, work |\n|--:|--:|--:|")
    print(f"| {clock:.2f} | {work:.2f} | {check:.0%} |")


if __name__ == "__main__":
    main()
