"""One table lists every code there is."""

import inspect
import re

from checklists.rules import RULES

from tests.project import ROOT

CODES = [rule.code for rule in RULES]


def test_codes_are_unique_and_in_order() -> None:
    assert sorted(set(CODES)) == CODES


def test_every_rule_is_described_under_its_code() -> None:
    for rule in RULES:
        if rule.check:
            assert (inspect.getdoc(rule.check) or "").startswith(f"{rule.code}: ")


def test_no_code_is_used_that_the_table_lacks() -> None:
    package = ROOT / "hooks/checklists"
    used = {
        code
        for file in package.rglob("*.py")
        for code in re.findall(r'"(CL\d+)"', file.read_text("utf-8"))
    }
    assert used == set(CODES)
