"""What a browser may do with the pages: a policy in each of them, and headers for their host."""

import re
from base64 import b64encode
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from checklists.reading.layers import visible_files
from checklists.rendering.assets import lasting_files

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL)
_SRC = re.compile(r"\ssrc\s*=")
_DATA = re.compile(r"""\stype\s*=\s*["']?application/""")
_START = re.compile(r"<meta charset=[^>]*>(?:<meta http-equiv=.Content-Security-Policy.[^>]*>)?")

_NONE, _SELF = "'none'", "'self'"
_ALLOWED = {
    "default-src": _NONE,
    "base-uri": _NONE,
    "connect-src": _SELF,
    "form-action": _NONE,
    "img-src": "'self' data:",  # the icons in the theme's styles
    "manifest-src": _SELF,
    "script-src": _SELF,
    "style-src": _SELF,
    "worker-src": _SELF,
}
"""Everything is fetched from the site itself. Scripts in a page are named by their hashes."""

_UNUSED = ("camera", "display-capture", "geolocation", "microphone", "payment", "usb")
_A_YEAR = 365 * 24 * 60 * 60  # seconds
_LASTING = f"public, max-age={_A_YEAR}, immutable"
_FRESH = "no-cache"
_OWN = r"/_headers[^/]*$"
"""These files are for the host alone. Hosts that read `_headers` do not serve it."""


def secure(site: Path, ancestors: str, *, in_pages: bool) -> None:
    """Write the headers for the host, and the policy into every page."""
    pages = {file: file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}
    headers = security_headers(pages.values(), ancestors)
    paths = [file.relative_to(site).as_posix() for file in visible_files(site)]
    for name, text in header_files(headers, lasting_files(paths)).items():
        (site / name).write_bytes(text.encode())
    if in_pages:
        for file, html in pages.items():
            file.write_bytes(with_policy(html).encode())


def inline_hashes(html: str) -> set[str]:
    """The hashes of the inline scripts of a page, as a policy names them."""
    return {
        f"'sha256-{b64encode(sha256(script['text'].encode()).digest()).decode()}'"
        for script in _SCRIPT.finditer(html)
        if not _SRC.search(script["attributes"]) and not _DATA.search(script["attributes"])
    }


def policy(hashes: Iterable[str], **more: str) -> str:
    """The text of a Content-Security-Policy that lets scripts with these hashes run."""
    scripts = " ".join((_SELF, *sorted(hashes)))
    directives = {**_ALLOWED, "script-src": scripts}
    directives |= {name.replace("_", "-"): value for name, value in more.items()}
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def with_policy(html: str) -> str:
    """The page with its policy, which so applies on any host."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy(inline_hashes(html))}">'
    return _START.sub(lambda start: start[0].partition(">")[0] + ">" + meta, html, count=1)


def security_headers(pages: Iterable[str], ancestors: str) -> dict[str, str]:
    """Headers for everything the site sends. `ancestors` are the sites that may frame its pages."""
    hashes = {each for page in pages for each in inline_hashes(page)}
    return {
        "Content-Security-Policy": policy(hashes, frame_ancestors=ancestors),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{each}=()" for each in _UNUSED),
        "Referrer-Policy": "same-origin",
        "Strict-Transport-Security": f"max-age={_A_YEAR}",
        "X-Content-Type-Options": "nosniff",
    }


def header_files(headers: Mapping[str, str], lasting: Collection[str]) -> dict[str, str]:
    """Name -> text, for each kind of host.

    `lasting`: what never changes under its name, as `assets/0f3c9a51/*`.
    """
    return {
        "_headers": _plain(headers, lasting),
        "_headers.caddy": _caddy(headers, lasting),
        "_headers.nginx": _nginx(headers, lasting),
    }


def _plain(headers: Mapping[str, str], lasting: Collection[str]) -> str:
    """For hosts that read `_headers`. They let a browser keep nothing else without asking."""
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    for files in lasting:
        lines += [f"/{files}", f"  Cache-Control: {_LASTING}"]
    return "\n".join(lines) + "\n"


def _caddy(headers: Mapping[str, str], lasting: Collection[str]) -> str:
    """To `import` in the block of a site. A missing file must not be kept."""
    return "\n".join(
        [
            "header {",
            *(f'\t{name} "{value}"' for name, value in headers.items()),
            f'\tCache-Control "{_FRESH}"',
            "}",
            "@lasting {",
            "\tfile",
            f"\tpath_regexp {_pattern(lasting)}",
            "}",
            "header @lasting {",
            f'\tCache-Control "{_LASTING}"',
            "\tdefer",  # or Caddy sets this one first
            "}",
            f"@own path_regexp {_OWN}",
            "error @own 404",
            "",
        ]
    )


def _nginx(headers: Mapping[str, str], lasting: Collection[str]) -> str:
    """To `include` in the block of a server. A missing file must not be kept."""
    return "\n".join(
        [
            *(f'add_header {name} "{value}" always;' for name, value in headers.items()),
            f'set $caching "{_FRESH}";',
            f'if ($uri ~ "{_pattern(lasting)}") {{ set $caching "{_LASTING}"; }}',
            f'if (!-f $request_filename) {{ set $caching "{_FRESH}"; }}',
            "add_header Cache-Control $caching always;",
            f'location ~ "{_OWN}" {{ return 404; }}',
            "",
        ]
    )


def _pattern(lasting: Collection[str]) -> str:
    """Wherever on the host the site is."""
    names = (re.escape(files).replace(r"\*", ".+") for files in lasting)
    return f"/({'|'.join(names)})$"
