"""A reader with a keyboard alone: where the focus is, and whether one sees it there."""

from playwright.sync_api import Locator, Page

MAX_STOPS = 400  # of the Tab key on a page; there are fewer
FRAMES = 300  # to wait for

FAULT = """() => {
  const { activeElement: stop } = document;
  // The theme marks its choice of colours at the picture that stands for it.
  const shown = stop.matches('.md-option') ? stop.nextElementSibling : stop;
  const box = shown.getClientRects()[0];
  if (!box || box.width < 1 || box.height < 1) return 'has no size';
  const spots = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) =>
    document.elementFromPoint(box.left + x * box.width, box.top + y * box.height)));
  const { outlineStyle, outlineWidth, pointerEvents } = getComputedStyle(shown);
  const found = pointerEvents === 'none' ? shown.parentElement : shown; // a point passes it over
  if (!spots.some((spot) => spot && found.contains(spot))) return 'is covered or out of sight';
  if (stop.matches('[type^="date"]')) return ''; // the browser marks the part one is in
  return outlineStyle === 'none' || parseFloat(outlineWidth) < 2 ? 'has no mark of focus' : '';
}"""
"""What a reader does not see of the stop one is at. A stop is seen when a part of it is."""
LASTING_FAULT = f"""new Promise((resolve) => {{
  const look = (frames) => {{
    const fault = ({FAULT})();
    if (fault && frames) requestAnimationFrame(() => look(frames - 1));
    else resolve(fault);
  }};
  look({FRAMES});
}})"""
"""The search opens when the focus comes to it, and a busy machine takes its time."""
NAME = """() => {
  const { activeElement: stop } = document;
  if (stop === document.body) return '';
  const name = stop.ariaLabel || stop.textContent.trim() || stop.name || stop.id;
  return `${stop.localName}.${stop.className} ${name.slice(0, 40)}`;
}"""


def walk(page: Page) -> dict[str, str]:
    """Press Tab from the top of a page to its end. Returns what is wrong at which stop."""
    faults, count = {}, 0
    page.keyboard.press("Tab")
    while name := page.evaluate(NAME):
        count += 1
        assert count < MAX_STOPS, f"the focus never leaves the page: {name}"
        if fault := page.evaluate(LASTING_FAULT):
            faults[f"{count}: {name}"] = fault
        page.keyboard.press("Tab")
    assert count > 8
    return faults


def tab_to(page: Page, target: Locator, key: str = "Tab") -> None:
    """Press Tab until the focus is there."""
    for _ in range(MAX_STOPS):
        page.keyboard.press(key)
        if target.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"the focus never comes to {target}")


def press_on(page: Page, target: Locator, key: str = "Enter", *, back: bool = False) -> None:
    """Go to what is to be pressed, and press it. `back`: towards the top of the page."""
    tab_to(page, target, "Shift+Tab" if back else "Tab")
    assert not page.evaluate(LASTING_FAULT)
    page.keyboard.press(key)
