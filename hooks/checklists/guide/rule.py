"""What the checks look for."""

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A heading, and why the rule exists. A warning never fails a check."""

    code: str
    title: str
    why: str
    severity: Severity = "error"
