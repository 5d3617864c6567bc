"""The rules, with why each exists and an example -> the page RULES.md."""

import re
from collections.abc import Iterator, Sequence

from checklists.guide.rule import Rule

_MAX_EXAMPLE = 400  # characters
_BACKTICKS = re.compile(r"`{3,}")
_HEADER = """\
# Rules

What `checklists check` and every build look for. Made by `checklists rules` from the rules
themselves; do not edit. Each example is run as a test.
"""


def manual(rules: Sequence[Rule]) -> str:
    """The page, in Markdown."""
    return _HEADER + "".join(f"\n{part}" for rule in rules for part in _section(rule))


def _section(rule: Rule) -> Iterator[str]:
    yield f"## {rule.code}: {rule.title}\n"
    is_warning = rule.severity == "warning"
    yield f"{rule.why}{' This is a warning, and fails nothing.' if is_warning else ''}\n"
    example = rule.example
    if example.bad or example.good:
        where = "" if example.good else f", as the new file `{example.file}`"
        yield f"Bad{where}:\n"
        yield _block(example.bad)
        if example.good:
            yield "Good:\n"
            yield _block(example.good)


def _block(text: str) -> str:
    shown = text.strip("\n") or "(nothing)"
    shown = shown if len(shown) <= _MAX_EXAMPLE else f"{shown[:_MAX_EXAMPLE]}…"
    longest = max((len(run) for run in _BACKTICKS.findall(shown)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}text\n{shown}\n{fence}\n"
