"""Help texts that name what the author probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def meant(word: str, known: Iterable[str]) -> str | None:
    """What is known and looks most like the word; None when nothing does."""
    return next(iter(get_close_matches(word, sorted(known), n=1)), None)


def nearest(word: str, known: Iterable[str]) -> str:
    """Return "did you mean `x`?", or the list of what is known, sorted; "" when nothing is."""
    choices = sorted(known)
    match = meant(word, choices)
    if match:
        return f"did you mean `{match}`?"
    return f"known: {', '.join(choices)}" if len(choices) in range(1, 20) else ""
