"""MkDocs events, and nothing else: each forwards to a function of `checklists`."""

import json
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from checklists.collector import paused_collector
from checklists.export import (
    FILE,
    INDEX_FILE,
    SCHEMA_FILE,
    Export,
    body,
    export,
    index_text,
    page_url,
)
from checklists.finding import Finding
from checklists.load import ASSETS, load_guide, visible_files
from checklists.model import DEFAULT_LANGUAGE, Guide, other_language
from checklists.parallel import begin
from checklists.redirect import redirect_page
from checklists.report import render
from checklists.rules import check
from checklists.rules.scenes import scenes
from checklists.scripts import without_comments
from checklists.site.built_page import BuiltPage, read_built_page
from checklists.site.check import check_site
from checklists.views import (
    cards,
    checklist_view,
    other_language_url,
    partner,
    point_views,
    practices,
    source_views,
    translations,
)
from mkdocs.commands.build import build
from mkdocs.config import Config, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import write_file

# `--strict` counts only what is logged below this name.
log = logging.getLogger("mkdocs.plugins.checklists")


@dataclass(slots=True)
class _Run:
    """What one build knows. Both languages share it: MkDocs loads this module once."""

    serving: bool = False
    is_sound: bool = True
    """Nothing in the content fails."""
    guide: Guide = field(default_factory=Guide)
    findings: list[Finding] = field(default_factory=list)
    practices: dict[str, str] = field(default_factory=dict)
    urls: dict[str, str] = field(default_factory=dict)
    """Key -> address of the pages in the language that is being built."""
    pages: dict[str, BuiltPage] = field(default_factory=dict)
    """Path in the site -> page, as built."""
    other_pages: Callable[[], dict[str, BuiltPage]] = dict
    """Waits for the build of the other language."""


_run = _Run()


def on_startup(command: str, dirty: bool) -> None:
    """Remember whether this is `mkdocs serve`."""
    del dirty
    _run.serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Check the content of both languages before the first one is built."""
    if not _is_default(config):
        return
    try:
        with paused_collector():
            _run.guide = load_guide(_root(config))
            _run.findings = check(_run.guide)
    except OSError as error:
        raise PluginError(f"checklists: {error}") from error
    _run.practices = practices(_run.guide)
    _run.pages = {}
    _run.is_sound = not _report(_run.findings, "content")
    if not _run.is_sound:
        _silence(config.validation)


def _report(findings: list[Finding], where: str) -> bool:
    """Log what fails. Returns whether anything does, while serving; a build ends here."""
    failing = [finding for finding in findings if not finding.is_advice]
    for finding in failing:
        log.warning("%s", render(finding))
    if failing and not _run.serving:
        raise Abort(f"Aborted: findings in the {where}: {len(failing)}")
    return bool(failing)


def _silence(validation: Config) -> None:
    """Keep MkDocs from reporting the same broken links once more."""
    for group in validation.values():
        group.update(dict.fromkeys(group, logging.DEBUG))


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Give each language the assets, which stand beside both; begin with the other language."""
    for asset in visible_files(_root(config) / "docs" / ASSETS):
        files.append(_asset(asset, config))
    # The first moment when MkDocs has emptied the folder of the site.
    if _is_default(config) and not _run.serving:
        _run.other_pages = begin(partial(_build_beside, config))
    return files


def _asset(path: Path, config: MkDocsConfig) -> File:
    address = path.relative_to(_root(config) / "docs").as_posix()
    if path.suffix != ".js":
        return File.generated(config, address, abs_src_path=str(path))
    return File.generated(config, address, content=without_comments(path.read_text("utf-8")))


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Remember where the pages of this language are."""
    del config, files
    _run.urls = {_key(page): page.url for page in nav.pages}
    return nav


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """While serving, a file that cannot be read still has a page to show its findings on."""
    if (_language(config), _key(page)) not in _run.guide.unread:
        return None
    try:
        return Path(page.file.abs_src_path or "").read_text("utf-8", errors="replace")
    except OSError:
        return ""


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hand the item extension what it needs of the other language."""
    del files
    content = _run.guide.pages.get((_language(config), _key(page)))
    options = config.mdx_configs.setdefault("checklists", {})
    options["translations"] = translations(_run.guide, content) if content else {}
    if content and content.meta:
        page.meta["description"] = content.meta.summary
    else:  # while serving: what breaks the schema may break the theme
        page.meta.clear()
    return markdown


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    """Give the templates the guide's view of the page."""
    del nav
    language, guide, urls = _language(config), _run.guide, _run.urls
    content = guide.pages.get((language, _key(page)))
    path = Path(page.file.abs_src_path or "").relative_to(_root(config)).as_posix()
    practice = _run.practices.get(_key(page), "")
    context["key"] = _key(page)
    context["checklist"] = checklist_view(guide, content) if content else None
    context["partner"] = partner(guide, content, practice, urls) if content else None
    context["has_scenes"] = bool(content and scenes(content))
    context["findings"] = [render(finding) for finding in _run.findings if finding.path == path]
    # One page each shows these, of all the guide: they are made when a template asks.
    context["cards"] = partial(cards, guide, language, urls=urls)
    context["points"] = partial(point_views, guide, language, urls)
    context["sources"] = partial(source_views, guide, language)
    return _with_other_language(context, page.url, config)


