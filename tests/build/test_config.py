"""The two configurations say the same, in two languages."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config

from tests.project import ROOT

WORD = re.compile(r"\bwords(?:\.(\w+)|\[)")


def config(name: str) -> Any:  # noqa: ANN401 (YAML)
    return load_config(str(ROOT / name))


@pytest.fixture(scope="module")
def configs() -> tuple[Any, Any]:
    return config("mkdocs.yml"), config("mkdocs.en.yml")


def files_of(nav: list[Any] | dict[str, Any] | str) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
        return
    for entry in nav.values() if isinstance(nav, dict) else nav:
        yield from files_of(entry)


def test_navigation_is_the_same(configs: tuple[Any, Any]) -> None:
    nb, en = (list(files_of(each.nav)) for each in configs)
    assert nb == en
    assert sorted(nb) == sorted(
        file.relative_to(ROOT / "docs/nb").as_posix() for file in (ROOT / "docs/nb").rglob("*.md")
    )


def test_every_word_stands_in_both_languages(configs: tuple[Any, Any]) -> None:
    nb, en = (each.extra["words"] for each in configs)
    assert nb.keys() == en.keys()
    assert {key for key in nb if nb[key] == en[key]} <= {"minutes"}


def test_templates_use_the_words_there_are(configs: tuple[Any, Any]) -> None:
    used = {
        match[1]
        for file in Path(ROOT / "overrides").rglob("*.html")
        for match in WORD.finditer(file.read_text("utf-8"))
    } - {None}
    modes = {"read-do", "do-confirm"}
    assert used | modes == configs[0].extra["words"].keys()


def test_nothing_is_fetched_from_elsewhere(configs: tuple[Any, Any]) -> None:
    for each in configs:
        assert each.theme["font"] is False
        assert not any("//" in str(entry) for entry in [*each.extra_css, *each.extra_javascript])
