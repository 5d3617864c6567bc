"""Work beside a process. Run in processes of their own: those of the tests have threads."""

import subprocess
import sys

import pytest

BEGIN = """
import os, sys
from checklists.parallel import begin
sys.platform = {platform!r}
here, (reader, writer) = os.getpid(), os.pipe()
wait = begin(lambda: {work})
"""


def run(work: str, rest: str, platform: str = sys.platform) -> subprocess.CompletedProcess[str]:
    code = BEGIN.format(work=work, platform=platform) + rest
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform != "linux", reason="such processes are made on Linux only")
def test_work_goes_on_beside() -> None:
    """Nobody waits before the work has answered; it would wait for ever if it had not begun."""
    result = run(
        "os.write(writer, str(os.getpid()).encode())",
        "print(int(os.read(reader, 20)) != here, wait())",
    )
    assert result.stdout == "True True\n"
    assert result.stderr == ""


@pytest.mark.skipif(sys.platform != "linux", reason="such processes are made on Linux only")
@pytest.mark.parametrize(("work", "shown"), [("1 / 0", "ZeroDivisionError"), ("sys.exit(1)", "")])
def test_failing_work_says_so(work: str, shown: str) -> None:
    result = run(work, "print(wait())")
    assert result.stdout == "False\n"
    assert shown in result.stderr


def test_elsewhere_work_waits_to_be_waited_for() -> None:
    result = run("print(os.getpid() == here)", "print('begun'); print(wait())", "win32")
    assert result.stdout == "begun\nTrue\nTrue\n"
    assert "ZeroDivisionError" in run("1 / 0", "wait()", "darwin").stderr
