"""Rules on what items and pages name as their sources."""

from collections.abc import Iterator

from checklists.finding import Finding, Span
from checklists.model import Guide
from checklists.suggest import nearest


def item_sources(guide: Guide) -> Iterator[Finding]:
    """CL401: `src` names points and sources that docs/sources.yml has."""
    known = guide.points.keys() | guide.sources.keys()
    for page in guide.pages.values():
        for item in page.items:
            for source in item.sources:
                if known and source.text not in known:
                    message = f"unknown source `{source.text}`"
                    help = nearest(source.text, known)
                    yield page.finding("CL401", source.span, message, help)


def page_sources(guide: Guide) -> Iterator[Finding]:
    """CL402: `sources` in the front matter names sources that docs/sources.yml has."""
    for page in guide.pages.values():
        for index, key in enumerate(page.meta.sources if page.meta else []):
            if guide.sources and key not in guide.sources:
                span = page.meta_spans.get(("sources", index), Span(1, 1))
                message = f"unknown source `{key}`"
                yield page.finding("CL402", span, message, nearest(key, guide.sources))


def listed_sources(guide: Guide) -> Iterator[Finding]:
    """CL403: a page lists the sources that its items name, and no others."""
    for page in guide.pages.values():
        if page.meta is None or not guide.sources:
            continue
        used = {
            guide.points[source.text].source if source.text in guide.points else source.text
            for item in page.items
            for source in item.sources
        } & guide.sources.keys()
        listed = set(page.meta.sources) & guide.sources.keys()
        span = page.meta_spans.get(("sources",), Span(1, 1))
        for key in sorted(used - listed):
            message = f"items name `{key}`, `sources` does not"
            yield page.finding("CL403", span, message, f"add {key}")
        for key in sorted(listed - used):
            message = f"`sources` lists `{key}`, no item names it"
            yield page.finding("CL403", span, message, f"remove {key}")
