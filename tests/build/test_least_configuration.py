"""Whoever adopts the guide may delete settings: each has a default."""

import re
from pathlib import Path

from tests.project import build, copy_site

DELETED = re.compile(
    r"^extra:\n.*|^  logo: .*?\n|^(?=plugins:).*?\n(?=\n)", re.MULTILINE | re.DOTALL
)
"""Of the engine's configuration."""


def test_a_guide_without_extra_search_or_logo(tmp_path: Path) -> None:
    project = copy_site(tmp_path)
    config = project / "hooks/engine.yml"
    text, count = DELETED.subn("", config.read_text("utf-8"))
    assert count == 3
    config.write_text(f"{text}plugins: []\n", "utf-8")
    (project / "overrides/assets/logo.svg").unlink()
    page = (build(project) / "situations/one-more-thing/index.html").read_text("utf-8")
    assert '<meta name="theme-color"' in page
    assert 'class="md-search"' not in page
    headers = (project / "site/_headers").read_text("utf-8")
    assert "frame-ancestors 'self'\n" in headers
