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
    "new",
    "removed",
    "link",
    "rendered",
    "site",
    "other site",
]


@dataclass(frozen=True, slots=True)
class Edit:
    """`good` becomes `bad`, where it stands first, or `last`."""

    good: str
    bad: str
    last: bool = False


class Rule:
    """A heading, `CL103: An item has an id`, why, and edits that make a good text a bad one.

    `form` is what is done to `file` to see it refused, `times` repeats the first `bad`. A rule that
    is advice fails nothing.
    """

    def __init__(  # noqa: PLR0913 (a record)
        self,
        heading: str,
        why: str,
        *edits: Edit,
        file: str = PAGE,
        form: Form = "text",
        times: int = 1,
        is_advice: bool = False,
    ) -> None:
        self.code, _, self.title = heading.partition(": ")
        self.why, self.edits = why, edits
        self.file, self.form, self.times, self.is_advice = file, form, times, is_advice
