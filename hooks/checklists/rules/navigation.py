"""Rules on what the configuration of the site points to."""

import posixpath
from collections.abc import Iterator

from checklists.grammar.addresses import PAGE_ENDING
from checklists.grammar.places import Place, Span
from checklists.guide.defects import is_external, written_address
from checklists.guide.drafts import is_draft
from checklists.guide.finding import Finding
from checklists.guide.model import DEFAULT_LANGUAGE, LANGUAGES, Entry, Guide, SiteConfig
from checklists.guide.phrasing import meant, nearest
from checklists.guide.rule import Edit
from checklists.rules.site_settings import is_misspelt
from checklists.rules.table import rule


@rule(
    "CL811: Navigation has every page once",
    "A page that is not in the navigation is hard to find. One that is there twice looks like two.",
    Edit("  - principles/answer-once.md", "  - finder.md"),
    file="mkdocs.yml",
)
def navigation(guide: Guide) -> Iterator[Finding]:
    for config in guide.configs:
        if config.nav:
            yield from _repeated(config)
            yield from _left_out(guide, config)


def _repeated(config: SiteConfig) -> Iterator[Finding]:
    first: dict[str, Entry] = {}
    for entry in config.nav:
        if entry.text in first:
            help = f"line {first[entry.text].place.span.line} has it"
            message = f"`{entry.text}` is in the navigation twice"
            yield Finding(entry.place, navigation, message, help)
        first.setdefault(entry.text, entry)


def _left_out(guide: Guide, config: SiteConfig) -> Iterator[Finding]:
    """A page that a misspelt entry means is reported there."""
    named = {entry.text for entry in config.nav}
    misspelt = named - _page_names(guide) - guide.files[config.language]
    pages = {
        f"{key}{PAGE_ENDING}": page
        for (language, key), page in guide.pages.items()
        if language == config.language
    }
    files = {page.path.split("/", 2)[2]: name for name, page in pages.items()}
    covered = named | {files[name] for name in named & files.keys()}
    covered |= {meant(name, pages) or name for name in misspelt if not is_external(name)}
    for name, page in pages.items():
        if name not in covered and not is_draft(page):
            help = f"add `{name}` to `nav` in {config.path}"
            yield page.finding(navigation, Span(1, 1), "page is not in the navigation", help)


def _page_names(guide: Guide) -> set[str]:
    """By their keys, and as their files are called, where that is something else."""
    files = {page.path.split("/", 2)[2] for page in guide.pages.values()}
    return files | {f"{key}{PAGE_ENDING}" for _, key in (*guide.pages, *guide.unread)}


@rule(
    "CL812: The configuration names files there are",
    "The page would lack its style, or its icon, or lead nowhere.",
    Edit("extra_css: [assets/site.css]", "extra_css: [assets/sites.css]"),
    file="mkdocs.yml",
)
def configured_file(guide: Guide) -> Iterator[Finding]:
    pages = _page_names(guide)
    for config in guide.configs:
        files = guide.files[config.language]
        for entry in config.nav:
            yield from _checked(entry, pages | files, pages)
        for entry in config.files:
            ending = posixpath.splitext(entry.text)[1]
            alike = {file for file in files if file.endswith(ending)}
            yield from _checked(entry, files, alike)


def _checked(entry: Entry, known: set[str], likely: set[str]) -> Iterator[Finding]:
    if entry.text in known:
        return
    defect = written_address(entry.text)
    if defect:
        message, help = defect.message, defect.help
    elif is_external(entry.text):
        return
    else:
        message, help = f"`{entry.text}` does not exist", nearest(entry.text, likely)
    yield Finding(entry.place, configured_file, message, help)


@rule(
    "CL814: A configuration builds its own language",
    "Otherwise one of the languages is not built, or is built from the pages of the other.",
    Edit("  language: nb", "  language: en"),
    file="mkdocs.yml",
)
def own_language(guide: Guide) -> Iterator[Finding]:
    built = {config.language for config in guide.configs}
    unread = {each.place.path for each in guide.defects}
    for language in LANGUAGES if built else ():
        name = "mkdocs.yml" if language == DEFAULT_LANGUAGE else f"mkdocs.{language}.yml"
        if language not in built and name not in unread:
            message = f"no configuration builds `{language}`"
            help = "the build of the default language starts that of the other"
            yield Finding(Place(name), own_language, message, help)
    for config in guide.configs:
        expected = {"theme.language": config.language, "docs_dir": f"docs/{config.language}"}
        for setting, value in expected.items():
            entry = config.own.get(setting)
            if entry is None and is_misspelt(config, setting):
                continue
            if entry is None or entry.text != value:
                place = entry.place if entry else Place(config.path)
                message = f"`{setting}` is not that of `{config.language}`"
                yield Finding(place, own_language, message, f"write `{value}`")
