"""A defect in the content: one object, many renderers (see `report`)."""

from dataclasses import dataclass
from typing import NamedTuple

from checklists.grammar.places import Place
from checklists.guide.rule import Rule


class Defect(NamedTuple):
    """What is wrong, before it has a place. Only `help` says how to mend it."""

    rule: Rule
    message: str
    help: str = ""

    def at(self, place: Place) -> "Finding":
        """The finding at a place."""
        return Finding(place, *self)


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and how to mend it: only `help` says that."""

    place: Place
    rule: Rule
    message: str
    help: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, then by place."""
        span = self.place.span
        return self.place.path, span.line, span.column, self.rule.code, self.message
