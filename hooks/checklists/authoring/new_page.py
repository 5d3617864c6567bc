"""A new page in each language, with everything but the words."""

from collections.abc import Iterator, Mapping, Sequence
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

[‹…›]({item})

## {cards} {{ #cards }}

### {card_customer} {{ #card-customer }}

‹…›

- ‹…›
- ‹…›

### {card_you} {{ #card-you }}

‹…›

> {line}

> {line}

> {line}

### {card_observer} {{ #card-observer }}

- ‹…›
- ‹…›
- ‹…›
"""


def new_page(guide: Guide, kind: str, name: str, trains: str = "") -> dict[str, str]:
    """Path below the layer -> text, for each language. A practice `trains` the list of that key.

    `kind` is one of FOLDERS. An incomplete language may go without.
    """
    words, key = guide.words.get("new", {}), f"{FOLDERS[kind]}/{name}"
    shared = _shared_keys(guide, kind, trains)
    item = _first_item(guide, key, trains) if trains else ""
    return {
        f"{each}/{key}.md": "\n".join(
            _lines(kind, words[each], shared if each == guide.default else (), item)
        )
        + "\n"
        for each in guide.languages
        if guide.is_complete(each) and each in words
    }


def _lines(kind: str, words: Mapping[str, str], shared: Sequence[str], item: str) -> Iterator[str]:
    yield from (
        "---",
        "title: ‹title›",
        *shared,
        "summary: ‹summary›",
        f"owner: {words['owner']}",
        "---",
        "",
        "# ‹title›",
        "",
        "‹…›",
    )
    if kind == "practice":
        yield _SCENES.format(item=item, line=words["quotes"].format("‹…›"), **words)
    for id, content in _SECTIONS.get(kind, {}).items():
        yield from ("", f"## {words[id]} {{ #{id} }}", "")
        yield from (content,) if content else _items(id, words)


def _shared_keys(guide: Guide, kind: str, trains: str) -> tuple[str, ...]:
    """Those that only the default language has."""
    group = next(iter(guide.settings.groups), "‹group›")
    own = {
        "practice": (f"practises: {trains}",),
        "situation": (f"group: {group}", "mode: do-confirm"),
    }
    return (
        f"kind: {kind}",
        *own.get(kind, ("mode: do-confirm",)),
        "minutes: 10",
        f"reviewed: {guide.today}",
        f"review_by: {guide.today + timedelta(days=365)}",
    )


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
