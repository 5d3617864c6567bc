"""JSON Schema of the file that the page "My data" writes. DATA.md says what all of it means.

The browser has its own check of the same shapes, in docs/assets; a test compares the two.
"""

import json
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from checklists.guide.page_meta import JSON_SCHEMA

SCHEMA_FILE = "my-data.schema.json"

Part = Annotated[str, StringConstraints(pattern="^[^ ]+$")]
Item = tuple[Part, Part, Part]
"""Meeting, page, item."""


def _absent(schema: dict[str, Any]) -> None:
    del schema["default"]  # what may be left out is never null


_OPTIONAL: Any = Field(default=None, json_schema_extra=_absent)


class _Open(BaseModel):
    model_config = ConfigDict(extra="allow", strict=True)


class _Record(_Open):
    """A record may hold fields that this version does not know."""

    at: Annotated[float, Field(le=8.64e15)]
    """When it was changed, in milliseconds since 1970."""


class Removed(_Record):
    """What is left of a record that was removed."""

    removed: Literal[True]


class Tick(_Record):
    """`rev`: language -> hash of the item's text. `before`: what it was before."""

    state: Literal["done", "not-relevant"]
    rev: dict[str, str]
    before: "Tick | Removed" = _OPTIONAL


class Note(_Record):
    """A note on an item, or on a meeting."""

    text: str


class Line(_Record):
    """A line to say of one's own. `of`: the guide's line that it replaces, or empty."""

    text: str
    when: str
    of: str


class Meeting(_Record):
    """A run of checklists. `pages`: their keys."""

    name: str
    when: str
    with_: str = Field(alias="with")
    goal: str
    pages: list[str]
    archived: Literal[True] = _OPTIONAL


class Talk(_Record):
    """What was said in a conversation, and what was agreed."""

    when: str
    meeting: str
    with_: str = Field(alias="with")
    channel: str
    asked: str
    agreed: str
    open: str
    owner: str
    due: str
    expires: str
    settled: Literal[True] = _OPTIONAL


class Setting(_Record):
    """A setting of the guide."""

    value: Any = _OPTIONAL


class TickEntry(_Open):
    """The tick of an item, or an ending of a practice."""

    key: Item
    record: Tick | Removed


class NoteEntry(_Open):
    """A note on an item, or on the meeting itself."""

    key: Item | tuple[Part, Literal[""], Literal[""]]
    record: Note | Removed


class LineEntry(_Open):
    """Meeting, page, item, and an id of its own."""

    key: tuple[Part, Part, Part, Part]
    record: Line | Removed


class MeetingEntry(_Open):
    """By its id."""

    key: tuple[Part]
    record: Meeting | Removed


class TalkEntry(_Open):
    """By its id."""

    key: tuple[Part]
    record: Talk | Removed


class SettingEntry(_Open):
    """By its name."""

    key: tuple[Part]
    record: Setting | Removed


class Records(BaseModel):
    """Of each store. There are no others."""

    model_config = ConfigDict(extra="forbid", strict=True)

    ticks: list[TickEntry] = []
    notes: list[NoteEntry] = []
    lines: list[LineEntry] = []
    meetings: list[MeetingEntry] = []
    log: list[TalkEntry] = []
    settings: list[SettingEntry] = []


class OwnData(_Open):
    """What a reader has done and written, as the page "My data" exports it."""

    format: Literal["ryggen-fri"]
    version: Literal[1]
    exported: str = ""
    records: Records


@cache
def own_data_schema() -> str:
    """JSON Schema of the file."""
    schema = {"$schema": JSON_SCHEMA, **OwnData.model_json_schema(), "title": "My data"}
    return json.dumps(schema, indent=1) + "\n"