@event_priority(-100)  # after all that may change it
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Read the page while it is at hand."""
    if _run.is_sound:  # otherwise nobody asks
        folder = "" if _is_default(config) else f"{_language(config)}/"
        path = folder + page.file.dest_uri
        data = output.encode(errors="xmlcharrefreplace")  # as it is written
        _run.pages[path] = read_built_page(path, data)
    return output


def on_template_context(
    context: dict[str, Any], template_name: str, config: MkDocsConfig
) -> dict[str, Any]:
    """Give the templates that are no pages the way to the other language."""
    del template_name
    return _with_other_language(context, "", config)


def on_post_build(config: MkDocsConfig) -> None:
    """Add what is no page; then wait for the other language, and check the site."""
    _write_redirects(config)
    _write_export(config)
    if _is_default(config):
        _run.pages |= _other_pages(config)
        if _run.is_sound:  # otherwise much of what is wrong with the site is known
            with paused_collector():
                findings = check_site(Path(config.site_dir), config.site_url or "", _run.pages)
            _report(findings, "site")


def _other_pages(config: MkDocsConfig) -> dict[str, BuiltPage]:
    if _run.serving:  # in threads, beside which no process begins safely
        return _build_other(config)
    try:
        return _run.other_pages()
    except ChildProcessError as error:
        other = other_language(DEFAULT_LANGUAGE)
        raise Abort(f"Aborted: the site in `{other}` failed") from error


def _write_redirects(config: MkDocsConfig) -> None:
    for page in _run.guide.pages.values():
        if page.language == _language(config) and page.meta:
            for alias in page.meta.aliases:
                html = redirect_page(alias, page.key, page.meta.title, page.language)
                write_file(html.encode(), str(Path(config.site_dir) / alias / "index.html"))


def _write_export(config: MkDocsConfig) -> None:
    language, site = _language(config), Path(config.site_dir)
    exported = export(_run.guide, language, config.site_url or "")
    texts = {
        FILE: exported.model_dump_json(indent=1) + "\n",
        SCHEMA_FILE: json.dumps(Export.model_json_schema(), indent=1) + "\n",
        INDEX_FILE: index_text(exported, config.site_name, config.site_description or ""),
    }
    for page in _run.guide.pages.values():
        if page.language == language:
            texts[f"{page_url(page.key)}index.md"] = body(page)
    for name, text in texts.items():
        write_file(text.encode(), str(site / name))


def _build_other(config: MkDocsConfig) -> dict[str, BuiltPage]:
    build(_other_config(config), serve_url=config.site_url if _run.serving else None)
    return _run.pages


def _build_beside(config: MkDocsConfig) -> dict[str, BuiltPage]:
    try:
        return _build_other(config)
    except Abort as error:  # the message goes no further than its process
        log.error("%s", error.format_message())
        raise


def _other_config(config: MkDocsConfig) -> MkDocsConfig:
    other = load_config(
        str(_root(config) / "mkdocs.en.yml"),
        site_dir=str(Path(config.site_dir) / "en"),
        site_url=f"{config.site_url}en/" if config.site_url else "",
        strict=config.strict,
        use_directory_urls=config.use_directory_urls,
    )
    if not _run.is_sound:
        _silence(other.validation)
    return other


def _with_other_language(
    context: dict[str, Any], page_url: str, config: MkDocsConfig
) -> dict[str, Any]:
    language = _language(config)
    context["other_language"] = other_language(language)
    context["other_url"] = other_language_url(context["base_url"], page_url, language)
    return context


def _is_default(config: MkDocsConfig) -> bool:
    return _language(config) == DEFAULT_LANGUAGE


def _language(config: MkDocsConfig) -> str:
    return str(config.theme["language"])


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _key(page: Page) -> str:
    return page.file.src_uri.removesuffix(".md")
