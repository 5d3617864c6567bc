"""Rules on what the pages need of the configuration and the templates, to be seen at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from checklists.grammar.attributes import Word
from checklists.grammar.passage import Passage
from checklists.grammar.places import Span
from checklists.guide.finding import Finding
from checklists.guide.front_matter import theme_folder
from checklists.guide.model import Guide, TextFile
from checklists.guide.phrasing import meant, nearest
from checklists.guide.rule import Edit
from checklists.rules.table import rule

NEEDED = {
    "attr_list": "headings have ids",
    "checklists": "items can be ticked",
    "pymdownx.details": "boxes can be opened",
    "pymdownx.superfences": "code may stand in an item",
    "tables": "tables are shown",
    "toc": "headings can be linked to",
}
"""Extension of Markdown -> what it is there for."""
OVERRIDES = "overrides/"
_SETTING = "markdown_extensions"
_TAG = re.compile(
    r"""\{\#.*?\#\}
      | \{%[-+]?\s*(?:
          (?P<end>endblock)
        | block\s+(?P<block>\w+)
        | extends\s+["'](?P<parent>[^"']+)["'])""",
    re.DOTALL | re.VERBOSE,
)


@rule(
    "CL841: The configuration has every extension the pages are written in",
    "Without it, a part of every page is shown as plain text, or not at all.",
    Edit("  checklists: {}\n", ""),
    file="mkdocs.yml",
)
def extension(guide: Guide) -> Iterator[Finding]:
    for config in guide.configs:
        file = guide.texts[config.path]
        if ("INHERIT",) in file.values:  # that one is checked
            continue
        given = _extensions(file)
        misspelt = {meant(name, NEEDED) for name in given - set(NEEDED)}
        missing = [name for name in NEEDED if name not in given | misspelt]
        if missing:
            names = ", ".join(f"`{name}`" for name in missing)
            message = f"missing among the extensions: {names}"
            help = f"add `{missing[0]}: {{}}` to `{_SETTING}`: with it, {NEEDED[missing[0]]}"
            span = config.keys.get((_SETTING,), Span(1, 1, len(_SETTING)))
            yield file.finding(extension, span, message, help)


def _extensions(file: TextFile) -> set[str]:
    """A list has names, or names with options; they may also be keys."""
    entries = [(key[1:], value) for key, value in file.values.items() if key[0] == _SETTING]
    names = [
        next((step for step in key if isinstance(step, str)), value.text) for key, value in entries
    ]
    return set(names)


@dataclass(slots=True)
class _Template:
    parent: str = ""
    outer: list[Word] = field(default_factory=list)
    """Blocks that stand in no other: they fill those of the parent."""
    blocks: set[str] = field(default_factory=set)


@rule(
    "CL842: A template fills blocks that are there",
    "What stands in a block that the template above does not have is shown on no page.",
    Edit("{% block content %}", "{% block contents %}"),
    file="overrides/main.html",
)
def block(guide: Guide) -> Iterator[Finding]:
    for path, file in guide.texts.items():
        if not path.startswith(OVERRIDES):
            continue
        text = Passage(1, 1, file.lines)
        template = _read(text.text)
        known = _blocks(guide, template.parent) if template.parent else None
        if known is None:  # it extends nothing, or what another rule misses
            continue
        for name in template.outer:
            if name.text not in known:
                message = f"no template above has a block `{name.text}`"
                yield file.finding(block, text.span(name), message, nearest(name.text, known))


def _read(text: str) -> _Template:
    template, depth = _Template(), 0
    for tag in _TAG.finditer(text):
        if tag["parent"]:
            template.parent = tag["parent"]
        elif tag["block"]:
            template.blocks.add(tag["block"])
            if not depth:
                template.outer.append(Word(tag["block"], tag.start("block")))
            depth += 1
        elif tag["end"]:
            depth -= 1
    return template


def _blocks(guide: Guide, name: str) -> set[str] | None:
    """Those of a template and of all above it; None where one of them is not there."""
    own = guide.texts.get(f"{OVERRIDES}{name}")
    if own is None:
        return _theme_blocks(name)
    template = _read("\n".join(own.lines))
    above = _blocks(guide, template.parent) if template.parent not in ("", name) else set()
    return None if above is None else template.blocks | above


@cache
def _theme_blocks(name: str) -> set[str] | None:
    theme = theme_folder()
    if theme is None or not (theme / name).is_file():
        return None
    template = _read((theme / name).read_text("utf-8"))
    above = _theme_blocks(template.parent) if template.parent else set()
    return template.blocks | (above or set())
