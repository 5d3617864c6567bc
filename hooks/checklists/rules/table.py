"""The table of checks. Each module of this folder puts its own into it."""

from collections.abc import Callable, Iterator
from typing import ParamSpec

from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.guide.rule import Rule

Words = ParamSpec("Words")
Check = Callable[[Guide], Iterator[Finding]]
CHECKS: list[Check] = []


def check(function: Check) -> Check:
    """Have a function run whenever a guide is checked."""
    CHECKS.append(function)
    return function


def _decorator(made: Callable[Words, Rule]) -> Callable[Words, Callable[[Check], Rule]]:
    def rule(*args: Words.args, **options: Words.kwargs) -> Callable[[Check], Rule]:
        def decorate(function: Check) -> Rule:
            check(function)
            return made(*args, **options)

        return decorate

    return rule


rule = _decorator(Rule)
"""Makes a rule, with these words, of the function that finds what breaks it."""
