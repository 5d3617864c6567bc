"""The content passes the checks, is built with `--strict`, and names no address in vain."""

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from checklists.cli import main
from checklists.guide.model import Guide

from tests.content.languages import prefixes
from tests.project import ROOT

CODE = re.compile(r"<pre>.*?</pre>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


@pytest.mark.usefixtures("on_latest_review")
def test_the_checks_find_no_error() -> None:
    assert main(["check", "--root", str(ROOT)]) == 0


def test_every_page_is_built(content: Path, guide: Guide) -> None:
    folders = dict(prefixes())
    for language, key in guide.pages:
        folder = content / folders[language]
        assert (folder / key.removesuffix("index") / "index.html").is_file(), (language, key)


def test_every_example_of_an_address_leads_somewhere(content: Path) -> None:
    """Those that readers copy, in code."""
    (root,) = (
        page["url"]
        for page in json.loads((content / "checklists.json").read_text("utf-8"))["pages"]
        if page["key"] == "index"
    )
    address = re.compile(rf"{re.escape(root)}[^\s\"()]*")
    examples = {
        match
        for page in content.rglob("index.html")
        for code in CODE.findall(page.read_text("utf-8"))
        for match in address.findall(unescape(TAG.sub("", code)))
    }
    missing = [each for each in examples if not _is_there(content, each.removeprefix(root))]
    assert missing == []


def _is_there(site: Path, address: str) -> bool:
    """Whether the site has the file of an address, and the place on it."""
    parts = urlsplit(address)
    file = site / parts.path
    file = file / "index.html" if file.is_dir() else file
    if not file.is_file():
        return False
    return not parts.fragment or f' id="{parts.fragment}"' in file.read_text("utf-8")
