"""When pages are due for review -> text."""

from collections.abc import Sequence
from datetime import date

from checklists.guide.model import Guide
from checklists.guide.page_meta import FrontMatter
from checklists.guide.suggestions import plural


def reviews(guide: Guide, days: int) -> list[tuple[str, FrontMatter]]:
    """Key and front matter of the pages due within `days`, the first one first.

    Each language has the same dates.
    """
    found = [
        (p.key, p.meta) for p in guide.pages.values() if p.language == guide.default and p.meta
    ]
    due = [(key, meta) for key, meta in found if (meta.review_by - guide.today).days <= days]
    return sorted(due, key=lambda each: (each[1].review_by, each[0]))


def render_reviews(listed: Sequence[tuple[str, FrontMatter]], today: date) -> str:
    """A line for each page, and their number."""
    lines = [
        f"{meta.review_by}  {_when((meta.review_by - today).days):<20}  {key}  ({meta.owner})"
        for key, meta in listed
    ]
    overdue = sum(meta.review_by < today for _, meta in listed)
    return "\n".join([*lines, f"{plural(len(listed), 'page')}, {overdue} overdue"]) + "\n"


def _when(days: int) -> str:
    if days < 0:
        return f"{plural(-days, 'day')} overdue"
    return f"in {plural(days, 'day')}" if days else "today"
