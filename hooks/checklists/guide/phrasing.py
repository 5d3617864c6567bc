"""Help texts that name what the author probably meant."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches


def meant(word: str, known: Iterable[str]) -> str | None:
    """What is known and looks most like the word; None when nothing does."""
    return next(iter(get_close_matches(word, sorted(known), n=1)), None)


def nearest(word: str, known: Collection[str]) -> str:
    """Return "did you mean `x`?", or the list of what is known, sorted; "" when nothing is."""
    match = meant(word, known)
    if match:
        return f"did you mean `{match}`?"
    return f"known: {', '.join(sorted(known))}" if len(known) in range(1, 20) else ""


def plural(count: int, noun: str) -> str:
    """`1 finding`, `2 findings`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
