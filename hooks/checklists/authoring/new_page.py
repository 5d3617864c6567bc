"""A new page in both languages, with everything but the words."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from checklists.guide.model import LANGUAGES

FOLDERS = {"situation": "situations", "principle": "principles"}
_REVIEW = timedelta(days=365)
_OWNER = {"nb": "redaksjonen", "en": "the editors"}
_QUOTES = {"nb": "«{}»", "en": "“{}”"}
_USE = {"nb": "Bruk denne delen når ‹…›.", "en": "Use this part when ‹…›."}
_DONE = {"nb": "Du er ferdig når ‹…›.", "en": "You are done when ‹…›."}
_TASKS = 3

# Section id -> its heading in each language, and what stands below it.
_SECTIONS: dict[str, dict[str, tuple[dict[str, str], str]]] = {
    "situation": {
        "signs": ({"nb": "Kjenner du deg igjen?", "en": "Does this sound familiar?"}, "list"),
        "before": ({"nb": "Før samtalen", "en": "Before the conversation"}, "items"),
        "during": ({"nb": "I samtalen", "en": "In the conversation"}, "items"),
        "after": ({"nb": "Etter samtalen", "en": "After the conversation"}, "items"),
        "stop": ({"nb": "Når du skal stoppe", "en": "When to stop"}, "list"),
        "related": ({"nb": "Les også", "en": "Read more"}, "list"),
    },
    "principle": {
        "why": ({"nb": "Hvorfor", "en": "Why"}, "text"),
        "do": ({"nb": "Gjør dette", "en": "Do this"}, "items"),
        "related": ({"nb": "Les også", "en": "Read more"}, "list"),
    },
}


def new_page(kind: str, name: str, today: date) -> dict[str, str]:
    """Path below docs/ -> text, for each language. `kind` is one of FOLDERS."""
    return {
        f"{language}/{FOLDERS[kind]}/{name}.md": "\n".join(_lines(kind, language, today)) + "\n"
        for language in LANGUAGES
    }


def _lines(kind: str, language: str, today: date) -> Iterator[str]:
    yield from (
        "---",
        "title: ‹title›",
        f"kind: {kind}",
        "summary: ‹summary›",
        "minutes: 10",
        "mode: do-confirm",
        f"owner: {_OWNER[language]}",
        f"reviewed: {today}",
        f"review_by: {today + _REVIEW}",
        "sources: [own]",
        "---",
        "",
        "# ‹title›",
        "",
        "‹…›",
    )
    for id, (headings, content) in _SECTIONS[kind].items():
        yield from ("", f"## {headings[language]} {{ #{id} }}", "")
        yield from _CONTENTS[content](id, language)


def _items(section: str, language: str) -> Iterator[str]:
    yield from (_USE[language], "")
    for number in range(1, _TASKS + 1):
        flag = " .critical" if number == 1 else ""
        yield f'- [ ] **‹…›.** {{ #{section}-{number}{flag} src="own" }}'
        if number == 1:
            yield from ("", f"    > {_QUOTES[language].format('‹…›')}", "")
    yield from ("", _DONE[language])


_CONTENTS: dict[str, Callable[[str, str], Iterator[str]]] = {
    "items": _items,
    "list": lambda _section, _language: iter(("- ‹…›",)),
    "text": lambda _section, _language: iter(("‹…›",)),
}
