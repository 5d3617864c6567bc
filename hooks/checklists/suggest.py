"""Help texts that name what the author probably meant."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, known: Iterable[str]) -> str:
    """Return "did you mean `x`?", or the list of what is known, sorted; "" when nothing is."""
    choices = sorted(known)
    matches = get_close_matches(word, choices, n=1)
    if matches:
        return f"did you mean `{matches[0]}`?"
    return f"known: {', '.join(choices)}" if len(choices) in range(1, 20) else ""
