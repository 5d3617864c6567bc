"""`extra: guide:` of mkdocs.yml: what a guide calls itself, its languages, what it leaves out."""

import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from checklists.guide.ids import ID
from checklists.guide.page_meta import Strict, Text, Texts

_WHITE = 255
_LINEAR = 0.04045
"""Up to here sRGB is linear."""
PAPER = "#fcfaf6"
"""Behind the texts of a page in light mode, as in overrides/assets/site/colours.css."""
MIN_CONTRAST = 4.5
"""Of a text to its background: WCAG 2.2, 1.4.3."""

Id = Annotated[str, Field(pattern=f"^{ID.pattern}$")]


@cache
def theme_folder() -> Path | None:
    """The folder of the theme's templates, None where the theme is not installed.

    The theme is found, not imported.
    """
    theme = find_spec("material")
    folders = theme.submodule_search_locations if theme else None
    return Path(folders[0], "templates") if folders else None


def _known_language(code: str) -> str:
    """Raises ValueError for one that the theme has no words for."""
    theme = theme_folder()
    if theme and not (theme / f"partials/languages/{code}.html").is_file():
        raise ValueError(f"the theme has no words for `{code}`: use a code as `nb`")
    return code


Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$"), AfterValidator(_known_language)]


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, as #rrggbb, from 1 to 21: WCAG 2.2, "contrast ratio"."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / _WHITE for start in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= _LINEAR else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _readable(colour: str) -> str:
    """Raises ValueError for what is no colour, or too light to be read."""
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise ValueError("write it as in `#0b5d5b`")
    if (found := contrast(colour, PAPER)) < MIN_CONTRAST:
        message = f"choose a darker one: the contrast to the paper is {found:.1f}:1"
        raise ValueError(f"{message}, and texts need {MIN_CONTRAST}:1")
    return colour


class Group(Strict):
    """A group of situations on the front page."""

    name: Texts
    about: Texts | None = None
    """What is in it, in some words."""


class Settings(Strict):
    """All of it. The first language is the default; an `incomplete` one may lack pages."""

    id: Id = "guide"
    """Names what the browser keeps, and downloaded files."""
    languages: Annotated[list[Language], Field(min_length=1)]
    incomplete: list[Language] = Field(default=[])
    tagline: Texts = Field(default={})
    copyright: Texts | None = None
    accent: Annotated[str, AfterValidator(_readable)] = "#0b5d5b"
    groups: dict[Id, Group] = Field(default={})
    without: list[Text] = Field(default=[])
    """Keys of pages, or languages, that upstream has and this guide leaves out."""
