"""nginx and Caddy on 127.0.0.1, with the configurations of `hosting`."""

import os
import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.engines.programs import running
from tests.engines.reader import wait_for
from tests.project import ROOT

PUBLISHED = "/usr/share/nginx/html"
MAIN = """
daemon off;
user root; # it reads what the tests have built
pid {folder}/pid;
error_log stderr;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/server;
}}
"""
FIRST = "{\n\tadmin off\n\tdefault_bind 127.0.0.1\n}\n"


class Host(NamedTuple):
    """The address of the site, and its folder."""

    address: str
    site: Path


@contextmanager
def nginx(program: str, host: Path, below: str, folder: Path) -> Iterator[Host]:
    """Serve the folder `host`, which has the site at the path `below`."""
    port = _free_port()
    text = _placed("nginx.conf", host, below)
    (folder / "server").write_text(text.replace("listen 8080", f"listen 127.0.0.1:{port}"), "utf-8")
    (folder / "main").write_text(MAIN.format(folder=folder), "utf-8")
    with running(program, "-p", str(folder), "-e", "stderr", "-c", str(folder / "main")):
        yield _answering(port, host, below)


@contextmanager
def caddy(program: str, host: Path, below: str, folder: Path) -> Iterator[Host]:
    """As `nginx`."""
    port = _free_port()
    text = _placed("Caddyfile", host, below).replace(":8080", f"http://127.0.0.1:{port}")
    (folder / "Caddyfile").write_text(FIRST + text, "utf-8")
    home = os.environ | {"HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    with running(program, "run", "--config", str(folder / "Caddyfile"), env=home):
        yield _answering(port, host, below)


HOSTS = {"nginx": nginx, "caddy": caddy}


def _placed(configuration: str, host: Path, below: str) -> str:
    """A configuration with the site below a path, as DEPLOY.md says."""
    text = (ROOT / "hosting" / configuration).read_text("utf-8")
    text = text.replace(f"{PUBLISHED}/_headers", f"{host / below}/_headers")
    text = text.replace(PUBLISHED, str(host))
    for start in (" /404.html", "^/(", " /$language", " /{re.language.1}"):
        text = text.replace(start, start.replace("/", f"/{below}"))
    return text


def _free_port() -> int:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        return int(free.getsockname()[1])


def _answering(port: int, host: Path, below: str) -> Host:
    """The host, once it listens."""
    wait_for(lambda: _listens(port) or None)
    return Host(f"http://127.0.0.1:{port}/{below}", host / below)


def _listens(port: int) -> bool:
    with closing(socket.socket()) as client:
        return client.connect_ex(("127.0.0.1", port)) == 0
