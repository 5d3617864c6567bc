"""An item, `[ ] **Action.** Why it matters.`, and a line to say, `*When:* “Line.”`"""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

BOX = re.compile(r"\[(?P<mark>[ xX])\](?:[ \t]+|\Z)")
_ACTION = re.compile(r"\*\*(?P<action>\S(?:[^*]|\*(?!\*))*)\*\*")

_WHEN = re.compile(r"\*(?P<when>[^*]+?):?\*\s*(?P<text>\S.*)", re.DOTALL)


def text_holder(entry: Element) -> Element:
    """Where an entry's first words are: in itself, or in a paragraph when the list is loose."""
    first = next(iter(entry), None)
    is_loose = first is not None and first.tag == "p" and not (entry.text or "").strip()
    return first if is_loose and first is not None else entry


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


@dataclass(frozen=True, slots=True)
class PhraseText:
    """`when` is "" for a line that does not say when it fits."""

    when: str
    text: str


def split_when(text: str) -> PhraseText:
    """Split a line to say into when it fits, without the colon, and the line."""
    match = _WHEN.fullmatch(text)
    return PhraseText(match["when"], match["text"]) if match else PhraseText("", text)
