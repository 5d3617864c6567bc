"""A reader in each engine, on a site that hears of every error."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines.firefox import firefox
from tests.engines.host import Host, serve, watch
from tests.engines.programs import HELP, find_programs
from tests.engines.reader import Reader
from tests.engines.webkit import webkit

ENGINES = {"firefox": firefox, "webkit": webkit}


@pytest.fixture(scope="session")
def watched(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a site that reports what goes wrong in it."""
    folder = tmp_path_factory.mktemp("watched") / "site"
    shutil.copytree(built, folder)
    watch(folder)
    return folder


@pytest.fixture
def host(watched: Path) -> Iterator[Host]:
    with serve(watched) as host:
        yield host
    assert host.problems == []


@pytest.fixture(scope="session", params=ENGINES)
def reader(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Reader]:
    """One browser for all tests of an engine: a new host is a new site to it."""
    programs = find_programs()
    if programs is None:
        pytest.fail(HELP)
    with ENGINES[request.param](programs, tmp_path_factory.mktemp(request.param)) as reader:
        yield reader
