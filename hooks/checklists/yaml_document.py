"""YAML with the line and column of each key."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from checklists.finding import Span

Path = tuple[str | int, ...]


class YamlError(Exception):
    """The text is not YAML that we accept. `span` counts within the text."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.span = span


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """`value` is plain data; `spans` places each key and each list entry by its path."""

    value: object
    spans: dict[Path, Span] = field(default_factory=dict)


def read_yaml(text: str) -> YamlDocument:
    """Read one document of plain data.

    Raises YamlError for a syntax error, more than one document, a tag that makes an object,
    a value out of range (a 31st of April) and a key given twice.
    """
    loader = yaml.SafeLoader(text)
    try:
        node = loader.get_single_node()
        if node is None:
            return YamlDocument(None)
        spans = dict(_spans(node, ()))
        return YamlDocument(_construct(loader, node), spans)
    except yaml.reader.ReaderError as error:
        raise YamlError(error.reason, _at_offset(text, error.position)) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        span = Span(mark.line + 1, mark.column + 1) if mark else Span(1, 1)
        raise YamlError(error.problem or str(error.context), span) from error
    except RecursionError as error:
        raise YamlError("nested too deeply", Span(1, 1)) from error
    finally:
        loader.dispose()


def _construct(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    try:
        return loader.construct_document(node)
    except (ValueError, OverflowError, TypeError) as error:
        raise YamlError(str(error), _span(node)) from error


def _spans(node: yaml.Node, path: Path) -> Iterator[tuple[Path, Span]]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                raise YamlError(f"`{name}` is given twice", _span(key))
            seen.add(name)
            yield (*path, name), _span(key)
            yield from _spans(value, (*path, name))
    elif isinstance(node, yaml.SequenceNode):
        for index, entry in enumerate(node.value):
            yield (*path, index), _span(entry)
            yield from _spans(entry, (*path, index))


def _span(node: yaml.Node) -> Span:
    start, end = node.start_mark, node.end_mark
    length = end.column - start.column if end.line == start.line else 1
    return Span(start.line + 1, start.column + 1, max(length, 1))


def _at_offset(text: str, offset: int) -> Span:
    before = text[:offset]
    return Span(before.count("\n") + 1, offset - before.rfind("\n"))
