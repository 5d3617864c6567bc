"""What every situation ends with in its text stands before the section on when to stop."""

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

AFTERWARDS, STOP = "afterwards", "stop"
"""Ids of headings."""


class Afterwards(Treeprocessor):
    """Moves it. The headings have their ids, and the table of contents is not made yet."""

    PRIORITY = 6

    def run(self, root: Element) -> None:
        """Move all from its heading on."""
        ids = [element.get("id") for element in root]
        if AFTERWARDS in ids and STOP in ids:
            start, end = ids.index(AFTERWARDS), ids.index(STOP)
            moved = root[start:]
            del root[start:]
            root[end:end] = moved
