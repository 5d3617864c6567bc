"""Where the engines come from: what is on the machine, or else an installation.

Run as `python -m tests.engines.programs` it makes sure that they are there, or fails saying how.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PACKAGES = ("firefox-esr", "webkit2gtk-driver", "xvfb")
NAMES = ("firefox-esr", "WebKitWebDriver", "Xvfb")
MINI_BROWSER = "lib*/**/webkit*gtk-*/MiniBrowser"  # below /usr; not on the search path
INSTALLER = ("apt-get", "install", "-qy", "--no-install-recommends")
INSTALL = (*INSTALLER, *PACKAGES)
HELP = f"""The tests of other engines need Firefox ESR and WebKitGTK. On Debian:
    sudo {" ".join(INSTALL)}"""


def find_programs() -> dict[str, str] | None:
    """The paths of the programs by their names, or None when one is missing."""
    browser = next((str(path) for path in Path("/usr").glob(MINI_BROWSER)), None)
    found = {name: shutil.which(name) for name in NAMES} | {"MiniBrowser": browser}
    paths = {name: path for name, path in found.items() if path}
    return paths if len(paths) == len(found) else None


def install(command: tuple[str, ...]) -> None:
    """Install packages where we may. The output is shown."""
    if shutil.which(command[0]) is None or os.geteuid() != 0:
        return
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for each in (("apt-get", "update", "-q"), command):
        print("+", " ".join(each), flush=True)  # noqa: T201 (the person waits for a download)
        subprocess.run(each, check=False, env=environment)


@contextmanager
def running(*command: str, **how: Any) -> Iterator[None]:  # noqa: ANN401 (as of Popen)
    """A program that says nothing and ends with the block."""
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=nowhere, stderr=nowhere, **how) as process:
        try:
            yield
        finally:
            process.terminate()


if __name__ == "__main__":
    if not find_programs():
        install(INSTALL)
    if not find_programs():
        sys.exit(HELP)
