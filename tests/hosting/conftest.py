"""The site on each host, at its root and below a path, and pages that are watched there."""

from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import pytest

from tests.browser.conftest import open_page
from tests.hosting.host import HOSTS, Host
from tests.hosting.programs import HELP, find_hosts
from tests.project import build, copy_site

__all__ = ["open_page"]

BELOW = "any/path/"
SETTINGS = {
    "": {},
    BELOW: {
        "SITE_URL": f"https://wiki.example/{BELOW.removesuffix('/')}",
        "FRAME_ANCESTORS": "'self' http://127.0.0.1:*",
    },
}
"""Path on the host -> what the environment says to the build."""
Publish = Callable[[str], Path]


@pytest.fixture(scope="session")
def publish(tmp_path_factory: pytest.TempPathFactory) -> Publish:
    """Build the site for a path, once. Returns the folder of the host."""
    hosts: dict[str, Path] = {}

    def publish(below: str) -> Path:
        if below not in hosts:
            site = build(copy_site(tmp_path_factory.mktemp("project")), **SETTINGS[below])
            folder = hosts[below] = tmp_path_factory.mktemp("host")
            (folder / below).parent.mkdir(parents=True, exist_ok=True)
            site.rename(folder / below)
        return hosts[below]

    return publish


@pytest.fixture(
    scope="session",
    params=product(HOSTS, SETTINGS),
    ids=lambda param: f"{param[0]}-{param[1] or 'root'}",
)
def host(
    request: pytest.FixtureRequest, publish: Publish, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Host]:
    programs = find_hosts()
    if programs is None:
        pytest.fail(HELP)
    name, below = request.param
    with HOSTS[name](programs[name], publish(below), below, tmp_path_factory.mktemp(name)) as host:
        yield host


@pytest.fixture
def site(host: Host) -> str:
    """The address that `open_page` begins with."""
    return host.address
