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
from typing import Any

from tests.browser.chromium import ARGUMENTS, HELP, find_chromium
from tests.browser.server import Quiet, serve_folder
from tests.node import NODE
from tests.project import build, copy_site

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


class Host(Quiet):
    """Sends files gzipped, and lets them be kept, as the hosts in DEPLOY.md do."""

    def do_GET(self) -> None:  # noqa: N802 (the base class has it so)
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            self.send_error(404)
            return
        body = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(file))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Cache-Control", "max-age=31536000")
        self.end_headers()
        self.wfile.write(body)


def measure(address: str, chromium: str, folder: Path) -> dict[str, Any]:
    """The report of one run on one page."""
    output = folder / "result.json"
    flags = " ".join(("--headless", *ARGUMENTS))
    command = (
        *(NODE, PROGRAM, address, "--quiet", "--output=json", f"--output-path={output}"),
        *(f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}"),
        "--no-enable-error-reporting",
    )
    subprocess.run(command, check=True, env=os.environ | {"CHROME_PATH": chromium})
    report: dict[str, Any] = json.loads(output.read_text("utf-8"))
    return report


def figures(report: dict[str, Any]) -> list[float]:
    """Scores out of 100, then metrics."""
    scores = [round(100 * report["categories"][name]["score"]) for name in CATEGORIES]
    return scores + [round(report["audits"][name]["numericValue"], 3) for name in METRICS]


def faults(report: dict[str, Any]) -> Iterator[str]:
    """The audits that cost points; the metrics say what performance costs."""
    for name in CATEGORIES[1:]:
        for each in report["categories"][name]["auditRefs"]:
            audit = report["audits"][each["id"]]
            if each["weight"] and audit["score"] == 0:
                yield f"{audit['title']} ({name})"


def main() -> None:
    """Measure, and print the medians of each page."""
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit(HELP)
    print(f"| Page | {' | '.join((*CATEGORIES, *METRICS.values()))} |")
    print("|---|" + "--:|" * (len(CATEGORIES) + len(METRICS)))
    with (
        tempfile.TemporaryDirectory() as name,
        serve_folder(build(copy_site(Path(name))), Host) as site,
    ):
        for page, path in PAGES.items():
            runs = [measure(site + path, chromium, Path(name)) for _ in range(ROUNDS)]
            medians = map(statistics.median, zip(*map(figures, runs), strict=True))
            print(f"| {page} | {' | '.join(f'{each:g}' for each in medians)} |", flush=True)
            print(*sorted({fault for run in runs for fault in faults(run)}), sep="\n", end="")


if __name__ == "__main__":
    main()
