"""The guide for programs: /checklists.json in each language, JSON Schemas, and /llms.txt.

The format is stable: fields are added, never renamed or removed, while `version` is the same.
"""

import json
from functools import cache
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict

from checklists.guide.addresses import page_url
from checklists.guide.model import Guide, Item, Page, Section
from checklists.guide.organisation import Organisation
from checklists.guide.page_meta import ChecklistMeta, FrontMatter, PracticeMeta

VERSION: Final = 1
FILE, SCHEMA_FILE, INDEX_FILE = "checklists.json", "checklists.schema.json", "llms.txt"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ExportedLine(_Entry):
    """A line to say; `when` it fits may be empty."""

    when: str
    text: str


class ExportedItem(_Entry):
    """One thing to tick. `text` is Markdown; `sources` are keys of points and sources."""

    id: str
    url: str
    action: str
    text: str
    critical: bool
    sources: list[str]
    former_ids: list[str]
    lines_to_say: list[str]
    lines: list[ExportedLine]


class ExportedSection(_Entry):
    """A heading with an id, the items under it, and its `points`: entries of lists, in Markdown."""

    id: str
    url: str
    title: str
    level: int
    items: list[ExportedItem]
    points: list[str]


class ExportedPage(_Entry):
    """A page. `former_keys` are the paths it had before; `markdown` is its source."""

    key: str
    url: str
    markdown: str
    title: str
    kind: str
    summary: str
    minutes: int | None
    mode: str | None
    practises: str | None
    reviewed: str
    review_by: str
    sources: list[str]
    former_keys: list[str]
    sections: list[ExportedSection]


class ExportedSource(_Entry):
    """A source of advice."""

    key: str
    title: str
    url: str | None
    note: str | None


class ExportedPoint(_Entry):
    """A point of a source. One without advice only describes."""

    key: str
    source: str
    text: str
    advice: bool


class Export(_Entry):
    """The whole guide in one language. Addresses are absolute where the site knows its own."""

    version: Literal[1] = VERSION
    language: str
    pages: list[ExportedPage]
    sources: list[ExportedSource]
    points: list[ExportedPoint]
    organisation: Organisation
    """In each language, as it is filled in."""


def exported_files(
    guide: Guide, language: str, root: str, title: str, summary: str
) -> dict[str, str]:
    """Path in the site of the language -> text, of everything here. See `export`."""
    exported = export(guide, language, root)
    return {
        FILE: exported.model_dump_json(indent=1) + "\n",
        SCHEMA_FILE: _schema(),
        INDEX_FILE: index_text(exported, title, summary),
        **{f"{page_url(page.key)}index.md": body(page) for page in guide.pages_of(language)},
    }


@cache
def _schema() -> str:
    return json.dumps(Export.model_json_schema(), indent=1) + "\n"


def export(guide: Guide, language: str, root: str) -> Export:
    """The guide in one language. `root` is the address of its front page, or ""."""
    pages = [
        _page(page, page.meta, root, [source.key for source in guide.sources_of(page)])
        for page in guide.pages_of(language)
        if page.meta
    ]
    sources = [
        ExportedSource(
            key=source.key,
            title=source.title[language],
            url=source.url or None,
            note=source.note.get(language),
        )
        for source in guide.sources.values()
    ]
    points = [
        ExportedPoint(key=p.key, source=p.source, text=p.text[language], advice=p.advice)
        for p in guide.points.values()
    ]
    return Export(
        language=language,
        pages=pages,
        sources=sources,
        points=points,
        organisation=guide.organisation,
    )


def index_text(exported: Export, title: str, summary: str) -> str:
    """llms.txt: every page with its summary, as a list of links to its Markdown."""
    lines = [f"# {title}", "", f"> {summary}", ""]
    lines += [f"- [{page.title}]({page.markdown}): {page.summary}" for page in exported.pages]
    return "\n".join(lines) + "\n"


def body(page: Page) -> str:
    """The Markdown of a page without its front matter."""
    return "\n".join(page.lines[page.body_start :]).lstrip("\n")


def _page(page: Page, meta: FrontMatter, root: str, sources: list[str]) -> ExportedPage:
    url = root + page_url(page.key)
    return ExportedPage(
        key=page.key,
        url=url,
        markdown=f"{url}index.md",
        title=meta.title,
        kind=meta.kind,
        summary=meta.summary,
        minutes=meta.minutes,
        mode=meta.mode if isinstance(meta, ChecklistMeta) else None,
        practises=meta.practises if isinstance(meta, PracticeMeta) else None,
        reviewed=meta.reviewed.isoformat(),
        review_by=meta.review_by.isoformat(),
        sources=sources,
        former_keys=meta.aliases,
        sections=[_section(page, s, s.id.text, url) for s in page.sections if s.id],
    )


def _section(page: Page, section: Section, id: str, url: str) -> ExportedSection:
    return ExportedSection(
        id=id,
        url=f"{url}#{id}",
        title=section.title,
        level=section.level,
        items=[_item(item, item.id.text, url) for item in section.items if item.id],
        points=_points(page, section),
    )


def _points(page: Page, section: Section) -> list[str]:
    """The entries of bulleted lists at the margin."""
    return [
        text.raw
        for text in section.texts
        if text.kind == "li"
        and page.lines[text.line - 1].startswith("- ")
        and not page.lines[text.line - 1].startswith("- [ ]")
    ]


def _item(item: Item, id: str, url: str) -> ExportedItem:
    return ExportedItem(
        id=id,
        url=f"{url}#{id}",
        action=item.action or "",
        text=item.text,
        critical=item.is_critical,
        sources=[source.text for source in item.sources],
        former_ids=[old.text for old in item.was],
        lines_to_say=[phrase.text for phrase in item.phrases],
        lines=[ExportedLine(when=phrase.when, text=phrase.text) for phrase in item.phrases],
    )
