"""What "My data" downloads is valid by the schema that the site publishes."""

import json

from jsonschema import Draft202012Validator

from tests.browser.conftest import OpenPage
from tests.browser.test_my_data import RECORDS, copy_of, filled
from tests.project import ROOT

SCHEMA = json.loads((ROOT / "overrides/assets/data/my-data.schema.json").read_text("utf-8"))


def test_a_copy_of_everything_is_valid(open_page: OpenPage) -> None:
    Draft202012Validator.check_schema(SCHEMA)
    schema = Draft202012Validator(SCHEMA)
    copy = json.loads(copy_of(filled(open_page)).read_text("utf-8"))
    assert copy["records"].keys() == RECORDS.keys()
    assert [error.message for error in schema.iter_errors(copy)] == []
    for records in copy["records"].values():
        at = records[0]["record"].pop("at")
        assert not schema.is_valid(copy)
        records[0]["record"]["at"] = at
