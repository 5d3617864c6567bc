"""Pages whose every text is hostile have the structure of those that they were made of."""

import json
import re
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml
from checklists.rendering.redirects import redirect_page
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.payloads import IN_ADDRESSES, PAYLOADS
from tests.project import build, copy_small_guide

UNCHECKED = (
    ("findings = check_guide(guide)", "findings: list[Finding] = []"),
    ('is_sound = not _report(findings, "content")', "is_sound = False"),
)
"""The checks refuse much of this. Here they say nothing: the pages must hold by themselves."""
LONGEST_SUMMARY = 160
LONGEST_KEY = 900
"""YAML has a limit."""
SCHEMES = {"", "http", "https", "tel", "mailto", "data"}
CONFIGURED = re.compile(r"^(?P<start>site_name: |site_description: )(?P<text>.*)$", re.M)
NAMED = re.compile(r"^(?P<start> +- )(?P<text>[^:\n]+):(?P<end>.*)$", re.M)
OWN = {
    "name": "Nordlys",
    "procedures": [{"title": {"nb": "Rutine", "en": "Procedure"}, "url": "https://a.example/"}],
    "incidents": {"title": {"nb": "Avvik", "en": "Incidents"}, "url": "https://a.example/"},
}
"""What an organisation fills in."""
Change = Callable[[str], str]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = copy_small_guide(tmp_path_factory.mktemp("harmless"))
    fill_in(project / "docs/organisation.yml")
    return build(project)


@pytest.fixture(scope="module")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each text is followed by a payload, by turns: there are some hundred for each of them."""
    project = copy_small_guide(tmp_path_factory.mktemp("hostile"))
    payloads, addresses = cycle(PAYLOADS), cycle(IN_ADDRESSES)
    fill_in(project / "docs/organisation.yml")
    turn_off_checks(project / "hooks/main.py")
    for page in sorted(project.glob("docs/??/**/*.md")):
        change_front_matter(page, lambda text: f"{text} {next(payloads)}")
    for name in ("words", "sources", "organisation"):
        change_yaml(project / f"docs/{name}.yml", payloads, addresses)
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        change_configuration(project / name, payloads)
    return build(project)


def fill_in(organisation: Path) -> None:
    values = yaml.safe_load(organisation.read_text("utf-8"))
    organisation.write_text(yaml.safe_dump(values | OWN, sort_keys=False), "utf-8")


def turn_off_checks(hook: Path) -> None:
    text = hook.read_text("utf-8")
    for before, after in UNCHECKED:
        assert before in text
        text = text.replace(before, after)
    hook.write_text(text, "utf-8")


def change_front_matter(page: Path, change: Change) -> None:
    _, matter, body = page.read_text("utf-8").split("---\n", 2)
    values = yaml.safe_load(matter)
    for key in ("title", "owner"):
        values[key] = change(values[key])
    values["summary"] = change("")[:LONGEST_SUMMARY]
    values["keywords"] = [change(word) for word in values.get("keywords", ["x"])]
    page.write_text(f"---\n{yaml.safe_dump(values)}---\n{body}", "utf-8")


def change_yaml(file: Path, payloads: Iterator[str], addresses: Iterator[str]) -> None:
    def change(value: Any, key: str = "") -> Any:  # noqa: ANN401 (YAML)
        if isinstance(value, dict):
            return {name: change(each, name) for name, each in value.items()}
        if isinstance(value, list):
            return [change(each) for each in value]
        if key == "url":
            return value + next(addresses)
        return f"{value} {next(payloads)}" if key in ("nb", "en", "name") else value

    values = yaml.safe_load(file.read_text("utf-8"))
    file.write_text(yaml.safe_dump(change(values), sort_keys=False), "utf-8")


def change_configuration(file: Path, payloads: Iterator[str]) -> None:
    settings, nav, rest = file.read_text("utf-8").partition("\nnav:\n")
    nav, end, rest = rest.partition("\n\n")

    def hostile(each: re.Match[str]) -> str:
        return json.dumps(f"{each['text']} {next(payloads)}"[:LONGEST_KEY])

    settings = CONFIGURED.sub(lambda each: each["start"] + hostile(each), settings)
    nav = NAMED.sub(lambda each: f"{each['start']}{hostile(each)}:{each['end']}", nav)
    file.write_text(f"{settings}\nnav:\n{nav}{end}{rest}", "utf-8")


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


def test_no_element_attribute_or_script_comes_in(site: Path, hostile_site: Path) -> None:
    assert pages(site) == pages(hostile_site)
    for path in pages(site):
        assert structure(read(hostile_site / path)) == structure(read(site / path)), path


def test_every_address_leads_to_a_page(hostile_site: Path) -> None:
    found = {
        urlsplit(address).scheme
        for path in pages(hostile_site)
        for _, _, address, _ in read(hostile_site / path).iterlinks()
    }
    assert found <= SCHEMES


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
    """The theme puts titles, tags and texts into the page as HTML."""

    def entries(folder: Path) -> list[dict[str, Any]]:
        text = (folder / "search/search_index.json").read_text("utf-8")
        return list(json.loads(text)["docs"])

    def shown(text: str) -> list[tuple[str, ...]]:
        return structure(html.fragment_fromstring(text, create_parent="div"))

    for entry, hostile in zip(entries(site), entries(hostile_site), strict=True):
        for part in ("title", "text"):
            assert shown(hostile[part]) == shown(entry[part])
        assert all(shown(tag) == [("div",)] for tag in hostile.get("tags", ()))


@given(st.sampled_from(IN_ADDRESSES), st.sampled_from(IN_ADDRESSES), st.sampled_from(PAYLOADS))
def test_a_page_that_leads_on(alias: str, key: str, title: str) -> None:
    plain = html.document_fromstring(redirect_page("a", "b", "T", "nb"))
    page = html.document_fromstring(redirect_page(alias, key, title.replace("\0", ""), "nb"))
    assert [each.tag for each in page.iter()] == [each.tag for each in plain.iter()]
    (script,) = page.iter("script")
    assert re.fullmatch(r'location\.replace\("(?:[^"\\]|\\.)*" \+ [\w. +]+\)', script.text or "")
