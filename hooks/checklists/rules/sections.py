"""Rules on headings, the order of sections and the number of items in each."""

from collections.abc import Iterator

from checklists.grammar.ids import ID, ID_HELP
from checklists.guide.drafts import unnamed_items, unwritten_places
from checklists.guide.finding import Finding, Span
from checklists.guide.model import TITLE_LEVEL, Guide, Page
from checklists.guide.phrasing import plural

REQUIRED = {
    "situation": ("signs", "before", "during", "after", "stop", "related"),
    "principle": ("why", "do", "related"),
}
PHASES = {"situation": ("before", "during", "after"), "principle": ("do",)}
FEWEST, MOST = 3, 9
MOST_CRITICAL = 3
FEWEST_LINES = 2


def required_sections(guide: Guide) -> Iterator[Finding]:
    """CL201: a page has every section of its kind."""
    for page, required in _pages_with_required(guide):
        present = _ids(page)
        for id in required:
            if id not in present:
                span = page.meta_spans.get(("kind",), Span(1, 1))
                message = f"page has no section `{id}`"
                yield page.finding("CL201", span, message, f"add `## … {{ #{id} }}`")


def section_order(guide: Guide) -> Iterator[Finding]:
    """CL202: the sections of a kind come in its order."""
    for page, required in _pages_with_required(guide):
        found = [s for s in page.sections if s.id and s.id.text in required]
        expected = sorted(found, key=lambda s: required.index(s.id.text) if s.id else 0)
        for actual, wanted in zip(found, expected, strict=True):
            if actual is not wanted and actual.id and wanted.id:
                message = f"section `{actual.id.text}` stands where `{wanted.id.text}` belongs"
                help = f"order: {', '.join(required)}"
                yield page.finding("CL202", actual.id.span, message, help)
                break


def item_count(guide: Guide) -> Iterator[Finding]:
    """CL203: a phase, and any other section with items, has three to nine."""
    for page in guide.pages.values():
        phases = PHASES.get(page.meta.kind, ()) if page.meta else ()
        for section in page.sections:
            is_phase = section.id is not None and section.id.text in phases
            count = len(section.items)
            if (is_phase or count) and not FEWEST <= count <= MOST:
                message = f"section has {plural(count, 'item')}"
                help = f"write {FEWEST} to {MOST}"
                yield page.finding("CL203", section.span, message, help)


def critical_first(guide: Guide) -> Iterator[Finding]:
    """CL205: a phase of a situation has one to three critical items, and they come first."""
    for page in guide.pages.values():
        if page.meta is None or page.meta.kind != "situation":
            continue
        for section in page.sections:
            if section.id is None or section.id.text not in PHASES["situation"]:
                continue
            critical = [any(flag.text == "critical" for flag in i.flags) for i in section.items]
            count = sum(critical)
            if section.items and not 1 <= count <= MOST_CRITICAL:
                message = f"phase has {count} critical items"
                help = f"flag 1 to {MOST_CRITICAL} with `.critical`"
                yield page.finding("CL205", section.span, message, help)
            elif not all(critical[:count]):
                span = section.items[critical.index(True, critical.index(False))].span
                message = "critical item after one that is not"
                yield page.finding("CL205", span, message, "place critical items first")


def lines_to_say(guide: Guide) -> Iterator[Finding]:
    """CL208: a situation has two lines to say or more."""
    for page in guide.pages.values():
        if page.meta and page.meta.kind == "situation":
            count = sum(len(item.phrases) for item in page.items)
            if count < FEWEST_LINES:
                span = page.meta_spans.get(("kind",), Span(1, 1))
                message = f"situation has {plural(count, 'line')} to say"
                help = f"nest {FEWEST_LINES} or more under the items they serve: `> «…»`"
                yield page.finding("CL208", span, message, help)


def unwritten(guide: Guide) -> Iterator[Finding]:
    """CL209: nothing is left of the page that `checklists new` made but what was to stay."""
    for page in guide.pages.values():
        for span in unwritten_places(page):
            yield page.finding("CL209", span, "words still to be written", "write them")
        for id in unnamed_items(page):
            message, help = f"`{id.text}` says nothing of the item", "name it after its action"
            yield page.finding("CL209", id.span, message, help)


def heading_ids(guide: Guide) -> Iterator[Finding]:
    """CL204: every heading but the title has a valid id."""
    for page in guide.pages.values():
        for section in page.sections:
            if section.level <= TITLE_LEVEL:
                continue
            if section.id is None:
                message = "heading has no id"
                yield page.finding("CL204", section.span, message, "add `{ #id }` at its end")
            elif not ID.fullmatch(section.id.text):
                message = f"`{section.id.text}` is not a valid id"
                yield page.finding("CL204", section.id.span, message, ID_HELP)


def title_heading(guide: Guide) -> Iterator[Finding]:
    """CL207: a page has one first-level heading, its title."""
    for page in guide.pages.values():
        titles = [section for section in page.sections if section.level == TITLE_LEVEL]
        if not titles:
            yield page.finding("CL207", Span(1, 1), "page has no `# Title`")
        for section in titles[1:]:
            help = "use `##` from the second heading on"
            yield page.finding("CL207", section.span, "a second `# Title`", help)
        if titles and page.meta and titles[0].title != page.meta.title:
            message = "heading differs from `title` in the front matter"
            yield page.finding("CL207", titles[0].span, message, f"write `{page.meta.title}`")


def _pages_with_required(guide: Guide) -> Iterator[tuple[Page, tuple[str, ...]]]:
    for page in guide.pages.values():
        if page.meta and page.meta.kind in REQUIRED:
            yield page, REQUIRED[page.meta.kind]


def _ids(page: Page) -> set[str]:
    return {section.id.text for section in page.sections if section.id}
