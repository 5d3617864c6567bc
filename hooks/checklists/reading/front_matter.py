"""The front matter of a page: text -> data."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from checklists.guide.model import Problem
from checklists.guide.page_meta import ADAPTER, KEYS, FrontMatter
from checklists.guide.page_text import PageText
from checklists.guide.places import KeyPath, Place, Span, place_in
from checklists.reading.validation import fit
from checklists.reading.yaml_document import YamlError, read_yaml

_FENCE = Span(1, 1, 3)
_END = re.compile(r"(?:---|\.\.\.)[ \t]*\Z")


@dataclass(slots=True)
class ReadFrontMatter:
    """`end` is the row below it, from 0. `meta` is None where anything is wrong."""

    end: int = 0
    meta: FrontMatter | None = None
    spans: dict[KeyPath, Span] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_front_matter(
    lines: Sequence[str],
    path: str,
    text: PageText,
    context: Mapping[str, object],
    shared: Mapping[str, object],
) -> ReadFrontMatter:
    """Read the top of a page, which also has what is `shared` by its languages.

    `context` is what the schema is told of the guide.
    """

    def place(span: Span | None) -> Place:
        return place_in(path, lines, _below_fence(span) if span else _FENCE)

    if lines[0].rstrip() != "---":
        return _without("page has no front matter", path, "start with a `---` line")
    end = next((row for row in range(1, len(lines)) if _END.match(lines[row])), None)
    if end is None:
        return _without("front matter is never closed", path, "close it with a `---` line", 1)
    try:
        document = read_yaml("\n".join(lines[1:end]) + "\n")
    except YamlError as error:
        problem = Problem("yaml", place(error.span), f"front matter is not valid YAML: {error}")
        return ReadFrontMatter(end + 1, problems=[problem])
    if not isinstance(document.value, dict):
        return _without("front matter has no keys", path, "write `key: value` lines", end + 1)
    spans = {path: _below_fence(span) for path, span in document.spans.items()}

    def locate(key: KeyPath) -> Place | None:
        return place(document.spans.get(key)) if not key or key in document.spans else None

    own = {
        key: text.with_name(each) if isinstance(each, str) else each
        for key, each in document.value.items()
    }
    meta, problems = fit(ADAPTER, {**shared, **own}, locate, KEYS, context)
    return ReadFrontMatter(end + 1, meta, spans, problems)


def _without(message: str, path: str, help: str, end: int = 0) -> ReadFrontMatter:
    return ReadFrontMatter(end, problems=[Problem("schema", Place(path), message, help)])


def _below_fence(span: Span) -> Span:
    """Count from the top of the file, not from below the first `---`."""
    return Span(span.line + 1, span.column, span.length)
