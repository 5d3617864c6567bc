"""The parts of a page are the same in both languages."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Page, Section
from checklists.guide.phrasing import plural
from checklists.guide.rule import Edit
from checklists.guide.translation import Part, counts, shared_parts
from checklists.rules.table import rule

_FENCE = re.compile(r"\s*(?:```|~~~)")
_BELOW_HEADER = re.compile(r"[-:|\s]*")
"""The line of a table that is no row of it."""

_WITHIN = {"table cell": "table row", "table row": "table", "paragraph": "image"}
"""What has more, or fewer, because there are more or fewer of the other."""

Counts = Counter[str]


@rule(
    "CL307: A section has as many paragraphs, list entries and tables in both languages",
    "What stands in one language only is missing in the other.",
    Edit(
        "Kunden slipper å spørre på nytt.",
        "Kunden slipper å spørre på nytt.\n\nDu slipper å svare på nytt.",
    ),
)
def same_parts(guide: Guide) -> Iterator[Finding]:
    besides = {page.path: _besides(page) for page in guide.pages.values()}
    for page, translation, name, part, other in shared_parts(guide):
        wanted = _counted(part) + besides[page.path].get(name, Counter())
        found = _counted(other) + besides[translation.path].get(name, Counter())
        other_counts = {kind for kind in wanted | found if wanted[kind] != found[kind]}
        kinds = sorted(k for k in other_counts if _WITHIN.get(k) not in other_counts)
        if kinds:
            message = f"{_show(found, kinds)}; `{page.language}` has {_show(wanted, kinds)}"
            help = f"there: {page.path}:{part.of.span.line}"
            yield translation.finding(same_parts, other.of.span, message, help)


def _counted(part: Part) -> Counts:
    found = Counter(counts(part))
    for [table] in part.texts.get("table", ()):
        rows = [
            row.strip().strip("|")
            for row in table.passage.lines
            if not _BELOW_HEADER.fullmatch(row)
        ]
        found["table row"] += len(rows)
        found["table cell"] += sum(row.replace("\\|", "").count("|") + 1 for row in rows)
    return found


def _besides(page: Page) -> dict[tuple[str, str], Counts]:
    """Section -> code blocks and images. Code has two fences."""
    fences = [row for row, line in enumerate(page.lines, 1) if _FENCE.match(line)][::2]
    images = [each.target.span.line for each in page.references if each.is_image]
    found: dict[tuple[str, str], Counts] = defaultdict(Counter)
    for kind, rows in (("code block", fences), ("image", images)):
        for row in rows:
            section = _section_at(page, row)
            found[section.id.text if section.id else "", ""][kind] += 1
    return found


def _section_at(page: Page, line: int) -> Section:
    starts = [section.span.line for section in page.sections]
    return page.sections[bisect_right(starts, line) - 1]


_PLURALS = {"entry": "list entry"}


def _show(found: Counts, kinds: Iterable[str]) -> str:
    shown = [plural(found[kind], _PLURALS.get(kind, kind)) for kind in kinds]
    return " and ".join(shown).replace("entrys", "entries").replace("boxs", "boxes")
