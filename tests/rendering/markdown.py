"""Markdown -> HTML with the extensions of the guide."""

from functools import cache
from typing import Any

from checklists.guide.model import Guide
from checklists.reading.configuration import read_configuration
from checklists.reading.project import load_guide
from markdown import Markdown

from tests.project import small_guide


@cache
def extensions() -> dict[str, dict[str, Any]]:
    """Name -> options, as the site has them in Norwegian."""
    words = load_guide(small_guide()).words
    options = read_configuration(Guide(), small_guide())
    return {**options, "checklists": words["items"]["nb"]}


def render(text: str, **options: object) -> str:
    """HTML of a text; `options` are added to those of our own extension."""
    configs = {**extensions(), "checklists": {**extensions()["checklists"], **options}}
    return Markdown(extensions=list(configs), extension_configs=configs).convert(text)
