"""Scenes in HTML: a section for each, numbered, so that paper can say where a choice leads."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

CARDS = "cards"
"""Id of the section with the cards for two, which is no scene."""


class SceneSections(Treeprocessor):
    """Gathers each heading of level 2 and what follows it; the links of lists are choices."""

    def run(self, root: Element) -> None:
        """Called by Python-Markdown, when the headings have their ids."""
        root[:] = _gathered(root)
        found = [each for each in root if each.tag == "section"]
        headings = [scene[0] for scene in found if scene.get("class") == "scene"]
        numbers = {f"#{each.get('id')}": str(n) for n, each in enumerate(headings, 1)}
        for heading in headings:
            heading.set("data-scene", numbers[f"#{heading.get('id')}"])
            heading.set("data-search-exclude", "")  # a search leads to the practice, not into it
        for scene in root:
            if scene.get("class") == CARDS:
                scene[:] = _each_card(scene)
            else:
                _mark_choices(scene, numbers)


def _gathered(root: Element) -> Iterator[Element]:
    scene: Element | None = None
    for element in list(root):
        if element.tag == "h2":
            id = element.get("id", "")
            kind = "cards" if id == CARDS else "scene"
            scene = Element("section", {"class": kind, "aria-labelledby": id})
            yield scene
        if scene is None:
            yield element
        else:
            scene.append(element)


def _each_card(section: Element) -> Iterator[Element]:
    """The heading of the section, and a card for each heading below it."""
    card: Element | None = None
    for element in list(section):
        if element.tag == "h3":
            card = Element("div", {"class": "card"})
            yield card
        if card is None:
            yield element
        else:
            card.append(element)


def _mark_choices(scene: Element, numbers: dict[str, str]) -> None:
    for entries in (each for each in scene if each.tag in ("ul", "ol")):
        for link in entries.iter("a"):
            target = link.get("href", "")
            if target in numbers:
                link.set("data-leads-to", numbers[target])
            elif target.startswith("#"):
                continue
            link.set("class", "scene-choice")
            entries.set("class", "scene-choices")
