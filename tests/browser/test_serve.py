"""`mkdocs serve`: pages reload themselves, and show what is wrong with them until it is fixed."""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage
from tests.project import copy_site

KEY = "situations/one-more-thing"
ITEMS = 9
LAST = '{ #decide-what-can-wait src="own" }'
"""The end of the first part."""
REBUILT = 60_000  # milliseconds, for both languages on a busy machine


@dataclass(frozen=True)
class Served:
    """The small guide under `mkdocs serve`."""

    project: Path
    address: str

    def file(self, language: str) -> Path:
        return self.project / f"docs/{language}/{KEY}.md"

    def change(self, language: str, old: str, new: str) -> None:
        text = self.file(language).read_text("utf-8")
        assert old in text
        self.file(language).write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    project = copy_site(tmp_path_factory.mktemp("served"))
    with socket.create_server(("127.0.0.1", 0)) as free:
        address = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address],
        cwd=project,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        text=True,
        stderr=subprocess.PIPE,
    )
    reader = threading.Thread(target=process.communicate)  # or it would stop at a full pipe
    try:
        _wait_until_serving(process)
        reader.start()
        yield Served(project, f"http://{address}/")
    finally:
        process.terminate()
        if reader.is_alive():
            reader.join()
        else:
            process.communicate()


@pytest.fixture
def served(server: Served) -> Iterator[Served]:
    """A test that fails leaves the project as it was to the next one."""
    good = {language: server.file(language).read_bytes() for language in ("nb", "en")}
    yield server
    for language, data in good.items():
        if server.file(language).read_bytes() != data:
            server.file(language).write_bytes(data)


def _wait_until_serving(process: subprocess.Popen[str]) -> None:
    printed = []
    for line in process.stderr or ():
        printed.append(line)
        if "Serving on" in line:
            return
    pytest.fail("".join(printed))


def test_pages_reload_themselves(served: Served, open_page: OpenPage) -> None:
    norwegian = open_page.at(served.address)(f"{KEY}/")
    english = open_page.at(served.address)(f"en/{KEY}/", context=norwegian.context)
    new = {"nb": (norwegian, "Ordene er nye."), "en": (english, "The words are new.")}
    for language, (_, words) in new.items():
        served.change(language, LAST, f"{LAST}\n\n{words}")
    for page, words in new.values():
        expect(page.get_by_text(words, exact=True)).to_be_visible(timeout=REBUILT)
        expect(page.get_by_role("checkbox")).to_have_count(ITEMS)


def test_findings_are_shown_on_their_page_until_fixed(served: Served, open_page: OpenPage) -> None:
    page = open_page.at(served.address)(f"en/{KEY}/")
    served.change("en", " { #set-a-time ", " { ")
    alert = page.get_by_role("alert")
    expect(alert).to_contain_text("Errors in the content", timeout=REBUILT)
    expect(alert).to_contain_text(f"docs/en/{KEY}.md:")
    expect(alert).to_contain_text("CL103 item has no id")
    expect(page.get_by_role("checkbox")).to_have_count(ITEMS)
    expect(alert).to_contain_text("CL302 `write-the-agenda` is where")
    norwegian = open_page.at(served.address)(f"{KEY}/", context=page.context)
    expect(norwegian.get_by_role("alert")).to_have_count(0)
    front = open_page.at(served.address)("", context=page.context)
    expect(front.get_by_role("alert")).to_have_count(0)
    served.change("en", " { .critical src=", " { #set-a-time .critical src=")
    expect(alert).to_have_count(0, timeout=REBUILT)


@pytest.mark.soak
def test_a_page_that_cannot_be_read_shows_why(served: Served, open_page: OpenPage) -> None:
    page = open_page.at(served.address)(f"{KEY}/")
    good = served.file("nb").read_bytes()
    served.file("nb").write_bytes("---\ntitle: Å\n".encode("latin-1"))
    expect(page.get_by_role("alert")).to_contain_text("2:8: CL001", timeout=REBUILT)
    served.file("nb").write_bytes(b"---\ntags: 2\ntemplate: no.html\n---\n\n# T\n")
    expect(page.get_by_role("alert")).to_contain_text("CL015", timeout=REBUILT)
    served.file("nb").write_bytes(good)
    expect(page.get_by_role("checkbox")).to_have_count(ITEMS, timeout=REBUILT)
    expect(page.get_by_role("alert")).to_have_count(0)
