"""One cause in several languages of a page is one finding."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from checklists.guide.finding import Finding
from checklists.guide.model import Guide


def once(guide: Guide, findings: Iterable[Finding]) -> list[Finding]:
    """Findings of the same words in each language are those of the first, sorted by place."""
    languages = {page.path: (page.key, page.language) for page in guide.pages.values()}
    same: dict[tuple[str, str, str], dict[str, list[Finding]]] = {}
    kept = []
    for finding in findings:
        if finding.place.path not in languages:
            kept.append(finding)
            continue
        key, language = languages[finding.place.path]
        by_language = same.setdefault((finding.rule.code, finding.message, key), {})
        by_language.setdefault(language, []).append(finding)
    for by_language in same.values():
        kept += _folded(guide, by_language)
    return sorted(kept, key=lambda finding: finding.sort_key)


def _folded(guide: Guide, found: dict[str, list[Finding]]) -> Iterator[Finding]:
    """With as many in another language they have one cause."""

    def count(language: str) -> int:
        return len(found[language])

    in_order = sorted(found, key=guide.languages.index)
    for _, group in groupby(sorted(in_order, key=count), count):
        first, *others = group
        also = f" (in {', '.join(f'`{each}`' for each in others)} too)" if others else ""
        yield from (replace(each, message=each.message + also) for each in found[first])
