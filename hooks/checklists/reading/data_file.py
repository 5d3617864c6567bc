"""YAML files beside the pages: text -> data that fits a schema, and the place of everything."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from checklists.grammar.places import KeyPath, Place, Span, place_in
from checklists.guide.finding import Finding
from checklists.reading.matter import INVALID_VALUE
from checklists.reading.yaml_document import INVALID_YAML, YamlDocument, YamlError, read_yaml

Schema = TypeVar("Schema", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class DataFile(Generic[Schema]):
    """A file as data; None, and the findings that say why, where anything is wrong with it."""

    path: str
    lines: list[str]
    document: YamlDocument
    data: Schema | None
    findings: list[Finding]

    def place(self, *path: str | int) -> Place:
        """Where a value stands, or the nearest one above it that is there."""
        return place_in(self.path, self.lines, _nearest_span(self.document, path))


def read_data(text: str, path: str, schema: type[Schema]) -> DataFile[Schema]:
    """Read the text of the file at `path`. Never raises."""
    lines = text.split("\n")
    try:
        document = read_yaml(text)
    except YamlError as error:
        place = place_in(path, lines, error.span)
        finding = Finding(place, INVALID_YAML, f"not valid YAML: {error}")
        return DataFile(path, lines, YamlDocument(None), None, [finding])
    try:
        return DataFile(path, lines, document, schema.model_validate(document.value), [])
    except ValidationError as error:
        file: DataFile[Schema] = DataFile(path, lines, document, None, [])
        for each in error.errors():
            name = ".".join(str(step) for step in each["loc"]) or "file"
            message, help = _words(each)
            place = file.place(*each["loc"])
            file.findings.append(Finding(place, INVALID_VALUE, f"{name}: {message}", help))
        return file


def _words(error: ErrorDetails) -> tuple[str, str]:
    """Message and help."""
    match error["type"]:
        case "missing":
            return "missing", f"add `{error['loc'][-1]}:`"
        case "extra_forbidden":
            return "unknown key", "correct its name, or delete it"
    return error["msg"].removeprefix("Value error, "), ""


def _nearest_span(document: YamlDocument, path: KeyPath) -> Span:
    while path:
        if path in document.spans:
            return document.spans[path]
        path = path[:-1]
    return Span(1, 1)
