"""YAML with the line and column of each key and text."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from checklists.guide.model import Spanned
from checklists.guide.places import KeyPath, Span

_NOT_A_LINE_END = dict.fromkeys((0x85, 0x2028, 0x2029), " ")
"""To YAML they end a line, to editors they do not."""
_BASE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class YamlError(Exception):
    """The text is not YAML that we accept. `span` counts within the text."""

    def __init__(self, message: str, span: Span) -> None:
        super().__init__(message)
        self.span = span


@dataclass(frozen=True, slots=True)
class YamlDocument:
    """`value` is plain data; `spans` places each key and list entry, `strings` each scalar."""

    value: object = None
    spans: dict[KeyPath, Span] = field(default_factory=dict)
    strings: dict[KeyPath, Spanned] = field(default_factory=dict)


class _Loader(_BASE):  # type: ignore[misc]
    """Reads plain data. An unknown tag, as `!ENV`, is passed over."""


def _untagged(loader: _Loader, _: str, node: yaml.Node) -> object:
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return loader.construct_mapping(node, deep=True)


def _environment(loader: _Loader, node: yaml.Node) -> object:
    """`!ENV [NAME, default]`, as MkDocs has it: the first variable that is set, or the default."""
    parts = node.value if isinstance(node, yaml.SequenceNode) else [node]
    default = loader.construct_object(parts[-1]) if len(parts) > 1 else None
    names = [str(each.value) for each in parts[: max(len(parts) - 1, 1)]]
    return next((os.environ[name] for name in names if name in os.environ), default)


_Loader.add_multi_constructor("", _untagged)
_Loader.add_constructor("!ENV", _environment)


def read_yaml(text: str) -> YamlDocument:
    """Read one document.

    Raises YamlError for a syntax error, a second document, a value out of range (a 31st of April)
    and a key given twice.
    """
    text = text.translate(_NOT_A_LINE_END)
    try:
        return _read(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        last = text.count("\n") + 1
        span = Span(min(mark.line + 1, last), mark.column + 1) if mark else Span(1, 1)
        raise YamlError(error.problem or str(error.context), span) from error
    except yaml.reader.ReaderError as error:
        before = text.encode()[: error.position].decode("utf-8", "ignore")
        span = Span(before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise YamlError(error.reason, span) from error
    except RecursionError as error:
        raise YamlError("nested too deeply", Span(1, 1)) from error


def _read(text: str) -> YamlDocument:
    loader = _Loader(text)
    node = loader.get_single_node()
    if node is None:
        return YamlDocument()
    spans: dict[KeyPath, Span] = {}
    strings: dict[KeyPath, Spanned] = {}
    for path, part, is_key in _parts(node, ()):
        span = _span(part)
        if is_key:
            if path in spans:
                raise YamlError(f"`{path[-1]}` is given twice", span)
            spans[path] = span
        elif isinstance(part, yaml.ScalarNode):
            _check_value(loader, part, span)
            strings[path] = Spanned(part.value, span)
    return YamlDocument(loader.construct_document(node), spans, strings)


def _parts(node: yaml.Node, path: KeyPath) -> Iterator[tuple[KeyPath, yaml.Node, bool]]:
    """Each key or list entry, and each value, with its path and whether it is a key or entry."""
    yield path, node, False
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            step = (*path, str(key.value))
            yield step, key, True
            yield from _parts(value, step)
    elif isinstance(node, yaml.SequenceNode):
        for index, entry in enumerate(node.value):
            yield (*path, index), entry, True
            yield from _parts(entry, (*path, index))


def _check_value(loader: _Loader, node: yaml.ScalarNode, span: Span) -> None:
    """PyYAML raises whatever it trips over."""
    try:
        loader.construct_object(node)
    except (ValueError, ArithmeticError, LookupError, TypeError, AttributeError) as error:
        raise YamlError(str(error), span) from error


def _span(node: yaml.Node) -> Span:
    """On one line: a value of several lines has the length 1."""
    start, end = node.start_mark, node.end_mark
    length = end.column - start.column if start.line == end.line else 1
    return Span(start.line + 1, start.column + 1, max(length, 1))
