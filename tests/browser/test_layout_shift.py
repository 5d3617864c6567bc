"""Nothing moves under the reader's finger when the scripts start, however late."""

from collections.abc import Iterable, Iterator

import pytest
from checklists.reading.project import load_guide
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import NO_WORKER, STARTING, in_both_languages
from tests.browser.kinds import KINDS
from tests.project import GUIDE

LIMIT = 0.001  # what rounding leaves; 0.1 is what Core Web Vitals call good
SLOWER = 4  # how many times a phone is slower than this machine
PAGES = sorted(
    page.key.removesuffix("index")
    for page in load_guide(GUIDE).pages.values()
    if page.language == "nb"
)
SCENES = ("practice/saying-no", "finder")
# The elements of the site start when the reader has seen the whole page, as on a slow network.
START_LATE = """
  const define = customElements.define.bind(customElements);
  const isPainted = new Promise(resolve => addEventListener('DOMContentLoaded', () =>
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))));
  customElements.define = (...element) => isPainted.then(() => define(...element));
"""
MEASURE = """() => new Promise(resolve => {
  let moved = 0;
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) moved += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => resolve(moved))));
})"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    ) as context:
        page = context.new_page()
        page.add_init_script(NO_WORKER)
        page.add_init_script(START_LATE)
        session = context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        yield page


@pytest.mark.parametrize("key", SCENES)
def test_no_scene_moves_when_its_script_starts(phone: Page, site: str, key: str) -> None:
    phone.goto(f"{site}{key}/", wait_until="commit")
    phone.wait_for_selector("[data-begun]", state="attached")
    assert phone.evaluate(MEASURE) <= LIMIT


def test_no_kind_of_page_moves_when_its_script_starts(phone: Page, site: str) -> None:
    assert moving(phone, site, KINDS) == {}


@pytest.mark.soak
@in_both_languages
def test_no_page_moves_when_its_script_starts(phone: Page, site: str, prefix: str) -> None:
    assert moving(phone, f"{site}{prefix}", PAGES) == {}


def moving(phone: Page, front: str, paths: Iterable[str]) -> dict[str, float]:
    """Path -> layout shift, where it is above the limit."""
    moved = {}
    for path in paths:
        phone.goto(f"{front}{path}")
        expect(phone.locator(STARTING)).to_have_count(0)
        moved[path] = phone.evaluate(MEASURE)
    return {path: value for path, value in moved.items() if value > LIMIT}
