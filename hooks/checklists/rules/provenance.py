"""Rules on what items and pages name as their sources."""

from collections.abc import Iterator

from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.guide.phrasing import nearest
from checklists.guide.rule import Edit
from checklists.reading.register import UNKNOWN_PAGE_SOURCE
from checklists.rules.table import check, rule


@rule(
    "CL401: An item names known sources",
    "A reader who looks for the source should find it.",
    Edit('src="H1"', 'src="H7"'),
)
def unknown_source(guide: Guide) -> Iterator[Finding]:
    known = guide.points.keys() | guide.sources.keys()
    for page in guide.pages.values():
        for item in page.items:
            for source in item.sources:
                if known and source.text not in known:
                    message = f"unknown source `{source.text}`"
                    help = nearest(source.text, known)
                    yield page.finding(unknown_source, source.span, message, help)


@check
def _page_sources(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for index, key in enumerate(page.meta.sources if page.meta else []):
            if guide.sources and key not in guide.sources:
                span = page.matter_span("sources", index)
                message = f"unknown source `{key}`"
                yield page.finding(UNKNOWN_PAGE_SOURCE, span, message, nearest(key, guide.sources))


@rule(
    "CL403: A page lists the sources of its items",
    "The foot of the page names its sources. It should name all, and no others.",
    Edit("sources: [handbook, own]", "sources: [own]"),
)
def listed_sources(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        if page.meta is None:
            continue
        used = {
            guide.points[source.text].source if source.text in guide.points else source.text
            for item in page.items
            for source in item.sources
        } & guide.sources.keys()
        listed = set(page.meta.sources) & guide.sources.keys()
        span = page.matter_span("sources")
        for key in sorted(used - listed):
            message = f"items name `{key}`, `sources` does not"
            yield page.finding(listed_sources, span, message, f"add {key}")
        for key in sorted(listed - used):
            message = f"`sources` lists `{key}`, no item names it"
            yield page.finding(listed_sources, span, message, f"remove {key}")


@rule(
    "CL404: An item names its source",
    "Advice without a source is an opinion. `own` says so.",
    Edit('{ #say-when src="own" }', "{ #say-when }"),
)
def no_source(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for item in page.items:
            if not item.sources:
                message = "item names no source"
                yield page.finding(
                    no_source, item.span, message, 'add `src="…"`, `own` for our own'
                )


@rule(
    "CL405: A point that carries advice has an item",
    "What the source advises should not be lost on the way.",
    Edit("  H2: {", "  H9: {source: handbook, advice: true, nb: Spør., en: Ask.}\n  H2: {"),
    file="docs/sources.yml",
)
def unused_advice(guide: Guide) -> Iterator[Finding]:
    used = {
        source.text
        for page in guide.pages.values()
        for item in page.items
        for source in item.sources
    }
    for point in guide.points.values():
        if point.advice and point.key not in used:
            message = f"no item carries out `{point.key}`"
            yield Finding(point.place, unused_advice, message, "name it in `src`")
