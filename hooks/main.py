"""MkDocs events, and nothing else: each forwards to a function of `checklists`."""

import logging
from collections.abc import Collection, Iterable
from functools import partial
from pathlib import Path
from typing import Any, ClassVar
from urllib.parse import urlsplit

from checklists.guide.finding import Finding
from checklists.guide.model import DEFAULT_LANGUAGE, other_language
from checklists.reading.project import ASSETS, load_guide, visible_files
from checklists.rendering.assets import (
    STYLE,
    hashed_folder,
    hashed_name,
    in_folder,
    joined,
    lasting_files,
    minified,
    sent,
    with_addresses,
    with_imports,
)
from checklists.rendering.build import Build, language_context
from checklists.rendering.offline import FILE, SCRIPT, worker_text
from checklists.rendering.security import header_files, security_headers, with_policy
from checklists.rendering.templates import CompiledTemplates
from checklists.rendering.theme import is_needed, mend_of, mend_theme
from checklists.report import render
from checklists.rules import check_guide
from checklists.rules.built_pages import OFFLINE_PAGE, check_site
from checklists.site.built_page import read_built_page
from checklists.site.built_site import read_site
from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import build
from mkdocs.config import Config, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

# `--strict` counts only what is logged below this name.
log = logging.getLogger("mkdocs.plugins.checklists")


class _Record:
    """The one build that is going on. MkDocs loads this module once, for both languages."""

    serving = False
    build = Build()
    renamed: ClassVar[dict[str, str]] = {}
    """What the theme's files are called since they were mended."""
    assets: Collection[str] = ()
    """Names of the files below the assets."""
    templates = CompiledTemplates()


_record = _Record()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is `mkdocs serve`."""
    del dirty
    _record.serving = command == "serve"


@event_priority(100)  # before plugins trip over what the checks explain
def on_config(config: MkDocsConfig) -> None:
    """Check the content of both languages, before the first one is built.

    The theme puts names into HTML as they are, so they are made ready for that. It keeps light or
    dark under one key, and what is served has no service worker.
    """
    if _is_default(config):
        _check_content(config)
        config.extra["scope"] = urlsplit(config.site_url or "").path or "/"
    config.extra["site"] = {"name": config.site_name, "summary": config.site_description or ""}
    config.site_name, config.site_description = map(escape, config.extra["site"].values())
    config.extra["offline"] = config.extra["offline"] and not _record.serving


def on_pre_build(config: MkDocsConfig) -> None:
    """Give the templates the words of the language, ready for HTML."""
    words = _record.build.words("pages", _language(config))
    config.extra["words"] = {name: escape(word) for name, word in words.items()}


def _check_content(config: MkDocsConfig) -> None:
    try:
        guide = load_guide(_root(config))
    except OSError as error:
        raise PluginError(f"checklists: {error}") from error
    findings = check_guide(guide)
    is_sound = not _report(findings, "content")
    _record.build = Build(guide, findings, is_sound)
    if not is_sound:
        _silence(config.validation)


def _report(findings: list[Finding], where: str) -> bool:
    """Log what fails. Returns whether anything does, while serving; a build ends here."""
    failing = [finding for finding in findings if not finding.is_warning]
    for finding in failing:  # shown in a quiet build, too
        level = logging.WARNING if log.isEnabledFor(logging.WARNING) else logging.ERROR
        log.log(level, "%s", render(finding))
    if failing and not _record.serving:
        raise Abort(f"Aborted: findings in the {where}: {len(failing)}")
    return bool(failing)


def _silence(validation: Config) -> None:
    """Keep MkDocs from reporting the same broken links once more."""
    for group in validation.values():
        group.update(dict.fromkeys(group, logging.DEBUG))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give each language the assets, which stand beside both, and of the theme what it needs."""
    languages = config.plugins["material/search"].config["lang"]
    for file in [file for file in files if not is_needed(file.src_uri, languages)]:
        files.remove(file)
    for file in files:
        if mend := mend_of(file.src_uri):
            file.content_string = mend(file.content_string)
            name = hashed_name(file.dest_uri, file.content_string)
            _record.renamed[file.dest_uri], file.dest_uri = name, name
    docs = _root(config) / "docs"
    assets = _own_assets(config, docs)
    folder = hashed_folder(assets)
    for name, content in assets.items():
        file = File.generated(config, name, content=content)
        file.dest_uri = in_folder(name, folder)
        files.append(file)
    _point_to(folder, config)
    config.extra["with_imports"] = partial(with_imports, scripts=assets)
    _record.assets = {name.removeprefix(f"{ASSETS}/") for name in assets}
    return files


def _own_assets(config: MkDocsConfig, docs: Path) -> dict[str, bytes]:
    """Path below docs -> content. Our styles are one, in the place of the first."""
    styles = {path: docs / path for path in config.extra_css if (docs / path).is_file()}
    others = [path for path in visible_files(docs / ASSETS) if path not in styles.values()]
    assets = {path.relative_to(docs).as_posix(): sent(path) for path in others}
    if styles:
        assets[STYLE] = joined(styles).encode()
        config.extra_css = [STYLE, *(path for path in config.extra_css if path not in styles)]
    return assets


