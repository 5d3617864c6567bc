"""Plain data -> data that fits a schema, or what does not fit, with its place."""

from collections.abc import Callable, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from checklists.guide.model import Problem
from checklists.guide.places import KeyPath, Place
from checklists.guide.suggestions import closest, suggest

Locate = Callable[[KeyPath], Place | None]
"""Where a value is, None where there is no such value. `()` is the whole, which has a place."""


def fit(
    adapter: TypeAdapter[Any],
    value: object,
    locate: Locate,
    keys: set[str] | None = None,
    context: Mapping[str, object] | None = None,
) -> tuple[Any, list[Problem]]:
    """The data of a document; None, and the problems, where anything does not fit.

    `keys` are suggested for unknown ones. `context` is what the schemas are told of the guide.
    """
    try:
        return adapter.validate_python(value, context=dict(context or {})), []
    except ValidationError as error:
        found = _first_causes(error.errors(), keys or set())
        return None, [_problem(each, locate, keys or set()) for each in found]


def _first_causes(errors: list[ErrorDetails], keys: set[str]) -> list[ErrorDetails]:
    """Leave out the keys that are missing only because they are misspelt."""
    unknown = [str(each["loc"][-1]) for each in errors if each["type"] == "extra_forbidden"]
    misspelt = {closest(key, keys) for key in unknown}
    return [e for e in errors if not (e["type"] == "missing" and e["loc"][-1] in misspelt)]


def _problem(error: ErrorDetails, locate: Locate, keys: set[str]) -> Problem:
    is_kind = error["type"].startswith("union_tag")
    path = ("kind",) if is_kind else _known_path(error["loc"], locate)
    message, help = _words(error, keys)
    name = ".".join(map(str, path)) or "file"
    return Problem("schema", nearest(path, locate), f"`{name}` {message}", help)


def _known_path(loc: tuple[int | str, ...], locate: Locate) -> KeyPath:
    """Pydantic puts the chosen kind of a union in front of the path."""
    is_union = len(loc) > 1 and not locate(loc[:1]) and locate(loc[1:2])
    return loc[1:] if is_union else loc


def _words(error: ErrorDetails, keys: set[str]) -> tuple[str, str]:
    """Message and help."""
    match error["type"]:
        case "missing":
            return "is missing", f"add `{error['loc'][-1]}:`"
        case "extra_forbidden":
            key = str(error["loc"][-1])
            help = "other kinds of pages have it" if key in keys else suggest(key, keys)
            return "is not a known key", help
        case "union_tag_not_found":
            return "is missing", "add `kind:`"
        case "union_tag_invalid":
            return "is unknown", f"use one of {error['ctx']['expected_tags']}"
        case kind if kind.startswith("date_"):
            return "is not a date", "write it as in `2026-11-25`"
    _, should, text = error["msg"].partition(" should ")
    return "is not valid", f"it should {text}" if should else error["msg"].removeprefix(
        "Value error, "
    )


def nearest(path: KeyPath, locate: Locate) -> Place:
    """Of a value, or of what it should be part of."""
    return locate(path) or nearest(path[:-1], locate)
