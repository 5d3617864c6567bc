"""Rules on what the templates say to Jinja: their grammar, and the names they use."""

import re
from collections.abc import Iterator
from functools import cache

from checklists.grammar.places import Span
from checklists.guide.finding import Finding
from checklists.guide.front_matter import theme_folder
from checklists.guide.model import Guide, TextFile
from checklists.guide.phrasing import nearest
from checklists.guide.rule import Edit
from checklists.rules.settings import names
from checklists.rules.site_files import TEMPLATES, blank, span_of, text_of
from checklists.rules.table import rule
from checklists.rules.view_fields import CONTEXT, FIELDS, FILTERS, LISTS, TESTS

# Most of what templates say is one name, which needs no parser.
_ONE_NAME = re.compile(r"\{\{-? *[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?: \| (?:url|e|tojson))? *-?\}\}")
_TAG = re.compile(r"\{\{-?(?P<value>.*?)-?\}\}|\{%-?\s*(?P<word>\w+)(?P<rest>.*?)-?%\}", re.DOTALL)
_STRING = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'")
_BOUND = re.compile(
    r"\b(?:set|for)\s+(?P<names>\w+(?:\s*,\s*\w+)*)|\bas\s+(?P<alias>\w+)"
    r"|\bmacro\s+(?P<macro>\w+)\((?P<parameters>[^)]*)\)|\bimport\s+(?P<imported>\w+(?:\s*,\s*\w+)*)"
)
_NAME = re.compile(
    r"(?:(?P<before>\.|\||\bis\s+not\b|\bis\b)\s*)?(?<!\w)"
    r"(?P<name>[A-Za-z_]\w*)(?=(?P<after>\s*=(?!=))?)"
)
_KEYWORDS = names(
    """and or not in is if else elif true false none True False None recursive with without context
    ignore missing import as scoped required"""
)
_OWNER = re.compile(r"(?<![\w.\])])\w+(?=\s*\Z)")
_WORD = re.compile(r"\w+")
_ANY = frozenset[str]()
_NO_NAMES = frozenset({"block", "endblock", "raw", "endraw", "macro", "filter", "import", "from"})


def _templates(guide: Guide) -> Iterator[tuple[TextFile, str]]:
    for file in guide.texts.values():
        if file.path.startswith(TEMPLATES) and file.path.endswith((".html", ".webmanifest")):
            yield file, text_of(file)


@rule(
    "CL833: A template is Jinja",
    "The build ends in the middle, with a page of Python.",
    Edit("{% endblock %}", "{% endblok %}"),
    file="overrides/main.html",
)
def valid_template(guide: Guide) -> Iterator[Finding]:
    files = list(_templates(guide))
    if not files:
        return
    from jinja2 import Environment, TemplateSyntaxError  # noqa: PLC0415 (costs start-up time)

    environment = Environment(autoescape=True)
    for file, text in files:
        try:
            environment.parse(_skeleton(text))
        except TemplateSyntaxError as error:
            line = file.lines[error.lineno - 1]
            start = len(line) - len(line.lstrip())
            span = Span(error.lineno, start + 1, len(line.strip()))
            yield file.finding(valid_template, span, f"not valid Jinja: {error.message}")


def _skeleton(text: str) -> str:
    """The text without most of what Jinja passes over: that costs it more than all its grammar."""
    parts, end = list[str](), 0
    for tag in _TAG.finditer(text):
        between = text[end : tag.start()]
        parts.append(between if "{" in between else "\n" * between.count("\n"))
        if not _ONE_NAME.fullmatch(tag[0]):
            parts.append(tag[0])
        end = tag.end()
    return "".join([*parts, text[end:]])


@rule(
    "CL834: A template uses names there are",
    "A name that nobody gives prints nothing, and no build complains.",
    Edit("{{ checklist.minutes }}", "{{ checklist.minuts }}"),
    file="overrides/main.html",
)
def known_name(guide: Guide) -> Iterator[Finding]:
    files = list(_templates(guide))
    given = CONTEXT.union(*(_bound(text) for _, text in files))
    for file, text in files:
        kinds = _kinds(text)
        for offset, said in _said(text):
            for match in _NAME.finditer(said):
                name, start = match["name"], offset + match.start("name")
                message, known = _known(match, said, kinds, given)
                if known and name not in known:
                    span = span_of(text, start, start + len(name))
                    help = nearest(name, known)
                    yield file.finding(known_name, span, f"{message} `{name}`", help)


def _said(text: str) -> Iterator[tuple[int, str]]:
    """What stands between the brackets of Jinja, with blanks for strings; each with its offset."""
    for tag in _TAG.finditer(text):
        group = "value" if tag["word"] is None else "rest"
        is_closed = "{{" not in tag[group] and "{%" not in tag[group]
        if tag["word"] not in _NO_NAMES and is_closed:
            yield tag.start(group), _STRING.sub(lambda match: blank(match[0]), tag[group])


def _bound(text: str) -> Iterator[str]:
    """Names that the template gives itself."""
    for tag in _TAG.finditer(text):
        for match in _BOUND.finditer(f"{tag['word']}{tag['rest']}" if tag["word"] else ""):
            for found in match.groups():
                yield from _WORD.findall(found or "")


def _kinds(text: str) -> dict[str, frozenset[str]]:
    """The fields of each name whose kind is known: of what is given, and of what loops go over."""
    kinds = dict(FIELDS)
    for name, source in re.findall(r"\bfor\s+([\w, ]+?)\s+in\s+([\w.]+)", text):
        fields = LISTS.get(source) or LISTS.get(_assigned(text, source))
        earlier = kinds.get(name, fields)  # a name of two kinds may have the fields of both
        kinds[name] = fields | earlier if fields and earlier else frozenset()
    for name in re.findall(r"\bset\s+(\w+)", text):
        kinds.pop(name, None)
    return {name: fields for name, fields in kinds.items() if fields}


def _assigned(text: str, name: str) -> str:
    found = set(re.findall(rf"\bset\s+{re.escape(name)}\s*=\s*([\w.]+)", text))
    return found.pop() if len(found) == 1 else ""


def _known(
    match: re.Match[str], said: str, kinds: dict[str, frozenset[str]], given: frozenset[str]
) -> tuple[str, frozenset[str]]:
    """What to say of an unknown name, and what may stand in its place; nothing where any may."""
    name, before = match["name"], match["before"]
    if before == ".":
        owner = _OWNER.search(said[: match.start("before")])
        fields = kinds.get(owner[0], _ANY) if owner else _ANY
        return f"`{owner[0]}` has no" if owner else "", fields
    if before == "|":
        return "no filter is called", FILTERS
    if before:
        return "no test is called", TESTS
    theme = _theme_words()
    is_free = match["after"] or name in _KEYWORDS or theme is None or name in theme
    return "nobody gives the template", _ANY if is_free else given


@cache
def _theme_words() -> frozenset[str] | None:
    theme = theme_folder()
    return frozenset(_WORD.findall((theme / "base.html").read_text("utf-8"))) if theme else None
