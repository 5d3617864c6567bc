"""YAML with the line and column of each key."""

from bisect import bisect_right
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import TypeVar

import yaml

from checklists.grammar.places import KeyPath, Span
from checklists.guide.rule import Edit, Rule

INVALID_YAML = Rule(
    "CL011: YAML is valid, each key given once",
    "What YAML cannot read, nobody can check. A key given twice hides one of the values.",
    Edit("minutes: 2", "minutes: 2\nminutes: 5"),
)


_Loader = yaml.SafeLoader | yaml.CSafeLoader
LOADERS: tuple[type[_Loader], ...] = (
    getattr(yaml, "CSafeLoader", yaml.SafeLoader),
    yaml.SafeLoader,
)
"""The first is written in C, where the library has it; the errors of the last have better words."""
T = TypeVar("T")


class YamlError(Exception):
    """The text is not YAML that we accept. `span` counts within the text."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.span = span


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """`value` is plain data; `spans` places each key and each list entry by its path."""

    value: object
    spans: dict[KeyPath, Span] = field(default_factory=dict)


def read_yaml(text: str) -> YamlDocument:
    """Read one document of plain data.

    Raises YamlError for a syntax error, more than one document, a tag that makes an object,
    a value out of range (a 31st of April) and a key given twice.
    """
    return _read(text, _document)


def _read(text: str, made: Callable[[_Loader, str], T]) -> T:
    fast, exact = LOADERS
    with suppress(YamlError), _located_errors(text):
        return made(fast(text), text)
    with _located_errors(text):
        return made(exact(text), text)


@contextmanager
def _located_errors(text: str) -> Iterator[None]:
    try:
        yield
    except yaml.reader.ReaderError as error:
        raise YamlError(error.reason, _span(text, error.position)) from error
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        span = _span(text, mark.index) if mark else Span(1, 1)
        raise YamlError(_plainly(error.problem or str(error.context)), span) from error
    except RecursionError as error:
        raise YamlError("nested too deeply", Span(1, 1)) from error


def _plainly(problem: str) -> str:
    return "a tab, where YAML takes only spaces" if "'\\t'" in problem else problem


def _document(loader: _Loader, text: str) -> YamlDocument:
    node = loader.get_single_node()
    if node is None:
        return YamlDocument(None)
    spans = dict(_spans(text, node, ()))
    _construct_scalars(loader, text, node)
    return YamlDocument(loader.construct_document(node), spans)


def read_scalars(text: str) -> list[tuple[KeyPath, str, Span]]:
    """Each value that is neither a list nor keys, or one with nothing in it: path, text, place.

    Takes any tag, and makes nothing of it. Raises YamlError for a syntax error.
    """
    return _read(text, lambda loader, _: list(_scalar_values(text, loader.get_single_node(), ())))


def read_key_spans(text: str) -> dict[KeyPath, Span]:
    """The place of each key and each list entry. Takes any tag.

    Raises YamlError for a syntax error and for a key given twice.
    """
    return _read(text, lambda loader, _: dict(_spans(text, loader.get_single_node(), ())))


def _scalar_values(
    text: str, node: yaml.Node | None, path: KeyPath
) -> Iterator[tuple[KeyPath, str, Span]]:
    if isinstance(node, yaml.ScalarNode):
        yield path, node.value, _node_span(text, node)
    elif isinstance(node, yaml.CollectionNode) and not node.value:
        yield path, "", _node_span(text, node)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalar_values(text, value, (*path, str(key.value)))
    elif isinstance(node, yaml.SequenceNode):
        for index, entry in enumerate(node.value):
            yield from _scalar_values(text, entry, (*path, index))


def _construct_scalars(loader: _Loader, text: str, node: yaml.Node) -> None:
    """Find the value that is out of range. PyYAML raises whatever it trips over."""
    for scalar in _scalars(node):
        try:
            loader.construct_object(scalar)
        except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError) as error:
            raise YamlError(str(error), _node_span(text, scalar)) from error


def _scalars(node: yaml.Node) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)
    elif isinstance(node, yaml.SequenceNode):
        for entry in node.value:
            yield from _scalars(entry)


def _spans(text: str, node: yaml.Node | None, path: KeyPath) -> Iterator[tuple[KeyPath, Span]]:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value)
            if name in seen:
                raise YamlError(f"`{name}` is given twice", _node_span(text, key))
            seen.add(name)
            yield (*path, name), _node_span(text, key)
            yield from _spans(text, value, (*path, name))
    elif isinstance(node, yaml.SequenceNode):
        for index, entry in enumerate(node.value):
            yield (*path, index), _node_span(text, entry)
            yield from _spans(text, entry, (*path, index))


def _node_span(text: str, node: yaml.Node) -> Span:
    start, end = node.start_mark.index, node.end_mark.index
    length = end - start if "\n" not in text[start:end] else 1
    return _span(text, start, max(length, 1))


def _span(text: str, offset: int, length: int = 1) -> Span:
    """Not the line PyYAML counts: to YAML, U+0085 and U+2028 end a line too."""
    starts = _line_starts(text)
    row = bisect_right(starts, offset)
    return Span(row, offset - starts[row - 1] + 1, length)


@lru_cache(maxsize=4)
def _line_starts(text: str) -> list[int]:
    return [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
