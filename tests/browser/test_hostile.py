"""What stands in the browser, an address or a file is text: nothing runs, nothing breaks."""

import re
from itertools import cycle
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import OpenPage
from tests.browser.database import Stored, put
from tests.browser.steps import box, status
from tests.browser.test_my_data import LINE, M, T, X, bring_in, choose, entries, file_of
from tests.payloads import FLAG, PAYLOADS

OPERATORS = re.compile(r"[-+:^~*]")
"""Of the theme's search, which reports a query that it cannot read."""

TEXT = " ".join(payload[:200] for payload in PAYLOADS)
LIST = "situations/saying-no"
PATHS = {
    f"{LIST}/": "checklist-page[data-ready] .checklist-count",
    "": ".front__lead",
    "meetings/": ".meetings",
    "log/": ".log",
    "lines/": ".lines-filter",
    "my-data/": ".my-data",
    "practice/saying-no/": ".scene-controls",
}
"""Path -> what is shown when the scripts of the page have begun."""
FILLED = {"when": "2026-12-01T10:00", "with": TEXT, "at": 1000}
RECORDS: Stored = {
    "meetings": [([M], {**FILLED, "name": TEXT, "goal": TEXT, "pages": [LIST, TEXT]})],
    "notes": [
        ([M, LIST, "say-it-clearly"], {"text": TEXT, "at": 1000}),
        ([M, "", ""], {"text": TEXT, "at": 1000}),
    ],
    "lines": [
        ([M, LIST, "say-it-clearly", LINE], {"text": TEXT, "when": TEXT, "of": "", "at": 1000}),
        (["default", LIST, "say-it-clearly", X], {"text": TEXT, "when": "", "of": TEXT, "at": 1}),
    ],
    "log": [
        (
            [T],
            {
                **FILLED,
                **dict.fromkeys(("channel", "asked", "agreed", "open", "owner"), TEXT),
                **{"meeting": M, "due": "2026-11-01", "expires": ""},
                "promises": [{"what": TEXT, "who": TEXT, "due": "2026-11-01"}],
            },
        )
    ],
    "settings": [(["draft"], {"value": {"agreed": TEXT, "with": TEXT}, "at": 1000})],
}
"""Of the right shape."""
SHAPES: list[Any] = [
    None, TEXT, 7, [], {}, {"at": "x"}, {"at": 1, "text": {"toString": TEXT}},
    {"at": 1, "name": [TEXT], "pages": {"length": 9}, "when": None, "state": TEXT},
    {"at": 1, "removed": TEXT}, {"at": 1, "__proto__": TEXT, "constructor": TEXT},
    {"at": 1, "state": "done", "rev": {"nb": {"a": TEXT}}, "before": {"before": TEXT}},
]  # fmt: skip
STORES = {"ticks": 3, "notes": 3, "lines": 4, "meetings": 1, "log": 1, "settings": 1}
"""Store -> how many parts its keys have."""
ODD: Stored = {
    store: [
        *(([*[LIST] * (parts - 1), f"{number}"], shape) for number, shape in enumerate(SHAPES)),
        *(([payload[:200]] * length, SHAPES[-1]) for payload in PAYLOADS for length in (1, parts)),
    ]
    for store, parts in STORES.items()
}
STRUCTURE = """() => [...new Set([...document.querySelectorAll('*')].flatMap((element) =>
  [element.localName, ...element.getAttributeNames().map((name) => element.localName + ' ' + name)]
))].filter((name) => /^(script|iframe|base|object|embed|img)|[ ](on|srcdoc)/.test(name))"""
CODE = "[href^='javascript:' i], [src^='javascript:' i], [action], base, iframe"


@pytest.fixture(scope="module")
def harmless(browser: Browser, site: str) -> dict[str, list[str]]:
    """Path -> what could run on the page, in a fresh browser: our own scripts."""
    with browser.new_context() as context:
        page = context.new_page()
        found = {}
        for path in PATHS:
            page.goto(site + path)
            found[path] = page.evaluate(STRUCTURE)
    return found


def opened(open_page: OpenPage) -> Page:
    """A page that has opened the database."""
    page = open_page("my-data/")
    expect(page.locator(".my-data")).to_be_visible()
    return page


def visit_all(page: Page, site: str, harmless: dict[str, list[str]]) -> None:
    """Nothing ran and nothing came in that could. Errors fail a test by themselves."""
    for path in PATHS:
        visit(page, site, path, harmless)


def visit(page: Page, site: str, path: str, harmless: dict[str, list[str]], more: str = "") -> None:
    page.goto(site + path + more)
    expect(page.locator(PATHS[path])).to_be_visible()
    assert page.evaluate(f"window.{FLAG}") is None
    assert page.evaluate(STRUCTURE) == harmless[path], (path, more)
    expect(page.locator(CODE)).to_have_count(0)


def test_records(open_page: OpenPage, site: str, harmless: dict[str, list[str]]) -> None:
    page = opened(open_page)
    put(page, RECORDS)
    page.evaluate(f"localStorage.setItem('ryggen-fri.meeting', '{M}')")
    visit_all(page, site, harmless)
    page.goto(f"{site}{LIST}/")
    expect(page.locator(".own-note__text")).to_contain_text("<script>")
    expect(page.locator(".own-line q")).to_contain_text(["<script>", "<script>"])
    expect(page.locator(".meeting-strip [data-field=whom]")).to_contain_text("<script>")


def test_what_is_no_record(open_page: OpenPage, site: str, harmless: dict[str, list[str]]) -> None:
    page = opened(open_page)
    put(page, ODD)
    visit_all(page, site, harmless)
    page.goto(f"{site}{LIST}/")
    box(page, 0).check()
    status(page, "Lagret i denne nettleseren")


@pytest.mark.soak
def test_address(open_page: OpenPage, site: str, harmless: dict[str, list[str]]) -> None:
    page = opened(open_page)
    for path, payload in zip(cycle([f"{LIST}/", "practice/saying-no/"]), PAYLOADS, strict=False):
        text = quote(payload[:200])
        words = quote(OPERATORS.sub(" ", payload[:200]))
        visit(page, site, path, harmless, f"?view={text}&h={words}&q={words}&{text}#{text}")


def test_file(open_page: OpenPage, site: str, harmless: dict[str, list[str]]) -> None:
    page = opened(open_page)
    choose(page, file_of(entries(ODD)))
    expect(page.get_by_role("alert")).not_to_be_empty()
    choose(page, file_of(entries(RECORDS), **{"__proto__": {"at": 1}, "exported": TEXT}))
    bring_in(page)
    expect(page.get_by_text("Lagt til: 7")).to_be_visible()
    visit_all(page, site, harmless)
