"""Sentences and words."""

import pytest
from checklists.rules.prose import sentences, words
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("Ring kunden", ["Ring kunden"]),
        ("Ring. Lytt! Hva nå? Ja …", ["Ring.", "Lytt!", "Hva nå?", "Ja …"]),
        ("Møt klokka 10.40 den 24. november.", ["Møt klokka 10.40 den 24. november."]),
        ("«Nei.» Så gikk hun.", ["«Nei.»", "Så gikk hun."]),
        ("En linje\nog en til. Slutt", ["En linje\nog en til.", "Slutt"]),
    ],
)
def test_sentences(text: str, found: list[str]) -> None:
    assert [sentence.group() for sentence in sentences(text)] == found


@given(st.text(alphabet="aB .!?\n«»", max_size=60))
def test_sentences_lose_no_word(text: str) -> None:
    found = [word for sentence in sentences(text) for word in words(sentence.group())]
    assert found == words(text)


def test_a_number_and_a_compound_are_one_word() -> None:
    assert words("Klokka 10.40: e-post – ja!") == ["Klokka", "10.40", "e-post", "ja"]
