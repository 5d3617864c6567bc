"""What a guide fills into the Markdown of its pages, and what it leaves out of it. Pure text."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from checklists.guide.addresses import destination

SITE, ADDRESS = "{site}", "{address}"
"""Stand for the name of the guide, and for the address of its front page."""
_LINK = re.compile(r"\[(?P<words>[^\[\]]*)\]\((?P<target>[^()\s]+)\)")
_SCENE = re.compile(r"## .*\{[^{}]*#(?P<id>[\w-]+)")


@dataclass(frozen=True, slots=True)
class Part:
    """Markdown that is added to the end of pages, and its file."""

    path: str
    text: str


@dataclass(frozen=True, slots=True)
class PageText:
    """The same for every page of a language. `left_out`: keys of pages."""

    site: str = SITE
    address: str = ADDRESS
    left_out: frozenset[str] = frozenset()
    afterwards: Part | None = None
    """Ends every situation."""

    def with_name(self, text: str) -> str:
        """A text with the name of the guide."""
        return text.replace(SITE, self.site)

    def fill(self, key: str, markdown: str, kind: str = "") -> str:
        """Line by line: the numbers of lines stay. A link to what is left out becomes its words."""
        part = self.afterwards if kind == "situation" else None
        whole = f"{markdown}\n{part.text}" if part else markdown
        text = whole.replace(SITE, self.site.replace("<", "&lt;")).replace(ADDRESS, self.address)
        if not self.left_out:
            return text

        def is_gone(target: str) -> bool:
            return destination(key, target).key in self.left_out

        lines = text.split("\n")
        if kind == "finder":
            lines = list(_without_scenes(lines, is_gone))
        return _LINK.sub(lambda m: m["words"] if is_gone(m["target"]) else m[0], "\n".join(lines))


def _without_scenes(lines: list[str], is_gone: Callable[[str], bool]) -> Iterator[str]:
    """Blank lines in place of choices and scenes that led only to what is left out."""
    scene, scenes, leads = "", list[str](), dict[str, list[str]]()
    for line in lines:
        start = _SCENE.match(line)
        scene = start["id"] if start else scene
        scenes.append(scene)
        leads.setdefault(scene, []).extend(link["target"] for link in _LINK.finditer(line))
    gone: set[str] = set()
    for _ in leads:  # each round may leave a scene before without a choice
        gone |= {id for id in leads if id and _leads_nowhere(leads[id], gone, is_gone)}
    for line, scene in zip(lines, scenes, strict=True):
        targets = [link["target"] for link in _LINK.finditer(line)]
        choices = targets if line.startswith("- ") else [each for each in targets if each[0] == "#"]
        yield "" if scene in gone or _leads_nowhere(choices, gone, is_gone) else line


def _leads_nowhere(targets: list[str], gone: set[str], is_gone: Callable[[str], bool]) -> bool:
    return bool(targets) and all(
        target[1:] in gone if target.startswith("#") else is_gone(target) for target in targets
    )
