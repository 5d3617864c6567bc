"""From the front page to the right checklist in one click, for everybody."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import SCHEMES, WIDTHS, OpenPage
from tests.project import ROOT

KEYS = sorted(
    file.relative_to(ROOT / "docs/nb").with_suffix("").as_posix()
    for folder in ("situations", "principles", "practice", "onboarding")
    for file in (ROOT / "docs/nb" / folder).glob("*.md")
    if file.stem not in ("review", "sign-off")
)


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_every_checklist_has_a_card(open_page: OpenPage, prefix: str) -> None:
    page = open_page(prefix)
    hrefs = page.locator(".card a").evaluate_all("links => links.map(link => link.pathname)")
    assert sorted(hrefs) == sorted(f"/{prefix}{key}/" for key in KEYS)


@pytest.mark.parametrize("javascript", [True, False])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("scheme", SCHEMES)
def test_one_click_anywhere_on_a_card(
    open_page: OpenPage, scheme: str, width: int, javascript: bool
) -> None:
    page = open_page("", scheme=scheme, width=width, javascript=javascript)
    page.locator(".cards--situations .card", has_text="Å si nei").click(position={"x": 8, "y": 8})
    expect(page).to_have_url(re.compile("/situations/saying-no/$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Å si nei")
