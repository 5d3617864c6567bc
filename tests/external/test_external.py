"""Links to other sites, asked of a server of our own that misbehaves in every way."""

import asyncio
import json
import os
import pty
import re
import shutil
import subprocess
import sys
import termios
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from checklists.cli import main
from checklists.external.answer import Answer, Settings
from checklists.external.ask import ask_all
from checklists.external.cache import load_answers, save_answers
from checklists.external.public_network import is_public
from checklists.external.report import findings_of, summary_of
from checklists.grammar.places import Place, Span
from hypothesis import given
from hypothesis import strategies as st

from tests.external.apart import apart
from tests.project import GOLDEN

SETTINGS = Settings(timeout=0.5, retries=2, pause=0.01, allow_private=True)
TOGETHER = 20  # seconds at most that requests wait for each other


@dataclass
class Server:
    """What it was asked, and how many requests were under way at the same time."""

    address: str = ""
    asked: Counter[str] = field(default_factory=Counter)
    headers: dict[str, str] = field(default_factory=dict)
    now: int = 0
    most: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)
    enough: threading.Event = field(default_factory=threading.Event)
    stopped: threading.Event = field(default_factory=threading.Event)

    def __call__(self, path: str) -> str:
        return f"{self.address}{path}"


class Handler(BaseHTTPRequestHandler):
    state: Server
    times = 0
    rest: Sequence[str] = ()

    def do_GET(self) -> None:
        state, path = self.state, self.path
        with state.lock:
            state.asked[path] += 1
            state.headers[path] = self.headers.get("User-Agent", "")
            self.times = state.asked[path]
        name, *self.rest = path.strip("/").split("/")
        getattr(self, f"_{name}")()

    def _answer(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _ok(self) -> None:
        self._answer(200)

    def _status(self) -> None:
        self._answer(int(self.rest[0]))

    def _flaky(self) -> None:
        self._answer(503 if self.times < 3 else 200)

    def _busy(self) -> None:
        self._answer(429, Retry_After="0") if self.times == 1 else self._answer(200)

    def _cut(self) -> None:
        self.close_connection = True

    def _slow(self) -> None:
        self.state.stopped.wait(TOGETHER)

    def _garbage(self) -> None:
        self.wfile.write(b"nothing like HTTP\r\n\r\n")
        self.close_connection = True

    def _endless(self) -> None:
        """Headers, and then a body without end."""
        self.send_response(200)
        self.end_headers()
        self.state.stopped.wait(TOGETHER)

    def _moved(self) -> None:
        self._answer(int(self.rest[0]), Location="/ok#there")

    def _two(self) -> None:
        self._answer(302, Location="../moved/301")

    def _circle(self) -> None:
        self._answer(302, Location="/circle")

    def _on(self) -> None:
        self._answer(302, Location=f"/on/{int(self.rest[0]) + 1}")

    def _nowhere(self) -> None:
        self._answer(302)

    def _inside(self) -> None:
        self._answer(302, Location="http://10.0.0.1/")

    def _crowd(self) -> None:
        state = self.state
        with state.lock:
            state.now += 1
            state.most = max(state.most, state.now)
            if state.now == 3:
                state.enough.set()
        state.enough.wait(TOGETHER)
        with state.lock:
            state.now -= 1
        self._answer(200)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()
    handler = type("_Handler", (Handler,), {"state": state})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        http.daemon_threads = True
        state.address = f"http://127.0.0.1:{http.server_address[1]}"
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        yield state
        state.stopped.set()
        http.shutdown()
        thread.join()


def ask(*urls: str, settings: Settings = SETTINGS) -> list[Answer]:
    return apart(lambda: asyncio.run(ask_all(urls, settings, lambda _: None)))


@pytest.mark.parametrize(
    ("path", "problem", "times"),
    [
        ("/ok", "", 1),
        ("/status/204", "", 1),
        ("/status/404", "404 Not Found", 1),
        ("/status/410", "410 Gone", 1),
        ("/status/599", "599", 1),
        ("/status/500", "500 Internal Server Error", 3),
        ("/flaky", "", 3),
        ("/busy", "", 2),
        ("/cut", "connection closed without an answer", 6),  # aiohttp itself asks twice
        ("/slow", "no answer in time", 3),
        ("/endless", "", 1),
        ("/garbage", "no readable answer", 1),
        ("/nowhere", "redirects to nowhere", 1),
        ("/status/403", "403 Forbidden", 1),
    ],
)
def test_an_address_is_asked_until_it_is_clear(
    server: Server, path: str, problem: str, times: int
) -> None:
    (answer,) = ask(server(path))
    assert (answer.problem, server.asked[path]) == (problem, times)
    assert "checklists" in server.headers[path]


def test_redirects_are_reported_with_their_end(server: Server) -> None:
    permanent, temporary, mixed = ask(
        *(server(path) for path in ("/moved/301", "/moved/302", "/two/steps"))
    )
    assert {answer.target for answer in (permanent, temporary, mixed)} == {server("/ok")}
    assert [a.is_permanent for a in (permanent, temporary, mixed)] == [True, False, False]
    assert [a.problem for a in (permanent, temporary, mixed)] == [""] * 3


def test_redirects_that_do_not_end(server: Server) -> None:
    circle, on = ask(server("/circle"), server("/on/1"))
    assert circle.problem == f"redirects in a circle, at {server('/circle')}"
    assert on.problem == "more than 10 redirects"
    assert sum(times for path, times in server.asked.items() if path.startswith("/on/")) == 11


def test_nobody_listens() -> None:
    gone, unknown, wrong = ask(
        "http://127.0.0.1:1/", "http://no-such-name.invalid/", "http://[::1/"
    )
    assert gone.problem == "no connection"
    assert unknown.problem == "no such site"
    assert wrong.problem == "not an address"


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433"]
)
def test_private_addresses_are_refused(server: Server, host: str) -> None:
    url = server.address.replace("127.0.0.1", host) + "/ok"
    (answer,) = ask(url, settings=Settings(timeout=0.5, retries=0))
    assert answer.problem.startswith(("leads into a private network", "not an address"))
    assert not server.asked


