"""A new page in each language, with everything but the words."""

from collections.abc import Iterator, Mapping
from datetime import timedelta
from posixpath import relpath

from checklists.guide.model import Guide

FOLDERS = {
    "situation": "situations",
    "principle": "principles",
    "onboarding": "onboarding",
    "practice": "practice",
}

_LIST = "- ‹…›"
# Section id -> what is below its heading, "" for items.
_SECTIONS = {
    "situation": {
        "signs": _LIST,
        "before": "",
        "during": "",
        "after": "",
        "stop": _LIST,
        "related": _LIST,
    },
    "principle": {"why": "‹…›", "do": "", "related": _LIST},
    "onboarding": {"do": ""},
}
_SCENES = """
## ‹…› {{ #start }}

‹…›

- [‹…›](#well)
- [‹…›](#badly)

## ‹…› {{ #well .good }}

‹…›

[‹…›]({item})

## ‹…› {{ #badly .bad }}

‹…›

[‹…›]({item})"""


def new_page(guide: Guide, kind: str, name: str, trains: str = "") -> dict[str, str]:
    """Path below the layer -> text, for each language. A practice `trains` the list of that key.

    `kind` is one of FOLDERS. An incomplete language may go without.
    """
    words, key = guide.words.get("new", {}), f"{FOLDERS[kind]}/{name}"
    return {
        f"{language}/{key}.md": "\n".join(_lines(guide, kind, words[language], key, trains)) + "\n"
        for language in guide.languages
        if guide.is_complete(language) and language in words
    }


def _lines(
    guide: Guide, kind: str, words: Mapping[str, str], key: str, trains: str
) -> Iterator[str]:
    yield from (
        "---",
        "title: ‹title›",
        f"kind: {kind}",
        *_own_keys(guide, kind, trains),
        "summary: ‹summary›",
        "minutes: 10",
        f"owner: {words['owner']}",
        f"reviewed: {guide.today}",
        f"review_by: {guide.today + timedelta(days=365)}",
        "---",
        "",
        "# ‹title›",
        "",
        "‹…›",
    )
    if kind == "practice":
        yield _SCENES.format(item=_first_item(guide, key, trains))
    for id, content in _SECTIONS.get(kind, {}).items():
        yield from ("", f"## {words[id]} {{ #{id} }}", "")
        yield from (content,) if content else _items(id, words)


def _own_keys(guide: Guide, kind: str, trains: str) -> tuple[str, ...]:
    """Those that not every kind has."""
    if kind == "practice":
        return (f"practises: {trains}", "hide: [toc]")
    if kind != "situation":
        return ("mode: do-confirm",)
    group = next(iter(guide.settings.groups), "‹group›")
    return ("icon: material/help-circle-outline", f"group: {group}", "mode: do-confirm")


def _first_item(guide: Guide, key: str, trains: str) -> str:
    """Where an ending may lead: its author chooses better."""
    page = guide.pages.get((guide.default, trains))
    ids = [item.id.text for item in page.items if item.id] if page else []
    return f"{relpath(trains, key.partition('/')[0])}.md#{ids[0] if ids else '…'}"


def _items(section: str, words: Mapping[str, str]) -> Iterator[str]:
    yield from (words["use"], "")
    for number in (1, 2, 3):
        flag = " .critical" if number == 1 else ""
        yield f'- [ ] **‹…›.** {{ #{section}-{number}{flag} src="own" }}'
        if number == 1:
            line = f"    > *‹…›:* {words['quotes'].format('‹…›')}"
            yield from ("", line, "    >", line, "")
    yield from ("", words["done"])
