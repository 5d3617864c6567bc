"""A static file host on 127.0.0.1, for tests."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder, many files a connection."""

    protocol_version = "HTTP/1.1"

    def handle(self) -> None:
        """A browser that leaves a page in the middle of a file is no error."""
        with suppress(ConnectionError):
            super().handle()

    def log_message(self, *_: Any) -> None:  # noqa: ANN401 (the base class has it so)
        """Say nothing: a test reports what matters."""


@contextmanager
def serve_folder(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    """Serve a folder; yields its address, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
