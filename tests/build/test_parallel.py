"""Work beside a process. Run in processes of their own: those of the tests have threads."""

import os
import re
import signal
import subprocess
import sys

import pytest

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only there such processes are made")
BEGIN = """
import os, signal, sys
from checklists.parallel import begin
sys.platform = {platform!r}
here, (reader, writer) = os.getpid(), os.pipe()
wait = begin(lambda: {work})
"""


def run(work: str, rest: str, platform: str = sys.platform) -> subprocess.CompletedProcess[str]:
    code = BEGIN.format(work=work, platform=platform) + rest
    command = [sys.executable, "-c", code]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@on_linux
def test_work_goes_on_beside() -> None:
    """Nobody waits before the work has answered; it would wait for ever if it had not begun."""
    result = run(
        "os.write(writer, str(os.getpid()).encode())",
        "print(int(os.read(reader, 20)) != here, wait() > 0)",
    )
    assert result.stdout == "True True\n"
    assert result.stderr == ""


FAIL = """
try:
    wait()
except ChildProcessError as error:
    print(error)
"""


@on_linux
@pytest.mark.parametrize(
    ("work", "shown"),
    [
        ("1 / 0", "ZeroDivisionError"),
        ("sys.exit(1)", r"\A\Z"),
        ("os.kill(os.getpid(), signal.SIGKILL)", r"\A\Z"),
    ],
)
def test_failing_work_says_so(work: str, shown: str) -> None:
    result = run(work, FAIL)
    assert result.stdout == "work in a process of its own failed\n"
    assert re.search(shown, result.stderr)


@on_linux
def test_a_large_result_comes_back() -> None:
    assert run("'a' * 10**7", "print(len(wait()))").stdout == "10000000\n"


STOP = """
os.read(reader, 1)
try:
    print("ready", flush=True)
    wait()
except KeyboardInterrupt:
    print("stopped")
"""


@on_linux
def test_who_stops_both_hears_of_it_once() -> None:
    code = BEGIN.format(work="(os.write(writer, b'x'), signal.pause())", platform="linux") + STOP
    # Who is started in the background by a shell ignores Ctrl-C, and so would all below it.
    code = f"import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n{code}"
    with subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
        os.killpg(process.pid, signal.SIGINT)
        try:
            assert process.communicate(timeout=60) == ("stopped\n", "")
        finally:
            process.kill()


@on_linux
def test_the_work_ends_with_who_began_it() -> None:
    """Otherwise this would never end."""
    result = run("signal.pause()", "raise SystemExit(3)")
    assert result.returncode == 3


def test_elsewhere_work_waits_to_be_waited_for() -> None:
    result = run("print('done')", "print('begun'); wait()", "win32")
    assert result.stdout == "begun\ndone\n"
    assert "ZeroDivisionError" in run("1 / 0", "wait()", "darwin").stderr
