"""Rules that hold the two languages together. A defect is reported once, where it is seen."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from checklists.grammar.places import Span
from checklists.guide.finding import Finding
from checklists.guide.model import (
    Guide,
    Item,
    Located,
    Page,
    Section,
    other_language,
)
from checklists.guide.rule import Edit, Rule
from checklists.guide.translation import translated
from checklists.rules.table import rule

SAME_ORDER = Rule(
    "CL304: Sections and items have the same order in both languages",
    "A reader who switches language halfway should find the same thing next.",
    Edit(
        '- [ ] **Les hele spørsmålet.** { #read-it-all .critical src="H1" }',
        '- [ ] **Si når du kommer tilbake.** { #say-when src="own" }',
    ),
    Edit(
        '- [ ] **Si når du kommer tilbake.** { #say-when src="own" }',
        '- [ ] **Les hele spørsmålet.** { #read-it-all .critical src="H1" }',
        last=True,
    ),
)


Entry = TypeVar("Entry", Item, Section)

_SAME_MATTER = (
    "kind",
    "icon",
    "group",
    "template",
    "minutes",
    "mode",
    "practises",
    "aliases",
    "reviewed",
    "review_by",
    "sources",
)


@rule(
    "CL301: A page stands in both languages",
    "Every reader gets every page, in either language.",
    Edit("docs/nb/finder.md and docs/en/finder.md", "docs/nb/finder.md alone"),
    file="docs/en/finder.md",
    form="removed",
)
def page_pair(guide: Guide) -> Iterator[Finding]:
    for (language, key), page in guide.pages.items():
        other = other_language(language)
        if (other, key) not in guide.pages and (other, key) not in guide.unread:
            message = f"page does not exist in `{other}`"
            yield page.finding(page_pair, Span(1, 1), message, f"write docs/{other}/{key}.md")


@rule(
    "CL302: A section stands in both languages",
    "A link to a section works in both languages, and so does the switch between them.",
    Edit("{ #why }", "{ #reasons }"),
)
def section_pair(guide: Guide) -> Iterator[Finding]:
    yield from _pairs(guide, section_pair, "section", _section_ids)


@rule(
    "CL303: An item stands in both languages",
    "A link to an item works in both languages, and ticks follow the reader.",
    Edit(
        '- [ ] **Si når du kommer tilbake.** { #say-when src="own" }',
        '- [ ] **Si når du kommer tilbake.** { #say-when-you-return src="own" }',
    ),
)
def item_pair(guide: Guide) -> Iterator[Finding]:
    yield from _pairs(guide, item_pair, "item", _item_ids)


@rule(
    "CL305: Items and headings have the same attributes in both languages",
    "The same advice is as important, and has the same source, in both languages.",
    Edit('#say-when src="own"', '#say-when src="H1"'),
)
def same_attributes(guide: Guide) -> Iterator[Finding]:
    for page, translation in translated(guide):
        yield from _differences(page, translation, lambda each: each.items, _ATTRIBUTES)
        yield from _differences(page, translation, lambda each: each.sections, _PAST_IDS)


def _differences(
    page: Page,
    translation: Page,
    entries: Callable[[Page], Iterable[Entry]],
    attributes: Mapping[str, Callable[[Entry], str]],
) -> Iterator[Finding]:
    originals = _by_id(entries(page))
    for id, (place, entry) in _by_id(entries(translation)).items():
        original = originals[id][1] if id in originals else entry
        for name, of in attributes.items():
            mine, theirs = of(entry), of(original)
            if mine and theirs and mine != theirs:
                message = f"{name} of `{id}` differ from `{page.language}`"
                help = f"here: {mine}; there: {theirs} ({page.path}:{original.span.line})"
                yield translation.finding(same_attributes, place.span, message, help)


def _by_id(entries: Iterable[Entry]) -> dict[str, tuple[Located, Entry]]:
    """Those with an id. Of one given twice, which is another rule's to report, the first."""
    found: dict[str, tuple[Located, Entry]] = {}
    for entry in entries:
        if entry.id:
            found.setdefault(entry.id.text, (entry.id, entry))
    return found


@rule(
    "CL306: Both languages have the same front matter",
    "The facts of a page do not change with its language.",
    Edit("minutes: 2", "minutes: 5"),
)
def same_front_matter(guide: Guide) -> Iterator[Finding]:
    for page, translation in translated(guide):
        if page.meta is None or translation.meta is None:
            continue
        for key in _SAME_MATTER:
            mine, theirs = (getattr(p.meta, key, None) for p in (translation, page))
            if mine != theirs:
                span = translation.matter_span(key)
                message = f"`{key}` differs from `{page.language}`"
                yield translation.finding(
                    same_front_matter, span, message, f"there: {_show(theirs)}"
                )


_PAST_IDS: dict[str, Callable[[Item | Section], str]] = {
    "past ids": lambda entry: _show(sorted(id.text for id in entry.was)),
}
_ATTRIBUTES: dict[str, Callable[[Item], str]] = {
    "flags": lambda item: _show(sorted(flag.text for flag in item.flags)),
    "sources": lambda item: ", ".join(source.text for source in item.sources),  # none is CL404
    **_PAST_IDS,
    "lines to say": lambda item: str(len(item.phrases)),
}


def _show(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(str(entry) for entry in value) or "none"
    return "nothing" if value is None else str(value)


def _section_ids(page: Page) -> list[Located]:
    return [id for id, _ in _by_id(page.sections).values()]


def _item_ids(page: Page) -> list[Located]:
    return [id for id, _ in _by_id(page.items).values()]


def _pairs(
    guide: Guide, rule: Rule, what: str, ids_of: Callable[[Page], list[Located]]
) -> Iterator[Finding]:
    for page, translation in translated(guide):
        yield from _unpaired(page, translation, rule, what, ids_of)
        yield from _unpaired(translation, page, rule, what, ids_of)
        yield from _order(page, translation, what, ids_of)


def _unpaired(
    page: Page, other: Page, rule: Rule, what: str, ids_of: Callable[[Page], list[Located]]
) -> Iterator[Finding]:
    theirs = {id.text for id in ids_of(other)}
    for id in ids_of(page):
        if id.text not in theirs:
            message = f"{what} `{id.text}` does not exist in `{other.language}`"
            yield page.finding(rule, id.span, message, f"add it to {other.path}")


def _order(
    page: Page, translation: Page, what: str, ids_of: Callable[[Page], list[Located]]
) -> Iterator[Finding]:
    """CL304, at the first place where the order differs; what has no pair is left aside."""
    mine, theirs = ids_of(translation), ids_of(page)
    shared = {id.text for id in mine} & {id.text for id in theirs}
    there = [id for id in theirs if id.text in shared]
    for here, wanted in zip((id for id in mine if id.text in shared), there, strict=False):
        if here.text != wanted.text:
            message = f"{what} `{here.text}` stands where `{page.language}` has `{wanted.text}`"
            help = f"keep the order of {page.path}:{wanted.span.line}"
            yield translation.finding(SAME_ORDER, here.span, message, help)
            return
