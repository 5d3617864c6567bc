"""When pages are due for review -> text, JSON, a calendar."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime, time, timedelta

from checklists.guide.model import DEFAULT_LANGUAGE, Guide
from checklists.guide.phrasing import plural


@dataclass(frozen=True, slots=True)
class Review:
    """A page of the default language, and when it is read again. Negative `days` are overdue."""

    key: str
    title: str
    owner: str
    reviewed: date
    due: date
    days: int


def reviews(guide: Guide) -> list[Review]:
    """Every page, the first one due first. Both languages have the same dates."""
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
        if page.language == DEFAULT_LANGUAGE and page.meta
    )
    return sorted(found, key=lambda review: (review.due, review.key))


def render_text(listed: Sequence[Review]) -> str:
    """A line for each page, and how many there are."""
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


def render_calendar(listed: Sequence[Review]) -> str:
    """An all-day event for each page, in iCalendar. The same reviews give the same file."""
    from icalendar import Calendar, Event  # noqa: PLC0415 (costs start-up time, for this only)

    calendar = Calendar({"prodid": "-//Ryggen fri//checklists//EN", "version": "2.0"})
    for each in listed:
        event = Event()
        for name, value in _properties(each).items():
            event.add(name, value)
        calendar.add_component(event)
    return str(calendar.to_ical(), "utf-8")


def _properties(review: Review) -> dict[str, str | date]:
    return {
        "uid": f"{review.key}@ryggen-fri",
        "dtstamp": datetime.combine(review.reviewed, time(), UTC),
        "dtstart": review.due,
        "dtend": review.due + timedelta(days=1),
        "summary": f"Review: {review.title}",
        "description": f"docs/nb/{review.key}.md, docs/en/{review.key}.md ({review.owner})",
    }


FORMATS: dict[str, Callable[[Sequence[Review]], str]] = {
    "ics": render_calendar,
    "json": render_json,
    "text": render_text,
}
