"""What the templates show of the guide: plain values, ready to print."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from checklists.guide.model import DEFAULT_LANGUAGE, Guide, Page, Source, all_ids
from checklists.guide.page_meta import (
    ChecklistMeta,
    PageMeta,
    PracticeMeta,
    SituationMeta,
)
from checklists.guide.scenes import choices, scenes


@dataclass(frozen=True, slots=True)
class Card:
    """A link to a checklist or a practice.

    `items` are what its progress is counted over, items or endings: each id, followed by its past
    ids, joined by "=", as the badge reads them.
    """

    key: str
    url: str
    title: str
    summary: str
    minutes: int
    items: tuple[str, ...]
    was: tuple[str, ...]
    icon: str = ""
    group: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A title and where it leads, relative to the root of the language."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class PointView:
    """A point of a source in one language. A point without advice only describes."""

    key: str
    text: str
    advice: bool
    items: list[Link]


@dataclass(frozen=True, slots=True)
class LineView:
    """A line to say in both languages, when it fits, and the item it serves."""

    when: str
    text: str
    translation: str
    url: str


@dataclass(frozen=True, slots=True)
class Moment:
    """A section of a situation and its lines to say. `items`: ids of its items, past ones too."""

    title: str
    items: list[str]
    lines: list[LineView]


@dataclass(frozen=True, slots=True)
class SituationLines:
    """The lines to say of a situation. `keys`: its key, and those it had before."""

    key: str
    keys: list[str]
    title: str
    url: str
    moments: list[Moment]


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source in one language, `short` for paper. `url` and `note` may be empty."""

    key: str
    title: str
    short: str
    url: str
    note: str


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """What is shown around the content of a page with items to tick."""

    key: str
    was: tuple[str, ...]
    minutes: int
    mode: str
    count: int
    owner: str
    reviewed: date
    reviewed_text: str
    sources: tuple[SourceView, ...]


def cards(guide: Guide, language: str, kind: str, urls: Mapping[str, str]) -> list[Card]:
    """The pages of a kind, in the order of `urls`: page key -> address."""
    return [
        _card(page, page.meta, url)
        for page, url in _pages_at(guide, language, urls)
        if isinstance(page.meta, ChecklistMeta | PracticeMeta) and page.kind == kind
    ]


def _pages_at(guide: Guide, language: str, urls: Mapping[str, str]) -> Iterator[tuple[Page, str]]:
    """The pages that have an address, each with it, in the order of the addresses."""
    found = ((guide.pages.get((language, key)), url) for key, url in urls.items())
    return ((page, url) for page, url in found if page)


def _card(page: Page, meta: ChecklistMeta | PracticeMeta, url: str) -> Card:
    own = (meta.icon, meta.group) if isinstance(meta, SituationMeta) else ()
    facts = (meta.title, meta.summary, meta.minutes)
    return Card(page.key, url, *facts, _items(page), tuple(meta.aliases), *own)


def tools(guide: Guide, language: str, urls: Mapping[str, str], folder: str) -> list[Link]:
    """The tools in a folder, in the order of `urls`: page key -> address."""
    return [
        Link(page.meta.title, url)
        for page, url in _pages_at(guide, language, urls)
        if isinstance(page.meta, PageMeta)
        and (page.kind, page.key.partition("/")[0]) == ("tool", folder)
    ]


def duration(words: Mapping[str, str], minutes: int) -> str:
    """`10 min`, and `4 hours` where no minutes are left over."""
    hours, rest = divmod(minutes, 60)
    if rest:
        return f"{minutes} {words.get('minutes', '')}"
    return _filled(words.get("hour" if hours == 1 else "hours", ""), hours=hours)


def partner(guide: Guide, page: Page, key: str, urls: Mapping[str, str]) -> Link | None:
    """The practice of a checklist, whose key is given, or the checklist of a practice."""
    if isinstance(page.meta, PracticeMeta):
        key = page.meta.practises
    other = guide.pages.get((page.language, key))
    return Link(other.meta.title, urls[key]) if other and other.meta and key in urls else None


def practices(guide: Guide) -> dict[str, str]:
    """Key of a checklist -> key of its practice. Both languages have the same."""
    return {
        page.meta.practises: page.key
        for page in reversed(guide.pages.values())
        if isinstance(page.meta, PracticeMeta)
    }


def good_endings(guide: Guide) -> dict[str, list[str]]:
    """Key of a practice -> ids, present and past, of its good endings. Alike in both languages."""
    return {
        page.key: [
            id.text
            for scene in scenes(page).values()
            if any(flag.text == "good" for flag in scene.flags)
            for id in all_ids(scene)
        ]
        for page in guide.pages.values()
        if isinstance(page.meta, PracticeMeta)
    }


