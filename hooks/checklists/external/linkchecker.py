"""Addresses -> answers, by LinkChecker. It is under the GPL: a program we run, never import."""

import csv
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

TRIES = 2
"""An address counts as not working when it fails as many times."""

COMMAND = (
    sys.executable,
    "-m",
    "linkcheck",
    "--stdin",
    "--output=csv/utf-8",
    "--verbose",  # says what works, too
    "--no-status",
    "--recursion-level=0",
    "--no-robots",  # robots.txt is for programs that go on from page to page
)
_HOME = ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
_REDIRECT = re.compile(r"^Redirected to .* status: (\d+)", re.MULTILINE)
_FOR_GOOD = {"301", "308"}
# LinkChecker calls these valid. A redirect that is still one at the end names no target.
_NOT_WORKING = ("3", "429")
# What is in its result -> what we say; the first that fits. It cuts a long result at its end,
# so what stands further back in it comes before what it starts with.
_PROBLEMS = {
    "CERTIFICATE_VERIFY_FAILED": "certificate is not valid",
    "SSLError": "no secure connection",
    "NameResolutionError": "no such site",
    "Timeout": "no answer in time",
    "TooManyRedirects": "redirects without end",
    "BadStatusLine": "no readable answer",
    "RemoteDisconnected": "connection closed without an answer",
    "ConnectionError": "no connection",
    "InvalidSchema": "redirects to something else than a page",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """`problem` is "" for an address that works, and starts with the status where there is one.

    `target` is where redirects ended, "" without any. `is_permanent` when each of them said that
    it is for good.
    """

    problem: str = ""
    target: str = ""
    is_permanent: bool = False


def ask_all(urls: Iterable[str], timeout: int) -> dict[str, Answer]:
    """Each address -> its answer. `timeout` is in seconds. OSError if LinkChecker cannot run."""
    answers = {url: Answer("not an address") for url in urls}
    wanted = [url for url in answers if _is_address(url)]
    answers |= dict.fromkeys(wanted, Answer("no readable answer"))
    for _ in range(TRIES):
        wanted = [url for url in wanted if answers[url].problem]
        if wanted:
            answers |= _ask(wanted, timeout)
    return answers


def _ask(urls: list[str], timeout: int) -> dict[str, Answer]:
    """One run. What LinkChecker trips over is not among the answers."""
    with TemporaryDirectory() as home:  # no settings of the user are read, nothing is left behind
        env = os.environ | dict.fromkeys(_HOME, home) | {"LANGUAGE": "en", "PYTHONUTF8": "1"}
        run = subprocess.run(  # noqa: S603 (the addresses are no part of the command)
            [*COMMAND, f"--timeout={timeout}"],
            input="\n".join(urls),
            capture_output=True,
            encoding="utf-8",
            env=env,
            check=False,
        )
    lines = [line for line in run.stdout.splitlines(keepends=True) if not line.startswith("#")]
    if not lines:
        reason = run.stderr.strip().rpartition("\n")[2]
        raise ChildProcessError(f"LinkChecker did not run: {reason}")
    return {row["urlname"]: _answer(row) for row in csv.DictReader(lines, delimiter=";")}


def _answer(row: dict[str, str]) -> Answer:
    result, codes = row["result"], set(_REDIRECT.findall(row["warningstring"]))
    works = row["valid"] == "True" and not result.startswith(_NOT_WORKING)
    target = row["url"] if codes else ""
    return Answer("" if works else _in_words(result), target, bool(codes) and codes <= _FOR_GOOD)


def _in_words(result: str) -> str:
    """The status with its words, or what went wrong. A server may write anything there."""
    if not result[:3].isdigit():
        result = next((words for part, words in _PROBLEMS.items() if part in result), result)
    return "".join(filter(str.isprintable, result))


def _is_address(url: str) -> bool:
    """Whether LinkChecker can take it: one that it cannot read ends the whole run."""
    try:
        host = urlsplit(url).hostname or ""
        host.encode("idna")
    except ValueError:
        return False
    return bool(host) and url.split() == [url]
