"""One finding for one defect: what is wrong in one language makes it differ from the other."""

from bisect import bisect_right
from collections.abc import Iterable

from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.rules.dialogues import same_choices
from checklists.rules.facts import same_facts, same_names, same_placeholders
from checklists.rules.languages import not_translated, other_page
from checklists.rules.parity import same_attributes, same_front_matter
from checklists.rules.same_links import same_links
from checklists.rules.same_parts import same_parts

_OF_ENTRIES = (same_attributes, same_front_matter, same_choices)
_OF_TEXTS = (same_parts, same_facts, same_links, same_placeholders, same_names, not_translated)
_OF_BOTH = (*_OF_ENTRIES, *_OF_TEXTS)

Room = tuple[str, object]
"""Where the same stands in both languages: page and section, or file and key."""
_TOP = ""
"""In place of a section: what cannot be found in one."""
_ABOVE = 0
"""In place of a section: what stands above the first with an id."""
_ALL = None
"""In place of a section: the whole page."""


def without_consequences(guide: Guide, found: Iterable[Finding]) -> list[Finding]:
    """Leave out what two languages do not share, where something else is wrong in either."""
    findings = list(found)
    if not any(each.rule in _OF_BOTH for each in findings):
        return findings
    room_of = _Rooms(guide)
    for rules, later in ((_OF_ENTRIES, _OF_BOTH), (_OF_TEXTS, _OF_TEXTS)):
        causes = {
            room_of(each) for each in findings if each.rule not in later and not each.rule.is_advice
        }
        causes |= {(page, _TOP) for page, _ in causes}
        findings = [
            each
            for each in findings
            if each.rule not in rules or causes.isdisjoint({room := room_of(each), (room[0], _ALL)})
        ]
    return findings


class _Rooms:
    def __init__(self, guide: Guide) -> None:
        self.guide = guide
        self.pages = {page.path: page for page in guide.pages.values()}

    def __call__(self, finding: Finding) -> Room:
        path, line = finding.place.path, finding.place.span.line
        page = self.pages.get(path)
        if page is None:
            return path, self._key(path, line)
        if finding.rule is other_page:
            return page.key, _ALL
        starts = [section.span.line for section in page.sections]
        section = page.sections[bisect_right(starts, line) - 1]
        if finding.rule is same_links and not section.level:
            return page.key, _TOP  # of the page as a whole
        return page.key, section.id.text if section.id else _ABOVE

    def _key(self, path: str, line: int) -> object:
        file = self.guide.texts.get(path)
        values = file.values.items() if file else ()
        return next((key[:-1] for key, value in values if value.span.line == line), line)
