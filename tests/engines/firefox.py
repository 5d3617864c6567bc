"""Firefox takes the commands of WebDriver at a socket; geckodriver would only pass them on."""

import json
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from tests.engines.programs import running
from tests.engines.reader import Command, Reader, RefusedError, wait_for

PREFERENCES: dict[str, str | int] = {
    "browser.aboutwelcome.enabled": False,
    "browser.download.folderList": 2,  # the folder named in `browser.download.dir`
    "browser.newtabpage.enabled": False,
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "marionette.port": 0,  # any that is free
    "nimbus.rollouts.enabled": False,
    "termsofuse.bypassNotification": True,
}


@contextmanager
def firefox(programs: dict[str, str], folder: Path) -> Iterator[Reader]:
    """A Firefox without a screen. It keeps all it has in `folder`."""
    downloads = folder / "downloads"
    downloads.mkdir()
    preferences = PREFERENCES | {"browser.download.dir": str(downloads)}
    lines = (f"user_pref({json.dumps(k)}, {json.dumps(v)});" for k, v in preferences.items())
    (folder / "user.js").write_text("\n".join(lines), "utf-8")
    arguments = ("--headless", "--marionette", "--no-remote", "--profile", str(folder))
    with running(programs["firefox-esr"], *arguments):
        port = wait_for(lambda: _port(folder / "MarionetteActivePort"))
        with (
            closing(socket.create_connection(("127.0.0.1", port))) as connection,
            connection.makefile("rb") as stream,
        ):
            command = _marionette(connection, stream)
            command("NewSession")
            yield Reader(command, downloads)


def _port(file: Path) -> int | None:
    """The port that Firefox has chosen, once it has."""
    text = file.read_text("ascii") if file.exists() else ""
    return int(text) if text else None


def _marionette(connection: socket.socket, stream: BinaryIO) -> Command:
    _message(stream)  # who it is

    def command(name: str, **parameters: object) -> Any:  # noqa: ANN401 (as of Command)
        message = json.dumps([0, 0, f"WebDriver:{name}", parameters]).encode()
        connection.sendall(b"%d:%b" % (len(message), message))
        _, _, error, result = _message(stream)
        if error:
            raise RefusedError(f"{error['error']}: {error['message']}")
        return result.get("value", result)

    return command


def _message(stream: BinaryIO) -> Any:  # noqa: ANN401 (JSON)
    """A message: its length, a colon, JSON."""
    length = b""
    while (digit := stream.read(1)) != b":":
        assert digit, "Firefox is gone"
        length += digit
    return json.loads(stream.read(int(length)))