def test_a_redirect_into_a_private_network_is_refused(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "checklists.external.public_network.is_public", lambda address: address == "127.0.0.1"
    )
    settings = Settings(timeout=0.5, retries=0)
    (answer,) = ask(server("/inside"), settings=settings)
    assert server.asked["/inside"] == 1
    assert answer.problem == "leads into a private network: 10.0.0.1"


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2001:4860:4860::8888", True),
        ("192.168.1.1", False),
        ("172.16.0.1", False),
        ("100.64.0.1", False),
        ("169.254.1.1", False),
        ("224.0.0.1", False),
        ("fd00::1", False),
        ("fe80::1%eth0", False),
        ("::ffff:10.0.0.1", False),
        ("::", False),
    ],
)
def test_what_is_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_many_at_a_time_but_few_at_one_host(server: Server) -> None:
    urls = [server(f"/crowd/{number}") for number in range(12)]
    answers = ask(*urls, settings=Settings(timeout=TOGETHER, per_host=3, allow_private=True))
    assert [answer.problem for answer in answers] == [""] * 12
    assert server.most == 3


def answer_of(url: str, at: float = 100.0, problem: str = "") -> Answer:
    return Answer(url, 200, "", False, problem, at)


def test_the_cache_forgets_what_is_old_broken_or_from_the_future(tmp_path: Path) -> None:
    file = tmp_path / "deep/links.json"
    urls = {"young": 95.0, "old": 10.0, "future": 101.0}
    save_answers(file, [*(answer_of(*each) for each in urls.items()), answer_of("bad", 99, "404")])
    assert load_answers(file, 50, 100) == {"young": answer_of("young", 95.0)}
    assert [each.name for each in file.parent.iterdir()] == ["links.json"]


