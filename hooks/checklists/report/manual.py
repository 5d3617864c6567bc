"""The rules, with why each is there and an example -> the page RULES.md."""

import re
from collections.abc import Iterator, Sequence

from checklists.guide.rule import Rule

_INVISIBLE = {"\ufeff": "<BOM>", "\r": "<CR>"}
_BACKTICKS = re.compile(r"`{3,}")
_HEADER = """\
# Rules

What `checklists check`, `checklists links` and every build look for. Made by `checklists rules`
from the rules themselves; do not edit. Each example is run as a test: the good one passes, the bad
one is found.
"""


def manual(rules: Sequence[Rule]) -> str:
    """The page, in Markdown."""
    return _HEADER + "".join(f"\n{part}" for rule in rules for part in _section(rule))


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.code}: {rule.title}\n"
    yield f"{rule.why}{' This is advice, and fails nothing.' if rule.is_advice else ''}\n"
    for word, texts in (
        (f"Bad{_repeated(rule.times)}", [edit.bad for edit in rule.edits]),
        ("Good", [edit.good for edit in rule.edits]),
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
