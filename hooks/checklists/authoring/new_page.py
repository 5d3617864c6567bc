"""A new page in both languages, with everything but the words."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta

from checklists.guide.model import Words

FOLDERS = {"situation": "situations", "principle": "principles"}
_REVIEW = timedelta(days=365)
_ITEMS = 3

# Keys that only one kind has, below `kind`.
_OWN_KEYS = {"situation": ("icon: material/help-circle-outline", "group: urgent")}

# Section id -> what is below its heading.
_SECTIONS = {
    "situation": {
        "signs": "list",
        "before": "items",
        "during": "items",
        "after": "items",
        "stop": "list",
        "related": "list",
    },
    "principle": {"why": "text", "do": "items", "related": "list"},
}


def new_page(kind: str, name: str, today: date, words: Words) -> dict[str, str]:
    """Path below docs/ -> text, for each language. `kind` is one of FOLDERS."""
    return {
        f"{language}/{FOLDERS[kind]}/{name}.md": "\n".join(_lines(kind, each, today)) + "\n"
        for language, each in words["new"].items()
    }


def _lines(kind: str, words: Mapping[str, str], today: date) -> Iterator[str]:
    yield from (
        "---",
        "title: ‹title›",
        f"kind: {kind}",
        *_OWN_KEYS.get(kind, ()),
        "summary: ‹summary›",
        "minutes: 10",
        "mode: do-confirm",
        f"owner: {words['owner']}",
        f"reviewed: {today}",
        f"review_by: {today + _REVIEW}",
        "sources: [own]",
        "---",
        "",
        "# ‹title›",
        "",
        "‹…›",
    )
    for id, content in _SECTIONS[kind].items():
        yield from ("", f"## {words[id]} {{ #{id} }}", "")
        yield from _CONTENTS[content](id, words)


def _items(section: str, words: Mapping[str, str]) -> Iterator[str]:
    yield from (words["use"], "")
    for number in range(1, _ITEMS + 1):
        flag = " .critical" if number == 1 else ""
        yield f'- [ ] **‹…›.** {{ #{section}-{number}{flag} src="own" }}'
        if number == 1:
            line = f"    > *‹…›:* {words['quotes'].format('‹…›')}"
            yield from ("", line, "    >", line, "")
    yield from ("", words["done"])


_CONTENTS: dict[str, Callable[[str, Mapping[str, str]], Iterator[str]]] = {
    "items": _items,
    "list": lambda _section, _words: iter(("- ‹…›",)),
    "text": lambda _section, _words: iter(("‹…›",)),
}
