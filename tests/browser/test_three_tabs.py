"""Whatever one does in three tabs at once: nothing is lost, and all show the same."""

import random
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage
from tests.browser.database import put
from tests.browser.meetings import meeting
from tests.browser.steps import ready
from tests.browser.test_my_data import TALK
from tests.browser.ticks import PATH

SCRIPT = Path(__file__).with_name("three_tabs.js").read_text("utf-8")
ASSETS = """document.querySelector('script[src$="/main.js"]').src.replace('main.js', '')"""
FIELDS = {
    "meetings": ("name", "with", "goal", "pages"),
    "log": ("with", "asked", "agreed", "open"),
}
IDS = {"meetings": ("m-1", "m-2"), "log": ("t-1", "t-2")}
WEIGHTS = {
    "tick": 6,
    "not relevant": 2,
    "note": 5,
    "line": 2,
    "remove a line": 1,
    "edit": 8,
    "edit undoably": 3,
    "archive": 1,
    "remove": 1,
    "reset": 1,
    "undo": 3,
}
RELOADS = 0.3  # after so many of the rounds, in one tab
Operation = dict[str, Any]


def begin(page: Page) -> None:
    ready(page)
    page.evaluate(f"() => ({SCRIPT.strip().rstrip(';')})({ASSETS})")


def choose(choice: random.Random, word: str) -> Operation:
    """Any operation, on any of the few things that there are."""
    (name,) = choice.choices(list(WEIGHTS), list(WEIGHTS.values()))
    store = choice.choice(list(FIELDS))
    return {
        "name": name,
        "time": choice.randrange(30),
        "item": choice.randrange(4),
        "word": word,
        "leaves": choice.random() < 0.5,
        "store": store,
        "id": choice.choice(IDS["meetings" if name == "archive" else store]),
        "field": choice.choice(FIELDS[store]),
    }


def agreed(page: Page, notes: list[str]) -> dict[str, list[tuple[str, Any]]]:
    """What is on disk, these words of notes too, once the tab shows the same."""
    records: dict[str, list[tuple[str, Any]]] = page.evaluate("(notes) => agreed(notes)", notes)
    return records


def is_lost(operation: Operation, records: dict[str, str], has_removed: bool) -> bool:
    """Whether a word that was on disk is gone, and nobody has removed the record that had it."""
    if any(operation["word"] in text for text in records.values()):
        return False
    if operation["name"] == "line":
        return not has_removed
    return operation["name"] == "note" or operation["id"] in records


def expect_ticks(
    before: dict[str, str], after: dict[str, str], ids: list[str], plan: list[Operation]
) -> None:
    """What was ticked once, or not at all, is as it should be."""
    for number, item in enumerate(ids):
        done = [each["name"] for each in plan if each["item"] == number]
        ticks = [name for name in done if name in ("tick", "not relevant")]
        if not ticks:
            assert after.get(item) == before.get(item)
        elif ticks == ["tick"]:
            assert after.get(item) == (None if before.get(item) == "done" else "done")
        elif ticks == ["not relevant"] and before.get(item) != "not-relevant":
            assert after.get(item) == "not-relevant"


@pytest.mark.parametrize(
    ("seed", "rounds"),
    [(22, 10), *(pytest.param(seed, 100, marks=pytest.mark.soak) for seed in range(5))],
)
def test_three_tabs(open_page: OpenPage, seed: int, rounds: int) -> None:
    choice = random.Random(seed)  # noqa: S311 (the same each time)
    first = open_page(PATH)
    tabs = [first, *(open_page(path, context=first.context) for path in (f"en/{PATH}", PATH))]
    ready(first)
    meetings = [([id], meeting("Møte")) for id in IDS["meetings"]]
    put(first, {"meetings": meetings, "log": [([id], TALK) for id in IDS["log"]]})
    for tab in tabs:
        begin(tab)
    ids = first.locator(".checklist-item[id]").evaluate_all("items => items.map(({ id }) => id)")
    kept: dict[str, Operation] = {}
    ticks: dict[str, str] = {}
    for number in range(rounds):
        plans = [
            [choose(choice, f"w{number}-{side}-{step}w") for step in range(choice.randrange(6))]
            for side in range(len(tabs))
        ]
        operations = {each["word"]: each for plan in plans for each in plan}
        for tab, plan in zip(tabs, plans, strict=True):
            tab.evaluate("(plan) => begin(plan)", plan)
        for tab in tabs:
            kept |= {word: operations[word] for word in tab.evaluate("finish()")}
        notes = [word for word, each in kept.items() if each["name"] == "note"]
        for tab in tabs:  # until each has saved all, it may change what others read
            agreed(tab, notes)
        one, *others = [agreed(tab, notes) for tab in tabs]
        assert others == [one, one]
        texts = {key: repr(record) for records in one.values() for key, record in records}
        names = {each["name"] for each in operations.values()}
        has_removed = "remove a line" in names
        assert [w for w, each in kept.items() if is_lost(each, texts, has_removed)] == []
        kept = {w: each for w, each in kept.items() if any(w in text for text in texts.values())}
        states = {key.split()[-1]: tick["state"] for key, tick in one["ticks"]}
        if not names & {"reset", "undo"}:
            expect_ticks(ticks, states, ids, list(operations.values()))
        ticks = states
        if choice.random() < RELOADS:
            tab = choice.choice(tabs)
            tab.reload()
            begin(tab)
