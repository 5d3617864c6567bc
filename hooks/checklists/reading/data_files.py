"""The YAML files in docs/: text -> sources, words, organisation, style."""

from typing import Annotated, TypeVar

from pydantic import BaseModel, Field, TypeAdapter

from checklists.guide.model import DataFile, Guide, Point, Problem, Source
from checklists.guide.organisation import InBoth, Organisation
from checklists.guide.page_meta import JSON_SCHEMA, Strict
from checklists.guide.places import KeyPath, Place, Span, place_in
from checklists.guide.style import Style
from checklists.reading.validation import fit
from checklists.reading.yaml_document import YamlError, read_yaml

SOURCES, WORDS, ORGANISATION, STYLE = "sources.yml", "words.yml", "organisation.yml", "style.yml"

Schema = TypeVar("Schema", bound=BaseModel)


class _Source(Strict):
    title: InBoth
    short: InBoth | None = None
    """For paper, where all sources share a line."""
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] = ""
    note: InBoth | None = None
    law: bool = False


class _Point(InBoth):
    source: str
    advice: bool


class _Sources(Strict):
    sources: dict[str, _Source]
    points: dict[str, _Point]


class _Items(Strict):
    critical: InBoth
    good: InBoth
    bad: InBoth
    translation: InBoth
    copy_line: InBoth
    own_line: InBoth


class _New(Strict):
    owner: InBoth
    quotes: InBoth
    use: InBoth
    done: InBoth
    signs: InBoth
    before: InBoth
    during: InBoth
    after: InBoth
    stop: InBoth
    related: InBoth
    why: InBoth
    do: InBoth


class _Words(Strict):
    """Words of the templates, of items, of scripts, of the tool pages, and of a new page."""

    pages: dict[str, InBoth]
    items: _Items
    scripts: dict[str, InBoth]
    tools: dict[str, InBoth] = Field(default_factory=dict)
    new: _New


def add_sources(guide: Guide, text: str, path: str) -> None:
    """docs/sources.yml: the sources and their points."""
    data = _read(guide, text, path, _Sources)
    if data is None:
        return
    guide.sources = {key: _source(guide, path, key, each) for key, each in data.sources.items()}
    for key, each in data.points.items():
        place = _place(guide, path, ("points", key))
        words = {"nb": each.nb, "en": each.en}
        guide.points[key] = Point(key, each.source, each.advice, words, place)


def _source(guide: Guide, path: str, key: str, source: _Source) -> Source:
    title = source.title.model_dump()
    author = {language: words.partition(": ")[0] for language, words in title.items()}
    return Source(
        key,
        title,
        source.url,
        source.note.model_dump() if source.note else {},
        _place(guide, path, ("sources", key, "url")),
        source.law,
        source.short.model_dump() if source.short else author,
    )


def add_words(guide: Guide, text: str, path: str) -> None:
    """docs/words.yml: the words of the interface."""
    data = _read(guide, text, path, _Words)
    for group, words in (data.model_dump() if data else {}).items():
        guide.words[group] = {
            language: {name: word[language] for name, word in words.items()}
            for language in InBoth.model_fields
        }


def add_organisation(guide: Guide, text: str, path: str) -> None:
    """docs/organisation.yml: what whoever hosts the guide fills in."""
    guide.organisation = _read(guide, text, path, Organisation) or guide.organisation


def add_style(guide: Guide, text: str, path: str) -> None:
    """docs/style.yml: how the guide is written."""
    guide.style = _read(guide, text, path, Style) or guide.style


def _read(guide: Guide, text: str, path: str, schema: type[Schema]) -> Schema | None:
    """The data; None, and problems in the guide, where anything is wrong with it."""
    lines = text.split("\n")
    try:
        document = read_yaml(text)
    except YamlError as error:
        place = place_in(path, lines, error.span)
        guide.problems.append(Problem("yaml", place, f"not valid YAML: {error}"))
        guide.data[path] = DataFile(path, lines)
        return None
    guide.data[path] = DataFile(path, lines, document.spans, document.strings)
    whole = Span(1, 1)
    data, problems = fit(
        TypeAdapter(schema), document, lambda span: place_in(path, lines, span or whole)
    )
    guide.problems += problems
    return data


def _place(guide: Guide, path: str, key: KeyPath) -> Place:
    file = guide.data[path]
    return place_in(path, file.lines, file.spans.get(key) or file.spans[key[:-1]])


def sources_schema() -> dict[str, object]:
    """JSON Schema of docs/sources.yml, for editors."""
    return {"$schema": JSON_SCHEMA, **_Sources.model_json_schema(), "title": "Sources and points"}


def words_schema() -> dict[str, object]:
    """JSON Schema of docs/words.yml, for editors."""
    return {"$schema": JSON_SCHEMA, **_Words.model_json_schema(), "title": "Words of the interface"}
