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
SHELL = "chromium-headless-shell"
"""Chromium with no window to show: the same engine, for a third of the work a page."""
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
INSTALLERS = (
    ("apt-get", "update", "-q"),
    ("apt-get", "install", "-qy", "--no-install-recommends", SHELL),
    (sys.executable, "-m", "playwright", "install", "--only-shell", "chromium"),
)
HELP = f"""No browser found, and none could be installed. Install one by hand and try again:
    .venv/bin/playwright install --with-deps chromium
or, on Debian:
    sudo apt-get install {SHELL}"""


def find_shell() -> str | None:
    """The path of a Chromium without windows: Playwright's own, or one on the search path."""
    with sync_playwright() as playwright:
        folder = Path(playwright.chromium.executable_path).parents[2]
    own = folder.glob("chromium_headless_shell-*/*/chrome-headless-shell*")
    return next(map(str, own), None) or shutil.which(SHELL)


def find_chromium() -> str | None:
    """The path of a Chromium, best without windows: Playwright's own, or one on the search path."""
    if shell := find_shell():
        return shell
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else next(filter(None, map(shutil.which, NAMES)), None)


def install_shell() -> None:
    """Try each installer until one is there. Their output is shown."""
    for command in INSTALLERS:
        if shutil.which(command[0]) is None or (command[0] == "apt-get" and os.geteuid() != 0):
            continue
        print("+", " ".join(command), flush=True)  # noqa: T201 (the person waits for a download)
        environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(command, check=False, env=environment)
        if find_shell():
            return


if __name__ == "__main__":
    if not find_shell():
        install_shell()
    if not find_chromium():
        sys.exit(HELP)
