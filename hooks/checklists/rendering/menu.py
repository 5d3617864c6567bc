"""The menu of a language: its sections and the order of its pages follow from front matter."""

from collections.abc import Mapping
from typing import Any

from checklists.guide.addresses import HOME
from checklists.guide.model import Guide, Page
from checklists.guide.page_meta import PageMeta, PracticeMeta, SituationMeta


def menu(guide: Guide, language: str, words: Mapping[str, str]) -> list[Any]:
    """What MkDocs calls `nav`. `words`: section or key of a page -> its title, in their order.

    A section has the pages of a kind, or those that name it as their `group`. Pages of no section,
    as the front page and the finder, come first.
    """
    top: list[Any] = [f"{key}.md" for of, key in guide.unread if of == language]
    sections: dict[str, list[str]] = {name: [] for name in words}
    for page in sorted(guide.pages_of(language), key=lambda page: _position(guide, page)):
        path = f"{page.key}.md"
        if page.key in words:
            top.append({words[page.key]: path})
        else:
            sections.get(_section(page, words), top).append(path)
    return [*top, *({words[name]: paths} for name, paths in sections.items() if paths)]


def _section(page: Page, words: Mapping[str, str]) -> str:
    group = page.meta.group if isinstance(page.meta, PageMeta) else None
    return next((name for name in (group, page.kind) if name and name in words), "")


def _position(guide: Guide, page: Page) -> tuple[bool, int, int, str]:
    """The front page first; situations by group; a practice as the list that it trains."""
    if isinstance(page.meta, PracticeMeta):
        page = guide.page(page.language, page.meta.practises) or page
    meta, groups = page.meta, [*guide.settings.groups]
    group = meta.group if isinstance(meta, SituationMeta) else ""
    place = groups.index(group) if group in groups else len(groups)
    return page.key != HOME, place, meta.order if meta else 0, page.key
