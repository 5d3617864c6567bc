"""The words of the interface."""

import re
from collections.abc import Iterator

from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.guide.places import Place, Span, place_in
from checklists.guide.rule import Rule
from checklists.guide.suggestions import plural, suggest

CONFIGURATION = "mkdocs.yml"
_USES = (
    (".html", re.compile(r"(?<![/\w.])words\.(\w+)"), ("pages",)),
    (".html", re.compile(r"(?<![/\w.])script_words\.(\w+)"), ("scripts", "tools")),
    (".js", re.compile(r"(?<![\w.])t\(\s*'(\w+)'"), ("scripts", "tools")),
)
"""Kind of file, what names a word there, and the groups that may have it."""

MISSING_WORD = Rule(
    "CL835",
    "A word that a template or script names is among the words of the interface",
    "The template shows nothing in its place, and the script stops.",
)

LANGUAGE = Rule(
    "CL312",
    "A language of the guide has pages and words, and a folder of pages is in use",
    "A reader would meet an empty place, or never see what somebody has written.",
)


def missing_words(guide: Guide) -> Iterator[Finding]:
    """CL835. Nothing is missing from a file that cannot be read."""
    for ending, pattern, groups in _USES if guide.words else ():
        known = {name for group in groups for name in _names(guide, group)}
        files = {path: lines for path, lines in guide.code.items() if path.endswith(ending)}
        for word, place in _uses(files, pattern):
            if word not in known:
                message = f"no word `{word}` in the group `{groups[0]}`"
                yield Finding(place, MISSING_WORD, message, suggest(word, known))


def _names(guide: Guide, group: str) -> set[str]:
    """Those that any language has."""
    return {name for words in guide.words.get(group, {}).values() for name in words}


def languages(guide: Guide) -> Iterator[Finding]:
    """CL312, of folders and words."""
    for language in guide.languages:
        if not any(of == language for of, _ in (*guide.pages, *guide.unread)):
            help = f"write pages in docs/{language} or own/{language}"
            yield _of_settings(guide, f"no pages in `{language}`", help)
        lacking = [
            f"{group}.{name}"
            for group in guide.words
            for name in sorted(_names(guide, group) - guide.words[group].get(language, {}).keys())
        ]
        if lacking:
            message = f"{plural(len(lacking), 'word')} missing in `{language}`"
            yield Finding(Place(f"own/words/{language}.yml"), LANGUAGE, message, ", ".join(lacking))
    for folder in guide.folders:
        if folder not in (*guide.languages, *guide.settings.without):
            message = f"docs/{folder} is no language of the guide: nothing in it is built"
            help = f"add `{folder}` to `languages`, or to `without`, in mkdocs.yml"
            yield _of_settings(guide, message, help)
    known = {*guide.folders, *guide.keys_left_out, *(key for _, key in guide.pages)}
    for key in guide.settings.without:
        if key not in known:
            yield _of_settings(guide, f"`without` names no page: `{key}`", suggest(key, known))


def _of_settings(guide: Guide, message: str, help: str) -> Finding:
    file = guide.data.get(CONFIGURATION)
    span = file.spans.get(("extra", "guide")) if file else None
    if file is None or span is None:
        return Finding(Place(CONFIGURATION), LANGUAGE, message, help)
    return file.finding(LANGUAGE, span, message, help)


def _uses(files: dict[str, list[str]], pattern: re.Pattern[str]) -> Iterator[tuple[str, Place]]:
    for path, lines in files.items():
        for number, line in enumerate(lines, 1):
            for match in pattern.finditer(line):
                span = Span(number, match.start(1) + 1, len(match[1]))
                yield match[1], place_in(path, lines, span)
