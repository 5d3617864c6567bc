"""The table of rules, with why each is there and an example -> the page RULES.md."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, TypeAdapter

from checklists.rules import RULES, Rule

PAGE = "principles/answer-once.md"
_INVISIBLE = {"\ufeff": "<BOM>", "\r": "<CR>"}
_BACKTICKS = re.compile(r"`{3,}")
_HEADER = """\
# Rules

What `checklists check`, `checklists links` and every build look for. Made by `checklists rules`
from the table of rules; do not edit. Each example is run as a test: the good one passes, the bad
one is found.
"""

Form = Literal[
    "text",
    "both languages",
    "latin-1",
    "whole file",
    "folder",
    "removed",
    "link",
    "site",
    "other site",
]


class Edit(BaseModel):
    """`good` becomes `bad`, where it stands first, or `last`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    good: str
    bad: str
    last: bool = False


class Example(Edit):
    """Why a rule is there, and a text that it refuses beside one that it accepts.

    `form` is what is done to `file` to see it refused; `also` are further edits it takes.
    """

    why: str
    file: str = f"docs/nb/{PAGE}"
    form: Form = "text"
    times: int = 1
    also: list[Edit] = []


@cache
def examples() -> dict[str, Example]:
    """Code -> example."""
    text = files("checklists.report").joinpath("manual.yml").read_text("utf-8")
    return TypeAdapter(dict[str, Example]).validate_python(yaml.safe_load(text))


def reference() -> str:
    """The page, in Markdown."""
    return _HEADER + "".join(f"\n{part}" for rule in RULES for part in _section(rule))


def _section(rule: Rule) -> Iterator[str]:
    example = examples()[rule.code]
    yield f"## {rule.code}: {rule.title}\n"
    yield f"{example.why}{' This is advice, and fails nothing.' if rule.is_advice else ''}\n"
    for word, texts in (
        (f"Bad{_repeated(example.times)}", [example.bad, *(edit.bad for edit in example.also)]),
        ("Good", [example.good, *(edit.good for edit in example.also)]),
    ):
        yield f"{word}:\n"
        yield _block("\n…\n".join(map(_visible, texts)))


def _repeated(times: int) -> str:
    return f", {times} times over" if times > 1 else ""


def _visible(text: str) -> str:
    for character, name in _INVISIBLE.items():
        text = text.replace(character, name)
    return text.strip("\n") or "(nothing)"


def _block(text: str) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}text\n{text}\n{fence}\n"
