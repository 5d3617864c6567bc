"""Every word that a template or a script names is there, in each language that we ship."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tests.project import ROOT

ENGINE = ROOT / "overrides"
USES = (
    ("*.html", re.compile(r"(?<![/\w.])words\.(\w+)"), ("pages",)),
    ("*.html", re.compile(r"(?<![/\w.])script_words\.(\w+)"), ("scripts", "tools")),
    ("*.js", re.compile(r"(?<![\w.])t\(\s*'(\w+)'"), ("scripts", "tools")),
)
"""Files, what names a word there, and the groups that may have it."""


def named() -> Iterator[tuple[str, tuple[str, ...], str]]:
    for pattern, use, groups in USES:
        for file in sorted(ENGINE.rglob(pattern)):
            for word in use.findall(file.read_text("utf-8")):
                yield word, groups, file.name


@pytest.mark.parametrize("file", sorted((ENGINE / "words").glob("*.yml")), ids=lambda f: f.stem)
def test_a_word_that_is_named_is_there(file: Path) -> None:
    words = yaml.safe_load(file.read_text("utf-8"))
    missing = [each for each in named() if not any(each[0] in words[group] for group in each[1])]
    assert missing == []
