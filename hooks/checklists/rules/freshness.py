"""Rules on when a page is read again. None of them fails a guide that passed before."""

from collections.abc import Iterator
from datetime import timedelta

from checklists.guide.finding import Finding
from checklists.guide.model import DEFAULT_LANGUAGE, Guide
from checklists.guide.rule import Edit
from checklists.rules.table import rule

LONGEST_LEGAL_INTERVAL = timedelta(days=184)
ONE_DAY = timedelta(days=1)
"""Where the day comes first it is tomorrow already."""


@rule(
    "CL406: A page on law is reviewed within six months",
    "Law changes. Advice that builds on it is read again sooner.",
    Edit("    url: https://handbook.example/", "    url: https://handbook.example/\n    law: true"),
    file="docs/sources.yml",
)
def legal_review(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        meta = page.meta
        if meta is None or meta.review_by - meta.reviewed <= LONGEST_LEGAL_INTERVAL:
            continue
        law = [key for key in meta.sources if key in guide.sources and guide.sources[key].law]
        if law:
            span = page.matter_span("review_by")
            message = f"`{law[0]}` is law, and the page waits more than six months for review"
            latest = meta.reviewed + LONGEST_LEGAL_INTERVAL
            yield page.finding(legal_review, span, message, f"{latest} at the latest")


@rule(
    "CL407: A page is reviewed in time",
    "Readers see a note on a page that nobody has read again. `checklists reviews` lists them all.",
    Edit(
        "reviewed: 2026-11-24\nreview_by: 2027-11-24", "reviewed: 2025-11-24\nreview_by: 2026-11-24"
    ),
    form="both languages",
    is_advice=True,
)
def overdue(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        if page.language == DEFAULT_LANGUAGE and page.meta and page.meta.review_by < guide.today:
            message = f"page was due for review on {page.meta.review_by}"
            help = "read it again, and set `reviewed` and `review_by` in both languages"
            yield page.finding(overdue, page.matter_span("review_by"), message, help)


@rule(
    "CL408: A review lies in the past",
    "Nobody has read the page on a day that is still to come.",
    Edit(
        "reviewed: 2026-11-24\nreview_by: 2027-11-24", "reviewed: 2999-11-24\nreview_by: 3000-11-24"
    ),
    form="both languages",
)
def reviewed_in_future(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        if page.language != DEFAULT_LANGUAGE or page.meta is None:
            continue
        if page.meta.reviewed > guide.today + ONE_DAY:
            message = f"page is reviewed on {page.meta.reviewed}, which is still to come"
            yield page.finding(reviewed_in_future, page.matter_span("reviewed"), message)
