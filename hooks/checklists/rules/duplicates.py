"""One cause in several languages of a page is one finding."""

from collections.abc import Iterable
from dataclasses import replace

from checklists.guide.finding import Finding
from checklists.guide.model import Guide


def merge_duplicates(guide: Guide, findings: Iterable[Finding]) -> list[Finding]:
    """Of the same words, as often in several languages, those in the first; sorted by place."""
    pages = {page.path: page for page in guide.pages.values()}
    kept, same = [], dict[tuple[str, str, str], dict[str, list[Finding]]]()
    for each in findings:
        if page := pages.get(each.place.path):
            of_page = same.setdefault((each.rule.code, each.message, page.key), {})
            of_page.setdefault(page.language, []).append(each)
        else:
            kept.append(each)
    for of_page in same.values():
        counts: dict[int, list[str]] = {}
        for language in sorted(of_page, key=lambda each: (each != guide.default, each)):
            counts.setdefault(len(of_page[language]), []).append(language)
        for first, *others in counts.values():
            also = f" (in {', '.join(f'`{each}`' for each in others)} too)" if others else ""
            kept += [replace(each, message=each.message + also) for each in of_page[first]]
    return sorted(kept, key=lambda finding: finding.sort_key)
