"""style.yml: how the guide is written, as data that whoever adopts it edits."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from checklists.guide.page_meta import Strict, Text


def _compiles(pattern: str) -> str:
    """A regular expression. Raises ValueError with what is wrong with it."""
    try:
        re.compile(pattern)
    except re.error as error:
        raise ValueError(f"not a regular expression: {error}") from error
    return pattern


Pattern = Annotated[Text, AfterValidator(_compiles)]


class Limits(Strict):
    """How much a reader takes in at a time: words of a text, items of a situation.

    Of a practice, per cent of its choices: those with three options, at least, and those where a
    longest answer is right, at most.
    """

    sentence: int = 25
    item: int = 20
    list: int = 20
    conversation: int = 9
    options: int = 0
    longest: int = 100


class LanguageStyle(Strict):
    """What the guide does not write in a language."""

    terms: dict[Text, Text] = Field(default={})
    """Another word for a thing -> the guide's own."""
    vague: list[Text] = Field(default=[])
    """Words that do not say what to do."""
    typography: dict[Pattern, Text] = Field(default={})
    """Regular expression -> what to write instead."""


class Style(Strict):
    """The whole file."""

    characters: dict[str, str] = Field(default={})
    """All that the guide uses beyond ASCII, by kinds. Every character passes while it is empty."""
    limits: Limits = Limits()
    languages: dict[str, LanguageStyle] = Field(default={})

    def of(self, language: str) -> LanguageStyle:
        """That of a language; without any rules where the file has none."""
        return self.languages.get(language, LanguageStyle())
