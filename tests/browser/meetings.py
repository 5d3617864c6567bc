"""Meetings for a test: how they are made, and how they are put into the database."""

from typing import Any

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.ticks import _OPEN, KEY

HOSTILE = "<script>throw 1</script> 🦊 שלום مرحبا " + "A" * 5000
READY = "checklist-page[data-ready]"


def prepare(page: Page, name: str, **texts: str) -> None:
    """Prepare a meeting from a checklist, by the keyboard alone."""
    page.get_by_role("button", name="Forbered et møte").press("Enter")
    field = page.get_by_label("Hva heter møtet?")
    expect(field).to_be_focused()
    page.keyboard.insert_text(name)
    for label, text in texts.items():
        page.locator(f"[name={label}]").fill(text)
    field.press("Enter")
    expect(page.locator(".site-status p")).to_have_text("Lagret i denne nettleseren")


def meeting(name: str, when: str = "", **fields: object) -> dict[str, object]:
    """A record of a meeting."""
    texts = {"name": name, "when": when, "with": "", "goal": "", "pages": [KEY], "at": 1}
    return texts | fields


def seed(page: Page, *records: tuple[str, list[str], dict[str, Any]]) -> None:
    """Put records, each with its store and key, into the database of a page that has opened it."""
    page.evaluate(
        f"""async (records) => {{ {_OPEN}
          const database = await open();
          const work = database.transaction(['meetings', 'notes', 'lines', 'ticks'], 'readwrite');
          for (const [store, key, value] of records) work.objectStore(store).put(value, key);
          await new Promise((resolve) => work.addEventListener('complete', resolve));
          database.close();
        }}""",
        records,
    )


def open_meetings(
    open_page: OpenPage,
    *records: tuple[str, list[str], dict[str, Any]],
    prefix: str = "",
    **how: Any,  # noqa: ANN401 (as of open_page)
) -> Page:
    """Open the page of all meetings with these records."""
    page = open_page(f"{prefix}meetings/", **how)
    expect(page.locator(".meetings")).to_be_visible()
    seed(page, *records)
    page.reload()
    expect(page.locator(".meetings")).to_be_visible()
    return page
