"""Markdown text -> Page, with the place of everything in it.

This reads the grammar of the guide, not all of Markdown, in two passes: `blocks` finds headings,
items, lines to say and text; here it is read what they mean.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection

from checklists.grammar.attributes import Attributes, Word, find_misplaced, split_trailing
from checklists.grammar.item_text import split_action, split_when
from checklists.grammar.passage import Passage
from checklists.grammar.places import Span
from checklists.guide.finding import Defect, Finding
from checklists.guide.model import Item, Located, Page, Phrase, Section, Slot
from checklists.guide.phrasing import nearest
from checklists.guide.rule import Edit, Rule
from checklists.reading.blocks import Block, find_blocks
from checklists.reading.matter import read_matter
from checklists.reading.references import find_references

NO_ATTRIBUTE = Rule(
    "CL101: An attribute list ends its line, and holds attributes, each once",
    "What is not an attribute would be shown to the reader, or lost.",
    Edit('{ #read-it-all .critical src="H1" }', '{ #read-it-all critical src="H1" }'),
)

UNKNOWN_ATTRIBUTE = Rule(
    "CL106: An item has no unknown flags and attributes",
    "A flag nobody knows does nothing.",
    Edit(".critical", ".important"),
)

FLAGS = ("critical",)
HEADING_FLAGS = ("good", "bad")
KEYS = ("src", "was")


def parse_page(text: str, language: str, key: str, path: str) -> tuple[Page, list[Finding]]:
    """Parse one page. Never raises: what is wrong comes back as findings."""
    lines = text.split("\n")
    matter = read_matter(lines)
    scan = find_blocks(lines, matter.end)
    page = Page(language, key, path, lines, matter.end, scan.shown, matter.meta, matter.spans)
    page.sections.append(Section(0, "", Span(1, 1)))
    defects = [*matter.defects, *scan.defects]
    for block in scan.blocks:
        defects += _READERS[block.kind](page, block)
    _add_references(page, scan.shown)
    return page, [defect.at(page.place(span)) for span, defect in defects]


Defects = list[tuple[Span, Defect]]


def _read_heading(page: Page, block: Block) -> Defects:
    passage = block.passage
    title, attributes, defects = _split(passage)
    section = Section(block.level, title.rstrip("# \t"), passage.span(Word(title, 0)))
    section.slot = _slot(passage, attributes)
    page.sections.append(section)
    if attributes is None:
        return defects
    _add_names(section, attributes, passage)
    flags = [word for word in attributes.flags if word.text not in HEADING_FLAGS]
    keys = [word for word in attributes.keys.values() if word.text != "was"]
    wrong = (*attributes.unread, *flags, *keys, *attributes.repeated)
    return [
        *defects,
        *_second_ids(attributes, passage),
        *(
            (
                passage.span(word),
                Defect(NO_ATTRIBUTE, f"`{word.text}` does not belong on a heading"),
            )
            for word in wrong
        ),
    ]


def _read_item(page: Page, block: Block) -> Defects:
    passage = block.passage
    text, attributes, defects = _split(passage)
    page.prose.append(Passage(passage.line, passage.column, text.split("\n")))
    start = len(text) - len(text.lstrip())
    text = text.lstrip()
    action = split_action(text).action
    shown = Word(f"**{action}**" if action else text, start)
    item = Item(text, action, passage.span(shown), slot=_slot(passage, attributes))
    page.sections[-1].items.append(item)
    if attributes is None:
        return defects
    _add_names(item, attributes, passage)
    item.sources = _located(attributes.words("src"), passage)
    return [
        *defects,
        *_second_ids(attributes, passage),
        *_attribute_defects(attributes, passage),
    ]


def _split(passage: Passage) -> tuple[str, Attributes | None, Defects]:
    """The text and its attributes. Those of a list that is not one are read all the same."""
    text, attributes = split_trailing(passage.text)
    lost = find_misplaced(text)
    if lost is None:
        return text, attributes, []
    defect = Defect(NO_ATTRIBUTE, lost.problem, lost.help)
    if attributes:
        defect = Defect(NO_ATTRIBUTE, "a second attribute list", "make one of the two")
        attributes.ids = attributes.ids or lost.attributes.ids
        attributes.values = lost.attributes.values | attributes.values
    return lost.rest.rstrip(), attributes or lost.attributes, [(passage.span(lost.word), defect)]


def _read_phrase(page: Page, block: Block) -> Defects:
    passage = block.passage
    span = Span(passage.line, passage.column, len(passage.lines[0]))
    phrase = split_when(" ".join(passage.lines))
    page.sections[-1].items[-1].phrases.append(Phrase(phrase.text, span, phrase.when))
    return []


def _read_text(page: Page, block: Block) -> Defects:
    page.prose.append(block.passage)
    return []


_READERS: dict[str, Callable[[Page, Block], Defects]] = {
    "heading": _read_heading,
    "item": _read_item,
    "phrase": _read_phrase,
    "text": _read_text,
}


def _add_names(named: Item | Section, attributes: Attributes, passage: Passage) -> None:
    named.id = next(iter(_located(attributes.ids, passage)), None)
    named.flags = _located(attributes.flags, passage)
    named.was = _located(attributes.words("was"), passage)


def _located(words: Collection[Word], passage: Passage) -> list[Located]:
    return [Located(word.text, passage.span(word)) for word in words]


def _slot(passage: Passage, attributes: Attributes | None) -> Slot:
    offset = attributes.offset + 1 if attributes else len(passage.text.rstrip())
    span = passage.span(Word("", offset))
    return Slot(span.line, span.column, attributes is not None)


def _second_ids(attributes: Attributes, passage: Passage) -> Defects:
    help = "keep one; name old ids in `was`"
    return [
        (passage.span(word), Defect(NO_ATTRIBUTE, f"a second id `{word.text}`", help))
        for word in attributes.ids[1:]
    ]


def _attribute_defects(attributes: Attributes, passage: Passage) -> Defects:
    found: Defects = []
    for word in attributes.unread:
        help = 'write `#id`, `.flag` or `key="value"`'
        defect = Defect(NO_ATTRIBUTE, f"`{word.text}` is not an attribute", help)
        found.append((passage.span(word), defect))
    for word in attributes.repeated:
        defect = Defect(NO_ATTRIBUTE, f"`{word.text}` is given twice", "keep one")
        found.append((passage.span(word), defect))
    for word in (word for word in attributes.flags if word.text not in FLAGS):
        message = f"unknown flag `.{word.text}`"
        defect = Defect(UNKNOWN_ATTRIBUTE, message, nearest(word.text, FLAGS))
        found.append((passage.span(word), defect))
    for word in (word for word in attributes.keys.values() if word.text not in KEYS):
        message = f"unknown attribute `{word.text}`"
        defect = Defect(UNKNOWN_ATTRIBUTE, message, nearest(word.text, KEYS))
        found.append((passage.span(word), defect))
    return found


def _add_references(page: Page, shown: list[str]) -> None:
    found = find_references(shown)
    page.references, page.undefined = found.all, found.undefined
    page.links, page.markup = found.links, found.markup
    known = {id.span for id in page.ids}
    page.anchors = [id for id in found.ids if id.span not in known]
    lines = [section.span.line for section in page.sections]
    for reference in found.all:
        if not reference.is_image:
            section = page.sections[bisect_right(lines, reference.target.span.line) - 1]
            section.links.append(reference.target)
