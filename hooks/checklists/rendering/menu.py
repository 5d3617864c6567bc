"""The menu of a language: its sections and the order of its pages follow from front matter."""

from collections.abc import Mapping
from typing import Any

from checklists.guide.addresses import HOME
from checklists.guide.model import Guide, Page
from checklists.guide.page_meta import PageMeta, SituationMeta
from checklists.rendering.views import trained


def menu(guide: Guide, language: str, words: Mapping[str, str]) -> list[Any]:
    """What MkDocs calls `nav`. `words`: section or key of a page -> its title, in their order.

    A section has the pages of a kind, or those that name it as their `group`; two of the same title
    are one. Pages of no section, as the front page, come first.
    """
    top: list[Any] = [f"{key}.md" for of, key in guide.unread if of == language]
    sections: dict[str, list[Any]] = {title: [] for title in words.values()}
    for page in sorted(guide.pages_of(language), key=lambda page: _position(guide, page, words)):
        path = f"{page.key}.md"
        if page.key in words:
            top.append({words[page.key]: path})
        elif section := _section(page, words):
            sections[words[section]].append(_entry(guide, page, path))
        else:
            top.append(path)
    return [*top, *({title: paths} for title, paths in sections.items() if paths)]


def _section(page: Page, words: Mapping[str, str]) -> str:
    group = page.meta.group if isinstance(page.meta, PageMeta) else None
    kind = "situation" if page.kind == "finder" else page.kind
    return next((name for name in (group, kind) if name and name in words), "")


def _entry(guide: Guide, page: Page, path: str) -> str | dict[str, str]:
    """A practice has the title of its list."""
    of = trained(guide, page)
    return {of.meta.title: path} if of is not page and of.meta else path


def _position(guide: Guide, page: Page, words: Mapping[str, str]) -> tuple[Any, ...]:
    """The front page and the finder first; situations by group; a practice as its list."""
    names = [*words]
    section = _section(page, words)
    meta, groups = trained(guide, page).meta, [*guide.settings.groups]
    group = meta.group if isinstance(meta, SituationMeta) else ""
    place = groups.index(group) if group in groups else len(groups)
    is_first = page.key == HOME or page.kind == "finder"
    order = meta.order if meta else 0
    return not is_first, names.index(section) if section else 0, place, order, page.key
