"""The page of all lines to say, and the button that copies one, there and in its list."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage


def lets_copy(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])


def copied(page: Page) -> str:
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def test_lines_are_filtered_as_one_types(open_page: OpenPage) -> None:
    page = open_page("lines/")
    shown = page.locator(".line:visible")
    everything = shown.count()
    assert everything >= 14 * 6
    page.get_by_label("Søk i replikkene").fill("nei til fredag")
    expect(page.get_by_role("status").filter(has_text="replikker")).to_be_visible()
    assert 0 < shown.count() < everything / 4
    for line in shown.all():
        expect(line).to_contain_text("nei til fredag", ignore_case=True)
    expect(page.get_by_role("heading", name="Trusler og grov oppførsel")).to_be_hidden()
    page.get_by_label("Søk i replikkene").fill("")
    expect(shown).to_have_count(everything)


def test_every_line_stands_there_without_javascript(open_page: OpenPage) -> None:
    page = open_page("en/lines/", javascript=False)
    expect(page.locator(".lines")).to_have_count(14)
    expect(page.locator(".lines-filter")).to_be_hidden()
    expect(page.locator(".copy-button").first).to_be_hidden()
    line = page.locator(".line").first
    expect(line.locator("[lang=nb]")).to_have_count(1)


def test_a_line_is_copied_without_its_marks(open_page: OpenPage) -> None:
    page = open_page("lines/")
    lets_copy(page)
    line = page.locator(".line__text").first
    text = (line.text_content() or "").strip()
    line.get_by_role("button", name="Kopier replikken").click()
    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_be_visible()
    assert copied(page) == text.removeprefix("«").removesuffix("»")


def test_a_line_is_copied_in_its_list_too(open_page: OpenPage) -> None:
    page = open_page("situations/saying-no/")
    lets_copy(page)
    line = page.locator(".checklist-phrase > p").filter(has_text="andre gang")
    line.get_by_role("button", name="Kopier replikken").click()
    expect(page.get_by_role("status").filter(has_text="Kopiert")).to_be_visible()
    assert copied(page).startswith("Jeg skjønner at det er surt.")
    assert "andre gang" not in copied(page)


def test_a_template_is_copied(open_page: OpenPage) -> None:
    page = open_page("en/templates/")
    lets_copy(page)
    template = page.locator(".md-typeset pre").first
    template.get_by_role("button", name="Copy the text").click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    assert copied(page) == (template.locator("code").text_content() or "").strip()
