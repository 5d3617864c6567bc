"""What the rules say of themselves."""

import re

from checklists.rules.catalogue import RULES
from checklists.rules.table import CHECKS

from tests.project import ROOT

PACKAGE = ROOT / "hooks/checklists"


def test_a_code_belongs_to_one_rule() -> None:
    codes = [rule.code for rule in RULES]
    assert len(set(codes)) == len(codes)


def test_every_rule_of_the_package_is_in_the_catalogue() -> None:
    text = "".join(file.read_text("utf-8") for file in PACKAGE.rglob("*.py"))
    assert sorted(re.findall(r'[Rr]ule\(\n    "(CL\d+): ', text)) == [rule.code for rule in RULES]


def test_every_check_runs_once() -> None:
    assert len(set(CHECKS)) == len(CHECKS) > 0
