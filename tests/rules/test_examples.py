"""The example of every rule: what `checklists check` prints is in golden/CODE.txt.

`UPDATE_GOLDEN=1` writes what is printed now.
"""

import os
from pathlib import Path

import pytest
import yaml
from checklists.cli import main
from checklists.guide.rule import Rule
from checklists.rules import CHECKS, RULES

from tests.project import PAGES, ROOT, copy_guide, small_guide

GOLDEN = Path(__file__).with_name("golden")
EXAMPLES = yaml.safe_load(Path(__file__).with_name("examples.yml").read_text("utf-8"))
PAGE = "docs/nb/principles/answer-once.md"


def apply(rule: Rule, root: Path) -> None:
    """Make the small guide break a rule, by its example."""
    example = {"file": PAGE, "good": "", "each": False, **EXAMPLES[rule.code]}
    files = [root / example["file"]]
    if example["each"]:
        files.append(root / example["file"].replace("/nb/", "/en/"))
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        text = file.read_text("utf-8") if example["good"] else ""
        assert example["good"] in text
        file.write_text(text.replace(example["good"], example["bad"], 1) or example["bad"], "utf-8")


def test_the_small_guide_has_no_findings(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(small_guide())]) == 0
    assert capsys.readouterr().out == f"0 findings in {PAGES} pages\n"


@pytest.mark.parametrize("rule", [rule for rule, _ in CHECKS], ids=lambda rule: rule.code)
def test_the_example_is_found(
    rule: Rule, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    apply(rule, copy_guide(tmp_path))
    code = main(["check", "--root", str(tmp_path)])
    printed = capsys.readouterr().out
    golden = GOLDEN / f"{rule.code}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(printed, "utf-8")
    assert printed == golden.read_text("utf-8")
    assert f": {rule.code} " in printed
    assert code == (0 if rule.severity == "warning" else 1)


def test_every_code_is_used_once() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(codes)
    assert len(codes) == len(set(codes))
    assert len(codes) <= 55


def test_the_page_of_rules_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    assert (ROOT / "RULES.md").read_text("utf-8") == capsys.readouterr().out
