"""MkDocs events: each forwards to `checklists`."""

import gc
import logging
from pathlib import Path
from typing import Any, cast

from checklists.guide.finding import Finding
from checklists.reading.layers import ENGINE, OWN
from checklists.reading.project import load_guide
from checklists.rendering.build import Build, key_of
from checklists.rendering.language_config import configure, source_files
from checklists.rendering.theme import escape_titles, is_needed
from checklists.report import render
from checklists.rules import check_guide
from checklists.rules.built_pages import check_site
from jinja2 import Environment
from markupsafe import escape
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

log = logging.getLogger("mkdocs.plugins.checklists")  # `--strict` counts only this and below
_commands: list[str] = []


def on_startup(command: str, **_: object) -> None:
    """Remember whether this is `mkdocs serve`."""
    _commands.append(command)
    gc.set_threshold(100_000)  # a build leaves few cycles, and looking for them takes a while


@event_priority(100)  # before plugins fail for what the findings explain
def on_config(config: MkDocsConfig) -> None:
    """Check all languages before the first is built; then make the settings of this one."""
    if "build" not in config.extra:
        root, address = Path(config.config_file_path).parent, config.site_url or ""
        guide = load_guide(root)
        findings = check_guide(guide)
        build = Build(root, address, guide, findings, "serve" in _commands)
        config.extra |= {"build": build, "language": guide.default}
        _report(build, findings, "content")
    build, language = _build(config), _language(config)
    configure(config, build.guide, language, build.root)
    names = config.site_name, config.site_description or ""
    config.extra |= build.settings(language, config.extra, *names)
    config.site_name, config.site_description = map(escape, names)  # the theme does not
    config.copyright = escape(config.copyright or "")


def _report(build: Build, findings: list[Finding], where: str) -> None:
    """Log errors, in a quiet build too. Unless this is `mkdocs serve`, the build ends here."""
    errors = [finding for finding in findings if not finding.is_warning]
    for error in errors:
        log.log(max(logging.WARNING, log.getEffectiveLevel()), "%s", render(error))
    if errors and not build.is_serving:
        raise Abort(f"Aborted: findings in the {where}: {len(errors)}")


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Name the files of the language, and our assets; drop what nobody asks for."""
    build = _build(config)
    sources = source_files(build.guide, _language(config), build.root)
    search = config.plugins.get("material/search")
    languages = search.config["lang"] if search else ()
    ours = {str(build.root / ENGINE), config.docs_dir}
    for file in list(files):
        if file.src_dir in ours or not is_needed(file.src_uri, languages):
            files.remove(file)
    for path, source in sources.items():
        folder = str(source).removesuffix(path)
        files.append(File(path, folder, config.site_dir, config.use_directory_urls))
    assets = build.load_assets(config.extra_css)
    for path, content in assets.files.items():
        file = File.generated(config, path, content=content)
        file.dest_uri = assets.address(path)
        files.append(file)
    assets.configure(config)


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: object) -> None:
    """Watch what the owner of the guide changes, too."""
    own = _build(config).root / OWN
    if own.is_dir():
        server.watch(str(own))


def on_nav(nav: Navigation, config: MkDocsConfig, **_: object) -> None:
    """Remember where the pages of this language are."""
    escape_titles(nav.items)
    _build(config).urls = {key_of(page.file.src_uri): page.url for page in nav.pages}


def on_env(env: Environment, config: MkDocsConfig, **_: object) -> None:
    """Compile each template once."""
    env.bytecode_cache = _build(config).templates


def on_page_read_source(page: Page, config: MkDocsConfig) -> str | None:
    """While serving, a file that cannot be read still has a page to show its findings on."""
    return _build(config).unread_text(_language(config), key_of(page.file.src_uri))


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: object) -> str:
    """Give the Markdown extension and the theme what they need of the page."""
    language, key = _language(config), key_of(page.file.src_uri)
    options = config.mdx_configs.setdefault("checklists", {})
    options |= _build(config).extension_options(language, key)
    _build(config).update_meta(page.meta, language, key)
    return _build(config).markdown(markdown, language, key)


def on_page_content(html: str, config: MkDocsConfig, **_: object) -> str:
    """Correct the addresses in raw HTML, which MkDocs leaves as they are."""
    return _build(config).assets.with_addresses(html)


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: object) -> None:
    """Give the templates the guide's view of the page."""
    of_page = _language(config), key_of(page.file.src_uri), context["base_url"], page.url
    context |= _build(config).page_context(*of_page)


@event_priority(-100)  # after all that may change it
def on_post_page(output: str, page: Page, config: MkDocsConfig) -> None:
    """Read the page while it is at hand, to check it with the site."""
    _build(config).read_page(_language(config), page.file.dest_uri, output)


def on_template_context(context: dict[str, Any], template_name: str, config: MkDocsConfig) -> None:
    """Give the templates that are no pages the addresses of the front pages."""
    of_template = _language(config), template_name, context["base_url"]
    context |= _build(config).template_context(*of_template)


def on_post_build(config: MkDocsConfig) -> None:
    """Add what is no page; then build the other languages, and check the site."""
    build, site, language = _build(config), Path(config.site_dir), _language(config)
    build.write_files(site, language, config.site_url or "", **config.extra["site"])
    if language == build.guide.default:
        for other in build.guide.others(language):
            serve_url = config.site_url if build.is_serving else None
            build_site(_config_of(other, config), serve_url=serve_url)
        build.finish(site, config.extra["frame_ancestors"], is_offline=config.extra["offline"])
        if not build.is_failing:  # what fails in the content causes much in the site
            _report(build, check_site(build.read_site(site)), "site")


def _config_of(language: str, config: MkDocsConfig) -> MkDocsConfig:
    other = load_config(
        config.config_file_path,
        **_build(config).output(config.site_dir, language),
        strict=config.strict,
        use_directory_urls=config.use_directory_urls,
    )
    other.extra |= {"build": _build(config), "language": language}
    return other


def _build(config: MkDocsConfig) -> Build:
    return cast("Build", config.extra["build"])


def _language(config: MkDocsConfig) -> str:
    return cast("str", config.extra["language"])
