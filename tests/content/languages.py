"""The languages of the real guide, as its settings name them."""

import pytest
from checklists.guide.model import Guide
from checklists.reading.configuration import read_configuration

from tests.project import ROOT


def prefixes() -> list[tuple[str, str]]:
    """Each language, and the folder of its pages in the site."""
    guide = Guide()
    read_configuration(guide, ROOT)
    first, *others = guide.languages
    return [(first, ""), *((each, f"{each}/") for each in others)]


in_each_language = pytest.mark.parametrize(("language", "prefix"), prefixes())
