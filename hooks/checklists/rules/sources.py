"""What items and pages name as their sources, and when pages are reviewed."""

from collections.abc import Iterator
from datetime import timedelta

from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.guide.rule import Rule
from checklists.guide.suggestions import suggest

MAX_LEGAL_INTERVAL = timedelta(days=184)

UNKNOWN_SOURCE = Rule(
    "CL401",
    "Items and pages name known sources",
    "A reader who looks for the source should find it.",
)

NO_SOURCE = Rule(
    "CL404",
    "An item names its source",
    "Advice without a source is an opinion. `own` says so.",
)

UNUSED_ADVICE = Rule(
    "CL405",
    "A point that carries advice has an item",
    "What the source advises should not get lost on the way.",
)

LEGAL_REVIEW = Rule(
    "CL406",
    "A page on law is reviewed within six months",
    "Law changes. Advice that builds on it is reviewed sooner.",
)

OVERDUE = Rule(
    "CL407",
    "A page is reviewed in time",
    "Readers see a note on a page that is overdue. `checklists reviews` lists them all.",
    severity="warning",
)


def unknown_sources(guide: Guide) -> Iterator[Finding]:
    known = guide.points.keys() | guide.sources.keys()
    for page in guide.pages.values():
        for source in (source for item in page.items for source in item.sources):
            if known and source.text not in known:
                message, help = f"unknown source `{source.text}`", suggest(source.text, known)
                yield page.finding(UNKNOWN_SOURCE, source.span, message, help)
        for index, key in enumerate(page.meta.sources if page.meta else []):
            if guide.sources and key not in guide.sources:
                span = page.meta_span("sources", index)
                help = suggest(key, guide.sources)
                yield page.finding(UNKNOWN_SOURCE, span, f"unknown source `{key}`", help)
    for point in guide.points.values():
        if point.source not in guide.sources:
            message = f"`{point.key}` names an unknown source: `{point.source}`"
            help = suggest(point.source, guide.sources)
            yield Finding(point.place, UNKNOWN_SOURCE, message, help)


def items_without_source(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for item in page.items:
            if not item.sources:
                help = 'add `src="…"`, `own` for our own'
                yield page.finding(NO_SOURCE, item.span, "item names no source", help)


def unused_advice(guide: Guide) -> Iterator[Finding]:
    pages = (*guide.pages.values(), *guide.left_out.values())
    items = (item for page in pages for item in page.items)
    used = {source.text for item in items for source in item.sources}
    for point in guide.points.values():
        if point.advice and point.key not in used:
            message = f"no item carries out `{point.key}`"
            yield Finding(point.place, UNUSED_ADVICE, message, "name it in `src`")


def legal_reviews(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        meta = page.meta
        if meta is None or meta.review_by - meta.reviewed <= MAX_LEGAL_INTERVAL:
            continue
        law = [source.key for source in guide.sources_of(page) if source.law]
        if law:
            message = f"`{law[0]}` is law, and the page waits more than six months for review"
            help = f"{meta.reviewed + MAX_LEGAL_INTERVAL} at the latest"
            yield page.finding(LEGAL_REVIEW, page.meta_span("review_by"), message, help)


def overdue_reviews(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        if page.language == guide.default and page.meta and page.meta.review_by < guide.today:
            message = f"page was due for review on {page.meta.review_by}"
            help = "read it again, and set `reviewed` and `review_by`"
            yield page.finding(OVERDUE, page.meta_span("review_by"), message, help)
