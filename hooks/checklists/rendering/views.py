"""What the templates show of the guide: plain values, ready to print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from checklists.guide.model import Guide, Page, Point, Source, all_ids
from checklists.guide.page_meta import (
    ChecklistMeta,
    PageMeta,
    PracticeMeta,
    SituationMeta,
)
from checklists.guide.scenes import choices, scenes

Translations = list[tuple[str, dict[str, list[str]]]]
"""Each other language, and item id -> its lines to say in it."""


@dataclass(frozen=True, slots=True)
class Card:
    """A link to a checklist or a practice.

    `items` are what its progress is counted over, items or endings: each id, followed by its past
    ids, joined by "=", as the badge reads them.
    """

    key: str
    kind: str
    url: str
    title: str
    summary: str
    minutes: int
    items: tuple[str, ...]
    was: tuple[str, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A title and where it leads, relative to the root of the language."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """A language that a page exists in, where, and the language's own words."""

    code: str
    url: str
    words: Mapping[str, str]


def cards(guide: Guide, language: str, kind: str, urls: Mapping[str, str]) -> list[Card]:
    """The pages of a kind, in the order of `urls`: page key -> address."""
    return [
        card(guide, page, page.meta, url)
        for page, url in _pages_at(guide, language, urls)
        if isinstance(page.meta, ChecklistMeta | PracticeMeta) and page.kind == kind
    ]


def trained(guide: Guide, page: Page) -> Page:
    """The list that a practice trains, whose name it has in menus; any other page itself."""
    practises = page.meta.practises if isinstance(page.meta, PracticeMeta) else ""
    return guide.page(page.language, practises) or page


def _pages_at(guide: Guide, language: str, urls: Mapping[str, str]) -> Iterator[tuple[Page, str]]:
    """The pages that have an address, each with it, in the order of the addresses."""
    found = ((guide.page(language, key), url) for key, url in urls.items())
    return ((page, url) for page, url in found if page)


def card(guide: Guide, page: Page, meta: ChecklistMeta | PracticeMeta, url: str) -> Card:
    """What leads to a page."""
    title = (trained(guide, page).meta or meta).title
    group = meta.group if isinstance(meta, SituationMeta) else ""
    facts = (title, meta.summary, meta.minutes)
    return Card(page.key, page.kind, url, *facts, _items(page), tuple(meta.aliases), group)


def tools(guide: Guide, language: str, urls: Mapping[str, str], group: str) -> list[Link]:
    """The tools of a group, in the order of `urls`: page key -> address."""
    return [
        Link(page.meta.title, url)
        for page, url in _pages_at(guide, language, urls)
        if isinstance(page.meta, PageMeta) and (page.kind, page.meta.group) == ("tool", group)
    ]


def alarm(guide: Guide, language: str, urls: Mapping[str, str]) -> Link | None:
    """The question at the top of the front page, and the list that answers it."""
    return next(
        (
            Link(page.meta.alarm, url)
            for page, url in _pages_at(guide, language, urls)
            if isinstance(page.meta, SituationMeta) and page.meta.alarm
        ),
        None,
    )


def duration(words: Mapping[str, str], minutes: int) -> str:
    """`10 min`, and `4 hours` where no minutes are left over."""
    hours, rest = divmod(minutes, 60)
    if rest:
        return f"{minutes} {words.get('minutes', '')}"
    return _filled(words.get("hour" if hours == 1 else "hours", ""), hours=hours)


def partner(guide: Guide, page: Page, urls: Mapping[str, str]) -> Link | None:
    """The practice of a checklist, or the checklist of a practice. Each language has the same."""
    lists = {
        p.key: p.meta.practises for p in guide.pages.values() if isinstance(p.meta, PracticeMeta)
    }
    practice = next((key for key, of in lists.items() if of == page.key), "")
    key = lists.get(page.key, practice)
    other = guide.page(page.language, key)
    return Link(other.meta.title, urls[key]) if other and other.meta and key in urls else None


def endings(guide: Guide) -> dict[str, tuple[str, ...]]:
    """Key of a practice -> its endings, each with its past ids. Alike in each language."""
    return {
        page.key: tuple(
            "=".join(id.text for id in all_ids(scene))
            for scene in scenes(page).values()
            if not choices(scene)
        )
        for page in guide.pages.values()
        if isinstance(page.meta, PracticeMeta)
    }


def points(guide: Guide, language: str, urls: Mapping[str, str]) -> list[tuple[Point, list[Link]]]:
    """Every point of every source, and the items that carry it out; shared ones on one page."""
    carriers: dict[str, list[Link]] = {key: [] for key in guide.points}
    shared = set[str]()
    for page, url in _pages_at(guide, language, urls):
        for item in page.items if page.meta else ():
            if item.id and not page.owns(item.span.line):
                if item.id.text in shared:
                    continue
                shared.add(item.id.text)
            for key in dict.fromkeys(source.text for source in item.sources):
                if item.id and page.meta and key in carriers:
                    title = f"{page.meta.title}: {item.action}"
                    carriers[key].append(Link(title, f"{url}#{item.id.text}"))
    return [(point, carriers[point.key]) for point in guide.points.values()]


def used_sources(guide: Guide) -> list[Source]:
    """Those that some page builds on, in the order of the register."""
    used = {source.key for page in guide.pages.values() for source in guide.sources_of(page)}
    return [source for source in guide.sources.values() if source.key in used]


def lines_to_say(
    guide: Guide, language: str, urls: Mapping[str, str]
) -> list[tuple[Page, str, Translations]]:
    """Each situation, its address and its lines in other languages, in the order of `urls`."""
    return [
        (page, url, translations(guide, page))
        for page, url in _pages_at(guide, language, urls)
        if page.meta and page.kind == "situation"
    ]


def in_words(words: Mapping[str, str], day: date) -> str:
    """`24. november 2026`, with the months and the order of a language."""
    month = words.get("months", "").split()[day.month - 1 : day.month]
    return _filled(words.get("date", ""), day=day.day, month="".join(month), year=day.year)


def _filled(text: str, **values: object) -> str:
    """A text with its places filled in; other braces are its own."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def translations(guide: Guide, page: Page) -> Translations:
    """Where the other language has as many."""
    counts = {item.id.text: len(item.phrases) for item in page.items if item.id}
    others = ((each, guide.pages.get((each, page.key))) for each in guide.others(page.language))
    return [
        (
            language,
            {
                item.id.text: [phrase.text for phrase in item.phrases]
                for item in other.items
                if item.id and item.phrases and len(item.phrases) == counts.get(item.id.text)
            },
        )
        for language, other in others
        if other
    ]


def other_languages(guide: Guide, language: str, root: str, page_url: str) -> list[OtherLanguage]:
    """Each other language, with the address of the same page in it.

    `root` leads to the front page of the default language; `page_url` is MkDocs' own: "a/b/", "./".
    """
    here = page_url.removeprefix("./")
    return [
        OtherLanguage(
            each,
            f"{root}{guide.folder_of(each)}{here}",
            guide.words.get("pages", {}).get(each, {}),
        )
        for each in guide.others(language)
    ]


def _items(page: Page) -> tuple[str, ...]:
    if isinstance(page.meta, PracticeMeta):
        return tuple(id for id, scene in scenes(page).items() if not choices(scene))
    return tuple("=".join(id.text for id in all_ids(item)) for item in page.items if item.id)
