"""Where the site has its languages and pages."""

from collections.abc import Sequence

HOME = "index"
"""The key of the front page."""


def language_folder(languages: Sequence[str], language: str) -> str:
    """Where the site has the pages of a language: "" or `en/`."""
    return "" if language == languages[0] else f"{language}/"


def root_url(languages: Sequence[str], language: str, base_url: str) -> str:
    """The way to the front page of the site. `base_url` is that to the language's own."""
    return base_url.rstrip("/") + ("/" if language == languages[0] else "/../")


def page_url(key: str) -> str:
    """The address of a page below the front page: `situations/saying-no/`, or ""."""
    return "" if key == HOME else f"{key}/"
