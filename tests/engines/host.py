"""Serves the built site, and hears of what goes wrong in a page, whatever the engine."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.conftest import FIRST_ERROR
from tests.browser.server import Quiet, serve_folder

WATCH = """
let isLeaving = false; // Firefox then fails what is still being loaded
addEventListener('beforeunload', () => { isLeaving = true; });
const report = (...what) =>
  isLeaving || navigator.sendBeacon('/', `${location.pathname}: ${what.join(' ')}`);
addEventListener('error', ({ message, target }) => report(message ?? target.outerHTML), true);
addEventListener('unhandledrejection', ({ reason }) => report(reason));
addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
  report(violatedDirective, blockedURI));
console.error = console.warn = report;
"""


class Host:
    """The address of the site, and what went wrong in its pages or could not be found."""

    def __init__(self) -> None:
        self.address = ""
        self.problems: list[str] = []


@contextmanager
def serve(site: Path) -> Iterator[Host]:
    """Serve a built site. Its pages report to the host."""
    host = Host()

    class Listening(Quiet):
        def do_POST(self) -> None:  # noqa: N802 (the base class has it so)
            said = self.rfile.read(int(self.headers["Content-Length"]))
            host.problems.append(said.decode())
            self.send_response(204)
            self.end_headers()

        def log_request(self, code: object = "-", size: object = "-") -> None:
            del size
            if int(str(code)) >= FIRST_ERROR:
                host.problems.append(f"{code} {self.path}")

    with serve_folder(site, Listening) as host.address:
        yield host


def watch(site: Path) -> None:
    """Have every page of a built site report what goes wrong in it."""
    (site / "watch.js").write_text(WATCH, "utf-8")
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        page.write_text(
            text.replace("<head>", '<head><script src="/watch.js"></script>', 1), "utf-8"
        )
