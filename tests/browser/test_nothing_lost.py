"""Whatever happens to the browser, what was said to be saved is there."""

import os
import random
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.sync_api import BrowserType, Page, expect

from tests.browser.chromium import ARGUMENTS
from tests.browser.conftest import OpenPage
from tests.browser.test_saving import box, marks, ready
from tests.browser.test_ticks import PATH, status
from tests.browser.ticks import ITEMS, KEY, read_records

KILLS = 50
OPERATIONS = 1000
FIRST_VERSION = """(tick) => new Promise((resolve) => {
  const request = indexedDB.open('ryggen-fri', 1);
  request.onupgradeneeded = () => {
    const database = request.result;
    database.createObjectStore('aside', { autoIncrement: true }).add({ value: 'odd', at: 1 });
    const ticks = database.createObjectStore('ticks');
    ticks.put(tick, ['default', 'situations/saying-no', 'say-it-clearly']);
    ticks.put(
      { state: 'not-relevant', rev: {}, at: 2, before: tick },
      ['default', 'situations/saying-no', 'choose-a-fallback'],
    );
    ticks.put(tick, ['default', 'practice/saying-no', 'clear-no']);
  };
  request.onsuccess = () => { window.held = request.result; resolve(); };
})"""
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


def test_what_is_saved_outlives_the_browser(
    site: str, chromium: BrowserType, program: str, tmp_path: Path
) -> None:
    """Killed without warning in the moment it says "saved", fifty times over."""
    ticked: set[int] = set()
    for kill in range(KILLS):
        with started(chromium, program, tmp_path) as (page, group):
            page.goto(site + PATH)
            status(page, f"{len(ticked)} av {ITEMS} gjort")
            ticked ^= {kill % ITEMS}
            box(page, kill % ITEMS).click()
            status(page, f"{len(ticked)} av {ITEMS} gjort Lagret i denne nettleseren")
            os.killpg(group, signal.SIGKILL)


def test_two_tabs_and_a_thousand_operations(open_page: OpenPage) -> None:
    first = open_page(PATH)
    tabs = [first, open_page(f"en/{PATH}", context=first.context)]
    for tab in tabs:
        ready(tab)
    choice = random.Random(14)  # noqa: S311 (the same steps each time)
    done: set[int] = set()
    taken: dict[int, set[int]] = {0: set(), 1: set()}
    for _ in range(OPERATIONS):
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
    marks(page, 1)
    expect(box(page, 1)).to_be_checked()
    assert read_records(page, "ticks") == []


def test_an_old_tab_that_holds_the_database(open_page: OpenPage) -> None:
    old = open_page("privacy/")
    old.evaluate(FIRST_VERSION, {"state": "done", "rev": {}, "at": 1})
    page = open_page(PATH, context=old.context)
    status(page, "Ryggen fri står åpen i en annen fane, i en eldre utgave.")
    box(page, 0).check()
    marks(page, 1)
    old.reload()
    status(page, f"2 av {ITEMS - 1} gjort Lagret")
    marks(page, 0)
    expect(page.locator(f"checklist-page[key='{KEY}'][data-ready]")).to_have_count(1)