def point_views(guide: Guide, language: str, urls: Mapping[str, str]) -> list[PointView]:
    """Every point of every source, and the items that carry it out."""
    carriers: dict[str, list[Link]] = {key: [] for key in guide.points}
    for page, url in _pages_at(guide, language, urls):
        for item in page.items if page.meta else ():
            for key in dict.fromkeys(source.text for source in item.sources):
                if item.id and page.meta and key in carriers:
                    title = f"{page.meta.title}: {item.action}"
                    carriers[key].append(Link(title, f"{url}#{item.id.text}"))
    return [
        PointView(point.key, point.text[language], point.advice, carriers[point.key])
        for point in guide.points.values()
    ]


def situation_lines(guide: Guide, language: str, urls: Mapping[str, str]) -> list[SituationLines]:
    """Every line to say, by situation and moment, in the order of `urls`."""
    return [
        SituationLines(
            page.key,
            [page.key, *page.meta.aliases],
            page.meta.title,
            url,
            _moments(guide, page, url),
        )
        for page, url in _pages_at(guide, language, urls)
        if page.meta and page.kind == "situation"
    ]


def _moments(guide: Guide, page: Page, url: str) -> list[Moment]:
    """The sections with items: a reader may have lines where the guide has none."""
    others = translations(guide, page)
    return [
        Moment(
            section.title,
            [id.text for item in section.items if item.id for id in all_ids(item)],
            [
                LineView(phrase.when, phrase.text, other, f"{url}#{item.id.text}")
                for item in section.items
                if item.id
                for phrase, other in zip(item.phrases, others.get(item.id.text, []), strict=False)
            ],
        )
        for section in page.sections
        if section.items
    ]


def checklist_view(guide: Guide, page: Page, words: Mapping[str, str]) -> ChecklistView | None:
    """None for a page that is not ticked."""
    meta = page.meta
    if not isinstance(meta, ChecklistMeta):
        return None
    named = set(meta.sources)
    sources = [_source_view(s, page.language) for s in guide.sources.values() if s.key in named]
    return ChecklistView(
        page.key,
        tuple(meta.aliases),
        meta.minutes,
        meta.mode,
        len(_items(page)),
        meta.owner,
        meta.reviewed,
        in_words(meta.reviewed, words),
        tuple(sources),
    )


def review_dates(page: Page, words: Mapping[str, str]) -> dict[str, object]:
    """When a page is read again, as a date and in words."""
    if page.meta is None:
        return {}
    by = page.meta.review_by
    return {"review_by": by, "review_by_text": in_words(by, words)}


def in_words(day: date, words: Mapping[str, str]) -> str:
    """`24. november 2026`, with the months and the order of a language."""
    month = words.get("months", "").split()[day.month - 1 : day.month]
    return _filled(words.get("date", ""), day=day.day, month="".join(month), year=day.year)


def _filled(text: str, **values: object) -> str:
    """A text with its places filled in; other braces are its own."""
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def source_views(guide: Guide, language: str) -> list[SourceView]:
    """The sources that some page builds on, in the order of the register."""
    used = {key for page in guide.pages.values() if page.meta for key in page.meta.sources}
    return [_source_view(s, language) for s in guide.sources.values() if s.key in used]


def _source_view(source: Source, language: str) -> SourceView:
    return SourceView(
        source.key,
        source.title[language],
        source.short[language],
        source.url,
        source.note.get(language, ""),
    )


def translations(guide: Guide, page: Page) -> dict[str, list[str]]:
    """Item id -> its lines to say in the other language."""
    other = guide.counterpart(page)
    items = other.items if other else ()
    return {
        item.id.text: [phrase.text for phrase in item.phrases]
        for item in items
        if item.id and item.phrases
    }


def other_language_url(base_url: str, page_url: str, language: str) -> str:
    """The same page in the other language, relative to the page whose way to the root is given.

    `base_url` and `page_url` are MkDocs' own: "..", "." or "/", and "a/b/" or "./".
    """
    step = "en/" if language == DEFAULT_LANGUAGE else "../"
    return f"{base_url.rstrip('/')}/{step}{page_url.removeprefix('./')}"


def _items(page: Page) -> tuple[str, ...]:
    if isinstance(page.meta, PracticeMeta):
        return tuple(id for id, scene in scenes(page).items() if not choices(scene))
    return tuple("=".join(id.text for id in all_ids(item)) for item in page.items if item.id)