@pytest.mark.parametrize("data", [b"", b"[", b"[1]", b"\xff", b'{"a": 1}'])
def test_a_corrupt_cache_is_set_aside(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "links.json"
    file.write_bytes(data)
    assert load_answers(file, 50, 100) == {}
    assert not file.exists()
    assert (tmp_path / "links.json.corrupt").read_bytes() == data


ANSWERS = st.builds(
    Answer,
    st.text(),
    st.none() | st.integers(100, 599),
    st.text(),
    st.booleans(),
    st.just(""),
    st.floats(0, 100),
)


@given(st.lists(ANSWERS, unique_by=lambda answer: answer.url))
def test_what_is_kept_comes_back(
    tmp_path_factory: pytest.TempPathFactory, answers: Sequence[Answer]
) -> None:
    file = tmp_path_factory.mktemp("cache") / "links.json"
    save_answers(file, answers)
    assert load_answers(file, 101, 100) == {answer.url: answer for answer in answers}


def test_findings_stand_at_every_place_that_names_the_address() -> None:
    named = [Place(path, Span(2, 3)) for path in ("a.md", "b.md")]
    answers = [
        Answer("https://a", 404, problem="404 Not Found"),
        Answer("https://b", 200, "https://c", is_permanent=True),
        Answer("https://d", 403, problem="403 Forbidden"),
        Answer("https://e", 200),
    ]
    found = findings_of(answers, {answer.url: named for answer in answers})
    assert [(each.place.path, each.rule.code, each.rule.is_advice) for each in found] == [
        (path, code, code != "CL901")
        for path in ("a.md", "b.md")
        for code in ("CL901", "CL902", "CL903")
    ]
    assert found[1].help == "write `https://c`"
    assert summary_of(answers, 1) == (
        "addresses: 4, working: 1, leading on: 1, not working: 2 (1 from the cache)"
    )


@pytest.fixture
def guide(tmp_path: Path, server: Server) -> Path:
    """A guide that names the server on a page and in the sources."""
    shutil.copytree(GOLDEN / "base", tmp_path, dirs_exist_ok=True)
    page, sources = tmp_path / "docs/nb/index.md", tmp_path / "docs/sources.yml"
    links = f"[A]({server('/ok#a')}) [B]({server('/status/404')})"
    page.write_text(f"{page.read_text('utf-8')}\n{links}\n", "utf-8")
    text = sources.read_text("utf-8")
    sources.write_text(text.replace("https://handbook.example/", server("/moved/301")), "utf-8")
    return tmp_path


def test_the_command(guide: Path, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["links", "--root", str(guide), "--online", "--allow-private"]
    assert apart(main, command) == 1
    shown = capsys.readouterr()
    column = len(f"[A]({server('/ok#a')}) [B](") + 1
    place = f"docs/nb/index.md:14:{column}"
    assert f"{place}: CL901 {server('/status/404')} does not work: 404 Not Found" in shown.out
    assert f"docs/sources.yml:5:5: CL902 advice: {server('/moved/301')} has moved" in shown.out
    assert shown.out.endswith(
        "addresses: 3, working: 1, leading on: 1, not working: 1 (0 from the cache)\n"
    )
    assert shown.err == ""  # no progress bar beside a terminal
    apart(main, [*command, "--format", "json"])
    assert {each["code"] for each in json.loads(capsys.readouterr().out)} == {"CL901", "CL902"}
    assert server.asked["/status/404"] == 2  # bad news is not kept
    assert server.asked["/moved/301"] == 1  # the cache knows
    apart(main, [*command, "--max-age", "0"])
    assert server.asked["/moved/301"] == 2


def test_progress_is_shown_on_a_terminal(guide: Path, server: Server) -> None:
    with (guide / "docs/nb/index.md").open("a") as page:
        page.write(f"[C]({server('/flaky')})\n")  # takes long enough to be seen
    own, terminal = pty.openpty()
    termios.tcsetwinsize(own, (24, 80))
    command = [sys.executable, "-m", "checklists.cli", "links", "--root", str(guide), "--online"]
    with subprocess.Popen(
        [*command, "--allow-private"], stdout=subprocess.PIPE, stderr=terminal, text=True
    ) as process:
        os.close(terminal)
        shown = b"".join(iter(lambda: _read(own), b"")).decode()
        os.close(own)
        assert "working: 2" in (process.stdout.read() if process.stdout else "")
    assert re.search(r" 0%\| +\| 0/4 .*100%\|█+\| 4/4 ", shown)
    assert not shown.rpartition("link/s]")[2].strip()  # it wipes itself out


def _read(terminal: int) -> bytes:
    """What a program wrote, b"" when it has closed its end: Linux calls that an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


def test_nothing_is_asked_without_being_told_to(
    guide: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["links", "--root", str(guide)]) == 0
    assert server("/status/404") in capsys.readouterr().out
    assert not server.asked
