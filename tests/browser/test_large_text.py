"""Text at twice its size, a page at four times, and more room between letters and lines."""

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, add_style, withhold
from tests.browser.test_accessibility import KINDS

TWICE = 32  # pixels of the browser's own type, in place of 16
# What a reader may ask for, by WCAG 1.4.12.
SPACING = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }"""
LOOKS: dict[str, tuple[int, int]] = {
    "as it is": (320, 256),  # 1280 by 1024, at 400 per cent
    "twice the type": (1280, 800),
    "twice the type on a phone": (360, 640),
    "more room": (320, 800),
}
WRONG = """() => {
  const wrong = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) wrong.push(`${scrollWidth} wide`);
  const bars = [...document.querySelectorAll('.md-header, .checklist-top, .lines-filter')];
  const low = Math.max(...bars.filter((bar) => getComputedStyle(bar).position === 'sticky')
    .map((bar) => bar.getBoundingClientRect()).filter(({ top }) => top < innerHeight / 2)
    .map(({ bottom }) => bottom));
  if (low > innerHeight / 2) wrong.push(`${low} of ${innerHeight} are covered`);
  // The header repeats the title of the page, as far as there is room.
  const elsewhere = '.md-search, .md-skip, .md-header__topic + *, pre, textarea, svg';
  for (const text of document.querySelectorAll('body :not(option, script, template)')) {
    const isText = [...text.childNodes].some(({ nodeType, data }) => nodeType === 3 && data.trim());
    const isSeen = text.checkVisibility({ visibilityProperty: true, opacityProperty: true });
    if (!isText || !isSeen || text.closest(elsewhere)) continue;
    const holder = [...ancestors(text)]
      .find((each) => getComputedStyle(each).overflow !== 'visible');
    if (!holder || holder.clientWidth <= 1) continue; // that is only read out
    const range = document.createRange();
    range.selectNodeContents(text);
    const inner = range.getBoundingClientRect();
    const outer = holder.getBoundingClientRect();
    const { overflowX, overflowY } = getComputedStyle(holder);
    const cutsOff = (overflow) => ['hidden', 'clip'].includes(overflow);
    const isWide = cutsOff(overflowX) && inner.right > outer.right + 2;
    const isHigh = cutsOff(overflowY) && inner.bottom > outer.bottom + 2;
    if (isWide || isHigh) wrong.push(text.textContent.trim());
  }
  return wrong;
  function* ancestors(element) {
    for (let each = element; each !== document.body; each = each.parentElement) yield each;
  }
}"""


def look_at(page: Page, look: str, prefix: str) -> dict[str, Any]:
    """What is wrong with the pages of a language, for one who has asked for that."""
    front, (width, height) = page.url, LOOKS[look]
    page.set_viewport_size({"width": width, "height": height})
    if look.startswith("twice"):
        session = page.context.new_cdp_session(page)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": TWICE}})
    found = {}
    for path in KINDS.values():
        page.goto(f"{front}{prefix}{path}")
        if look == "more room":
            add_style(page, SPACING)
        page.evaluate("scrollTo(0, 600)")
        if wrong := page.evaluate(WRONG):
            found[path] = wrong
    return found


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("look", LOOKS)
def test_nothing_is_cut_off_or_covered(open_page: OpenPage, look: str, prefix: str) -> None:
    assert look_at(open_page(""), look, prefix) == {}


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_nothing_is_before_the_scripts_start(open_page: OpenPage, prefix: str) -> None:
    page = open_page("")
    withhold(page, "**/*.js")
    assert look_at(page, "twice the type on a phone", prefix) == {}
