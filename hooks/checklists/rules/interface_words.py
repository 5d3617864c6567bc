"""Rules on docs/words.yml: what is said is there, and what is there is said."""

import re
from collections.abc import Iterator

from checklists.grammar.places import Span
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, TextFile
from checklists.guide.phrasing import meant, nearest
from checklists.guide.rule import Edit
from checklists.rules.site_files import span_of, text_of
from checklists.rules.table import rule

PATH = "docs/words.yml"
SAID_BY_VIEWS = {"date", "months", "minutes", "hour", "hours", "read_do", "do_confirm"}
"""Of the group `pages`: words that no template says by name."""
_SAYS = (
    (".html", re.compile(r"(?<![/\w.])words\.(\w+)"), ("pages",)),
    (".html", re.compile(r"(?<![/\w.])script_words\.(\w+)"), ("scripts", "tools")),
    (".js", re.compile(r"\bt\(\s*'(\w+)'"), ("scripts", "tools")),
)
_GROUPS = ("pages", "scripts", "tools")


@rule(
    "CL835: A word that is said is in docs/words.yml",
    "A template says nothing in its place, and a script stops.",
    Edit("words.greeting", "words.greting"),
    file="overrides/main.html",
)
def said_word(guide: Guide) -> Iterator[Finding]:
    if not guide.words:  # what is wrong with them is reported
        return
    for ending, pattern, groups in _SAYS:
        known = {name for group in groups for name in guide.words[group]["nb"]}
        for file in guide.texts.values():
            if not file.path.endswith(ending):
                continue
            text = text_of(file)
            for match in pattern.finditer(text):
                if match[1] not in known:
                    span = span_of(text, *match.span(1))
                    message = f"no word `{match[1]}` in the group `{groups[0]}` of {PATH}"
                    yield file.finding(said_word, span, message, nearest(match[1], known))


@rule(
    "CL836: A word of docs/words.yml is said somewhere",
    "What nobody says, somebody translates and keeps up to date in vain.",
    Edit("  greeting:", "  farewell: { nb: Ha det, en: Goodbye }\n  greeting:"),
    file=PATH,
)
def unsaid_word(guide: Guide) -> Iterator[Finding]:
    if not guide.words or not any(path.startswith("overrides/") for path in guide.texts):
        return
    said, texts = set(SAID_BY_VIEWS), list[str]()
    for file in guide.texts.values():
        if file.path.endswith((".html", ".js")):
            text = text_of(file)
            texts.append(text)
            for ending, pattern, _ in _SAYS:
                if file.path.endswith(ending):
                    said.update(pattern.findall(text))
    known = {name for group in _GROUPS for name in guide.words[group]["nb"]}
    said |= {meant(name, known) or name for name in said - known}  # reported where it is said
    file = guide.texts[PATH]
    for group in _GROUPS:
        for name in guide.words[group]["nb"]:
            if name not in said and not _is_quoted(name, texts):
                span = _key_span(file, group, name)
                message = f"no template and no script says `{name}`"
                yield file.finding(unsaid_word, span, message, "delete it, or say it")


def _is_quoted(name: str, texts: list[str]) -> bool:
    """Some words are said by the value of something: `t(store.error)`."""
    return any(f"'{name}'" in text or f'"{name}"' in text for text in texts)


def _key_span(file: TextFile, group: str, name: str) -> Span:
    value = file.values[group, name, "nb"].span
    for row, line in reversed([*enumerate(file.lines[: value.line], 1)]):
        if f"{name}:" in line:
            return Span(row, line.index(f"{name}:") + 1, len(name))
    return value