def _point_to(folder: str, config: MkDocsConfig) -> None:
    """Have the templates ask for the assets where they stand."""
    config.extra["assets"] = folder
    config.extra_css = [in_folder(path, folder) for path in config.extra_css]
    for script in config.extra_javascript:
        if not isinstance(script, str):
            script.path = in_folder(script.path, folder)
    for setting in ("logo", "favicon"):
        config.theme[setting] = in_folder(config.theme[setting], folder)


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember where the pages of this language are. The theme shows titles as they are."""
    del config, files
    _escape_titles(nav.items)
    _record.build.urls = {_key(page): page.url for page in nav.pages}
    return nav


def _escape_titles(items: Iterable[StructureItem]) -> None:
    for item in items:
        if item.title:  # a page without one takes that of its front matter
            item.title = escape(item.title)
        if isinstance(item, Section):
            _escape_titles(item.children)


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Compile each template once."""
    del config, files
    env.bytecode_cache = _record.templates
    return env


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """While serving, a file that cannot be read still has a page to show its findings on."""
    if (_language(config), _key(page)) not in _record.build.guide.unread:
        return None
    try:
        return Path(page.file.abs_src_path or "").read_text("utf-8", errors="replace")
    except OSError:
        return ""


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hand the item extension what it needs of the other language."""
    del files
    language, key = _language(config), _key(page)
    options = config.mdx_configs.setdefault("checklists", {})
    options |= _record.build.extension_options(language, key)
    meta = _record.build.theme_meta(language, key)
    if meta is None:  # while serving: what breaks the schema may break the theme
        page.meta.clear()
    page.meta.update(meta or {})
    return markdown


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """What Markdown leaves as it is: the addresses in raw HTML."""
    del page, files
    return with_addresses(html, _record.assets, config.extra["assets"])


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the templates the guide's view of the page."""
    del nav
    language = _language(config)
    context |= _record.build.page_context(language, _key(page))
    return context | language_context(language, context["base_url"], page.url)


@event_priority(-100)  # after all that may change it
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend what the theme gets wrong, and read the page while it is at hand."""
    output = mend_theme(output, _record.renamed)
    if _record.build.is_sound:  # otherwise nobody asks
        folder = "" if _is_default(config) else f"{_language(config)}/"
        path = folder + page.file.dest_uri
        data = output.encode(errors="xmlcharrefreplace")  # as it is written
        _record.build.pages[path] = read_built_page(path, data)
    return output


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the templates that are no pages the ways to the front pages."""
    language = _language(config)
    if template_name == OFFLINE_PAGE:  # shown at any address, as a 404 page is
        folder = "" if _is_default(config) else f"{language}/"
        context["base_url"] = config.extra["scope"] + folder
    return context | language_context(language, context["base_url"], "")


def on_post_template(output_content: str, template_name: str, config: MkDocsConfig) -> str:
    """The pages for addresses that cannot be shown have the theme's errors too."""
    del template_name, config
    return mend_theme(output_content, _record.renamed)


def on_post_build(config: MkDocsConfig) -> None:
    """Add what is no page; then build the other language, and check the site."""
    site, address = Path(config.site_dir), config.site_url or ""
    files = _record.build.files(_language(config), address, *config.extra["site"].values())
    for path, text in files.items():
        write_file(text.encode(), str(site / path))
    if _is_default(config):
        build(_other_config(config), serve_url=config.site_url if _record.serving else None)
        _secure(site, config)
        write_file(_worker(config, site).encode(), str(site / FILE))
        if _record.build.is_sound:  # otherwise much of what is wrong with the site is known
            _report(check_site(read_site(site, address, _record.build.pages)), "site")


def _secure(site: Path, config: MkDocsConfig) -> None:
    """Every page gets its policy; headers that say the same, and more, are for the host."""
    pages = {file: file.read_text("utf-8") for file in sorted(site.rglob("*.html"))}
    headers = security_headers(pages.values(), config.extra["frame_ancestors"])
    files = [file.relative_to(site).as_posix() for file in visible_files(site)]
    for name, text in header_files(headers, lasting_files(files)).items():
        write_file(text.encode(), str(site / name))
    if not _record.serving:  # MkDocs puts a script of its own into what it serves
        for file, html in pages.items():
            write_file(with_policy(html).encode(), str(file))


def _worker(config: MkDocsConfig, site: Path) -> str:
    """It keeps nothing where there is to be none, and so removes what was there before."""
    kept = visible_files(site) if config.extra["offline"] else ()
    files = {file.relative_to(site).as_posix(): file.read_bytes() for file in kept}
    return worker_text(files, minified(_root(config) / "docs" / ASSETS / SCRIPT))


def _other_config(config: MkDocsConfig) -> MkDocsConfig:
    language = other_language(DEFAULT_LANGUAGE)
    other = load_config(
        str(_root(config) / f"mkdocs.{language}.yml"),
        site_dir=str(Path(config.site_dir) / language),
        site_url=f"{config.site_url}{language}/" if config.site_url else "",
        strict=config.strict,
        use_directory_urls=config.use_directory_urls,
    )
    other.extra["scope"] = config.extra["scope"]
    if not _record.build.is_sound:
        _silence(other.validation)
    return other


def _is_default(config: MkDocsConfig) -> bool:
    return _language(config) == DEFAULT_LANGUAGE


def _language(config: MkDocsConfig) -> str:
    """By the name of the configuration: that its values fit, the checks see to."""
    name = Path(config.config_file_path).name
    return name.removeprefix("mkdocs").removesuffix(".yml").strip(".") or DEFAULT_LANGUAGE


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _key(page: Page) -> str:
    return page.file.src_uri.removesuffix(".md")
