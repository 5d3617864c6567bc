"""The site of the real content, built as on the day of its latest review."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from checklists.guide.model import Guide
from checklists.reading.project import load_guide

from tests.browser.conftest import open_page
from tests.browser.server import serve_folder
from tests.conftest import built_once
from tests.project import ROOT, build_site, latest_review

__all__ = ["open_page"]


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site, for reading only."""
    return built_once(tmp_path_factory, "content", build_site)


@pytest.fixture(scope="session")
def site(content: Path) -> Iterator[str]:
    """The address that `open_page` begins with."""
    with serve_folder(content) as address:
        yield address


@pytest.fixture(scope="session")
def guide() -> Guide:
    return load_guide(ROOT)


@pytest.fixture
def on_latest_review(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", latest_review())
