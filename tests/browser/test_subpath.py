"""The site below a path of a host, as `SITE_URL` says: https://wiki.example/wiki/guide/."""

import re
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.browser.server import serve_folder
from tests.project import build_site

BELOW = "wiki/guide/"
ADDRESSES = "all => all.map(each => each.href || each.src)"


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a host that has the site below a path, and shows 404 pages at any depth."""
    root = tmp_path_factory.mktemp("host")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SITE_URL", f"https://wiki.example/{BELOW}")
        built = build_site(tmp_path_factory.mktemp("below"))
    site = root / BELOW
    shutil.copytree(built, site)
    for folder in (site, site / "en"):
        (folder / "gone/for/good").mkdir(parents=True)
        shutil.copy(folder / "404.html", folder / "gone/for/good/index.html")
    with serve_folder(root) as address:
        yield address


def test_a_reader_s_way_through_it(host: str, open_page: OpenPage) -> None:
    page = open_page(BELOW, origin=host)
    page.locator("main").get_by_role("link", name="Å si nei", exact=True).click()
    expect(page.locator("checklist-page[data-ready]")).to_have_count(1)
    page.get_by_role("checkbox").first.check()
    expect(page.locator("main").get_by_role("status")).to_contain_text("Lagret")
    page.get_by_role("link", name="English").click()
    expect(page).to_have_url(f"{host}{BELOW}en/situations/saying-no/")
    expect(page.get_by_role("checkbox").first).to_be_checked()
    page.get_by_role("textbox", name="Search").click()
    page.keyboard.type("refuse")
    page.locator(".md-search-result__item a", has_text="Saying no").first.click()
    expect(page).to_have_url(re.compile(f"^{host}{BELOW}en/situations/saying-no/"))


@pytest.mark.parametrize("folder", ["", "en/"])
def test_examples_for_a_wiki_have_its_address(host: str, open_page: OpenPage, folder: str) -> None:
    page = open_page(f"{BELOW}{folder}wiki/", origin=host)
    examples = " ".join(page.locator("main pre > code").all_text_contents())
    addresses = re.findall(r"https://[^\s\"()]*", examples)
    assert len(addresses) >= 12
    root = f"https://wiki.example/{BELOW}{folder}"
    assert [address for address in addresses if not address.startswith(root)] == []


@pytest.mark.parametrize(("folder", "words"), [("", "Til forsiden"), ("en/", "front page")])
def test_a_404_page_has_its_looks_and_its_links(
    host: str, open_page: OpenPage, folder: str, words: str
) -> None:
    page = open_page(f"{BELOW}{folder}gone/for/good/", origin=host)
    expect(page.locator(".md-header")).to_have_css("position", "sticky")
    addresses = set(
        page.locator("a[href]:not([href^=tel]), link[href], script[src]").evaluate_all(ADDRESSES)
    )
    assert len(addresses) > 10
    alive = {address: page.request.get(address).status for address in addresses}
    assert [address for address, status in alive.items() if status != 200] == []
    page.locator("main").get_by_role("link", name=words).first.click()
    expect(page).to_have_url(f"{host}{BELOW}{folder}")
