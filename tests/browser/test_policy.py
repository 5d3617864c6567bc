"""The policy in a page, where it counts: in a browser."""

from pathlib import Path

from checklists.rendering.security import with_policy
from playwright.sync_api import Browser

from tests.browser.server import serve_folder

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>x</title>
<script>window.ran = ['listed'];</script>
<script type="application/json" id="data">{ "is": "read" }</script>
</head><body></body></html>"""
UNLISTED = "<script>window.ran.push('unlisted');</script>"
ATTRIBUTE = '<img src="data:," alt="" onerror="window.ran.push(\'attribute\')">'


def test_only_scripts_that_the_build_knows_run(browser: Browser, tmp_path: Path) -> None:
    html = with_policy(PAGE).replace("<body>", f"<body>{UNLISTED}{ATTRIBUTE}")
    (tmp_path / "index.html").write_text(html, "utf-8")
    page = browser.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with serve_folder(tmp_path) as address:
        page.goto(address, wait_until="networkidle")
        assert page.evaluate("window.ran") == ["listed"]
        assert page.evaluate("JSON.parse(document.getElementById('data').textContent).is") == "read"
    page.close()
    refused = [text for text in said if "Content Security Policy" in text]
    assert len(refused) == 2
