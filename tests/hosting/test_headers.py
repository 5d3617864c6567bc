"""What the hosts send beside the files: the same headers everywhere, and how long to keep what."""

from contextlib import closing
from http.client import HTTPConnection, HTTPResponse
from urllib.parse import urlsplit

import pytest

from tests.hosting.host import Host

pytestmark = pytest.mark.soak
PATHS = (
    "",
    "en/",
    "situations/one-more-thing/",
    "en/principles/rest/",
    "log/",
    "manifest.webmanifest",
)
FRESH = (*PATHS, "service-worker.js", "search/search_index.json", "en/search/search_index.json")
MISSING = ("nowhere/", "en/nowhere/", "assets/gone.js")
OWN = ("_headers", "_headers.nginx", "_headers.caddy")
A_YEAR = "public, max-age=31536000, immutable"


def fetch(host: Host, path: str) -> HTTPResponse:
    address = urlsplit(host.address + path)
    with closing(HTTPConnection(address.netloc)) as connection:
        connection.request("GET", address.path)
        answer = connection.getresponse()
        answer.read()
        return answer


def lasting(host: Host) -> list[str]:
    """All own and theme's files whose names change with what they say."""
    files = (file for file in host.site.rglob("assets/**/*") if file.is_file())
    paths = [file.relative_to(host.site).as_posix() for file in files]
    own = [path for path in paths if len(path.split("assets/")[1].split("/")[0]) == 8]
    return [*own, *(path for path in paths if ".min." in path and "/lunr" not in path)]


def wanted(host: Host) -> dict[str, str]:
    """The headers for everything, as the build lists them for hosts that read `_headers`."""
    text = (host.site / "_headers").read_text("utf-8").partition("\n/")[0]
    return dict(line.strip().split(": ", 1) for line in text.splitlines()[1:])


def test_everything_has_every_header(host: Host) -> None:
    headers = wanted(host)
    assert len(headers) == 6
    for path in (*FRESH, *MISSING, *OWN, lasting(host)[0]):
        answer = fetch(host, path)
        sent = {name: answer.headers.get_all(name) for name in headers}
        assert sent == {name: [value] for name, value in headers.items()}, path


def test_only_what_never_changes_is_kept_without_asking(host: Host) -> None:
    kept = lasting(host)
    assert len(kept) > 100
    wanted = dict.fromkeys(FRESH, "no-cache") | dict.fromkeys(kept, A_YEAR)
    sent = {path: fetch(host, path).headers.get_all("Cache-Control") for path in wanted}
    assert sent == {path: [value] for path, value in wanted.items()}


def test_what_is_missing_or_for_the_host_alone_is_not_found_and_not_kept(host: Host) -> None:
    """A file of the next version may be asked for too early."""
    for path in (*MISSING, *OWN):
        answer = fetch(host, path)
        assert (answer.status, answer.headers.get_all("Cache-Control")) == (404, ["no-cache"]), path


def test_an_address_without_its_last_slash_leads_to_its_page(host: Host) -> None:
    answer = fetch(host, "situations/one-more-thing")
    assert answer.status in {301, 308}
    path = urlsplit(answer.headers["Location"]).path
    assert path == f"{urlsplit(host.address).path}situations/one-more-thing/"
