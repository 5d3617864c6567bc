"""Links to other sites, asked of servers of our own that misbehave in every way."""

import json
import shutil
import ssl
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from checklists.cli import main
from checklists.external import linkchecker
from checklists.external.linkchecker import Answer, ask_all
from checklists.external.linked_sites import findings_of, summary_of
from checklists.grammar.places import Place, Span

from tests.project import GOLDEN

PATIENCE = 20  # seconds: more than anything takes that is not meant to last
CERTIFICATE = Path(__file__).parent / "self-signed.pem"


@dataclass
class Server:
    """Its address, and how many times each path was asked for."""

    address: str = ""
    asked: Counter[str] = field(default_factory=Counter)
    lock: threading.Lock = field(default_factory=threading.Lock)
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
            self.times = state.asked[path]
        name, *self.rest = path.strip("/").split("/")
        getattr(self, f"_{name}")()

    def _answer(self, status: int, words: str | None = None, **headers: str) -> None:
        self.send_response(status, words)
        for key, value in headers.items():
            self.send_header(key, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _ok(self) -> None:
        self._answer(200)

    def _status(self) -> None:
        self._answer(int(self.rest[0]))

    def _rude(self) -> None:
        self._answer(404, "\x1b[31mGone")

    def _flaky(self) -> None:
        self._answer(int(self.rest[0]) if self.times == 1 else 200)

    def _cut(self) -> None:
        self.close_connection = True

    def _slow(self) -> None:
        self.state.stopped.wait(PATIENCE)

    def _garbage(self) -> None:
        self.wfile.write(b"nothing like HTTP\r\n\r\n")
        self.close_connection = True

    def _endless(self) -> None:
        """Headers, and then a body without end."""
        self.send_response(200)
        self.end_headers()
        self.state.stopped.wait(PATIENCE)

    def _page(self) -> None:
        """Leads on to what nobody asked for."""
        body = b'<a href="/status/404">on</a>'
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _moved(self) -> None:
        self._answer(int(self.rest[0]), Location="/ok")

    def _two(self) -> None:
        self._answer(302, Location="/moved/301")

    def _lost(self) -> None:
        self._answer(301, Location="/status/404")

    def _circle(self) -> None:
        self._answer(302, Location="/circle")

    def _nowhere(self) -> None:
        self._answer(302)

    def _mail(self) -> None:
        self._answer(301, Location="mailto:us@handbook.example")

    def _broken(self) -> None:
        """An address that LinkChecker itself trips over."""
        self._answer(301, Location="http://[::1/")

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def serving(context: ssl.SSLContext | None = None) -> Iterator[Server]:
    state = Server()
    handler = type("_Handler", (Handler,), {"state": state})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        if context:
            http.socket = context.wrap_socket(http.socket, server_side=True)
        http.daemon_threads = True
        scheme = "https" if context else "http"
        state.address = f"{scheme}://127.0.0.1:{http.server_address[1]}"
        thread = threading.Thread(target=http.serve_forever, args=(0.01,))
        thread.start()
        yield state
        state.stopped.set()
        http.shutdown()
        thread.join()


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as state:
        yield state


# Path -> answer, its target as a path, and how many times it is asked for.
CASES: dict[str, tuple[Answer, int]] = {
    "/ok": (Answer(), 1),
    "/page": (Answer(), 1),
    "/endless": (Answer(), 1),
    "/status/204": (Answer(), 1),
    "/status/404": (Answer("404 Not Found"), 2),
    "/status/410": (Answer("410 Gone"), 2),
    "/status/500": (Answer("500 Internal Server Error"), 2),
    "/status/401": (Answer("401 Unauthorized"), 2),
    "/status/403": (Answer("403 Forbidden"), 2),
    "/status/429": (Answer("429 Too Many Requests"), 2),
    "/rude": (Answer("404 [31mGone"), 2),
    "/flaky/500": (Answer(), 2),
    "/flaky/429": (Answer(), 2),
    "/cut": (Answer("connection closed without an answer"), 2),
    "/garbage": (Answer("no readable answer"), 2),
    "/moved/301": (Answer(target="/ok", is_permanent=True), 1),
    "/moved/308": (Answer(target="/ok", is_permanent=True), 1),
    "/moved/302": (Answer(target="/ok"), 1),
    "/two": (Answer(target="/ok"), 1),
    "/lost": (Answer("404 Not Found", "/status/404", is_permanent=True), 2),
    "/circle": (Answer("redirects without end", "/circle"), 22),
    "/nowhere": (Answer("302 Found"), 2),
    "/mail": (Answer("redirects to something else than a page"), 2),
    "/broken": (Answer("no readable answer"), 2),
}


@pytest.fixture(scope="module")
def asked() -> dict[str, tuple[Answer, Counter[str]]]:
    """All of them in one go. Each has a server of its own: LinkChecker spares each site."""
    with ExitStack() as stack:
        servers = {path: stack.enter_context(serving()) for path in CASES}
        urls = {path: server(path) for path, server in servers.items()}
        answers = ask_all(urls.values(), timeout=PATIENCE)
    return {path: (answers[url], servers[path].asked) for path, url in urls.items()}


@pytest.mark.parametrize("path", CASES)
def test_what_a_server_does(asked: dict[str, tuple[Answer, Counter[str]]], path: str) -> None:
    (expected, times), (answer, counts) = CASES[path], asked[path]
    assert (answer.problem, answer.is_permanent) == (expected.problem, expected.is_permanent)
    assert answer.target.partition("127.0.0.1")[2].partition("/")[2] == expected.target[1:]
    assert counts[path] == times


def test_no_answer_in_time(server: Server) -> None:
    url = server("/slow")
    assert ask_all([url], timeout=1) == {url: Answer("no answer in time")}
    assert server.asked == {"/slow": 2}


def test_only_what_is_asked_for(asked: dict[str, tuple[Answer, Counter[str]]]) -> None:
    _, counts = asked["/page"]
    assert counts == {"/page": 1}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Of somebody who uses LinkChecker in German, and lets it find nothing."""
    settings = tmp_path / ".linkchecker"
    settings.mkdir()
    (settings / "linkcheckerrc").write_text("[filtering]\nignorewarnings=http-redirected\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("LANGUAGE", "de")
    return tmp_path


def test_it_neither_reads_nor_changes_what_the_user_has(home: Path, server: Server) -> None:
    before = sorted(home.rglob("*"))
    moved, wrong = server("/moved/301"), "http://127.0.0.1:99999/"
    assert ask_all([moved, wrong], timeout=PATIENCE) == {
        moved: Answer("", server("/ok"), is_permanent=True),
        wrong: Answer("URL host '127.0.0.1:99999' has invalid port"),
    }
    assert sorted(home.rglob("*")) == before


def test_what_is_no_address_does_not_end_the_run(server: Server) -> None:
    wrong = ["http://[::1/", "http://", "http://a b/", "http://℀.no/", f"http://{'å' * 70}.no/"]
    answers = ask_all([*wrong, server("/ok")], timeout=PATIENCE)
    assert answers == dict.fromkeys(wrong, Answer("not an address")) | {server("/ok"): Answer()}


def test_two_spellings_of_one_address(server: Server) -> None:
    urls = [server("/ok"), server("/./ok")]
    assert ask_all(urls, timeout=PATIENCE) == dict.fromkeys(urls, Answer())


def test_nobody_there() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with serving(context) as own, serving() as plain:
        problems = {
            "http://127.0.0.1:1/": "no connection",
            "http://no-such-name.invalid/": "no such site",
            own("/ok"): "certificate is not valid",
            plain("/ok").replace("http:", "https:"): "no secure connection",
        }
        answers = ask_all(problems, timeout=PATIENCE)
    assert {url: answer.problem for url, answer in answers.items()} == problems


def test_nothing_is_run_for_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linkchecker, "COMMAND", ())
    assert ask_all([], timeout=PATIENCE) == {}


def test_findings_stand_at_every_place_that_names_the_address() -> None:
    named = [Place(path, Span(2, 3)) for path in ("a.md", "b.md")]
    answers = {
        "https://a": Answer("404 Not Found"),
        "https://b": Answer("", "https://c", is_permanent=True),
        "https://d": Answer("403 Forbidden", "https://e"),
        "https://f": Answer(),
    }
    found = findings_of(answers, dict.fromkeys(answers, named))
    assert [(each.place.path, each.rule.code, each.rule.is_advice) for each in found] == [
        (path, code, code != "CL901")
        for path in ("a.md", "b.md")
        for code in ("CL901", "CL902", "CL903")
    ]
    assert found[1].help == "write `https://c`"
    assert summary_of(answers) == "addresses: 4, working: 1, leading on: 1, not working: 2"


@pytest.fixture
def guide(tmp_path: Path, server: Server) -> Path:
    """A guide that names the server on a page and in the sources."""
    shutil.copytree(GOLDEN / "base", tmp_path, dirs_exist_ok=True)
    page, sources = tmp_path / "docs/nb/index.md", tmp_path / "docs/sources.yml"
    links = f"[A]({server('/ok#a')}) [B]({server('/status/404')}) [A]({server('/ok#b')})"
    page.write_text(f"{page.read_text('utf-8')}\n{links}\n", "utf-8")
    text = sources.read_text("utf-8")
    sources.write_text(text.replace("https://handbook.example/", server("/moved/301")), "utf-8")
    return tmp_path


def test_the_command(guide: Path, server: Server, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["links", "--root", str(guide), "--online", "--timeout", str(PATIENCE)]
    assert main(command) == 1
    shown = capsys.readouterr()
    column = len(f"[A]({server('/ok#a')}) [B](") + 1
    place = f"docs/nb/index.md:14:{column}"
    assert f"{place}: CL901 {server('/status/404')} does not work: 404 Not Found" in shown.out
    assert f"docs/sources.yml:5:5: CL902 advice: {server('/moved/301')} has moved" in shown.out
    assert shown.out.endswith("addresses: 3, working: 1, leading on: 1, not working: 1\n")
    assert shown.err == ""


def test_advice_fails_nothing(guide: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = guide / "docs/nb/index.md"
    page.write_text(page.read_text("utf-8").replace("/status/404", "/status/403"), "utf-8")
    assert main(["links", "--root", str(guide), "--online", "--format", "json"]) == 0
    assert {each["code"] for each in json.loads(capsys.readouterr().out)} == {"CL902", "CL903"}


@pytest.mark.parametrize("module", ["no_such_module", "linkcheck"])
def test_linkchecker_cannot_run(
    guide: Path, module: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is not installed, or does not know an option."""
    python, *_ = linkchecker.COMMAND
    monkeypatch.setattr(linkchecker, "COMMAND", (python, "-m", module, "--no-such-option"))
    assert main(["links", "--root", str(guide), "--online"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith("checklists: LinkChecker did not run: ")


def test_a_time_out_is_a_second_at_least(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["links", "--online", "--timeout", "0"])
    assert "argument --timeout: one second at least" in capsys.readouterr().err


def test_nothing_is_asked_without_being_told_to(
    guide: Path, server: Server, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["links", "--root", str(guide)]) == 0
    assert server("/status/404") in capsys.readouterr().out
    assert not server.asked
