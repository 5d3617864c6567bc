"""When pages are due for review -> text, JSON."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from checklists.guide.model import Guide
from checklists.guide.suggestions import plural


@dataclass(frozen=True, slots=True)
class Review:
    """A page of the default language, and when it is reviewed. Negative `days` are overdue."""

    key: str
    title: str
    owner: str
    reviewed: date
    due: date
    days: int


def reviews(guide: Guide) -> list[Review]:
    """Every page, the first one due first. Each language has the same dates."""
    found = (
        Review(
            page.key,
            page.meta.title,
            page.meta.owner,
            page.meta.reviewed,
            page.meta.review_by,
            (page.meta.review_by - guide.today).days,
        )
        for page in guide.pages.values()
        if page.language == guide.default and page.meta
    )
    return sorted(found, key=lambda review: (review.due, review.key))


def render_text(listed: Sequence[Review]) -> str:
    """A line for each page, and their number."""
    lines = [f"{each.due}  {_when(each.days):<20}  {each.key}  ({each.owner})" for each in listed]
    overdue = sum(each.days < 0 for each in listed)
    return "\n".join([*lines, f"{plural(len(listed), 'page')}, {overdue} overdue"]) + "\n"


def _when(days: int) -> str:
    if days < 0:
        return f"{plural(-days, 'day')} overdue"
    return f"in {plural(days, 'day')}" if days else "today"


def render_json(listed: Sequence[Review]) -> str:
    """A list of objects; dates as YYYY-MM-DD."""
    return json.dumps([asdict(each) for each in listed], default=str, indent=2) + "\n"


FORMATS: dict[str, Callable[[Sequence[Review]], str]] = {
    "json": render_json,
    "text": render_text,
}
