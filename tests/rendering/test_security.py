"""The policy and the headers, to the letter."""

from checklists.rendering.security import (
    header_files,
    inline_hashes,
    policy,
    security_headers,
    with_policy,
)

SCRIPT = "<script>alert('Hello, world.');</script>"
HASH = "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='"
"""As the specification of the policy has it."""
PAGE = f'<!doctype html><html><head><meta charset="utf-8"><title>x</title>{SCRIPT}</head></html>'
POLICY = (
    "default-src 'none'; base-uri 'none'; connect-src 'self'; form-action 'none'; "
    "img-src 'self' data:; manifest-src 'self'; "
    f"script-src 'self' {HASH}; style-src 'self'; worker-src 'self'"
)
WIKI = "'self' https://wiki.example"
LASTING = ("assets/0f3c9a51/*", "assets/bundle.0f3c9a51.min.js")
PATTERN = r"/(assets/0f3c9a51/.+|assets/bundle\.0f3c9a51\.min\.js)$"

UNUSED = "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"

PLAIN = f"""\
/*
  Content-Security-Policy: {POLICY}; frame-ancestors {WIKI}
  Cross-Origin-Opener-Policy: same-origin
  Permissions-Policy: {UNUSED}
  Referrer-Policy: same-origin
  Strict-Transport-Security: max-age=31536000
  X-Content-Type-Options: nosniff
/assets/0f3c9a51/*
  Cache-Control: public, max-age=31536000, immutable
/assets/bundle.0f3c9a51.min.js
  Cache-Control: public, max-age=31536000, immutable
"""
CADDY = f"""\
header {{
	Content-Security-Policy "{POLICY}; frame-ancestors {WIKI}"
	Cross-Origin-Opener-Policy "same-origin"
	Permissions-Policy "{UNUSED}"
	Referrer-Policy "same-origin"
	Strict-Transport-Security "max-age=31536000"
	X-Content-Type-Options "nosniff"
	Cache-Control "no-cache"
}}
@lasting {{
	file
	path_regexp {PATTERN}
}}
header @lasting {{
	Cache-Control "public, max-age=31536000, immutable"
	defer
}}
@own path_regexp /_headers[^/]*$
error @own 404
"""
NGINX = f"""\
add_header Content-Security-Policy "{POLICY}; frame-ancestors {WIKI}" always;
add_header Cross-Origin-Opener-Policy "same-origin" always;
add_header Permissions-Policy "{UNUSED}" always;
add_header Referrer-Policy "same-origin" always;
add_header Strict-Transport-Security "max-age=31536000" always;
add_header X-Content-Type-Options "nosniff" always;
set $caching "no-cache";
if ($uri ~ "{PATTERN}") {{ set $caching "public, max-age=31536000, immutable"; }}
if (!-f $request_filename) {{ set $caching "no-cache"; }}
add_header Cache-Control $caching always;
location ~ "/_headers[^/]*$" {{ return 404; }}
"""


def test_a_script_in_a_page_has_its_hash() -> None:
    assert inline_hashes(PAGE) == {HASH}
    assert inline_hashes(PAGE + SCRIPT.replace("<script", "<script type=module")) == {HASH}


def test_data_and_files_have_none() -> None:
    data = (
        '<script type="application/json">{}</script><script id=x type=application/json>1</script>'
    )
    files = '<script src="main.js"></script><script type="module" src=x.js>fallback</script>'
    assert inline_hashes(data + files) == set()


def test_every_octet_counts() -> None:
    """As a browser counts them: spaces, line ends, letters beyond ASCII."""
    texts = ("a()", " a()", "a()\n", "a('å')", "a('Å')")
    assert len({hash for text in texts for hash in inline_hashes(f"<script>{text}</script>")}) == 5


def test_a_policy_comes_before_all_that_it_restricts() -> None:
    html = with_policy(PAGE)
    meta = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    assert html == PAGE.replace('<meta charset="utf-8">', meta)


def test_a_page_has_one_policy_however_often_it_gets_it() -> None:
    assert with_policy(with_policy(PAGE)) == with_policy(PAGE)
    changed = with_policy(PAGE).replace(SCRIPT, "")
    assert with_policy(changed) == with_policy(PAGE.replace(SCRIPT, ""))


def test_hashes_are_sorted() -> None:
    assert "script-src 'self' 'sha256-a' 'sha256-b';" in policy(["'sha256-b'", "'sha256-a'"])


def test_each_kind_of_host_gets_the_same_headers() -> None:
    files = header_files(security_headers([PAGE, PAGE], WIKI), LASTING)
    assert files == {"_headers": PLAIN, "_headers.caddy": CADDY, "_headers.nginx": NGINX}
