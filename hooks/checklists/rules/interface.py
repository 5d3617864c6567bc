"""The words of the interface."""

import re
from collections.abc import Iterator

from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.guide.places import Place, Span, place_in
from checklists.guide.rule import Example, Rule
from checklists.guide.suggestions import suggest

PATH = "docs/words.yml"
_USES = (
    (".html", re.compile(r"(?<![/\w.])words\.(\w+)"), ("pages",)),
    (".html", re.compile(r"(?<![/\w.])script_words\.(\w+)"), ("scripts", "tools")),
    (".js", re.compile(r"(?<![\w.])t\(\s*'(\w+)'"), ("scripts", "tools")),
)
"""Kind of file, what names a word there, and the groups that may have it."""

MISSING_WORD = Rule(
    "CL835",
    "A word that a template or script names is in docs/words.yml",
    "The template shows nothing in its place, and the script stops.",
    Example("words.greeting", "words.greting", "overrides/main.html"),
)


def missing_words(guide: Guide) -> Iterator[Finding]:
    """CL835. Nothing is missing from a file that cannot be read."""
    for ending, pattern, groups in _USES if guide.words else ():
        known = {name for group in groups for name in guide.words[group]["nb"]}
        files = {path: lines for path, lines in guide.code.items() if path.endswith(ending)}
        for word, place in _uses(files, pattern):
            if word not in known:
                message = f"no word `{word}` in the group `{groups[0]}` of {PATH}"
                yield Finding(place, MISSING_WORD, message, suggest(word, known))


def _uses(files: dict[str, list[str]], pattern: re.Pattern[str]) -> Iterator[tuple[str, Place]]:
    for path, lines in files.items():
        for number, line in enumerate(lines, 1):
            for match in pattern.finditer(line):
                span = Span(number, match.start(1) + 1, len(match[1]))
                yield match[1], place_in(path, lines, span)
