"""The style of the theme, without what no page of ours can look like."""

import re

UNUSED_CLASSES = (
    "arithmatex",
    "emojione",
    "filename",
    "footnote",
    "gemoji",
    "giscus",
    "grid",
    "highlighttable",
    "katex",
    "key-",
    "linenodiv",
    "linenos",
    "md-annotation",
    "md-author",
    "md-banner",
    "md-clipboard",
    "md-code",
    "md-consent",
    "md-draft",
    "md-feedback",
    "md-input",
    "md-meta",
    "md-pagination",
    "md-path",
    "md-pin",
    "md-post",
    "md-profile",
    "md-progress",
    "md-select",
    "md-social",
    "md-source",
    "md-status",
    "md-tag",
    "md-top",
    "md-version",
    "mermaid",
    "tabbed-",
    "task-list",
    "twemoji",
)
"""How classes begin that only features have which we do not use. A test holds them to the pages."""

_UNUSED = re.compile(
    rf"\.(?:{'|'.join(UNUSED_CLASSES)})"
    r"|\[dir=rtl\]"  # both languages are written from left to right
    r"|data-md-color-(?:primary|accent)=(?!custom)"  # our colours are our own
)
_RULE = re.compile(r"(?P<selectors>[^{};]+)(?P<body>\{[^{}]*\})")
_EMPTY_GROUP = re.compile(r"@media[^{};]+\{\}")
_COMMA = re.compile(r",(?![^()]*\))")
_CONDITION = re.compile(r"\([^()]*\)")  # of `:not(…)` or `:is(…)`: it may hold without the class
_PICTURE = re.compile(r"(?P<name>--[\w-]+):url\((?:\"[^\"]*\"|'[^']*')\);?")


def without_unused(style: str) -> str:
    """A minified style of the theme, without rules and pictures that are never used."""
    rules = _EMPTY_GROUP.sub("", _RULE.sub(_used_part, style))
    return _PICTURE.sub(lambda each: each[0] if f"var({each['name']})" in rules else "", rules)


def _used_part(rule: re.Match[str]) -> str:
    selectors = [each for each in _COMMA.split(rule["selectors"]) if _is_used(each)]
    return ",".join(selectors) + rule["body"] if selectors else ""


def _is_used(selector: str) -> bool:
    return not _UNUSED.search(_CONDITION.sub("", selector))
