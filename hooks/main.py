"""MkDocs events: each forwards to `checklists`."""

import gc
import logging
from pathlib import Path
from typing import Any, cast

from checklists.guide.finding import Finding
from checklists.guide.model import DEFAULT_LANGUAGE
from checklists.reading.layers import ENGINE
from checklists.reading.project import load_guide
from checklists.rendering.build import Build, key_of, language_of
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
    """Check the content of all languages, before the first is built; fill in what is not set."""
    if _language(config) == DEFAULT_LANGUAGE:
        root, address = Path(config.config_file_path).parent, config.site_url or ""
        guide = load_guide(root)
        findings = check_guide(guide)
        config.extra["build"] = Build(root, address, guide, findings, "serve" in _commands)
        _report(_build(config), findings, "content")
    names = config.site_name, config.site_description or ""
    config.extra |= _build(config).settings(_language(config), config.extra, *names)
    config.site_name, config.site_description = map(escape, names)  # the theme does not


def _report(build: Build, findings: list[Finding], where: str) -> None:
    """Log errors, in a quiet build too. Unless this is `mkdocs serve`, the build ends here."""
    errors = [finding for finding in findings if not finding.is_warning]
    for error in errors:
        log.log(max(logging.WARNING, log.getEffectiveLevel()), "%s", render(error))
    if errors and not build.is_serving:
        raise Abort(f"Aborted: findings in the {where}: {len(errors)}")


def on_files(files: Files, config: MkDocsConfig) -> None:
    """Add our assets to each language; leave out files of the theme that no page asks for."""
    search = config.plugins.get("material/search")
    languages = search.config["lang"] if search else ()
    engine = str(_build(config).root / ENGINE)  # its files are sent minified, below
    for file in list(files):
        if file.src_dir == engine or not is_needed(file.src_uri, languages):
            files.remove(file)
    assets = _build(config).load_assets(config.extra_css)
    for path, content in assets.files.items():
        file = File.generated(config, path, content=content)
        file.dest_uri = assets.address(path)
        files.append(file)
    assets.configure(config)


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


def on_page_markdown(_: str, page: Page, config: MkDocsConfig, **__: object) -> None:
    """Give the Markdown extension and the theme what they need of the page."""
    language, key = _language(config), key_of(page.file.src_uri)
    options = config.mdx_configs.setdefault("checklists", {})
    options |= _build(config).extension_options(language, key)
    _build(config).update_meta(page.meta, language, key)


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
    """Add what is no page; then build the other language, and check the site."""
    build, site, language = _build(config), Path(config.site_dir), _language(config)
    build.write_files(site, language, config.site_url or "", **config.extra["site"])
    if language == DEFAULT_LANGUAGE:
        build_site(_other_config(config), serve_url=config.site_url if build.is_serving else None)
        build.finish(site, config.extra["frame_ancestors"], is_offline=config.extra["offline"])
        if not build.is_failing:  # what fails in the content causes much in the site
            _report(build, check_site(build.read_site(site)), "site")


def _other_config(config: MkDocsConfig) -> MkDocsConfig:
    other = load_config(
        **_build(config).other_configuration(config.site_dir),
        strict=config.strict,
        use_directory_urls=config.use_directory_urls,
    )
    other.extra["build"] = _build(config)
    return other


def _build(config: MkDocsConfig) -> Build:
    return cast("Build", config.extra["build"])


def _language(config: MkDocsConfig) -> str:
    return language_of(Path(config.config_file_path).name)
