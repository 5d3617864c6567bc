"""The calendar of a meeting, written in a browser's time zone and read back by a library."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar, Event

from tests.node import run_node

LINKS = {kind: f"https://guide.example/meetings/#{kind}" for kind in ("prepare", "meet", "follow")}
TITLES = {"prepare": "Prepare: No", "meet": "No", "follow": "Follow up: No"}
ZONES = ("Europe/Oslo", "America/New_York", "Asia/Kathmandu", "UTC")
HOSTILE = (
    "a\\nb; c, d\\",
    "BEGIN:VEVENT\r\nUID:x\nEND:VEVENT",
    "🧗🏽‍♀️ " * 30 + "e\u0301" * 80,
    "שלום עולם ومرحبا, " * 20 + ".",
    "<script>alert(1)</script>\u2028\u2029\u202e",
)


def read(
    when: str, zone: str = "Europe/Oslo", now: str = "2026-01-01T00:00Z", **meeting: str
) -> list[Event]:
    """The events of a meeting: to prepare, to meet, to follow up."""
    given = {
        "meeting": {"when": when, "with": "", "goal": "", **meeting},
        "id": "5e0f",
        "links": LINKS,
        "titles": TITLES,
        "now": now,
    }
    written = run_node(Path(__file__).with_name("write.js"), given, zone)
    calendar = Calendar.from_ical(written)
    assert calendar.errors == []
    return list(calendar.events)


def times(events: list[Event], zone: str) -> list[str]:
    """When each begins, on the clock of a zone."""
    starts = [datetime.fromisoformat(event.start.isoformat()) for event in events]
    return [f"{start.astimezone(ZoneInfo(zone)):%a %m-%d %H:%M}" for start in starts]


@pytest.mark.parametrize("zone", ZONES)
def test_each_stands_where_the_clock_says(zone: str) -> None:
    events = read("2026-12-01T14:30", zone)
    assert times(events, zone) == ["Mon 11-30 14:30", "Tue 12-01 14:30", "Wed 12-02 14:30"]
    assert [event.duration for event in events] == [timedelta(minutes=m) for m in (30, 60, 30)]
    assert [str(event["summary"]) for event in events] == list(TITLES.values())


@pytest.mark.parametrize(
    ("zone", "when", "expected"),
    [
        ("Europe/Oslo", "2026-03-29T02:30", "03-29 01:30"),  # is not: the clock shows 03:30
        ("Europe/Oslo", "2026-10-25T02:30", "10-25 00:30"),  # is twice: the first
        ("America/New_York", "2026-03-08T02:30", "03-08 07:30"),
        ("America/New_York", "2026-11-01T01:30", "11-01 05:30"),
        ("Asia/Kathmandu", "2026-03-29T02:30", "03-28 20:45"),
    ],
)
def test_when_the_clock_is_changed(zone: str, when: str, expected: str) -> None:
    events = read(when, zone)
    assert times(events, "UTC")[1].endswith(expected)
    assert events[1].duration == timedelta(hours=1)


def test_the_clock_is_changed_between_the_days() -> None:
    events = read("2026-03-27T09:00")
    assert times(events, "Europe/Oslo") == ["Thu 03-26 09:00", "Fri 03-27 09:00", "Mon 03-30 09:00"]
    assert times(events, "UTC") == ["Thu 03-26 08:00", "Fri 03-27 08:00", "Mon 03-30 07:00"]


def test_no_weekend_lies_beside_a_meeting() -> None:
    sunday = read("2026-12-20T10:00")
    assert times(sunday, "Europe/Oslo")[::2] == ["Fri 12-18 10:00", "Mon 12-21 10:00"]


@pytest.mark.parametrize("now", ["2026-11-30T14:00Z", "2026-12-01T09:00Z", "2027-01-01T00:00Z"])
def test_when_the_day_before_is_past_one_prepares_right_before(now: str) -> None:
    prepare, meet, _ = read("2026-12-01T14:30", now=now)
    assert prepare.end == meet.start


def test_an_event_written_again_replaces_itself() -> None:
    first, again = (read("2026-12-01T14:30", now=f"2026-11-{day}T00:00Z") for day in (10, 11))
    assert [event["uid"] for event in first] == [event["uid"] for event in again]
    assert len({event["uid"] for event in first}) == 3
    assert {event.DTSTAMP for event in first} == {datetime(2026, 11, 10, tzinfo=UTC)}
    assert {event.DTSTAMP for event in again} == {datetime(2026, 11, 11, tzinfo=UTC)}


def test_only_the_preparation_rings() -> None:
    prepare, *others = read("2026-12-01T14:30")
    (alarm,) = prepare.walk("VALARM")
    assert alarm["action"] == "DISPLAY"
    assert alarm.decoded("trigger") == timedelta(0)
    assert [event.walk("VALARM") for event in others] == [[], []]


@pytest.mark.parametrize("text", HOSTILE)
def test_each_leads_back_and_says_with_whom_and_what_for(text: str) -> None:
    events = read("2026-12-01T14:30", **{"with": "Kari, sjef; Nordlys", "goal": text})
    said = text.replace("\r\n", "\n")
    for event, link in zip(events, LINKS.values(), strict=True):
        assert str(event["url"]) == link
        assert str(event["description"]) == f"Kari, sjef; Nordlys\n{said}\n{link}"
        assert str(event["class"]) == "PRIVATE"
