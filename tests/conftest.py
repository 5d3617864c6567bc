"""Shared by all tests: a fixed day, how many examples to try, and the built sites."""

import fcntl
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import settings

from tests.project import build, copy_site

pytest_plugins = ("tests.browser.launch",)
TODAY = datetime(2026, 11, 25, 12, tzinfo=UTC)
os.environ["SOURCE_DATE_EPOCH"] = str(int(TODAY.timestamp()))
settings.register_profile("test", derandomize=True, deadline=None, max_examples=50)
settings.register_profile("soak", derandomize=True, deadline=None, max_examples=2000)
settings.load_profile("test")
BELOW = "wiki/guide/"
"""A path on a host, for a site that is not at its root."""


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small guide's site, for reading only."""
    return built_once(tmp_path_factory, "site", lambda folder: build(copy_site(folder)))


@pytest.fixture(scope="session")
def built_below(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, built for a path below its host."""
    address = f"https://wiki.example/{BELOW}"
    return built_once(
        tmp_path_factory, "below", lambda folder: build(copy_site(folder), SITE_URL=address)
    )


def built_once(factory: pytest.TempPathFactory, name: str, build: Callable[[Path], Path]) -> Path:
    """Build a site in the first worker that asks for it. The others wait."""
    folder = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    with (folder / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / name).exists():
            build(factory.mktemp("project")).rename(folder / name)
    return folder / name
