"""Takes the pictures in README.md of the built site.

Run as `python -m tests.browser.pictures`. Fails when one is too large to send.
"""

import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.chromium import ARGUMENTS, HELP, find_chromium
from tests.browser.server import serve_folder
from tests.project import ROOT, build_site

FOLDER = ROOT / "pictures"
LARGEST = 100_000  # octets


class Picture(NamedTuple):
    """What is shown: width and height in pixels, the address, and the items that are ticked."""

    width: int
    height: int
    path: str
    ticked: tuple[str, ...] = ()


PICTURES = {
    "desktop": Picture(1280, 640, "en/"),
    "phone": Picture(390, 760, "en/situations/saying-no/#during", ("say-it-clearly",)),
}


def take(browser: Browser, site: str, name: str) -> Path:
    """Returns the file of the picture."""
    width, height, path, ticked = PICTURES[name]
    page = browser.new_page(viewport={"width": width, "height": height}, reduced_motion="reduce")
    page.goto(site + path, wait_until="networkidle")
    for item in ticked:
        page.locator(f"#{item} > input").check()
    if ticked:
        expect(page.locator(".checklist-status")).to_contain_text("Saved")
    file = FOLDER / f"{name}.png"
    page.screenshot(path=file)
    return file


def main(program: str) -> None:
    FOLDER.mkdir(exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        serve_folder(build_site(Path(folder))) as site,
        sync_playwright() as playwright,
        playwright.chromium.launch(executable_path=program, args=ARGUMENTS) as browser,
    ):
        files = [take(browser, site, name) for name in PICTURES]
    if large := [file.name for file in files if file.stat().st_size > LARGEST]:
        sys.exit(f"over {LARGEST} octets: {', '.join(large)}")


if __name__ == "__main__":
    main(find_chromium() or sys.exit(HELP))
