"""The two configurations say the same, in two languages."""

from collections.abc import Iterator
from typing import Any

import pytest
from checklists.guide.model import Words
from checklists.reading.project import load_guide
from mkdocs.config import load_config

from tests.project import ROOT


def config(name: str) -> Any:  # noqa: ANN401 (YAML)
    return load_config(str(ROOT / name))


@pytest.fixture(scope="module")
def configs() -> tuple[Any, Any]:
    return config("mkdocs.yml"), config("mkdocs.en.yml")


@pytest.fixture(scope="module")
def words() -> Words:
    return load_guide(ROOT).words


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


def test_no_word_is_left_untranslated(words: Words) -> None:
    for group in words.values():
        assert {name for name in group["nb"] if group["nb"][name] == group["en"][name]} <= {
            "minutes"
        }


def test_nothing_is_fetched_from_elsewhere(configs: tuple[Any, Any]) -> None:
    for each in configs:
        assert each.theme["font"] is False
        assert not any("//" in str(entry) for entry in [*each.extra_css, *each.extra_javascript])
