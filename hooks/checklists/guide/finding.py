"""A defect in the content: one object, many renderers (see `report`)."""

from dataclasses import dataclass

from checklists.guide.places import Place
from checklists.guide.rule import Rule


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong, where, and in `help` how to fix it."""

    place: Place
    rule: Rule
    message: str
    help: str = ""

    @property
    def is_warning(self) -> bool:
        """Whether it fails nothing."""
        return self.rule.severity == "warning"

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """By file, then by place."""
        span = self.place.span
        return self.place.path, span.line, span.column, self.rule.code, self.message
