"""What a practice says depends on the way there: conditions of its paragraphs and choices.

`{: after="id" }` at the end of a choice, or on a line of its own below a paragraph, shows it after
any of these scenes, `without` if none of them came before.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from checklists.guide.model import Page, Section
from checklists.guide.places import Span
from checklists.guide.scenes import Scenes, scenes

_OPTION = re.compile(r"\s*(?:[-*+]|\d+\.) \[(?P<words>.+?)\]\(#(?P<target>[\w-]+)\)(?P<list>\{.*)?")
CONDITION = re.compile(r"\{:?(?P<list>[^{}]*\b(?:after|without)=[^{}]*)\}")
_KEY = re.compile(r"\b(?P<key>after|without)=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^\s\"{}]+))")

Way = tuple[str, ...]
"""Ids of the scenes, from the first to the one that one is in."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Ids of scenes; `span` is that of the attribute list."""

    after: frozenset[str]
    without: frozenset[str]
    span: Span

    def holds(self, visited: Collection[str]) -> bool:
        """After a way through these scenes."""
        return (not self.after or not self.after.isdisjoint(visited)) and self.without.isdisjoint(
            visited
        )

    @property
    def scenes(self) -> frozenset[str]:
        """All that it names."""
        return self.after | self.without


@dataclass(frozen=True, slots=True)
class Option:
    """A choice of a list: its words, without marks, and the scene that it leads to."""

    words: str
    target: str
    condition: Condition | None


class Ways:
    """A practice, and every way through it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.graph: Scenes = scenes(page)

    @cached_property
    def options(self) -> dict[str, list[Option]]:
        """Scene -> its choices that lead to a scene, in the order of the page."""
        return {id: list(self._options(scene)) for id, scene in self.graph.items()}

    @cached_property
    def conditions(self) -> dict[str, list[Condition]]:
        """Scene -> what in it depends on the way."""
        return {
            id: [each for row in self._rows(scene) if (each := self._condition(row))]
            for id, scene in self.graph.items()
        }

    def all(self, way: Way = ()) -> Iterator[Way]:
        """Every way from the first scene to an ending. One that goes back ends there."""
        way = way or (next(iter(self.graph)),)
        onward = self.onward(way)
        if not onward or len(set(way)) < len(way):
            yield way
        for id in dict.fromkeys(onward if len(set(way)) == len(way) else ()):
            yield from self.all((*way, id))

    def onward(self, way: Way) -> list[str]:
        """The scenes that one can choose at the end of a way."""
        return [option.target for option in self.options[way[-1]] if self._is_open(option, way)]

    def is_stuck(self, id: str, visited: Collection[str]) -> bool:
        """Whether a scene has choices, and none of them after a way through these scenes."""
        options = self.options[id]
        return bool(options) and not any(self._is_open(each, visited) for each in options)

    def arrivals(self) -> dict[str, set[frozenset[str]]]:
        """Scene -> what one may have been through before it, of the scenes that conditions name."""
        named = {id for each in self.conditions.values() for c in each for id in c.scenes}
        first = next(iter(self.graph))
        states, front = {(first, frozenset[str]())}, [(first, frozenset[str]())]
        for id, before in front:  # grows while it is read
            visited = before | ({id} & named)
            for option in self.options[id]:
                state = option.target, visited
                if self._is_open(option, tuple(visited)) and state not in states:
                    states.add(state)
                    front.append(state)
        found: dict[str, set[frozenset[str]]] = {id: set() for id in self.graph}
        for id, before in states:
            found[id].add(before)
        return found

    def text(self, way: Way) -> str:
        """The scenes of a way as they are written, without what does not hold on it."""
        return "\n\n".join(self._text(id, way[:index]) for index, id in enumerate(way))

    def _is_open(self, option: Option, visited: Collection[str]) -> bool:
        known = option.target in self.graph
        return known and (option.condition is None or option.condition.holds(visited))

    def _options(self, scene: Section) -> Iterator[Option]:
        for row in self._rows(scene):
            if match := _OPTION.match(self._page.lines[row - 1]):
                words = match["words"].replace("*", "")
                yield Option(words, match["target"], self._condition(row))

    def _condition(self, row: int) -> Condition | None:
        match = CONDITION.search(self._page.lines[row - 1])
        if match is None:
            return None
        ids: dict[str, frozenset[str]] = {"after": frozenset(), "without": frozenset()}
        for each in _KEY.finditer(match["list"]):
            ids[each["key"]] |= frozenset((each["quoted"] or each["bare"] or "").split())
        return Condition(**ids, span=Span(row, match.start() + 1, len(match[0])))

    def _rows(self, scene: Section) -> range:
        """The lines of a scene, from 1, with its heading."""
        start = scene.span.line
        later = [each.span.line for each in self._page.sections if each.span.line > start]
        return range(start, min(later, default=len(self._page.lines) + 1))

    def _text(self, id: str, visited: Way) -> str:
        blocks: list[list[str]] = [[]]
        for row in self._rows(self.graph[id]):
            line, condition = self._page.lines[row - 1], self._condition(row)
            if condition and not condition.holds(visited):
                if _OPTION.match(line) is None:
                    blocks[-1] = []  # the paragraph above
                continue
            if line.strip():
                blocks[-1].append(CONDITION.sub("", line).rstrip("> ") if condition else line)
            else:
                blocks.append([])
        return "\n".join(line for block in blocks for line in block if line)
