"""Rules on what is said twice."""

from bisect import bisect_right
from collections.abc import Iterator

from checklists.grammar.attributes import Word
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Page
from checklists.guide.rule import Edit
from checklists.guide.writing import writings
from checklists.rules.table import rule

FEWEST_WORDS = 2
_MARKS = ("#", "- [ ]", "|")
"""Headings, items and tables say by rules of their own what may stand twice."""


@rule(
    "CL617: A text stands once in its section",
    "What was pasted or merged twice makes the reader look for the difference.",
    Edit(
        "Kunden slipper å spørre på nytt.",
        "Kunden slipper å spørre på nytt.\n\nKunden slipper å spørre på nytt.",
    ),
)
def repeated_text(guide: Guide) -> Iterator[Finding]:
    """The first in each section: what stands below it was pasted with it."""
    seen: dict[tuple[str, int, str], int] = {}
    told: set[tuple[str, int]] = set()
    for writing in writings(guide):
        page, passage = writing.file, writing.passage
        if writing.kind != "text" or not isinstance(page, Page):
            continue
        text = " ".join(passage.text.split())
        is_short = len(text.split()) < FEWEST_WORDS
        if is_short or page.lines[passage.line - 1].lstrip().startswith(_MARKS):
            continue
        section = bisect_right([each.span.line for each in page.sections], passage.line)
        first = seen.setdefault((page.path, section, text), passage.line)
        if first != passage.line and (page.path, section) not in told:
            told.add((page.path, section))
            help = f"line {first} has it: keep one"
            yield writing.finding(repeated_text, Word(passage.text, 0), "the same text twice", help)
