"""What a practice says depends on the way there: conditions of its paragraphs and choices.

`{: after="id" }` at the end of a choice, or on a line of its own below a paragraph, shows it after
any of these scenes, `without` if none of them came before.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from checklists.guide.model import Page, Text
from checklists.guide.places import Span
from checklists.guide.scenes import Scenes, scenes
from checklists.markdown.attributes import Attributes, split_trailing

_CHOICE = re.compile(r"\[.+\]\(#(?P<target>[\w-]+)\)", re.DOTALL)

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
class SceneText:
    """A paragraph or a choice. `markdown` is without its attribute list.

    `target` is the scene that a choice leads to, "" if it is none.
    """

    text: Text
    markdown: str
    condition: Condition | None
    target: str

    def holds(self, visited: Collection[str]) -> bool:
        """Whether it is shown after a way through these scenes."""
        return self.condition is None or self.condition.holds(visited)


class Ways:
    """A practice, and every way through it."""

    def __init__(self, page: Page) -> None:
        self._page = page
        self.graph: Scenes = scenes(page)
        self._texts = {
            id: [_scene_text(page, text) for text in scene.texts]
            for id, scene in self.graph.items()
        }

    @cached_property
    def options(self) -> dict[str, list[SceneText]]:
        """Scene -> its choices that lead to a scene, in the order of the page."""
        return {id: [each for each in texts if each.target] for id, texts in self._texts.items()}

    @cached_property
    def conditions(self) -> dict[str, list[Condition]]:
        """Scene -> what in it depends on the way."""
        return {
            id: [each.condition for each in texts if each.condition]
            for id, texts in self._texts.items()
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
                if self._is_open(option, visited) and state not in states:
                    states.add(state)
                    front.append(state)
        found: dict[str, set[frozenset[str]]] = {id: set() for id in self.graph}
        for id, before in states:
            found[id].add(before)
        return found

    def text(self, way: Way) -> str:
        """The scenes of a way as they are written, without what does not hold on it."""
        return "\n\n".join("\n".join(self._text(id, way[:index])) for index, id in enumerate(way))

    def _is_open(self, option: SceneText, visited: Collection[str]) -> bool:
        return option.target in self.graph and option.holds(visited)

    def _text(self, id: str, visited: Way) -> Iterator[str]:
        yield self._page.lines[self.graph[id].span.line - 1]
        for each in self._texts[id]:
            if each.holds(visited):
                yield f"- {each.markdown}" if each.text.kind == "li" else each.markdown


def _scene_text(page: Page, text: Text) -> SceneText:
    markdown, attributes = split_trailing(text.raw)
    condition = _condition(page, text, attributes) if attributes else None
    choice = _CHOICE.fullmatch(markdown) if text.kind == "li" else None
    return SceneText(text, markdown, condition, choice["target"] if choice else "")


def _condition(page: Page, text: Text, attributes: Attributes) -> Condition | None:
    names = (attributes.tokens(key) for key in ("after", "without"))
    after, without = (frozenset(token.text for token in tokens) for tokens in names)
    if not after | without:
        return None
    line = text.line + text.raw.count("\n", 0, attributes.offset)
    source = page.lines[line - 1].rstrip()
    start = source.rfind("{")
    return Condition(after, without, Span(line, start + 1, len(source) - start))
