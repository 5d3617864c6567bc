"""What much data costs a reader: a full log and many meetings against an empty browser, in one run.

Run as `python -m tests.benchmarks.browser`. Prints ratios, and milliseconds to hold them against.
"""

import statistics
import tempfile
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import BrowserType, Page, sync_playwright

from tests.browser.chromium import ARGUMENTS, HELP, find_chromium
from tests.browser.server import serve_folder
from tests.project import build, copy_site

ENTRIES, MEETINGS = 10_000, 500
ROUNDS = 9
FILL = """([entries, meetings]) => new Promise((resolve) => {
  indexedDB.open('ryggen-fri').onsuccess = ({ target: { result: database } }) => {
    const work = database.transaction(['log', 'meetings', 'ticks'], 'readwrite');
    const put = (store, key, record) => work.objectStore(store).put({ at: 1, ...record }, key);
    const done = { state: 'done', rev: {} };
    const pages = ['situations/saying-no', 'situations/one-more-thing'];
    const empty = { with: 'kunden', channel: '', open: '', owner: '', due: '', expires: '' };
    for (let number = 0; number < entries; number += 1) {
      const when = `2026-${String(number % 12 + 1).padStart(2, '0')}-10T10:00`;
      put('log', [`entry-${number}`], {
        ...empty, when, meeting: `meeting-${number % meetings}`,
        asked: `Levering ${number} før fredag`, agreed: 'Første del fredag.',
        ...(number % 10 ? {} : { open: 'Pris på resten', due: when.slice(0, 10) }),
      });
    }
    for (let number = 0; number < meetings; number += 1) {
      const name = `meeting-${number}`;
      put('meetings', [name], { name, when: '2026-01-10T10:00', with: '', goal: 'Avtale', pages });
      for (const page of pages) put('ticks', [name, page, 'say-it-clearly'], done);
    }
    work.oncomplete = () => { database.close(); resolve(); };
  };
})"""
TICK = """() => new Promise((resolve) => {
  const box = document.querySelector('.checklist-item input');
  const count = document.querySelector('.checklist-count');
  const before = count.textContent;
  requestAnimationFrame(() => {
    const start = performance.now();
    box.click();
    const isShown = count.textContent !== before; // before the frame is painted
    requestAnimationFrame(() => setTimeout(() => resolve([performance.now() - start, isShown])));
  });
})"""
OPENED = """(selector) => new Promise((resolve) => {
  const look = () => {
    if (!document.querySelector(selector)?.offsetHeight) return requestAnimationFrame(look);
    const { domInteractive } = performance.getEntriesByType('navigation')[0];
    resolve(performance.now() - domInteractive);
  };
  look();
})"""
PLACES = {
    "the log opens": ("log/", ".log"),
    "my meetings open": ("meetings/", ".meetings"),
}


class Costs(NamedTuple):
    """Milliseconds, by what was done; and whether each tick was shown in the frame of its click."""

    times: dict[str, float]
    in_one_frame: bool


def measure(page: Page, site: str) -> Costs:
    page.goto(f"{site}situations/saying-no/")
    page.wait_for_selector("checklist-page[data-ready]")
    ticks = [page.evaluate(TICK) for _ in range(ROUNDS)]
    times = {"a tick is painted": statistics.median(time for time, _ in ticks)}
    for name, (path, selector) in PLACES.items():
        opened = []
        for _ in range(ROUNDS):
            page.goto(site + path)
            opened.append(page.evaluate(OPENED, selector))
        times[name] = statistics.median(opened)
    return Costs(times, all(is_shown for _, is_shown in ticks))


def run(chromium: BrowserType, program: str, site: str) -> tuple[Costs, Costs]:
    """An empty browser, and the same one full."""
    browser = chromium.launch(executable_path=program, args=ARGUMENTS)
    page = browser.new_context(service_workers="block").new_page()
    empty = measure(page, site)
    page.evaluate(FILL, [ENTRIES, MEETINGS])
    full = measure(page, site)
    browser.close()
    return empty, full


def main() -> None:
    """Measure and print."""
    program = find_chromium()
    if program is None:
        raise SystemExit(HELP)
    with (
        tempfile.TemporaryDirectory() as name,
        serve_folder(build(copy_site(Path(name)))) as site,
        sync_playwright() as playwright,
    ):
        empty, full = run(playwright.chromium, program, site)
    print(f"| With {ENTRIES:,} entries and {MEETINGS} meetings | Ratio | Empty, ms | Full, ms |")
    print("|---|--:|--:|--:|")
    for doing, time in full.times.items():
        before = empty.times[doing]
        print(f"| {doing} | {time / before:.2f} | {before:.0f} | {time:.0f} |")
    print(f"\nEach tick in the frame of its click: {'yes' if full.in_one_frame else 'no'}.")


if __name__ == "__main__":
    main()
