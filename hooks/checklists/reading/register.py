"""docs/sources.yml -> sources and their points."""

from collections.abc import Callable
from typing import Annotated

from pydantic import Field

from checklists.grammar.places import Place
from checklists.guide.finding import Finding
from checklists.guide.front_matter import JSON_SCHEMA, Strict
from checklists.guide.model import Point, Source
from checklists.guide.organisation import InBoth
from checklists.guide.phrasing import nearest
from checklists.guide.rule import Edit, Rule
from checklists.reading.data_file import read_data

UNKNOWN_PAGE_SOURCE = Rule(
    "CL402: A page names known sources",
    "A reader who looks for the source should find it.",
    Edit("sources: [handbook, own]", "sources: [handbok, own]"),
)


class _Source(Strict):
    title: InBoth
    short: InBoth | None = None
    """For paper, where all sources stand in one line."""
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] = ""
    note: InBoth | None = None
    law: bool = False


class _Point(InBoth):
    source: str
    advice: bool


class _File(Strict):
    sources: dict[str, _Source]
    points: dict[str, _Point]


Register = tuple[dict[str, Source], dict[str, Point]]


def parse_sources(text: str, path: str) -> tuple[Register, list[Finding]]:
    """Parse the register. When anything is wrong it is empty and the findings say why."""
    file = read_data(text, path, _File)
    if file.data is None:
        return ({}, {}), file.findings
    known = file.data.sources
    return _register(file.data, file.place), [
        Finding(
            file.place("points", key, "source"),
            UNKNOWN_PAGE_SOURCE,
            f"`{key}` names no source there is: `{point.source}`",
            nearest(point.source, known),
        )
        for key, point in file.data.points.items()
        if point.source not in known
    ]


def sources_schema() -> dict[str, object]:
    """JSON Schema of docs/sources.yml, for editors."""
    return {"$schema": JSON_SCHEMA, **_File.model_json_schema(), "title": "Sources and points"}


def _short(source: _Source) -> dict[str, str]:
    """As it is given, or else who wrote it."""
    if source.short:
        return source.short.model_dump()
    return {key: title.partition(": ")[0] for key, title in source.title.model_dump().items()}


def _register(file: _File, place: Callable[..., Place]) -> Register:
    sources = {
        key: Source(
            key,
            s.title.model_dump(),
            s.url,
            s.note.model_dump() if s.note else {},
            place("sources", key, "url"),
            s.law,
            _short(s),
        )
        for key, s in file.sources.items()
    }
    points = {
        key: Point(key, p.source, p.advice, {"nb": p.nb, "en": p.en}, place("points", key))
        for key, p in file.points.items()
    }
    return sources, points
