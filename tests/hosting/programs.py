"""Where the hosts come from: what is on the machine, or else an installation.

Run as `python -m tests.hosting.programs` it makes sure that they are there, or fails saying how.
"""

import shutil
import sys

from tests.engines.programs import INSTALLER, install

PACKAGES = ("nginx-light", "caddy", "curl")
NAMES = ("nginx", "caddy", "curl")
PLACES = "/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin"  # nginx is for root, to Debian
INSTALL = (*INSTALLER, *PACKAGES)
HELP = f"""The tests of hosts need nginx, Caddy and curl. On Debian:
    sudo {" ".join(INSTALL)}"""


def find_hosts() -> dict[str, str] | None:
    """The paths of the programs by their names, or None when one is missing."""
    found = {name: shutil.which(name, path=PLACES) for name in NAMES}
    paths = {name: path for name, path in found.items() if path}
    return paths if len(paths) == len(found) else None


if __name__ == "__main__":
    if not find_hosts():
        install(INSTALL)
    if not find_hosts():
        sys.exit(HELP)
