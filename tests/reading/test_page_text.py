"""What is filled into Markdown, and what is left out of it."""

import pytest
from checklists.guide.page_text import PageText

FINDER = """\
# Finn

Les [først](a.md).

## Hva skjer? { #start }

- [Sint](#angry)
- [Mer](#more)

## Sint? { .x #angry }

- [Ja](#a)

## Ja { #a }

[Gå til lista](a.md)

## Mer { #more }

- [A igjen](#a)
- [A med en gang](a.md)
- [B med en gang](b.md)

Eller les [B](b.md).
"""


def test_a_link_to_what_is_left_out_is_its_words_and_lines_stay() -> None:
    text = PageText("Navn", "https://x.example/", frozenset({"a"}))
    given = "{site}: [A](a.md#x), [B](b.md)\n\n<{address}a/> [Én *A*](../x/a.md)"
    assert text.fill("index", given) == (
        "Navn: A, [B](b.md)\n\n<https://x.example/a/> [Én *A*](../x/a.md)"
    )


def test_a_finder_loses_choices_and_scenes_that_led_only_there() -> None:
    left = PageText(left_out=frozenset({"a"})).fill("finder", FINDER, kind="finder")
    assert left.count("\n") == FINDER.count("\n")
    assert [line for line in left.split("\n") if line] == [
        "# Finn",
        "Les først.",
        "## Hva skjer? { #start }",
        "- [Mer](#more)",
        "## Mer { #more }",
        "- [B med en gang](b.md)",
        "Eller les [B](b.md).",
    ]


def test_nothing_changes_where_nothing_is_left_out() -> None:
    assert PageText().fill("finder", FINDER, kind="finder") == FINDER


@pytest.mark.parametrize("name", ["Hansen & sønn", "<b>Guide</b>"])
def test_a_name_is_text(name: str) -> None:
    assert "<b>" not in PageText(name).fill("index", "# {site}")
