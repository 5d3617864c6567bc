"""WebKitGTK: its own small browser on a screen that nobody sees, and its own WebDriver."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

from tests.engines.programs import running
from tests.engines.reader import Command, Reader, RefusedError, wait_for

PATHS = {
    "SetTimeouts": "timeouts",
    "Navigate": "url",
    "Refresh": "refresh",
    "ElementClick": "element/{id}/click",
    "ElementSendKeys": "element/{id}/value",
    "ExecuteScript": "execute/sync",
    "ExecuteAsyncScript": "execute/async",
}
"""Of the commands that a reader uses, below the address of the session."""


@contextmanager
def webkit(programs: dict[str, str], folder: Path) -> Iterator[Reader]:
    """WebKitGTK's MiniBrowser. It keeps all it has in `folder`."""
    downloads = folder / "downloads"
    downloads.mkdir()
    (folder / "user-dirs.dirs").write_text(f'XDG_DOWNLOAD_DIR="{downloads}"\n', "utf-8")
    options = {"binary": programs["MiniBrowser"], "args": ["--automation"]}
    wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
    with _screen(programs["Xvfb"]) as display:
        home = {"DISPLAY": display, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
        with _driver(programs["WebKitWebDriver"], home) as connection:
            session = _send(connection, "POST", "/session", capabilities=wanted)["sessionId"]
            try:
                yield Reader(_command(connection, f"/session/{session}"), downloads)
            finally:
                _send(connection, "DELETE", f"/session/{session}")


@contextmanager
def _screen(program: str) -> Iterator[str]:
    """A screen in memory. Yields its name."""
    reading, writing = os.pipe()
    command = (program, "-displayfd", str(writing), "-nolisten", "tcp")
    with running(*command, "-screen", "0", "1400x1000x24", pass_fds=[writing]):
        os.close(writing)
        with os.fdopen(reading) as said:
            yield f":{said.readline().strip()}"


@contextmanager
def _driver(program: str, home: dict[str, str]) -> Iterator[HTTPConnection]:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    with (
        running(program, f"--port={port}", env=os.environ | home),
        closing(wait_for(lambda: _connection(port))) as connection,
    ):
        yield connection


def _connection(port: int) -> HTTPConnection | None:
    """A connection, once somebody listens."""
    connection = HTTPConnection("127.0.0.1", port)
    try:
        connection.connect()
    except ConnectionRefusedError:
        return None
    return connection


def _command(connection: HTTPConnection, session: str) -> Command:
    def command(name: str, **parameters: object) -> Any:  # noqa: ANN401 (as of Command)
        path = PATHS[name].format(**parameters)
        return _send(connection, "POST", f"{session}/{path}", **parameters)

    return command


def _send(connection: HTTPConnection, method: str, path: str, **parameters: object) -> Any:  # noqa: ANN401
    connection.request(method, path, json.dumps(parameters) if method == "POST" else None)
    answer = connection.getresponse()
    value = json.load(answer)["value"]
    if answer.status != 200:
        raise RefusedError(f"{value['error']}: {value['message']}")
    return value
