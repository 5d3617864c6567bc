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
from tests.project import build_site

ENTRIES, MEETINGS = 10_000, 500
ROUNDS = 9
FILL = """async ([entries, meetings]) => {
  const open = () => new Promise((resolve) => {
    const request = indexedDB.open('ryggen-fri');
    request.onsuccess = () => resolve(request.result);
  });
  const database = await open();
  const transaction = database.transaction(['log', 'meetings', 'ticks'], 'readwrite');
  const day = (number) => `2026-${String(number % 12 + 1).padStart(2, '0')}-10`;
  for (let number = 0; number < entries; number += 1) {
    transaction.objectStore('log').put({
      when: `${day(number)}T10:00`, meeting: `meeting-${number % meetings}`, with: 'innkjøper',
      channel: 'phone', asked: `Levering ${number} før fredag`, agreed: 'Første del fredag.',
      open: number % 10 ? '' : 'Pris på resten', owner: 'vi', due: number % 10 ? '' : day(number),
      expires: '', at: number,
    }, [`entry-${number}`]);
  }
  for (let number = 0; number < meetings; number += 1) {
    const pages = ['situations/saying-no', 'situations/their-deadline'];
    transaction.objectStore('meetings').put({
      name: `Møte ${number}`, when: `${day(number)}T10:00`, with: 'kunden', goal: 'Avtale', pages,
      at: number,
    }, [`meeting-${number}`]);
    for (const page of pages) {
      transaction.objectStore('ticks').put(
        { state: 'done', rev: {}, at: 1 }, [`meeting-${number}`, page, 'say-it-clearly']);
    }
  }
  await new Promise((resolve) => { transaction.oncomplete = resolve; });
  database.close();
}"""
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
    "the log opens": ("log/", ".log-found"),
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
        serve_folder(build_site(Path(name))) as site,
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
