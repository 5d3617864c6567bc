"""How a phone loads the pages that are opened most: Lighthouse's four scores, and what makes them.

Run as `python -m tests.benchmarks.lighthouse`. Lighthouse reckons with a slow telephone network
and a processor a quarter as fast, so a busy machine lowers the first score.
"""

import gzip
import json
import os
import statistics
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from tests.browser.chromium import ARGUMENTS, HELP, find_chromium
from tests.browser.server import Quiet, serve_folder
from tests.node import NODE
from tests.project import build_site

PROGRAM = Path(__file__).parent / "node_modules/lighthouse/cli/index.js"
PAGES = {
    "front": "",
    "situation": "situations/saying-no/",
    "practice": "practice/saying-no/",
    "log": "log/",
}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
METRICS = {
    "first-contentful-paint": "First paint, ms",
    "largest-contentful-paint": "Largest, ms",
    "total-blocking-time": "Blocked, ms",
    "cumulative-layout-shift": "Shift",
}
ROUNDS = 3
PACKED = {".html", ".css", ".js", ".svg", ".json", ".webmanifest"}


class Host(Quiet):
    """Sends what can be packed with gzip, and lets it be kept, as the hosts in DEPLOY.md do."""

    def do_GET(self) -> None:  # noqa: N802 (the base class has it so)
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        is_packed = file.suffix in PACKED
        body = gzip.compress(file.read_bytes()) if is_packed else file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=31536000")
        if is_packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)


class Result(NamedTuple):
    """Scores out of 100 and metrics, in the order of their tables; the audits that cost points."""

    figures: list[float]
    faults: set[str]


def measure(address: str, chromium: str, folder: Path) -> Result:
    """One run on one page."""
    output = folder / "result.json"
    flags = " ".join(("--headless", *ARGUMENTS))
    command = (
        *(NODE, PROGRAM, address, "--quiet", "--output=json", f"--output-path={output}"),
        *(f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"),
        "--no-enable-error-reporting",
    )
    subprocess.run(command, check=True, env=os.environ | {"CHROME_PATH": chromium})
    return result_of(json.loads(output.read_text("utf-8")))


def result_of(report: dict[str, Any]) -> Result:
    """What we ask of the report of a run."""
    categories, audits = report["categories"], report["audits"]
    scores = [round(100 * categories[name]["score"]) for name in CATEGORIES]
    metrics = [round(audits[name]["numericValue"], 3) for name in METRICS]
    failed = {
        f"{audits[each['id']]['title']} ({name})"
        for name in CATEGORIES[1:]  # the first has metrics for that
        for each in categories[name]["auditRefs"]
        if each["weight"] and audits[each["id"]]["score"] == 0
    }
    return Result([*scores, *metrics], failed)


def table(results: dict[str, list[Result]]) -> Iterator[str]:
    """The medians of each page, as a table."""
    yield f"| Page | {' | '.join((*CATEGORIES, *METRICS.values()))} |"
    yield "|---|" + "--:|" * (len(CATEGORIES) + len(METRICS))
    for page, runs in results.items():
        columns = zip(*(run.figures for run in runs), strict=True)
        yield f"| {page} | {' | '.join(f'{statistics.median(each):g}' for each in columns)} |"


def main() -> None:
    """Measure and print."""
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit(HELP)
    with (
        tempfile.TemporaryDirectory() as name,
        serve_folder(build_site(Path(name)), Host) as site,
    ):
        results = {
            page: [measure(site + path, chromium, Path(name)) for _ in range(ROUNDS)]
            for page, path in PAGES.items()
        }
    print("\n".join(table(results)))
    for page, runs in results.items():
        for fault in sorted(set().union(*(run.faults for run in runs))):
            print(f"\n{page}: {fault}")


if __name__ == "__main__":
    main()
