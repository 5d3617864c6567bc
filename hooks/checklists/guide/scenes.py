"""Practice and finder pages as a graph: each `##` is a scene, links to scenes are the choices."""

from collections.abc import Collection, Iterator

from checklists.guide.addresses import destination
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


def left_out_scenes(page: Page, keys: Collection[str]) -> set[str]:
    """The scenes of a finder that led only to pages that the guide leaves out."""
    graph = scenes(page)
    gone: set[str] = set()
    for _ in graph:  # each round may leave a scene before without a choice
        gone |= {id for id, scene in graph.items() if _leads_nowhere(page, scene, keys, gone)}
    return gone


def _leads_nowhere(page: Page, scene: Section, keys: Collection[str], gone: set[str]) -> bool:
    if onward := choices(scene):
        return all(choice.text in gone for choice in onward)
    found = {destination(page.key, link.text).key for link in scene.links}
    return bool(found) and found <= set(keys)


def paths(graph: Scenes, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every path from the first scene to an ending, as ids. A choice that goes back ends it."""
    path = path or (next(iter(graph)),)
    onward = [choice.text for choice in choices(graph[path[-1]]) if choice.text in graph]
    if not onward or len(set(path)) < len(path):
        yield path
        return
    for id in onward:
        yield from paths(graph, (*path, id))
