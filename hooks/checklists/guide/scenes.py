"""Practice and finder pages as a graph: each `##` is a scene, links to scenes are the choices."""

from collections.abc import Iterator

from checklists.guide.model import Located, Page, Section

SCENE_LEVEL = 2
Scenes = dict[str, Section]


def scenes(page: Page) -> Scenes:
    """Id -> scene, in the order of the page. Empty for a page of another kind."""
    if page.meta is None or page.meta.kind not in ("practice", "finder"):
        return {}
    return {s.id.text: s for s in page.sections if s.level == SCENE_LEVEL and s.id}


def choices(scene: Section) -> list[Located]:
    """The scenes one can choose, without `#`."""
    return [Located(link.text[1:], link.span) for link in scene.links if link.text.startswith("#")]


def ways(graph: Scenes, way: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every way from the first scene to an ending, as ids. A choice that goes back ends its way."""
    way = way or (next(iter(graph)),)
    onward = [choice.text for choice in choices(graph[way[-1]]) if choice.text in graph]
    if not onward or len(set(way)) < len(way):
        yield way
        return
    for id in onward:
        yield from ways(graph, (*way, id))
