"""YAML files that add to each other -> one value, and where each part of it is written."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import TypeAdapter

from checklists.guide.model import DataFile, Guide, Problem
from checklists.guide.places import KeyPath, Place, Span, place_in
from checklists.reading.text_file import read_text
from checklists.reading.validation import fit
from checklists.reading.yaml_document import YamlDocument, YamlError, read_yaml

Schema = TypeVar("Schema")


@dataclass
class LayeredYaml:
    """Mappings are merged, all else takes the place of what a file before has."""

    value: Any = None
    files: list[DataFile] = field(default_factory=list)
    is_broken: bool = False
    """Whether one of them is no YAML, or cannot be read."""

    def locate(self, path: KeyPath) -> Place | None:
        """Where a value is written, in the file that counts."""
        for file in reversed(self.files):
            if path in file.spans or not path:
                return place_in(file.path, file.lines, file.spans.get(path, Span(1, 1)))
        return None

    def at(self, path: KeyPath) -> object:
        """The value there, None where there is none."""
        value = self.value
        for key in path:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    def fit(
        self,
        schema: type[Schema],
        guide: Guide,
        path: KeyPath = (),
        context: Mapping[str, object] | None = None,
    ) -> Schema | None:
        """What is at `path` as a schema has it; None where none does."""
        if self.is_broken or not self.files:
            return None
        value = self.at(path)
        data: Schema | None
        data, problems = fit(
            TypeAdapter(schema),
            {} if value is None else value,
            lambda key: self.locate((*path, *key)) or (None if key else self.locate(())),
            context=context or guide.validation_context,
        )
        guide.problems += problems
        return data


def _merged(value: object, over: object) -> object:
    if not (isinstance(value, dict) and isinstance(over, dict)):
        return over
    return value | {key: _merged(value.get(key), each) for key, each in over.items()}


def read_layers(guide: Guide, root: Path, files: Iterable[Path], language: str = "") -> LayeredYaml:
    """Read files, and add them to the data of the guide. One that is not YAML is left out.

    `language` is that of all their texts, "" where each text says its own.
    """
    layers = LayeredYaml()
    for file in files:
        text, problems = read_text(root, file)
        guide.problems += problems
        layers.is_broken |= text is None
        if text is not None:
            _add(guide, layers, file.relative_to(root).as_posix(), text, language)
    return layers


def _add(guide: Guide, layers: LayeredYaml, path: str, text: str, language: str) -> None:
    lines = text.split("\n")
    document = YamlDocument()
    try:
        document = read_yaml(text)
    except YamlError as error:
        place = place_in(path, lines, error.span)
        guide.problems.append(Problem("yaml", place, f"not valid YAML: {error}"))
        layers.is_broken = True
    file = DataFile(path, lines, document.spans, document.strings, language)
    guide.data[path] = file
    layers.files.append(file)
    if document.value is not None:
        layers.value = _merged(layers.value, document.value)
