"""The languages of the guide, and what it leaves out."""

from collections.abc import Iterator

from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.guide.places import Place, Span
from checklists.guide.rule import Rule
from checklists.guide.suggestions import plural, suggest

CONFIGURATION = "mkdocs.yml"

LANGUAGE = Rule(
    "CL312",
    "A language of the guide has pages and words, and a folder of pages is in use",
    "A reader would meet an empty place, or never see what somebody has written.",
)


def languages(guide: Guide) -> Iterator[Finding]:
    for language in guide.languages:
        if not any(of == language for of, _ in (*guide.pages, *guide.unread)):
            help = f"write pages in docs/{language} or own/{language}"
            yield _of_settings(guide, f"no pages in `{language}`", help)
        if lacking := _lacking_words(guide, language):
            message = f"{plural(len(lacking), 'word')} missing in `{language}`"
            yield Finding(Place(f"own/words/{language}.yml"), LANGUAGE, message, ", ".join(lacking))
    for folder in guide.folders:
        if folder not in (*guide.languages, *guide.settings.without):
            message = f"docs/{folder} is no language of the guide: nothing in it is built"
            help = f"add `{folder}` to `languages`, or to `without`, in {CONFIGURATION}"
            yield _of_settings(guide, message, help)
    known = {*guide.folders, *guide.keys_left_out, *(key for _, key in guide.pages)}
    for key in (key for key in guide.settings.without if key not in known):
        yield _of_settings(guide, f"`without` names no page: `{key}`", suggest(key, known))


def _lacking_words(guide: Guide, language: str) -> list[str]:
    """Those that any other language has."""
    return [
        f"{group}.{name}"
        for group, words in guide.words.items()
        for name in sorted({name for each in words.values() for name in each})
        if name not in words.get(language, {})
    ]


def _of_settings(guide: Guide, message: str, help: str) -> Finding:
    file = guide.data.get(CONFIGURATION)
    if file is None:
        return Finding(Place(CONFIGURATION), LANGUAGE, message, help)
    span = file.spans.get(("extra", "guide"), Span(1, 1))
    return file.finding(LANGUAGE, span, message, help)
