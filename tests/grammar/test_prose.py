"""Sentences, words and LIX."""

import pytest
from checklists.grammar.prose import lix, plain, sentences, words
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
        ("Han sa: «Nei.» Ja.", ["Han sa:", "«Nei.»", "Ja."]),
        ("En linje\nog en til. Slutt", ["En linje\nog en til.", "Slutt"]),
    ],
)
def test_sentences(text: str, found: list[str]) -> None:
    assert [sentence.text for sentence in sentences(text)] == found


@given(st.text(alphabet="aB .!?\n«»", max_size=60))
def test_sentences_stand_where_they_say_and_lose_no_word(text: str) -> None:
    found = list(sentences(text))
    for sentence in found:
        assert text[sentence.offset : sentence.offset + len(sentence.text)] == sentence.text
    assert tuple(word for sentence in found for word in words(sentence.text)) == words(text)


def test_words_count_numbers_and_compounds_once() -> None:
    assert words("Klokka 10.40: e-post til 2 000 – ja!") == (
        "Klokka",
        "10.40",
        "e-post",
        "til",
        "2",
        "000",
        "ja",
    )


def test_plain_keeps_the_place_of_every_word() -> None:
    text = "**Les** [loggen](log.md) `nå` <b>og</b> *svar*."
    assert words(plain(text)) == ("Les", "loggen", "nå", "og", "svar")
    assert len(plain(text)) == len(text)


def test_lix_by_hand() -> None:
    """Two sentences, seven words, two with more than six letters: 7 / 2 + 100 * 2 / 7."""
    assert lix(["Kunden venter på svaret. Rådgiveren undersøker saken.", ""]) == pytest.approx(
        7 / 2 + 100 * 2 / 7
    )
    assert lix([]) == 0
