"""The page of all lines to say, and the button that copies one, there and in its list."""

from checklists.reading.project import load_guide
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.steps import allow_clipboard, copied
from tests.browser.ticks import PATH
from tests.project import GUIDE

LINES = sum(
    len(item.phrases)
    for page in load_guide(GUIDE).pages.values()
    if (page.language, page.kind) == ("nb", "situation")
    for item in page.items
)


def test_lines_are_filtered_as_one_types(open_page: OpenPage) -> None:
    page = open_page("lines/")
    shown = page.locator(".line:visible")
    everything = shown.count()
    assert everything == LINES
    page.get_by_label("Søk i replikkene").fill("nei til fredag")
    expect(page.get_by_role("status").filter(has_text="replikker")).to_be_visible()
    assert 0 < shown.count() < everything / 4
    for line in shown.all():
        expect(line).to_contain_text("nei til fredag", ignore_case=True)
    expect(page.get_by_role("heading", name="Trusler og vold")).to_be_hidden()
    page.get_by_label("Søk i replikkene").fill("")
    expect(shown).to_have_count(everything)


def test_a_line_is_copied_without_its_marks(open_page: OpenPage) -> None:
    page = open_page(PATH)
    allow_clipboard(page)
    line = page.locator(".checklist-phrase > p").filter(has_text="andre gang")
    copy = line.get_by_role("button", name="Kopier replikken")
    expect(line.locator(".line-actions")).to_have_css("opacity", "0")
    line.click()
    expect(line.locator(".line-actions")).to_have_css("opacity", "1")
    copy.click()
    assert copied(page).startswith("Jeg skjønner at det er surt.")
    assert "andre gang" not in copied(page)


def test_a_template_is_copied(open_page: OpenPage) -> None:
    page = open_page("en/templates/")
    allow_clipboard(page)
    template = page.locator(".md-typeset pre").first
    template.get_by_role("button", name="Copy the text").click()
    assert copied(page) == (template.locator("code").text_content() or "").strip()
