"""A reader in each engine, on a site that hears of every error."""

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Protocol

import pytest

from tests.engines.firefox import firefox
from tests.engines.host import Host, serve, watch
from tests.engines.programs import HELP, find_programs
from tests.engines.reader import Reader
from tests.engines.webkit import webkit
from tests.project import build_site

ENGINES = {"firefox": firefox, "webkit": webkit}


class Start(Protocol):
    """Start a browser for a reader whose system is light or dark."""

    def __call__(self, scheme: str = "light") -> AbstractContextManager[Reader]: ...


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = build_site(tmp_path_factory.mktemp("project"))
    watch(folder)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture
def host(built: Path) -> Iterator[Host]:
    with serve(built) as host:
        yield host
    assert host.problems == []


@pytest.fixture(scope="session", params=ENGINES)
def start(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Start:
    programs = find_programs()
    if programs is None:
        pytest.fail(HELP)

    @contextmanager
    def start(scheme: str = "light") -> Iterator[Reader]:
        folder = tmp_path_factory.mktemp(request.param)
        with ENGINES[request.param](programs, folder, scheme) as reader:
            yield reader

    return start


@pytest.fixture(scope="session")
def reader(start: Start) -> Iterator[Reader]:
    """One browser for all tests of an engine: a new host is a new site to it."""
    with start() as reader:
        yield reader
