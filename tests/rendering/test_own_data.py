"""The schema of an exported file and the browser's own check take and refuse the same."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from checklists.rendering.own_data import own_data_schema
from jsonschema import Draft202012Validator

from tests.project import ROOT

NODE = Path(sys.executable).with_name("node")
READ = """
import { readFile } from './docs/assets/data/merge.js';
let text = '';
for await (const part of process.stdin) text += part;
const answers = JSON.parse(text).map((file) => {
  const { problem, faults } = readFile(new TextEncoder().encode(JSON.stringify(file)));
  return problem ? [problem] : faults;
});
console.log(JSON.stringify(answers));
"""
TICK = {"state": "done", "rev": {"nb": "1a2b"}, "at": 1}
NOTE = {"text": "<script>", "at": 1}
LINE = {"text": "Nei.", "when": "", "of": "", "at": 1}
MEETING = {"name": "", "when": "", "with": "", "goal": "", "pages": ["situations/x"], "at": 1}
TALK = {
    **{"when": "", "meeting": "", "with": "", "channel": "", "asked": "", "agreed": ""},
    **{"open": "", "owner": "", "due": "", "expires": "", "at": 1},
}
GONE = {"removed": True, "at": 1}
ITEM = ["default", "situations/saying-no", "say-it-clearly"]


def one(store: str, key: Any, record: Any) -> dict[str, Any]:  # noqa: ANN401 (JSON)
    records = {store: [{"key": key, "record": record}]}
    return {"format": "ryggen-fri", "version": 1, "exported": "", "records": records}


GOOD = {
    "tick": one("ticks", ITEM, TICK),
    "tick with its former": one("ticks", ITEM, {**TICK, "before": TICK}),
    "ending": one("ticks", ITEM, {**TICK, "rev": {}}),
    "removed": one("ticks", ITEM, GONE),
    "removed, with more": one("log", ["a"], {**GONE, "text": 1}),
    "note": one("notes", ITEM, NOTE),
    "note on a meeting": one("notes", ["a", "", ""], NOTE),
    "line": one("lines", [*ITEM, "b"], LINE),
    "meeting": one("meetings", ["a"], MEETING),
    "archived": one("meetings", ["a"], {**MEETING, "archived": True}),
    "talk": one("log", ["a"], TALK),
    "settled": one("log", ["a"], {**TALK, "settled": True}),
    "setting": one("settings", ["a"], {"value": None, "at": 1}),
    "setting without a value": one("settings", ["a"], {"at": 1}),
    "a field that nobody knows": one("notes", ITEM, {**NOTE, "later": [1]}),
    "a part of a second": one("notes", ITEM, {**NOTE, "at": 1.5}),
    "nothing": {"format": "ryggen-fri", "version": 1, "exported": "", "records": {}},
}
BAD = {
    "a list": ([], "not_ours"),
    "another format": ({**GOOD["nothing"], "format": "x"}, "not_ours"),
    "a later version": ({**GOOD["nothing"], "version": 2}, "too_new"),
    "no version": ({**GOOD["nothing"], "version": None}, "version"),
    "an earlier version": ({**GOOD["nothing"], "version": 0}, "version"),
    "no records": ({**GOOD["nothing"], "records": []}, "records"),
    "another store": (one("aside", ["a"], NOTE), "records.aside"),
    "a store of the language": (one("__proto__", ["a"], NOTE), "records.__proto__"),
    "no list": ({**GOOD["nothing"], "records": {"log": {}}}, "records.log"),
    "no entry": ({**GOOD["nothing"], "records": {"log": [None]}}, "records.log[0].key"),
    "no key": (one("log", None, TALK), "records.log[0].key"),
    "a short key": (one("ticks", ITEM[:2], TICK), "records.ticks[0].key"),
    "a long key": (one("log", ["a", "b"], TALK), "records.log[0].key"),
    "a number in a key": (one("log", [1], TALK), "records.log[0].key"),
    "a space in a key": (one("log", ["a b"], TALK), "records.log[0].key"),
    "an empty key": (one("log", [""], TALK), "records.log[0].key"),
    "a tick on a meeting": (one("ticks", ["a", "", ""], TICK), "records.ticks[0].key"),
    "a note on a page": (one("notes", ["a", "b", ""], NOTE), "records.notes[0].key"),
    "no record": (one("log", ["a"], None), "records.log[0].record"),
    "a list for a record": (one("log", ["a"], [1]), "records.log[0].record"),
    "no time": (one("notes", ITEM, {"text": ""}), "records.notes[0].record.at"),
    "a time in words": (one("notes", ITEM, {**NOTE, "at": "1"}), "records.notes[0].record.at"),
    "the end of time": (one("notes", ITEM, {**NOTE, "at": 1e300}), "records.notes[0].record.at"),
    "removed when": (one("notes", ITEM, {"removed": True}), "records.notes[0].record.at"),
    "removed perhaps": (
        one("notes", ITEM, {"removed": 1, "at": 1}),
        "records.notes[0].record.text",
    ),
    "no state": (one("ticks", ITEM, {**TICK, "state": "open"}), "records.ticks[0].record.state"),
    "a list of hashes": (one("ticks", ITEM, {**TICK, "rev": []}), "records.ticks[0].record.rev"),
    "a hash": (one("ticks", ITEM, {**TICK, "rev": {"nb": 1}}), "records.ticks[0].record.rev"),
    "before": (one("ticks", ITEM, {**TICK, "before": None}), "records.ticks[0].record.before"),
    "pages": (
        one("meetings", ["a"], {**MEETING, "pages": [1]}),
        "records.meetings[0].record.pages",
    ),
    "not archived": (
        one("meetings", ["a"], {**MEETING, "archived": None}),
        "records.meetings[0].record.archived",
    ),
    "settled perhaps": (
        one("log", ["a"], {**TALK, "settled": "no"}),
        "records.log[0].record.settled",
    ),
    **{
        f"no {field}": (one("log", ["a"], {**TALK, field: []}), f"records.log[0].record.{field}")
        for field in TALK
    },
    **{
        f"a line with no {field}": (
            one("lines", [*ITEM, "b"], {**LINE, field: None}),
            f"records.lines[0].record.{field}",
        )
        for field in ("text", "when", "of")
    },
}


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    return Draft202012Validator(json.loads(own_data_schema()))


def read_in_javascript(files: list[Any]) -> list[list[str]]:
    """What the browser's own code says of each: the paths of what is wrong."""
    result = subprocess.run(
        [NODE, "--input-type=module", "--eval", READ],
        cwd=ROOT,
        input=json.dumps(files),
        capture_output=True,
        text=True,
        check=True,
    )
    answers: list[list[str]] = json.loads(result.stdout)
    return answers


def test_both_take_what_the_guide_writes(schema: Draft202012Validator) -> None:
    for name, file in GOOD.items():
        assert [error.message for error in schema.iter_errors(file)] == [], name
    assert read_in_javascript(list(GOOD.values())) == [[] for _ in GOOD]


def test_both_refuse_what_is_wrong(schema: Draft202012Validator) -> None:
    answers = read_in_javascript([file for file, _ in BAD.values()])
    assert dict(zip(BAD, answers, strict=True)) == {name: [why] for name, (_, why) in BAD.items()}
    assert [name for name, (file, _) in BAD.items() if schema.is_valid(file)] == []


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(own_data_schema()))
