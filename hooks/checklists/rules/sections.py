"""Rules on titles, headings, the order of sections and the number of items in each."""

from collections.abc import Iterator

from checklists.grammar.ids import ID, ID_HELP
from checklists.grammar.places import Span
from checklists.guide.drafts import unnamed_items, unwritten_places
from checklists.guide.finding import Finding
from checklists.guide.model import TITLE_LEVEL, Guide, Item, Page
from checklists.guide.phrasing import plural
from checklists.guide.rule import Edit
from checklists.rules.table import rule

REQUIRED = {
    "situation": ("signs", "before", "during", "after", "stop", "related"),
    "principle": ("why", "do", "related"),
}
PHASES = {"situation": ("before", "during", "after"), "principle": ("do",)}
FEWEST, MOST = 3, 9
MOST_CRITICAL = 3
FEWEST_LINES = 6


@rule(
    "CL201: A page has every section of its kind",
    "Readers who know one page find their way on all of them.",
    Edit("## Hvorfor { #why }", "## Hvorfor { #because }"),
)
def missing_section(guide: Guide) -> Iterator[Finding]:
    for page, required in _pages_with_required(guide):
        present = _ids(page)
        for id in required:
            if id not in present:
                span = page.matter_span("kind")
                message = f"page has no section `{id}`"
                yield page.finding(missing_section, span, message, f"add `## … {{ #{id} }}`")


@rule(
    "CL202: Sections come in the order of their kind",
    "Readers who know one page find their way on all of them.",
    Edit(
        "## Hvorfor { #why }\n\nKunden slipper å spørre på nytt.\n\n## Gjør dette { #do }",
        "## Gjør dette { #do }\n\nKunden slipper å spørre på nytt.\n\n## Hvorfor { #why }",
    ),
)
def section_order(guide: Guide) -> Iterator[Finding]:
    for page, required in _pages_with_required(guide):
        found = [s for s in page.sections if s.id and s.id.text in required]
        expected = sorted(found, key=lambda s: required.index(s.id.text) if s.id else 0)
        for actual, wanted in zip(found, expected, strict=True):
            if actual is not wanted and actual.id and wanted.id:
                message = f"section `{actual.id.text}` stands where `{wanted.id.text}` belongs"
                help = f"order: {', '.join(required)}"
                yield page.finding(section_order, actual.id.span, message, help)
                break


@rule(
    "CL203: A section has three to nine items",
    "Fewer than three items need no list. More than nine are not read.",
    Edit(
        '- [ ] **Si når du kommer tilbake.** { #say-when src="own" }', "Si når du kommer tilbake."
    ),
)
def item_count(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        phases = PHASES.get(page.meta.kind, ()) if page.meta else ()
        for section in page.sections:
            is_phase = section.id is not None and section.id.text in phases
            count = len(section.items)
            if (is_phase or count) and not FEWEST <= count <= MOST:
                message = f"section has {plural(count, 'item')}"
                help = f"write {FEWEST} to {MOST}"
                yield page.finding(item_count, section.span, message, help)


@rule(
    "CL205: A phase has one to three critical items, first, and others",
    "A reader with three minutes reads the first items. When everything is critical, nothing is.",
    Edit("#say-when-time-is-up .critical", "#say-when-time-is-up"),
    file="docs/nb/situations/one-more-thing.md",
)
def critical_first(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for section in page.sections:
            if len(section.items) >= FEWEST and all(map(_is_critical, section.items)):
                message, help = "every item is critical", "leave `.critical` to the most important"
                yield page.finding(critical_first, section.span, message, help)
                continue
            is_situation = page.meta is not None and page.meta.kind == "situation"
            if not is_situation or section.id is None or section.id.text not in PHASES["situation"]:
                continue
            critical = [_is_critical(item) for item in section.items]
            count = sum(critical)
            if section.items and not 1 <= count <= MOST_CRITICAL:
                message = f"phase has {count} critical items"
                help = f"flag 1 to {MOST_CRITICAL} with `.critical`"
                yield page.finding(critical_first, section.span, message, help)
            elif not all(critical[:count]):
                span = section.items[critical.index(True, critical.index(False))].span
                message = "critical item after one that is not"
                yield page.finding(critical_first, span, message, "place critical items first")


def _is_critical(item: Item) -> bool:
    return any(flag.text == "critical" for flag in item.flags)


@rule(
    "CL208: A situation has six lines to say or more",
    "In a hard conversation it helps to have the words ready.",
    Edit(
        "    > «Vi har fem minutter igjen. Hva er viktigst nå?»\n\n- [ ] **Noter", "- [ ] **Noter"
    ),
    file="docs/nb/situations/one-more-thing.md",
)
def lines_to_say(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        if page.meta and page.meta.kind == "situation":
            count = sum(len(item.phrases) for item in page.items)
            if count < FEWEST_LINES:
                span = page.matter_span("kind")
                message = f"situation has {plural(count, 'line')} to say"
                help = f"nest {FEWEST_LINES} or more under the items they serve: `> «…»`"
                yield page.finding(lines_to_say, span, message, help)


@rule(
    "CL209: Every word of a new page is written",
    "`checklists new` leaves ‹ › where words are missing. Readers should never see them.",
    Edit("summary: Ett tydelig svar sparer alle for tid.", "summary: ‹summary›"),
)
def unwritten(guide: Guide) -> Iterator[Finding]:
    """One finding a page: whoever writes it knows that it is not done."""
    for page in guide.pages.values():
        gaps, ids = list(unwritten_places(page)), list(unnamed_items(page))
        if gaps:
            also = f", and {plural(len(ids), 'id')} to name" if ids else ""
            message = f"still to be written: {plural(len(gaps), 'gap')}, the first is here{also}"
            yield page.finding(unwritten, gaps[0], message, "write what stands in ‹ ›")
        elif ids:
            message = f"{plural(len(ids), 'id')} to name: `{ids[0].text}` says nothing of the item"
            yield page.finding(unwritten, ids[0].span, message, "name it after its action")


@rule(
    "CL204: A heading has a valid id",
    "A heading without an id gets one from its words, and loses it when they change.",
    Edit("## Hvorfor { #why }", "## Hvorfor"),
)
def heading_id(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for section in page.sections:
            if section.level <= TITLE_LEVEL:
                continue
            if section.id is None:
                message = "heading has no id"
                yield page.finding(heading_id, section.span, message, "add `{ #id }` at its end")
            elif not ID.fullmatch(section.id.text):
                message = f"`{section.id.text}` is not a valid id"
                yield page.finding(heading_id, section.id.span, message, ID_HELP)


@rule(
    "CL207: A page has one title, that of its front matter",
    "Cards and search results show the title, and lead here. It should be the same page.",
    Edit("# Svar én gang", "# Gi ett svar"),
)
def title(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        titles = [section for section in page.sections if section.level == TITLE_LEVEL]
        if not titles:
            yield page.finding(title, Span(1, 1), "page has no `# Title`")
        for section in titles[1:]:
            help = "use `##` from the second heading on"
            yield page.finding(title, section.span, "a second `# Title`", help)
        if titles and page.meta and titles[0].title != page.meta.title:
            message = "heading differs from `title` in the front matter"
            yield page.finding(title, titles[0].span, message, f"write `{page.meta.title}`")


def _pages_with_required(guide: Guide) -> Iterator[tuple[Page, tuple[str, ...]]]:
    for page in guide.pages.values():
        if page.meta and page.meta.kind in REQUIRED:
            yield page, REQUIRED[page.meta.kind]


def _ids(page: Page) -> set[str]:
    return {section.id.text for section in page.sections if section.id}
