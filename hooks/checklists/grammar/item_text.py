"""The text of an item: `**Action.** Why it matters.`"""

import re
from dataclasses import dataclass

BOX = re.compile(r"\[(?P<mark>[ xX])\](?:[ \t]+|\Z)")
_ACTION = re.compile(r"\*\*(?P<action>\S(?:[^*]|\*(?!\*))*)\*\*")


@dataclass(frozen=True, slots=True)
class ItemText:
    """`action` is None when the text does not start with words in bold."""

    action: str | None
    why: str


def split_action(text: str) -> ItemText:
    """Split an item's text, without box and attributes, into its action and its reason."""
    match = _ACTION.match(text)
    if match is None:
        return ItemText(None, text.strip())
    return ItemText(match["action"].strip(), text[match.end() :].strip())
