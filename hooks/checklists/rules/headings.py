"""Rules on headings, what stands below them, titles and summaries, and minutes."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from checklists.grammar.places import Span
from checklists.grammar.prose import plain, words
from checklists.guide.drafts import OPEN, is_draft
from checklists.guide.finding import Finding
from checklists.guide.model import TITLE_LEVEL, Guide, Page, Section
from checklists.guide.phrasing import plural
from checklists.guide.rule import Edit
from checklists.guide.scenes import scenes
from checklists.rules.sections import PHASES
from checklists.rules.table import rule

FAIR_MINUTES = {"situation": (0.2, 1.5), "principle": (0.2, 1.5), "onboarding": (1.0, 15.0)}
"""Minutes for each item: to read it, or in training to do it."""
MOST_WORDS_MORE = 1
"""In a summary, beside those of the title, so that it still says no more."""

_COMMENT = re.compile(r"<!--(?!\s*contacts\s*-->)[\s\S]*?-->")
_EMPTY_HEADING = re.compile(r" {0,3}#{1,6}[ \t#]*\Z")
_EMPTY_ENTRY = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|\d+\.)[ \t]*\Z")
_EMPTY_DETAILS = re.compile(r"[ \t]*(?:\?{3}\+?|!{3})(?:[ \t]|\Z)")
_QUOTE = re.compile(r"[ \t]*>")
_ENTRY = re.compile(r"[ \t]*(?:[-*+]|\d+\.)(?:[ \t]|\Z)")
_ENDS_WRONGLY = re.compile(r"(?<!\.\.)[.:;,]\Z")
_ABBREVIATION = re.compile(r"(?:\w\.)+\w\.|(?:osv|mv|etc|jf|evt|nr|kl|dr|inc|ltd|co)\.", re.I)
_SENTENCE_END = re.compile(r"[.!?…][»”\")]*\Z")


@rule(
    "CL210: What is begun says something",
    "A heading, an entry or a box with nothing in it is looked at, and leads nowhere.",
    Edit("Kunden slipper å spørre på nytt.\n", ""),
)
def empty(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for section in _empty_sections(page):
            yield page.finding(
                empty, section.span, "section says nothing", "write it, or leave out"
            )
        for span, what in _empty_blocks(page):
            yield page.finding(empty, span, f"{what} is empty", "write it, or leave it out")


def _empty_sections(page: Page) -> Iterator[Section]:
    """Those without a word before the next heading of their level or above."""
    graph = scenes(page)
    told = PHASES.get(page.meta.kind, ()) if page.meta else ()  # CL203 counts their items
    headings = [section for section in page.sections if section.level > TITLE_LEVEL]
    for section, after in zip_longest(headings, headings[1:]):
        id = section.id.text if section.id else ""
        if id not in told and id not in graph and _is_empty(page, section, after):
            yield section


def _is_empty(page: Page, section: Section, after: Section | None) -> bool:
    if after and after.level > section.level:  # that one is told of
        return False
    end = after.span.line - 1 if after else len(page.lines)
    text = "\n".join(page.lines[section.span.line : end])
    return not _COMMENT.sub("", text).strip()


def _empty_blocks(page: Page) -> Iterator[tuple[Span, str]]:
    lines = page.shown
    for row, line in enumerate(lines):
        stripped = line.lstrip()
        if not stripped or stripped[0] not in "-*+>?!0123456789":
            continue
        above, below = lines[row - 1] if row else "", _line(lines, row + 1)
        span = Span(row + 1, len(line) - len(stripped) + 1, len(stripped))
        if entry := _EMPTY_ENTRY.match(line):
            is_list = not above.strip() or (stripped[0] != "-" and _ENTRY.match(above))  # CL206
            if is_list and len(_indent(below)) <= len(entry["indent"]):
                yield span, "entry"
        elif _EMPTY_DETAILS.match(line):
            inside = _next_text(page.lines, row + 1)  # code, too
            if len(_indent(inside)) <= len(_indent(line)):
                yield span, "box"
        elif _QUOTE.match(line) and not _QUOTE.match(above) and _is_empty_quote(lines, row):
            yield span, "quote"


def _next_text(lines: list[str], row: int) -> str:
    """The first line from a row on that is not empty, "" where there is none."""
    return next((lines[each] for each in range(row, len(lines)) if lines[each].strip()), "")


def _is_empty_quote(lines: list[str], row: int) -> bool:
    while _QUOTE.match(_line(lines, row)):
        if lines[row].strip(" \t>"):
            return False
        row += 1
    return True


def _line(lines: list[str], row: int) -> str:
    return lines[row] if row < len(lines) else ""


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())] if line.strip() else ""


@rule(
    "CL211: A heading names its part, one level below the last",
    "Readers and screen readers find their way by headings.",
    Edit("## Hvorfor { #why }", "#### Hvorfor: { #why }"),
)
def heading(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        for section, message, help in _headings(page):
            yield page.finding(heading, section.span, message, help)
        for row, line in enumerate(page.shown, 1):
            if "#" in line and _EMPTY_HEADING.match(line):
                span = Span(row, line.index("#") + 1, len(line.strip()))
                yield page.finding(heading, span, "heading without words", "write them")


def _headings(page: Page) -> Iterator[tuple[Section, str, str]]:
    above: list[Section] = []
    seen: dict[tuple[str, ...], int] = {}
    for section in page.sections:
        if not section.level:
            continue
        title = plain(section.title).strip()
        level = above[-1].level if above else 0
        above = [each for each in above if each.level < section.level]
        way = (*(plain(each.title).strip().lower() for each in above), title.lower())
        if section.level > level + 1 and level:
            marks = "#" * (level + 1)
            yield (
                section,
                f"heading skips a level: {section.level} after {level}",
                f"write `{marks}`",
            )
        if not title:
            yield section, "heading without words", "write what the part is about"
        elif _ENDS_WRONGLY.search(title) and not _ABBREVIATION.fullmatch(title.split()[-1]):
            yield section, f"heading ends with `{title[-1]}`", "leave it out"
        elif way in seen or title.lower() in way[:-1]:
            line = seen.get(way) or next(
                each.span.line for each in above if plain(each.title).strip().lower() == way[-1]
            )
            yield section, "the same heading twice", f"line {line} has it: say how they differ"
        seen.setdefault(way, section.span.line)
        above.append(section)


@rule(
    "CL213: Title and summary are the page's own, the summary in sentences",
    "Cards and search results show both, below each other and beside those of other pages.",
    Edit("summary: Ett tydelig svar sparer alle for tid.", "summary: Svar én gang."),
)
def matter(guide: Guide) -> Iterator[Finding]:
    first: dict[tuple[str, str, tuple[str, ...]], Page] = {}
    for page in guide.pages.values():
        if page.meta is None:
            continue
        title, summary = (words(text.lower()) for text in (page.meta.title, page.meta.summary))
        for key, said in (("title", title), ("summary", summary)):
            other = first.setdefault((page.language, key, said), page)
            if other is not page and OPEN not in getattr(page.meta, key):
                message = f"another page has this {key}"
                help = f"`{other.path}` has it: say how they differ"
                yield page.finding(matter, page.matter_span(key), message, help)
        span = page.matter_span("summary")
        if OPEN in page.meta.summary:
            continue
        if _says_no_more(set(title), set(summary)):
            message = "summary repeats the title"
            yield page.finding(matter, span, message, "say what the reader gets there")
        elif not _SENTENCE_END.search(page.meta.summary.strip()):
            yield page.finding(matter, span, "summary without a full stop", "end it with `.`")


def _says_no_more(title: set[str], summary: set[str]) -> bool:
    """A title of one word may begin a sentence."""
    return title <= summary and len(summary - title) <= min(MOST_WORDS_MORE, len(title) - 1)


@rule(
    "CL214: The minutes fit the number of items",
    "Readers choose by the time they have.",
    Edit("minutes: 2", "minutes: 40"),
    is_advice=True,
)
def minutes(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        if is_draft(page):
            continue
        meta, count = page.meta, sum(1 for _ in page.items)
        if meta is None or not meta.minutes or not count or meta.kind not in FAIR_MINUTES:
            continue
        least, most = (max(round(each * count), 1) for each in FAIR_MINUTES[meta.kind])
        if not least <= meta.minutes <= most:
            span = page.matter_span("minutes")
            message = f"{plural(meta.minutes, 'minute')} for {plural(count, 'item')}"
            help = f"other lists have {least} to {most} for as many"
            yield page.finding(minutes, span, message, help)
