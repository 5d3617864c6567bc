"""What the checks look for."""

from dataclasses import dataclass
from typing import Literal

PAGE = "docs/nb/principles/answer-once.md"
"""A page of the small guide in the tests, which the examples change."""

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Example:
    """An edit that makes the small guide break the rule: in `file`, `good` becomes `bad`.

    Without `good`, `file` is a new file. With `both_languages`, `file` is edited in each.
    """

    good: str
    bad: str
    file: str = PAGE
    both_languages: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A heading, why the rule exists, and an example. A warning never fails a check."""

    code: str
    title: str
    why: str
    example: Example
    severity: Severity = "error"
