"""Rules on the settings of the site: their names, their values, and what each language says."""

from collections.abc import Collection, Iterator

from checklists.grammar.places import KeyPath, Place, Span
from checklists.guide.defects import written_address
from checklists.guide.finding import Finding
from checklists.guide.front_matter import icon_problem
from checklists.guide.model import Guide, Located, SiteConfig, TextFile
from checklists.guide.phrasing import meant, nearest
from checklists.guide.rule import Edit
from checklists.rules.installed import extension_options, is_installed
from checklists.rules.settings import (
    EXTENSIONS,
    KNOWN_KEYS,
    KNOWN_VALUES,
    PLUGINS,
    SAID_IN_EACH,
    SEARCH_LANGUAGE,
    names_an_icon,
)
from checklists.rules.table import rule

_LOCAL = ("http://127.0.0.1", "http://localhost", "http://[::1]")
_KINDS = {"plugins": ("plugin", PLUGINS), "markdown_extensions": ("extension", EXTENSIONS)}


def _setting(path: KeyPath) -> tuple[str, ...]:
    """The way to a setting, whether lists stand on it or not."""
    return tuple(step for step in path if isinstance(step, str))


@rule(
    "CL837: The configuration has no unknown settings",
    "A misspelt setting is passed over in silence, or stops the build without saying where.",
    Edit("extra_css:", "extra_cs:"),
    file="mkdocs.yml",
)
def unknown_setting(guide: Guide) -> Iterator[Finding]:
    for config in guide.configs:
        file = guide.texts[config.path]
        for path, span in config.keys.items():
            if isinstance(path[-1], str):
                yield from _unknown_key(file, _setting(path), span)
        for path, value in file.values.items():
            if path[0] in _KINDS and len(path) == 2 and isinstance(path[1], int):  # noqa: PLR2004
                yield from _unknown_name(file, str(path[0]), value.text, value.span)


def _unknown_key(file: TextFile, path: tuple[str, ...], span: Span) -> Iterator[Finding]:
    *above, name = path
    if len(above) == 1 and above[0] in _KINDS:
        yield from _unknown_name(file, above[0], name, span)
        return
    known: Collection[str] = KNOWN_KEYS.get(tuple(above), ())
    if len(above) == 2 and above[0] == "markdown_extensions":  # noqa: PLR2004
        known = extension_options(above[1], name)
    if known and name not in known:
        where = f" of `{'.'.join(above)}`" if above else ""
        message = f"unknown setting `{name}`{where}"
        yield file.finding(unknown_setting, span, message, nearest(name, known))


def _unknown_name(file: TextFile, group: str, name: str, span: Span) -> Iterator[Finding]:
    kind, known = _KINDS[group]
    if name not in known and not is_installed(f"{kind}s", name):
        message = f"no {kind} `{name}` is installed"
        yield file.finding(unknown_setting, span, message, nearest(name, known))


@rule(
    "CL838: A setting has a value that means something",
    "The site would lack a part, be built in another way, or not at all.",
    Edit("site_url: https:", "site_url: http:"),
    file="mkdocs.yml",
)
def setting_value(guide: Guide) -> Iterator[Finding]:
    for config in guide.configs:
        file = guide.texts[config.path]
        for path, value in file.values.items():
            for message, help in _wrong(guide, config, _setting(path), value.text):
                yield file.finding(setting_value, value.span, message, help)


def _wrong(
    guide: Guide, config: SiteConfig, setting: tuple[str, ...], text: str
) -> Iterator[tuple[str, str]]:
    name = ".".join(setting)
    known = KNOWN_VALUES.get(name)
    if known and text not in known:
        yield f"`{name}` does not know `{text}`", nearest(text, known)
    if name == "site_url" and not text.startswith(_LOCAL) and ":/" in text:
        defect = written_address(text)
        if defect:
            yield defect.message, defect.help
    if names_an_icon(setting) and (problem := icon_problem(text)):
        yield f"the theme has no icon `{text}`", problem
    if name == "plugins.search.lang" and text != SEARCH_LANGUAGE[config.language]:
        help = f"write `{SEARCH_LANGUAGE[config.language]}`, the search's name for it"
        yield f"`{text}` is not the language of the `{config.language}` pages", help
    if name == "INHERIT" and text not in {*guide.texts, *(d.place.path for d in guide.defects)}:
        yield f"`{text}` does not exist", "write `INHERIT: mkdocs.yml`"
    if name == "theme.custom_dir" and not any(path.startswith(f"{text}/") for path in guide.texts):
        yield f"there is no folder `{text}` with templates", "write `custom_dir: overrides`"


@rule(
    "CL839: A configuration says in its own language what readers read",
    "What the English configuration leaves out, it takes from the Norwegian one, in Norwegian.",
    Edit("site_description: A guide\n", ""),
    file="mkdocs.en.yml",
)
def said_in_each(guide: Guide) -> Iterator[Finding]:
    values = {config.path: _said(guide.texts[config.path].values) for config in guide.configs}
    for config in guide.configs:
        file = guide.texts[config.path]
        parent = file.values.get(("INHERIT",))
        for setting in values.get(parent.text, ()) if parent else ():
            if setting not in values[config.path] and not is_misspelt(config, setting):
                message = f"`{setting}` is not said in `{config.language}`"
                help = f"add it: {config.path} takes it from {parent.text if parent else ''}"
                yield Finding(Place(config.path), said_in_each, message, help)


def is_misspelt(config: SiteConfig, setting: str) -> bool:
    """Whether a setting that is not there may be meant by one that nobody knows."""
    *above, name = setting.split(".")
    known = KNOWN_KEYS.get(tuple(above), frozenset())
    beside = {way[-1] for path in config.keys if (way := _setting(path))[:-1] == tuple(above)}
    return bool(known) and meant(name, beside - known) is not None


def _said(values: dict[KeyPath, Located]) -> set[str]:
    return {name for path in values if (name := ".".join(_setting(path))) in SAID_IN_EACH}
