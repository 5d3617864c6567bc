"""What a rule says of itself. It stands beside the function that finds what breaks it."""

from dataclasses import dataclass
from typing import Literal

PAGE = "docs/nb/principles/answer-once.md"
"""Of the small guide in tests/rules/golden that the examples change."""

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


@dataclass(frozen=True, slots=True)
class Edit:
    """`good` becomes `bad`, where it stands first, or `last`."""

    good: str
    bad: str
    last: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A code, what it asks for, why, and a text that it refuses beside one that it accepts.

    `form` is what is done to `file` to see it refused: `good` is replaced by `bad`, `times` over,
    and what `also` names. A rule that is advice fails nothing.
    """

    code: str
    title: str
    why: str
    good: str
    bad: str
    file: str = PAGE
    form: Form = "text"
    times: int = 1
    also: tuple[Edit, ...] = ()
    is_advice: bool = False
