"""Pages whose every text is hostile have the structure of those that they were made of."""

import json
import re
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from checklists.rendering.redirects import redirect_page
from lxml import html

from tests.payloads import IN_ADDRESSES, PAYLOADS
from tests.project import build, copy_site

UNCHECKED = (
    ("findings = check_guide(guide)", "findings: list[Finding] = []"),
    ("if not build.is_failing:", "if False:"),
)
"""The checks refuse much of this. Here they say nothing: the pages must hold by themselves."""
SCHEMES = {"", "http", "https", "tel", "mailto", "data"}
OWN = {
    "name": "Nordlys",
    "procedures": [{"title": {"nb": "Rutine", "en": "Procedure"}, "url": "https://a.example/"}],
    "incidents": {"title": {"nb": "Avvik", "en": "Incidents"}, "url": "https://a.example/"},
}
"""What an organisation fills in."""


def copy_with_own(target: Path) -> Path:
    project = copy_site(target)
    file = project / "docs/organisation.yml"
    values = yaml.safe_load(file.read_text("utf-8")) | OWN
    file.write_text(yaml.safe_dump(values, sort_keys=False), "utf-8")
    return project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(copy_with_own(tmp_path_factory.mktemp("harmless")))


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each text is followed by a payload, by turns."""
    project = copy_with_own(tmp_path_factory.mktemp("hostile"))
    payloads, addresses = cycle(PAYLOADS), cycle(IN_ADDRESSES)
    turn_off_checks(project / "hooks/main.py")
    for page in sorted(project.glob("docs/??/**/*.md")):
        change_front_matter(page, payloads)
    files = ["docs/sources.yml", "docs/organisation.yml"]
    files += [f"overrides/words/{language}.yml" for language in ("nb", "en")]
    for file in (project / name for name in files):
        values = hostile(yaml.safe_load(file.read_text("utf-8")), payloads, addresses)
        file.write_text(yaml.safe_dump(values, sort_keys=False), "utf-8")
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace("!ENV [SITE_URL, ", "").replace('/"]', '/"')
    values = yaml.safe_load(text)
    values["site_name"] += f" {next(payloads)}"
    own = values["extra"]["guide"]
    own["tagline"] = hostile(own["tagline"], payloads, addresses)
    for group in own["groups"].values():
        group["name"] = hostile(group["name"], payloads, addresses)
    config.write_text(yaml.safe_dump(values, sort_keys=False), "utf-8")
    return build(project)


def turn_off_checks(hook: Path) -> None:
    text = hook.read_text("utf-8")
    for before, after in UNCHECKED:
        assert before in text
        text = text.replace(before, after)
    hook.write_text(text, "utf-8")


def change_front_matter(page: Path, payloads: Iterator[str]) -> None:
    _, matter, body = page.read_text("utf-8").split("---\n", 2)
    values = yaml.safe_load(matter)
    for key in ("title", "owner"):
        values[key] += f" {next(payloads)}"
    values["summary"] = next(payloads)[:160]
    values["keywords"] = [f"x {next(payloads)}"]
    page.write_text(f"---\n{yaml.safe_dump(values)}---\n{body}", "utf-8")


def hostile(value: Any, payloads: Iterator[str], addresses: Iterator[str], key: str = "") -> Any:  # noqa: ANN401 (YAML)
    if isinstance(value, dict):
        return {name: hostile(each, payloads, addresses, name) for name, each in value.items()}
    if isinstance(value, list):
        return [hostile(each, payloads, addresses) for each in value]
    if key == "url":
        return value + next(addresses)
    return f"{value} {next(payloads)}" if key in ("nb", "en", "name") else value


def read(file: Path) -> html.HtmlElement:
    return html.document_fromstring(file.read_bytes())


def structure(page: html.HtmlElement) -> list[tuple[str, ...]]:
    """Each element with the names of its attributes, and scripts with what they say."""
    return [(str(each.tag), *sorted(map(str, each.attrib)), *script(each)) for each in page.iter()]


def script(element: html.HtmlElement) -> list[str]:
    runs = element.tag == "script" and element.get("type", "module") == "module"
    return [element.text or ""] if runs else []


def pages(site: Path) -> list[str]:
    return sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))


def test_no_element_attribute_script_or_address_comes_in(site: Path, hostile_site: Path) -> None:
    assert pages(site) == pages(hostile_site)
    for path in pages(site):
        page = read(hostile_site / path)
        assert structure(page) == structure(read(site / path)), path
        assert {urlsplit(address).scheme for _, _, address, _ in page.iterlinks()} <= SCHEMES


def test_what_scripts_read_is_json(hostile_site: Path) -> None:
    blocks = [
        block.text or ""
        for path in pages(hostile_site)
        for block in read(hostile_site / path).iter("script")
        if block.get("type") == "application/json"
    ]
    files = [*hostile_site.rglob("*.json"), *hostile_site.rglob("*.webmanifest")]
    for text in [*blocks, *(file.read_text("utf-8") for file in files)]:
        assert json.loads(text)
    assert len(blocks) > len(pages(hostile_site)) / 2


def test_search_shows_nothing_that_was_not_there(site: Path, hostile_site: Path) -> None:
    """The theme puts titles and texts into the page as HTML."""

    def entries(folder: Path) -> list[dict[str, Any]]:
        text = (folder / "search/search_index.json").read_text("utf-8")
        return list(json.loads(text)["docs"])

    def shown(text: str) -> list[tuple[str, ...]]:
        return structure(html.fragment_fromstring(text, create_parent="div"))

    for entry, hostile in zip(entries(site), entries(hostile_site), strict=True):
        assert shown(hostile["title"]) == shown(entry["title"])
        assert shown(hostile["text"]) == shown(entry["text"])


@pytest.mark.parametrize("payload", PAYLOADS)
def test_a_page_that_leads_on(payload: str) -> None:
    address = re.sub(r"\s", "/", payload)
    plain = html.document_fromstring(redirect_page("a", "b", "T", "nb"))
    page = html.document_fromstring(
        redirect_page(address, address, payload.replace("\0", ""), "nb")
    )
    assert [each.tag for each in page.iter()] == [each.tag for each in plain.iter()]
    (script,) = page.iter("script")
    assert re.fullmatch(r'location\.replace\("(?:[^"\\]|\\.)*" \+ [\w. +]+\)', script.text or "")
