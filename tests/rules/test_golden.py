"""Each case lays files over a small valid guide; `expected.txt` is what the command prints."""

import re
import shutil
from pathlib import Path

import pytest
from checklists.cli import main
from checklists.rules.catalogue import RULES

from tests.project import GOLDEN

CASES = sorted(case.name for case in (GOLDEN / "cases").iterdir())
MADE_BY_TEST_READER = {"CL001", "CL002", "CL003", "CL004", "CL005", "CL006", "CL007"}
MADE_BY_TEST_SITE_CHECK = {"CL813"}
MADE_BY_TEST_READ_BACK = {"CL843", "CL844"}
MADE_BY_TEST_EXTERNAL = {"CL901", "CL902", "CL903"}
HEADLINE = re.compile(r"^\S+:\d+:\d+: .*", re.MULTILINE)
CODE = re.compile(r"^\S+:\d+:\d+: (CL\d+) ", re.MULTILINE)


def expected(case: str) -> str:
    return (GOLDEN / "cases" / case / "expected.txt").read_text("utf-8")


def test_the_base_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--root", str(GOLDEN / "base")]) == 0
    assert capsys.readouterr().out == "0 findings in 6 pages\n"


@pytest.mark.parametrize("case", CASES)
def test_case(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(GOLDEN / "base", tmp_path, dirs_exist_ok=True)
    shutil.copytree(GOLDEN / "cases" / case, tmp_path, dirs_exist_ok=True)
    advice = [" advice: " in line for line in HEADLINE.findall(expected(case))]
    code = main(["check", "--root", str(tmp_path)])
    assert capsys.readouterr().out == expected(case)
    assert code == (0 if all(advice) else 1)


@pytest.mark.parametrize("case", CASES)
def test_case_shows_what_its_name_says(case: str) -> None:
    assert case.partition("-")[0] in CODE.findall(expected(case))


def test_every_code_has_a_case() -> None:
    shown = {case.partition("-")[0] for case in CASES}
    made = MADE_BY_TEST_READER | MADE_BY_TEST_SITE_CHECK | MADE_BY_TEST_READ_BACK
    assert shown | made | MADE_BY_TEST_EXTERNAL == {rule.code for rule in RULES}
