"""Practice and finder pages as a graph: each `##` is a scene, links to scenes are the choices."""

from collections.abc import Iterator

from checklists.guide.model import Page, Section, Spanned

SCENE_LEVEL = 2
Scenes = dict[str, Section]


def scenes(page: Page) -> Scenes:
    """Id -> scene, in the order of the page. Empty for a page of another kind."""
    if page.kind not in ("practice", "finder"):
        return {}
    return {s.id.text: s for s in page.sections if s.level == SCENE_LEVEL and s.id}


def choices(scene: Section) -> list[Spanned]:
    """The scenes one can choose, without `#`."""
    return [Spanned(each.text[1:], each.span) for each in scene.links if each.text.startswith("#")]


def paths(graph: Scenes, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every path from the first scene to an ending, as ids. A choice that goes back ends it."""
    path = path or (next(iter(graph)),)
    onward = [choice.text for choice in choices(graph[path[-1]]) if choice.text in graph]
    if not onward or len(set(path)) < len(path):
        yield path
        return
    for id in onward:
        yield from paths(graph, (*path, id))
