"""Rules on the site's own files: what styles, scripts and templates name is there."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache, lru_cache

from checklists.grammar.places import Span
from checklists.guide.finding import Finding
from checklists.guide.front_matter import theme_folder
from checklists.guide.model import Guide, TextFile
from checklists.guide.phrasing import nearest
from checklists.guide.rule import Edit
from checklists.rules.table import rule

ASSETS, TEMPLATES = "docs/assets/", "overrides/"
_COMMENT = {
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
    ".js": re.compile(r"/\*.*?\*/|^[ \t]*//[^\n]*", re.DOTALL | re.MULTILINE),
    ".html": re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL),
}
_NEVER = re.compile(r"(?!.)")
_FILE = {
    ".css": re.compile(
        r"""url\(\s*(?:"(?P<a>[^"]*)"|'(?P<b>[^']*)'|(?P<c>[^'"()\s]+))\s*\)
          | @import\s+["'](?P<d>[^"']+)["']""",
        re.VERBOSE,
    ),
    ".js": re.compile(
        r"""^(?:import|export)\b[^;'"=()]*?\bfrom\s*["'](?P<a>[^"'\n]+)["']
          | ^import\s*["'](?P<b>[^"'\n]+)["']
          | \bimport\(\s*["'](?P<c>[^"'\n]+)["']
          | \bnew\ URL\(\s*["'](?P<d>[^"'\n]+)["']\s*,\s*import\.meta\.url""",
        re.VERBOSE | re.MULTILINE,
    ),
    ".html": re.compile(r"""["'](?P<a>assets/[\w./-]+\.\w+|[\w./-]+\.js)["']"""),
    ".webmanifest": re.compile(r"""["'](?P<a>assets/[\w./-]+\.\w+)["']"""),
}
_OF_THE_THEME = ("assets/javascripts/", "assets/stylesheets/", "assets/images/")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|#|/", re.IGNORECASE)
_IMPORT = re.compile(
    r"""^(?:import|export)\s*\{(?P<names>[^}]*)\}\s*from\s*["'](?P<from>[^"']+)["']
      | (?:const|let)\s*\{(?P<parts>[^}]*)\}\s*=\s*await\s+import\(\s*["'](?P<of>[^"']+)["']\s*\)
      | \(await\ import\(\s*["'](?P<module>[^"']+)["']\s*\)\)\.(?P<name>\w+)""",
    re.VERBOSE | re.MULTILINE,
)
_EXPORT = re.compile(
    r"^export\s+(?:default\b|(?:async\s+)?(?:function\s*\*?|const|let|var|class)\s*(?P<name>\w+)"
    r"|\{(?P<names>[^}]*)\}|(?P<all>\*|(?:const|let|var)\s*[\[{]))",
    re.MULTILINE,
)

_LISTED = re.compile(r"\w+(?=\s*(?:,|\Z))")  # of `a as b` the second


def text_of(file: TextFile) -> str:
    """The text of a file, with blanks for its comments."""
    return _without_comments(posixpath.splitext(file.path)[1], "\n".join(file.lines))


@lru_cache(maxsize=500)  # several rules ask for the same files
def _without_comments(ending: str, text: str) -> str:
    return _COMMENT.get(ending, _NEVER).sub(lambda match: blank(match[0]), text)


def blank(text: str) -> str:
    """As long, and with as many lines."""
    return "\n".join(" " * len(line) for line in text.split("\n"))


def span_of(text: str, start: int, end: int) -> Span:
    """The place of a stretch of a text, cut at the end of its line."""
    row = text.count("\n", 0, start)
    column = start - (text.rfind("\n", 0, start) + 1)
    return Span(row + 1, column + 1, len(text[start:end].partition("\n")[0]))


@rule(
    "CL830: Styles, scripts and templates name files there are",
    "The browser asks in vain, and a part of the page does not work or has no style.",
    Edit("a { color: inherit }", '@import "collors.css";'),
    file="docs/assets/site.css",
)
def named_file(guide: Guide) -> Iterator[Finding]:
    known = {f"docs/{path}" for files in guide.files.values() for path in files}
    known |= {path for path in guide.texts if path.startswith(ASSETS)}
    for file in guide.texts.values():
        pattern = _FILE.get(posixpath.splitext(file.path)[1])
        if pattern is None:
            continue
        text = text_of(file)
        for match in pattern.finditer(text):
            group = match.lastgroup or "a"
            path = _path(file.path, match[group])
            if path and path not in known:
                span, message = span_of(text, *match.span(group)), "does not exist"
                yield file.finding(
                    named_file, span, f"`{match[group]}` {message}", _meant(file, path, known)
                )


def _path(of: str, name: str) -> str:
    """The path, in the project, of what a file names; "" for what is not ours."""
    name = re.split(r"[?#]", name)[0]
    if not name or _ELSEWHERE.match(name) or name.startswith(_OF_THE_THEME):
        return ""
    if of.startswith(TEMPLATES):
        return f"docs/{'' if name.startswith('assets/') else 'assets/'}{name}"
    return posixpath.normpath(posixpath.join(posixpath.dirname(of), name))


def _meant(file: TextFile, path: str, known: set[str]) -> str:
    """The nearest file of the kind, written as the file would name it."""
    alike = {each for each in known if posixpath.splitext(each)[1] == posixpath.splitext(path)[1]}
    if file.path.startswith(TEMPLATES):
        return nearest(path.removeprefix(ASSETS), {each.removeprefix(ASSETS) for each in alike})
    return nearest(_from(file.path, path), {_from(file.path, each) for each in alike})


def _from(of: str, path: str) -> str:
    """As a file names another one; a script begins with a dot."""
    name = posixpath.relpath(path, posixpath.dirname(of))
    return f"./{name}" if of.endswith(".js") and not name.startswith(".") else name


@rule(
    "CL831: A script imports what the other one exports",
    "The browser refuses the script, and all that needs it.",
    Edit("import { count } from", "import { counts } from"),
    file="docs/assets/main.js",
)
def imported_name(guide: Guide) -> Iterator[Finding]:
    scripts = {path: text_of(each) for path, each in guide.texts.items() if path.endswith(".js")}
    exports = cache(lambda path: _exports(scripts[path]))
    for path, text in scripts.items():
        for match in _IMPORT.finditer(text):
            source = _path(path, match["from"] or match["of"] or match["module"])
            known = exports(source) if source in scripts else None
            group = next(each for each in ("names", "parts", "name") if match[each] is not None)
            for name in re.finditer(r"(?:^|,)\s*(\w+)", match[group]) if known else ():
                if name[1] not in (known or ()):
                    start = match.start(group) + name.start(1)
                    span = span_of(text, start, start + len(name[1]))
                    message = f"`{name[1]}` is not exported by {source}"
                    yield guide.texts[path].finding(
                        imported_name, span, message, nearest(name[1], known or ())
                    )


def _exports(text: str) -> set[str] | None:
    """None where they cannot be known."""
    found: set[str] = {"default"}
    for match in _EXPORT.finditer(text):
        if match["all"]:
            return None
        found.update(filter(None, (match["name"], *_LISTED.findall(match["names"] or ""))))
    return found


_NAMED_TEMPLATE = re.compile(
    r"""\{%-?\s*(?:extends|include|import|from)\s+(?P<quote>["'])(?P<name>[^"']+)(?P=quote)
        (?!\s*~)(?!\s+ignore\s+missing)""",
    re.VERBOSE,
)


@rule(
    "CL832: Templates, pages and the configuration name templates there are",
    "The build ends in the middle, and says neither page nor line.",
    Edit('include "partials/note.html"', 'include "partials/notes.html"'),
    file="overrides/main.html",
)
def named_template(guide: Guide) -> Iterator[Finding]:
    ours = {path.removeprefix(TEMPLATES) for path in guide.texts if path.startswith(TEMPLATES)}
    if not ours:
        return
    for file in guide.texts.values():
        text = text_of(file) if file.path.startswith(TEMPLATES) else ""
        for match in _NAMED_TEMPLATE.finditer(text):
            if not _is_template(match["name"], ours):
                span = span_of(text, *match.span("name"))
                message, help = _no_template(match["name"], ours)
                yield file.finding(named_template, span, message, help)
        for path, value in file.values.items():
            is_named = path[:2] == ("theme", "static_templates")
            if is_named and not _is_template(value.text, ours):
                yield file.finding(named_template, value.span, *_no_template(value.text, ours))
    for page in guide.pages.values():
        name = page.meta.template if page.meta else None
        if name and not _is_template(name, ours):
            span = page.matter_span("template")
            yield page.finding(named_template, span, *_no_template(name, ours))


def _is_template(name: str, ours: set[str]) -> bool:
    theme = theme_folder()
    return name in ours or theme is None or (theme / name).is_file()


def _no_template(name: str, ours: set[str]) -> tuple[str, str]:
    return f"there is no template `{name}`", nearest(name, ours | set(_siblings(name)))


def _siblings(name: str) -> Iterator[str]:
    if theme := theme_folder():
        for path in (theme / name).parent.glob(f"*{posixpath.splitext(name)[1]}"):
            yield path.relative_to(theme).as_posix()
