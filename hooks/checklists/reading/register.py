"""docs/sources.yml -> sources and their points."""

from collections.abc import Callable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from checklists.grammar.places import Place, Span, place_in
from checklists.guide.finding import Finding
from checklists.guide.front_matter import JSON_SCHEMA, Text
from checklists.guide.model import Point, Source
from checklists.guide.phrasing import nearest
from checklists.guide.rule import Edit, Rule
from checklists.reading.matter import INVALID_VALUE
from checklists.reading.yaml_document import INVALID_YAML, YamlDocument, YamlError, read_yaml

UNKNOWN_PAGE_SOURCE = Rule(
    "CL402: A page names known sources",
    "A reader who looks for the source should find it.",
    Edit("sources: [handbook, own]", "sources: [handbok, own]"),
)


_STRICT = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Words(BaseModel):
    """A text in every language of the guide."""

    model_config = _STRICT
    nb: Text
    en: Text


class _Source(BaseModel):
    model_config = _STRICT
    title: _Words
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] = ""
    note: _Words | None = None
    law: bool = False


class _Point(_Words):
    source: str
    advice: bool


class _File(BaseModel):
    model_config = _STRICT
    sources: dict[str, _Source]
    points: dict[str, _Point]


Register = tuple[dict[str, Source], dict[str, Point]]


def parse_sources(text: str, path: str) -> tuple[Register, list[Finding]]:
    """Parse the register. When anything is wrong it is empty and the findings say why."""
    lines = text.split("\n")

    def at(span: Span) -> Place:
        return place_in(path, lines, span)

    try:
        document = read_yaml(text)
        file = _File.model_validate(document.value)
    except YamlError as error:
        return ({}, {}), [Finding(at(error.span), INVALID_YAML, f"not valid YAML: {error}")]
    except ValidationError as error:
        return ({}, {}), [
            Finding(
                at(_nearest_span(document, d["loc"])),
                INVALID_VALUE,
                f"{_name(d['loc'])}: {d['msg']}",
            )
            for d in error.errors()
        ]

    def place(*path: str) -> Place:
        return at(_nearest_span(document, path))

    return _register(file, place), [
        Finding(
            place("points", key, "source"),
            UNKNOWN_PAGE_SOURCE,
            f"`{key}` names no source there is: `{point.source}`",
            nearest(point.source, file.sources),
        )
        for key, point in file.points.items()
        if point.source not in file.sources
    ]


def sources_schema() -> dict[str, object]:
    """JSON Schema of docs/sources.yml, for editors."""
    return {"$schema": JSON_SCHEMA, **_File.model_json_schema(), "title": "Sources and points"}


def _register(file: _File, place: Callable[..., Place]) -> Register:
    sources = {
        key: Source(
            key,
            _texts(s.title),
            s.url,
            _texts(s.note) if s.note else {},
            place("sources", key, "url"),
            s.law,
        )
        for key, s in file.sources.items()
    }
    points = {
        key: Point(key, p.source, p.advice, {"nb": p.nb, "en": p.en}, place("points", key))
        for key, p in file.points.items()
    }
    return sources, points


def _texts(words: _Words) -> dict[str, str]:
    return {"nb": words.nb, "en": words.en}


def _name(path: tuple[int | str, ...]) -> str:
    return ".".join(str(step) for step in path) or "file"


def _nearest_span(document: YamlDocument, path: tuple[int | str, ...]) -> Span:
    """The place of the key itself, or of the nearest key above that is there."""
    while path:
        if path in document.spans:
            return document.spans[path]
        path = path[:-1]
    return Span(1, 1)
