"""Copying for a wiki, rich and plain at once, and the page that tells how to link."""

import re
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage, in_both_languages
from tests.browser.steps import allow_clipboard
from tests.browser.ticks import PATH, choose, open_menu
from tests.project import ADDRESS

EXAMPLE = re.compile(rf"{ADDRESS}[^\s\"()]*")
HOSTILE = '<script>document.title = "out"</script> & "quotes" *stars* <b>'
READ = """async () => {
  const [item] = await navigator.clipboard.read();
  const read = async (type) => item.types.includes(type) ? (await item.getType(type)).text() : '';
  return { plain: await read('text/plain'), rich: await read('text/html') };
}"""
AGAIN = f"""async () => {{
  for (;;) {{
    try {{
      return await ({READ})();
    }} catch (error) {{
      if (error.name !== 'DataError') throw error;
    }}
  }}
}}"""
"""The browser puts one text after the other on the clipboard: what was read may be old by then."""
# What an editor makes of the rich text.
PARSE = """html => {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return {
    links: [...parsed.links].map((link) => [link.textContent, link.getAttribute('href')]),
    tags: [...parsed.body.querySelectorAll('*')].map((each) => each.localName),
    items: [...parsed.querySelectorAll('li')].map((each) =>
      [...each.childNodes].filter(({ localName }) => localName !== 'ul')
        .map((node) => node.textContent).join('').trim()),
    headings: [...parsed.querySelectorAll('h1, h2')].map((each) => each.textContent),
  };
}"""
REFUSED = "Clipboard.prototype.write = Clipboard.prototype.writeText = () => Promise.reject()"


def copied(page: Page) -> dict[str, str]:
    """Both texts on the clipboard, once the page has said that they are there."""
    expect(said(page, "Kopiert|Copied")).to_be_visible()
    texts: dict[str, str] = page.evaluate(AGAIN)
    return texts


def said(page: Page, words: str) -> Locator:
    return page.locator(".site-status").filter(has_text=re.compile(words))


def parsed(page: Page, html: str) -> dict[str, Any]:
    parts: dict[str, Any] = page.evaluate(PARSE, html)
    return parts


def copy_item(page: Page, id: str) -> None:
    menu = open_menu(page.locator(f"#{id}"))
    menu.get_by_role("button", name=re.compile("^(Kopier|Copy)")).click()


def copy_page(page: Page) -> None:
    choose(page, "Copy the link to this page" if is_english(page) else "Kopier lenken til siden")


def copy_list(page: Page) -> None:
    choose(page, "Copy the list" if is_english(page) else "Kopier listen")


