"""Rules on what items and pages name as their sources."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from checklists.guide.finding import Finding, Span
from checklists.guide.model import Guide
from checklists.guide.phrasing import nearest

LONGEST_LEGAL_INTERVAL = timedelta(days=184)


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


def item_has_source(guide: Guide) -> Iterator[Finding]:
    """CL404: every item says where its advice comes from."""
    for page in guide.pages.values():
        for item in page.items:
            if not item.sources:
                message = "item names no source"
                yield page.finding("CL404", item.span, message, 'add `src="…"`, `own` for our own')


def advice_is_used(guide: Guide) -> Iterator[Finding]:
    """CL405: every point that carries advice is carried out by an item."""
    used = {
        source.text
        for page in guide.pages.values()
        for item in page.items
        for source in item.sources
    }
    for point in guide.points.values():
        if point.advice and point.key not in used:
            message = f"no item carries out `{point.key}`"
            yield replace(point.place, code="CL405", message=message, help="name it in `src`")


def legal_review(guide: Guide) -> Iterator[Finding]:
    """CL406: a page that builds on law is read again within six months."""
    for page in guide.pages.values():
        meta = page.meta
        if meta is None or meta.review_by - meta.reviewed <= LONGEST_LEGAL_INTERVAL:
            continue
        law = [key for key in meta.sources if key in guide.sources and guide.sources[key].law]
        if law:
            span = page.meta_spans.get(("review_by",), Span(1, 1))
            message = f"`{law[0]}` is law, and the page waits more than six months for review"
            latest = meta.reviewed + LONGEST_LEGAL_INTERVAL
            yield page.finding("CL406", span, message, f"{latest} at the latest")
