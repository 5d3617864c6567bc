"""Whatever happens to the browser, what was said to be saved is there."""

import os
import random
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
from tests.browser.steps import box, ready, status
from tests.browser.ticks import ITEMS, PATH

CLICK = """async ([number, action]) => {
  const page = document.querySelector('checklist-page');
  const item = page.querySelectorAll('.checklist-item')[number];
  if (action === 'tick') item.querySelector('input').click();
  else page.querySelector(`[data-action="${action}"]`).click();
}"""

SHOWN = """word => new Promise((resolve) => {
  const count = document.querySelector('.checklist-count');
  const look = () => (count.textContent === word ? resolve() : setTimeout(look));
  look();
})"""


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


@pytest.mark.parametrize("operations", [100, pytest.param(1000, marks=pytest.mark.soak)])
def test_two_tabs_and_many_operations(open_page: OpenPage, operations: int) -> None:
    first = open_page(PATH)
    tabs = [first, open_page(f"en/{PATH}", context=first.context)]
    for tab in tabs:
        ready(tab)
    choice = random.Random(14)  # noqa: S311 (the same steps each time)
    done: set[int] = set()
    taken: dict[int, set[int]] = {0: set(), 1: set()}
    for _ in range(operations):
        side, number = choice.randrange(2), choice.randrange(ITEMS)
        action = choice.choices(["tick", "reset", "undo"], [40, 1, 2])[0]
        tabs[side].evaluate(CLICK, [number, action])
        if action == "tick":
            done ^= {number}
        elif action == "reset" and done:
            taken[side], done = done, set()
        elif action == "undo":
            done |= taken[side]
            taken[side] = set()
        words = [f"{len(done)} av {ITEMS} gjort", f"{len(done)} of {ITEMS} done"]
        for tab, word in zip(tabs, words, strict=True):
            tab.evaluate(SHOWN, word)
    for tab in tabs:
        boxes = tab.get_by_role("checkbox").evaluate_all("boxes => boxes.map((b) => b.checked)")
        assert {number for number, is_checked in enumerate(boxes) if is_checked} == done
    assert len(read_records(first, "ticks")) == len(done)


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
