"""Practice and finder pages as a graph: each `##` is a scene, links to scenes are the choices."""

from checklists.guide.model import Page, Section, Spanned
from checklists.markdown.scene_sections import CARDS

SCENE_LEVEL = 2
Scenes = dict[str, Section]


def scenes(page: Page) -> Scenes:
    """Id -> scene, in the order of the page. Empty for a page of another kind."""
    if page.kind not in ("practice", "finder"):
        return {}
    return {
        s.id.text: s
        for s in page.sections
        if s.level == SCENE_LEVEL and s.id and s.id.text != CARDS
    }


def choices(scene: Section) -> list[Spanned]:
    """The scenes one can choose, without `#`."""
    return [Spanned(each.text[1:], each.span) for each in scene.links if each.text.startswith("#")]
