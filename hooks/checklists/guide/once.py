"""What several rules need to know of a guide is worked out once."""

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar, cast

from checklists.guide.model import Guide

T = TypeVar("T")


def once(function: Callable[[Guide], Iterable[T]]) -> Callable[[Guide], list[T]]:
    """The list of what a function gives; it is called once for each guide."""

    @wraps(function)
    def remembered(guide: Guide) -> list[T]:
        name = f"{function.__module__}.{function.__qualname__}"
        if name not in guide.known:
            guide.known[name] = list(function(guide))
        return cast("list[T]", guide.known[name])

    return remembered
