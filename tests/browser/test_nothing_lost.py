"""Whatever happens to the browser, what was said to be saved is there."""

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from playwright.sync_api import BrowserType, Page, expect

from tests.browser.chromium import ARGUMENTS
from tests.browser.conftest import OpenPage
from tests.browser.database import read_records
from tests.browser.steps import box, status
from tests.browser.ticks import ITEMS, PATH


@contextmanager
def started(chromium: BrowserType, program: str, profile: Path) -> Iterator[tuple[Page, int]]:
    """A browser with a profile on disk, and the number of its process group."""
    command = [program, *ARGUMENTS, "--headless=new", f"--user-data-dir={profile}"]
    command += ["--remote-debugging-port=0", "about:blank"]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        try:
            assert process.stderr
            line = next(line for line in process.stderr if "DevTools listening on" in line)
            browser = chromium.connect_over_cdp(line.split()[-1])
            yield browser.contexts[0].pages[0], process.pid
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


@pytest.mark.parametrize("kills", [3, pytest.param(50, marks=pytest.mark.soak)])
def test_what_is_saved_outlives_the_browser(
    site: str, chromium: BrowserType, program: str, tmp_path: Path, kills: int
) -> None:
    """Killed without warning in the moment it says "saved"."""
    ticked: set[int] = set()
    for kill in range(kills):
        with started(chromium, program, tmp_path) as (page, group):
            page.goto(site + PATH)
            status(page, f"{len(ticked)} av {ITEMS} gjort")
            ticked ^= {kill % ITEMS}
            box(page, kill % ITEMS).click()
            status(page, f"{len(ticked)} av {ITEMS} gjort Lagret i denne nettleseren")
            os.killpg(group, signal.SIGKILL)


def test_a_full_disk(open_page: OpenPage) -> None:
    """The browser's own quota, not a pretended one."""
    page = open_page("privacy/")
    session = page.context.new_cdp_session(page)
    origin = page.evaluate("location.origin")
    session.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1000})
    page.goto(page.url.replace("privacy/", PATH))
    box(page, 1).check()
    status(page, f"1 av {ITEMS} gjort Ikke lagret. Nettleseren tillot det ikke.")
    expect(box(page, 1)).to_be_checked()
    assert read_records(page, "ticks") == []
