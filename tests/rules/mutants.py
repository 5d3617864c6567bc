"""Puts one small fault after another into a module of rules, by Cosmic Ray: tests must notice.

usage: python -m tests.rules.mutants [MODULE …]

A module is run with the tests of its own rules and of those that it helps, the quickest first. Its
file changes meanwhile, and is put back.
"""

import json
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from checklists.guide.rule import Rule
from checklists.rules import MODULES

from tests.project import ROOT
from tests.rules.test_golden import CASES, CODE, expected
from tests.rules.test_mutations import DEFECTS

TIMEOUT = 300  # seconds; a loop that never ends is noticed too
# One fault for one thing that can be wrong. The other operators make fifty of the same that no
# program survives, `a ** b` for `a + b`.
TELLING = (
    "core/ReplaceBinaryOperator_(Add_Sub|Sub_Add|Mul_Div|Div_Mul|BitAnd_BitOr|BitOr_BitAnd)",
    "core/ReplaceComparisonOperator_(Eq_NotEq|NotEq_Eq|Is_IsNot|IsNot_Is)",
    "core/ReplaceComparisonOperator_(Lt_LtE|LtE_Lt|Gt_GtE|GtE_Gt|Lt_GtE|GtE_Lt|Gt_LtE|LtE_Gt)",
    "core/ReplaceUnaryOperator_(Delete_Not|USub_UAdd)",
    "core/(?!Replace(Binary|Comparison|Unary)Operator_).*",
)
CONFIGURATION = """\
[cosmic-ray]
module-path = {module}
timeout = {timeout}
excluded-modules = []
test-command = {command}

[cosmic-ray.distributor]
name = "local"

[cosmic-ray.filters.operators-filter]
exclude-operators = [{others}]
"""


def codes_of(module: str) -> set[str]:
    """Those of the rules in a module, and in the modules that take something from it."""
    takes = f"checklists.rules.{module} import"
    return {
        rule.code
        for each in MODULES
        if each.__name__.endswith(f".{module}") or takes in Path(str(each.__file__)).read_text()
        for rule in vars(each).values()
        if isinstance(rule, Rule)
    }


def tests_of(module: str) -> Iterator[str]:
    """The tests that can notice a fault in the rules of a module, the quickest first."""
    codes = codes_of(module)
    yield "tests/rules/test_golden.py::test_the_base_is_clean"
    for case in CASES:
        if codes & set(CODE.findall(expected(case))):
            yield f"tests/rules/test_golden.py::test_case[{case}]"
    yield "tests/rules/test_examples.py::test_the_good_examples_pass"
    for code in sorted(codes):
        yield f"tests/rules/test_examples.py::test_the_bad_example_is_found[{code}]"
    yield "tests/rules/test_limits.py"
    yield "tests/rules/test_sense.py"
    yield "tests/rules/test_settings.py"
    yield "tests/rules/test_mutations.py::test_the_content_itself_has_none"
    for name, defect in DEFECTS.items():
        if defect.code in codes:
            yield f"tests/rules/test_mutations.py::test_defect_is_found[{name}]"
    yield "tests/rules/test_mutations.py::test_what_is_right_stays_silent"
    yield "tests/rules/test_ordinary_edits.py::test_edit_passes"
    yield "tests/rules/test_golden.py"  # some rules stand in another room, as CL806


def run(*command: str) -> None:
    subprocess.run([sys.executable, "-m", *command], cwd=ROOT, check=True)


def main(module: str) -> None:
    with TemporaryDirectory() as folder:
        tests = Path(folder, "tests.txt")
        tests.write_text("\n".join(tests_of(module)), "utf-8")
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
        configuration, session = f"{folder}/mutants.toml", f"{folder}/mutants.sqlite"
        Path(configuration).write_text(
            CONFIGURATION.format(
                module=json.dumps(f"hooks/checklists/rules/{module}.py"),
                timeout=float(TIMEOUT),
                command=json.dumps(shlex.join([*command, f"@{tests}"])),
                others=json.dumps(f"(?!({'|'.join(TELLING)})$)"),
            ),
            "utf-8",
        )
        run("cosmic_ray.cli", "baseline", configuration)
        run("cosmic_ray.cli", "init", configuration, session)
        run("cosmic_ray.tools.filters.operators_filter", session, configuration)
        run("cosmic_ray.cli", "exec", configuration, session)
        run("cosmic_ray.tools.report", session, "--surviving-only", "--show-diff")


if __name__ == "__main__":
    for name in sys.argv[1:] or [each.__name__.rpartition(".")[2] for each in MODULES]:
        main(name)
