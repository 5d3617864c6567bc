"""The rules, with why each exists -> the page RULES.md."""

from collections.abc import Sequence

from checklists.guide.rule import Rule

_HEADER = """\
# Rules

What `checklists check` and every build look for. Made by `checklists rules` from the rules
themselves; do not edit. Each has an example in tests/rules/examples.yml, and what is said of it in
tests/rules/golden.
"""
_WARNING = " This is a warning, and fails nothing."


def manual(rules: Sequence[Rule]) -> str:
    """The page, in Markdown."""
    return _HEADER + "".join(map(_section, rules))


def _section(rule: Rule) -> str:
    more = _WARNING if rule.severity == "warning" else ""
    return f"\n## {rule.code}: {rule.title}\n\n{rule.why}{more}\n"