def is_english(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.lang") == "en")


def exported(page: Page, site: str, prefix: str) -> dict[str, Any]:
    """The checklist as `checklists.json` has it, with the addresses of this server."""
    response = page.request.get(f"{site}{prefix}checklists.json")
    text = response.text().replace(ADDRESS, site)
    pages: list[dict[str, Any]] = page.evaluate("JSON.parse", text)["pages"]
    return next(each for each in pages if f"{each['key']}/" == PATH)


def is_there(page: Page, address: str) -> bool:
    """Whether the site has the page of an address, and the place on it."""
    response = page.request.get(address)
    place = unquote(urlsplit(address).fragment)
    return response.ok and (not place or f' id="{place}"' in response.text())


def assert_copied(page: Page, title: str, address: str) -> None:
    """A link with its title as rich text, the address alone as plain text, and it leads there."""
    texts = copied(page)
    assert texts["plain"] == address
    assert parsed(page, texts["rich"])["links"] == [[title, address]]
    assert parsed(page, texts["rich"])["tags"] == ["a"]
    assert is_there(page, address)


@in_both_languages
def test_an_item_and_a_section_are_copied_with_their_titles(
    open_page: OpenPage, site: str, prefix: str
) -> None:
    page = open_page(f"{prefix}{PATH}?view=key")
    allow_clipboard(page)
    guide = exported(page, site, prefix)
    item = next(item for section in guide["sections"] for item in section["items"])
    copy_item(page, item["id"])
    assert_copied(page, f"{guide['title']}: {item['action']}", item["url"])
    page.reload()
    section = next(each for each in guide["sections"] if each["id"] == "during")
    page.locator("#during > .headerlink").press("Enter")
    assert_copied(page, f"{guide['title']}: {section['title']}", section["url"])


@pytest.mark.parametrize("path", [PATH, f"en/{PATH}"])
def test_a_page_is_copied_with_its_title(open_page: OpenPage, site: str, path: str) -> None:
    page = open_page(path)
    allow_clipboard(page)
    copy_page(page)
    assert_copied(page, page.title().partition(" - ")[0], site + path)


def spoken(line: dict[str, str], mark: str = "") -> str:
    """A line to say, after the words that tell when."""
    return f"{mark}{line['when']}:{mark} {line['text']}" if line["when"] else line["text"]


@in_both_languages
def test_the_whole_list_is_copied_as_the_guide_has_it(
    open_page: OpenPage, site: str, prefix: str
) -> None:
    page = open_page(f"{prefix}{PATH}?view=key#during")
    allow_clipboard(page)
    guide = exported(page, site, prefix)
    sections = [section for section in guide["sections"] if section["items"]]
    items = [item for section in sections for item in section["items"]]
    page.get_by_role("checkbox").first.check()
    copy_list(page)
    texts = copied(page)
    rich = parsed(page, texts["rich"])
    assert rich["headings"] == [guide["title"], *(section["title"] for section in sections)]
    assert [link for link in rich["links"] if link[1] in {item["url"] for item in items}] == [
        [item["action"], item["url"]] for item in items
    ]
    assert rich["links"][0] == [guide["title"], guide["url"]]
    texts_of_items = [
        [item["text"].replace("**", ""), *map(spoken, item["lines"])] for item in items
    ]
    assert rich["items"] == [text for each in texts_of_items for text in each]
    assert any(item["lines"] for item in items)
    expected = f"# {guide['title']}"
    for section in sections:
        expected += f"\n\n## {section['title']}\n"
        for item in section["items"]:
            expected += f"\n- [ ] {item['text']} ({item['url']})"
            for line in item["lines"]:
                expected += f"\n  - {spoken(line, '*')}"
    assert texts["plain"] == expected
    assert [link[1] for link in rich["links"] if not is_there(page, link[1])] == []


def test_a_title_cannot_break_out_of_its_link(open_page: OpenPage, site: str) -> None:
    page = open_page(PATH)
    allow_clipboard(page)
    for place in ("h1", "#during", "#ask-for-a-choice label", "#say-it-clearly .checklist-why"):
        page.locator(place).evaluate("(place, text) => place.firstChild.data = text", HOSTILE)
    copy_item(page, "ask-for-a-choice")
    rich = parsed(page, copied(page)["rich"])
    assert rich["tags"] == ["a"]
    assert rich["links"] == [[f"{HOSTILE}: {HOSTILE}", f"{site}{PATH}#ask-for-a-choice"]]
    copy_list(page)
    page.wait_for_function("navigator.clipboard.readText().then(text => text[0] === '#')")
    texts = copied(page)
    assert set(parsed(page, texts["rich"])["tags"]) == {"h1", "h2", "ul", "li", "strong", "em", "a"}
    assert HOSTILE in parsed(page, texts["rich"])["headings"]
    assert any(HOSTILE in item for item in parsed(page, texts["rich"])["items"])
    escaped = re.sub(r"([*<>&])", r"\\\1", HOSTILE)
    assert texts["plain"].startswith(f"# {escaped}\n")
    assert HOSTILE not in texts["plain"]


@in_both_languages
def test_the_code_to_embed_a_list_is_the_one_of_the_wiki_page(
    open_page: OpenPage, site: str, prefix: str
) -> None:
    page = open_page(f"{prefix}wiki/")
    code = page.locator("code", has_text="<iframe").text_content() or ""
    page = open_page(f"{prefix}{PATH}?view=key#during", context=page.context)
    allow_clipboard(page)
    choose(page, "Copy code for embedding" if prefix else "Kopier kode for innbygging")
    assert copied(page)["plain"] == code.strip().replace(ADDRESS, site)


def test_where_copying_is_refused_the_address_bar_has_the_link(
    open_page: OpenPage, site: str
) -> None:
    page = open_page(f"{PATH}?view=key", before=REFUSED)
    copy_item(page, "say-it-clearly")
    expect(said(page, "i adressefeltet")).to_be_visible()
    expect(page).to_have_url(f"{site}{PATH}#say-it-clearly")
    copy_page(page)
    expect(page).to_have_url(f"{site}{PATH}")
    copy_list(page)
    expect(said(page, "lot oss ikke kopiere")).to_be_visible()


@in_both_languages
def test_every_example_leads_somewhere(open_page: OpenPage, site: str, prefix: str) -> None:
    page = open_page(f"{prefix}wiki/")
    examples = page.locator("main pre > code").all_text_contents()
    addresses = {address for text in examples for address in EXAMPLE.findall(text)}
    assert len(addresses) >= 12
    assert all(address.startswith(ADDRESS + prefix) for address in addresses)
    here = [address.replace(ADDRESS, site) for address in addresses]
    assert [address for address in here if not is_there(page, address)] == []
    views = {urlsplit(address).query for address in addresses}
    assert views == {"", "view=key", "view=focus", "view=embed"}
