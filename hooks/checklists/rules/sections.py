"""Titles, sections and the number of items in each."""

from collections.abc import Iterator

from checklists.guide.drafts import unnamed_items, unwritten_places
from checklists.guide.finding import Finding
from checklists.guide.model import TITLE_LEVEL, Guide, Page, Section
from checklists.guide.places import Span
from checklists.guide.rule import Rule
from checklists.guide.suggestions import plural

REQUIRED = {
    "situation": ("signs", "before", "during", "after", "stop", "related"),
    "principle": ("why", "do", "related"),
}
PHASES = {"situation": ("before", "during", "after"), "principle": ("do",)}
MIN_ITEMS, MAX_ITEMS = 3, 9
"""Of a section; a phase of a situation may be shorter, as its part "afterwards" adds to it."""
CONVERSATION = "during"
MAX_CRITICAL = 3
MIN_PHRASES = 6
_MARKS = "«»“”\"'‘’"

REQUIRED_SECTION = Rule(
    "CL201",
    "A page has the sections of its kind, in order",
    "Readers who know one page find their way on all of them.",
)

ITEM_COUNT = Rule(
    "CL203",
    "A section has three to nine items, and a situation no more than style.yml says",
    "Fewer than three items need no list. More are not read, and in a conversation not done.",
)

CRITICAL = Rule(
    "CL205",
    "A phase has one to three critical items, first, and others",
    "A reader with three minutes reads the first items. If everything is critical, nothing is.",
)

TITLE = Rule(
    "CL207",
    "A page has one title, that of its front matter",
    "Cards and search results show the title of the front matter, and lead here.",
)

LINES_TO_SAY = Rule(
    "CL208",
    "A situation has six lines to say or more, each in quotation marks",
    "In a hard conversation it helps to have the words ready.",
)

UNFINISHED = Rule(
    "CL209",
    "Every word of a page is written",
    "`checklists new` leaves ‹ › where words are missing. Readers should never see them.",
)


def required_sections(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        required = REQUIRED.get(page.kind, ())
        found = [s for s in page.sections if s.id and s.id.text in required]
        present = [s.id.text for s in found if s.id]
        for id in (id for id in required if id not in present):
            span, help = page.meta_span("kind"), f"add `## … {{ #{id} }}`"
            yield page.finding(REQUIRED_SECTION, span, f"page has no section `{id}`", help)
        expected = [id for id in required if id in present]
        misplaced = [s for s, id in zip(found, expected, strict=False) if s.id and s.id.text != id]
        for section in misplaced[:1]:
            help = f"order: {', '.join(required)}"
            yield page.finding(REQUIRED_SECTION, section.span, "section is out of order", help)


def item_counts(guide: Guide) -> Iterator[Finding]:
    limits = guide.style.limits
    for page in guide.pages.values():
        is_situation = page.kind == "situation"
        for section in page.sections:
            is_talk = is_situation and section.id and section.id.text == CONVERSATION
            least = 1 if is_situation else MIN_ITEMS
            most = limits.conversation if is_talk else MAX_ITEMS
            count = len(section.items)
            if (_is_phase(page, section) or count) and not least <= count <= most:
                message = f"section has {plural(count, 'item')}"
                yield page.finding(ITEM_COUNT, section.span, message, f"write {least} to {most}")
        count = sum(1 for _ in page.items)
        if is_situation and count > limits.list:
            message, span = f"list has {count} items", page.meta_span("kind")
            yield page.finding(ITEM_COUNT, span, message, f"keep {limits.list} at most")


def critical_items(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for section in page.sections:
            critical = [item.is_critical for item in section.items]
            count = sum(critical)
            if len(critical) >= MIN_ITEMS and all(critical):
                message, help = "every item is critical", "leave `.critical` to the most important"
                yield page.finding(CRITICAL, section.span, message, help)
            elif not (critical and page.kind == "situation" and _is_phase(page, section)):
                continue
            elif not 1 <= count <= MAX_CRITICAL:
                message = f"phase has {count} critical items"
                help = f"flag 1 to {MAX_CRITICAL} with `.critical`"
                yield page.finding(CRITICAL, section.span, message, help)
            elif not all(critical[:count]):
                span = section.items[critical.index(True, critical.index(False))].span
                message = "critical item after one that is not"
                yield page.finding(CRITICAL, span, message, "place critical items first")


def page_titles(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        found = [section for section in page.sections if section.level == TITLE_LEVEL]
        if not found:
            yield page.finding(TITLE, Span(1, 1), "page has no `# Title`")
        for section in found[1:]:
            help = "use `##` from the second heading on"
            yield page.finding(TITLE, section.span, "a second `# Title`", help)
        if found and page.meta and found[0].title != page.meta.title:
            message = "heading differs from `title` in the front matter"
            yield page.finding(TITLE, found[0].span, message, f"write `{page.meta.title}`")


def lines_to_say(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        found = [phrase for item in page.items for phrase in item.phrases]
        if page.kind == "situation" and len(found) < MIN_PHRASES:
            message = f"situation has {plural(len(found), 'line')} to say"
            help = f"nest {MIN_PHRASES} or more under the items they serve: `> «…»`"
            yield page.finding(LINES_TO_SAY, page.meta_span("kind"), message, help)
        for phrase in found:
            if not (phrase.text[:1] in _MARKS and phrase.text[-1:] in _MARKS):
                help = "write what to say as `> *When:* «…»`"
                yield page.finding(LINES_TO_SAY, phrase.span, "line to say without quotes", help)


def unfinished(guide: Guide) -> Iterator[Finding]:
    """Once a page."""
    for page in guide.pages.values():
        gaps, ids = unwritten_places(page), unnamed_items(page)
        if gaps:
            also = f", and {plural(len(ids), 'id')} to name" if ids else ""
            message = f"still to be written: {plural(len(gaps), 'gap')}, the first is here{also}"
            yield page.finding(UNFINISHED, gaps[0], message, "write what belongs in ‹ ›")
        elif ids:
            message = f"{plural(len(ids), 'id')} to name: `{ids[0].text}` says nothing of the item"
            yield page.finding(UNFINISHED, ids[0].span, message, "name it after its action")


def _is_phase(page: Page, section: Section) -> bool:
    phases = PHASES.get(page.kind, ())
    return section.id is not None and section.id.text in phases
