"""Help texts that name what the author probably meant."""

from collections.abc import Collection, Iterable
from difflib import get_close_matches


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that looks most like `word`; None when none does."""
    return next(iter(get_close_matches(word, sorted(known), n=1)), None)


def suggest(word: str, known: Collection[str]) -> str:
    """ "did you mean `x`?", or the sorted list of a few known words, or ""."""
    match = closest(word, known)
    if match:
        return f"did you mean `{match}`?"
    return f"known: {', '.join(sorted(known))}" if len(known) in range(1, 20) else ""


def plural(count: int, noun: str) -> str:
    """`1 finding`, `2 findings`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"
