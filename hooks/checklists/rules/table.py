"""The table of checks. Each module of this folder puts its own into it."""

from collections.abc import Callable, Iterator

from checklists.guide.finding import Finding
from checklists.guide.model import Guide

Check = Callable[[Guide], Iterator[Finding]]
CHECKS: list[Check] = []


def check(function: Check) -> Check:
    """Have a function run whenever a guide is checked."""
    CHECKS.append(function)
    return function
