"""Text without its markup, and the way back to where it was written."""

import pytest
from checklists.grammar.running_text import THING, offset_in, running


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Si **nei** nå.", "Si nei nå."),
        ("Se [Si *nei*](a.md#b) og [boka][b].", "Se Si nei og boka."),
        ("![Kart](kart.svg)", "Kart"),
        ("Skriv `a -- b` her.", f"Skriv {THING} her."),
        ("Se <https://example.org/a--b>.", f"Se {THING}."),
        ("H<sub>2</sub>O, A&nbsp;B", f"H2O, A{THING}B"),
        ("Et avsnitt.\n{ .lead }", "Et avsnitt.\n"),
        ("ord\n    ord", "ord\nord"),
        ("| a | b |\n|---|---|\n| c | d |", "| a | b |\n\n\n| c | d |"),
    ],
)
def test_running(text: str, expected: str) -> None:
    assert running(text) == expected


def test_each_character_is_found_again() -> None:
    text = "Se **Si [Nei](a.md) nå.** Og <b>to</b> her,\n    og der. { #id .x }"
    found = running(text)
    assert [text[offset_in(text, at)] for at in range(len(found))] == list(found)
