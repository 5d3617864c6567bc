"""Paragraphs and choices of a practice that depend on the way: `{: after="id" }`, `without`.

A script shows and hides them by `data-after` and `data-without`. Without one, and on paper, words
before them say when they hold, with the title of the scene.
"""

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

KEYS = ("after", "without")


class Conditions(Treeprocessor):
    """Reads what `attr_list` (8) has put on a paragraph or a link."""

    PRIORITY = 7

    def __init__(self, md: Markdown, words: Mapping[str, str]) -> None:
        super().__init__(md)
        self._words = words

    def run(self, root: Element) -> None:
        """Called by Python-Markdown, when the headings have their ids."""
        titles = {each.get("id"): "".join(each.itertext()) for each in root.iter("h2")}
        parents = {child: parent for parent in root.iter() for child in parent}
        for element in [each for each in root.iter() if set(KEYS) & set(each.attrib)]:
            holder, parent = element, parents[element]
            if parent.tag in ("li", "blockquote") and len(parent) == 1:
                holder = parent
            for key in KEYS:
                if ids := element.attrib.pop(key, ""):
                    holder.set(f"data-{key}", ids)
                    names = " / ".join(titles.get(id, id) for id in ids.split())
                    _put_first(holder, self._words[key].replace("{scene}", names))


def _put_first(holder: Element, words: str) -> None:
    inner = holder[0] if holder.tag == "blockquote" else holder
    said = Element("em", {"class": "scene-if"})
    said.text, said.tail, inner.text = words, f" {inner.text or ''}", None
    inner.insert(0, said)
