"""Where the browser of the tests comes from: what is on the machine, or else an installation.

Run as `python -m tests.browser.chromium` it makes sure that there is one, or fails saying how.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALLERS = (
    (sys.executable, "-m", "playwright", "install", "chromium"),
    ("apt-get", "update", "-q"),
    ("apt-get", "install", "-qy", "--no-install-recommends", "chromium"),
)
HELP = """No browser found, and none could be installed. Install one by hand and try again:
    .venv/bin/playwright install --with-deps chromium
or, on Debian:
    sudo apt-get install chromium"""


def find_chromium() -> str | None:
    """The path of a Chromium: Playwright's own, or one on the search path."""
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).exists():
        return own
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def install_chromium() -> str | None:
    """Try each installer until a browser is there. Their output is shown."""
    for command in INSTALLERS:
        if shutil.which(command[0]) is None or (command[0] == "apt-get" and os.geteuid() != 0):
            continue
        print("+", " ".join(command), flush=True)  # noqa: T201 (the person waits for a download)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(command, check=False, env=environment)
        if path := find_chromium():
            return path
    return None


if __name__ == "__main__":
    if not (find_chromium() or install_chromium()):
        sys.exit(HELP)
