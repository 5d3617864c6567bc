"""Markdown -> HTML with the extensions of mkdocs.yml."""

import re
from functools import cache
from typing import Any

import yaml
from checklists.guide.model import Guide
from checklists.reading.data_files import add_words
from markdown import Markdown

from tests.project import ROOT, configurations

SECTION = re.compile(r"^markdown_extensions:\n((?:  .*\n|\n)+)", re.MULTILINE)


@cache
def extensions() -> dict[str, dict[str, Any]]:
    """Name -> options, as the site has them in Norwegian."""
    match = SECTION.search(configurations(ROOT)[0].read_text("utf-8"))
    assert match
    options: dict[str, dict[str, Any]] = yaml.safe_load(match[1])
    guide = Guide()
    add_words(guide, (ROOT / "docs/words.yml").read_text("utf-8"), "docs/words.yml")
    return {**options, "checklists": {**guide.words["items"]["nb"], "translation_language": "en"}}


def render(text: str, **options: object) -> str:
    """HTML of a text; `options` are added to those of our own extension."""
    configs = {**extensions(), "checklists": {**extensions()["checklists"], **options}}
    return Markdown(extensions=list(configs), extension_configs=configs).convert(text)
