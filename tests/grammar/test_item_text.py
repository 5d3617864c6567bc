"""A line to say, and when it fits."""

import pytest
from checklists.grammar.item_text import PhraseText, split_when


@pytest.mark.parametrize(
    ("text", "when", "line"),
    [
        ("«Nei.»", "", "«Nei.»"),
        ("*Andre gang:* «Nei.»", "Andre gang", "«Nei.»"),
        ("*Andre gang* «Nei.»", "Andre gang", "«Nei.»"),
        ("«Jeg sier *nei*.»", "", "«Jeg sier *nei*.»"),
        ("**Sterkt.** «Nei.»", "", "**Sterkt.** «Nei.»"),
        ("*Uten linje:*", "", "*Uten linje:*"),
    ],
)
def test_split_when(text: str, when: str, line: str) -> None:
    assert split_when(text) == PhraseText(when, line)
