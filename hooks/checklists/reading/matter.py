"""The front matter of a page: text -> data, with what is wrong in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from checklists.grammar.places import KeyPath, Span
from checklists.guide.finding import Defect
from checklists.guide.front_matter import ADAPTER, KEYS, FrontMatter
from checklists.guide.phrasing import meant, nearest
from checklists.guide.rule import Edit, Rule
from checklists.reading.yaml_document import INVALID_YAML, YamlDocument, YamlError, read_yaml

NO_FRONT_MATTER = Rule(
    "CL010: A page starts with front matter",
    "The front matter says what kind of page this is, who owns it and when it is read again.",
    Edit("---\ntitle: Svar én gang", "title: Svar én gang"),
)

NO_KEYS = Rule(
    "CL012: Front matter holds keys",
    "Front matter is read as keys and values.",
    Edit("---\ntitle: Svar én gang", "---\nSvar én gang\n---\n\n# Svar én gang\n"),
    form="whole file",
)

MISSING_KEY = Rule(
    "CL013: Front matter has every key its kind needs",
    "Cards, the review list and the page itself show these values.",
    Edit("owner: redaksjonen\nreviewed", "reviewed"),
)

UNKNOWN_KEY = Rule(
    "CL014: Front matter has no other keys",
    "A misspelt key would be passed over in silence.",
    Edit("minutes: 2", "minuttes: 2"),
)

INVALID_VALUE = Rule(
    "CL015: Values are valid",
    "A value that means nothing cannot be shown.",
    Edit("mode: read-do", "mode: read-and-do"),
)

_FENCE = Span(1, 1, 3)
"""The line that opens it, to blame where nothing else can be."""
_END = re.compile(r"(?:---|\.\.\.)[ \t]*\Z")


@dataclass(slots=True)
class Matter:
    """`end` is the row, from 0, below it. `meta` is None where anything is wrong."""

    end: int = 0
    meta: FrontMatter | None = None
    spans: dict[KeyPath, Span] = field(default_factory=dict)
    defects: list[tuple[Span, Defect]] = field(default_factory=list)


def read_matter(lines: Sequence[str]) -> Matter:
    """Read the top of a page. Never raises."""
    if lines[0].rstrip() != "---":
        help = "start with a `---` line"
        return Matter(
            defects=[(Span(1, 1), Defect(NO_FRONT_MATTER, "page has no front matter", help))]
        )
    end = next((row for row in range(1, len(lines)) if _END.match(lines[row])), None)
    if end is None:
        help = "close it with a `---` line"
        defect = Defect(NO_FRONT_MATTER, "front matter is never closed", help)
        return Matter(1, defects=[(_FENCE, defect)])
    matter = Matter(end + 1)
    try:
        _validate(read_yaml("\n".join(lines[1:end]) + "\n"), matter)
    except YamlError as error:
        defect = Defect(INVALID_YAML, f"front matter is not valid YAML: {error}")
        matter.defects.append((_below(error.span), defect))
    return matter


def _below(span: Span) -> Span:
    """Count from the top of the file, not from below the first `---`."""
    return Span(span.line + 1, span.column, span.length)


def _validate(document: YamlDocument, matter: Matter) -> None:
    matter.spans = {path: _below(span) for path, span in document.spans.items()}
    if not isinstance(document.value, dict):
        defect = Defect(NO_KEYS, "front matter holds no keys", "write `key: value` lines")
        matter.defects.append((_FENCE, defect))
        return
    try:
        matter.meta = ADAPTER.validate_python(document.value)
    except ValidationError as error:
        causes = _first_causes(error.errors())
        matter.defects += [_defect(each, matter.spans) for each in causes]


def _first_causes(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out the keys that are missing only because they are misspelt."""
    unknown = [str(each["loc"][-1]) for each in errors if each["type"] == "extra_forbidden"]
    misspelt = {meant(key, KEYS) for key in unknown}
    return [e for e in errors if not (e["type"] == "missing" and e["loc"][-1] in misspelt)]


def _defect(error: ErrorDetails, spans: dict[KeyPath, Span]) -> tuple[Span, Defect]:
    # The union puts the chosen kind in front of the path; its own errors have no path at all.
    path: KeyPath = error["loc"][1:] or ("kind",)
    key = str(path[0])
    match error["type"]:
        case "missing" | "union_tag_not_found":
            return _FENCE, Defect(MISSING_KEY, f"front matter has no `{key}`", f"add `{key}:`")
        case "extra_forbidden":
            message = f"front matter has an unknown key `{key}`"
            return spans.get(path, _FENCE), Defect(UNKNOWN_KEY, message, nearest(key, KEYS))
    span = spans.get(path) or spans.get(path[:1]) or _FENCE
    return span, Defect(INVALID_VALUE, f"`{key}` is not valid", _sentence(error))


def _sentence(error: ErrorDetails) -> str:
    if error["type"] == "union_tag_invalid":
        return f"use one of {error['ctx']['expected_tags']}"
    if error["type"].startswith("date_"):
        return "write it as in `2026-11-25`"
    _, should, text = error["msg"].partition(" should ")
    return f"it should {text}" if should else error["msg"].removeprefix("Value error, ")
