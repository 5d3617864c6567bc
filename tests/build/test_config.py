"""The two configurations say the same, in two languages."""

from collections.abc import Iterator
from typing import Any

import yaml
from mkdocs.config import load_config

from tests.project import ROOT


def files_of(nav: list[Any] | dict[str, Any] | str) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
        return
    for entry in nav.values() if isinstance(nav, dict) else nav:
        yield from files_of(entry)


def test_navigation_is_the_same_and_nothing_is_fetched_from_elsewhere() -> None:
    pages = [file.relative_to(ROOT / "docs/nb") for file in (ROOT / "docs/nb").rglob("*.md")]
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        config: Any = load_config(str(ROOT / name))
        assert sorted(files_of(config.nav)) == sorted(page.as_posix() for page in pages)
        assert config.theme["font"] is False
        assert not any(
            "//" in str(entry) for entry in [*config.extra_css, *config.extra_javascript]
        )


def test_no_word_is_left_untranslated() -> None:
    groups = yaml.safe_load((ROOT / "docs/words.yml").read_text("utf-8"))
    same = {
        name
        for group in groups.values()
        for name, word in group.items()
        if word["nb"] == word["en"]
    }
    assert same <= {"minutes"}
