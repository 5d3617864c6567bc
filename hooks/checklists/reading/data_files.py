"""The YAML files of the guide: sources, organisation, style, and the words of the interface."""

from pathlib import Path
from typing import Annotated

from pydantic import Field

from checklists.guide.model import Guide, Point, Source
from checklists.guide.organisation import Organisation
from checklists.guide.page_meta import Strict, Text, Texts
from checklists.guide.style import Style
from checklists.reading.layered_yaml import LayeredYaml, read_layers
from checklists.reading.layers import CONTENT, versions
from checklists.reading.validation import nearest

SOURCES, ORGANISATION, STYLE = "sources.yml", "organisation.yml", "style.yml"
WORDS = "words"
"""The folder with a file for each language."""


class _Source(Strict):
    title: Texts
    short: Texts | None = None
    """For paper, where all sources share a line."""
    url: Annotated[str, Field(pattern=r"^https://\S+$")] = ""
    note: Texts | None = None
    law: bool = False


class _Point(Strict):
    source: str
    advice: bool
    text: Texts


class _Sources(Strict):
    sources: dict[str, _Source]
    points: dict[str, _Point] = Field(default={})


Words = dict[str, dict[str, Text]]
"""Group -> name -> word."""


def read_data(guide: Guide, root: Path) -> None:
    """Read all of them but the words."""
    files = versions(root, SOURCES) or [root / CONTENT / SOURCES]
    _add_sources(guide, read_layers(guide, root, files))
    for name, schema in ((ORGANISATION, Organisation), (STYLE, Style)):
        data = read_layers(guide, root, versions(root, name)).fit(schema, guide)
        if data is not None:
            setattr(guide, name.removesuffix(".yml"), data)


def read_words(guide: Guide, root: Path, language: str) -> None:
    """The words of the interface in a language: group -> language -> name -> word."""
    files = versions(root, f"{WORDS}/{language}.yml")
    layers = read_layers(guide, root, files, language)
    for group, words in (layers.fit(Words, guide) or {}).items():
        named = {name: guide.page_text(language).with_name(word) for name, word in words.items()}
        guide.words.setdefault(group, {})[language] = named


def _add_sources(guide: Guide, layers: LayeredYaml) -> None:
    data = layers.fit(_Sources, guide)
    if data is None:
        return
    guide.sources = {key: _source(key, each) for key, each in data.sources.items()}
    guide.points = {
        key: Point(
            key, each.source, each.advice, each.text, nearest(("points", key), layers.locate)
        )
        for key, each in data.points.items()
    }


def _source(key: str, source: _Source) -> Source:
    author = {language: words.partition(": ")[0] for language, words in source.title.items()}
    note, short = source.note or {}, source.short or author
    return Source(key, source.title, source.url, note, source.law, short)
