"""What one build of the site knows, and what it gives each page and each language."""

from collections.abc import Iterable, Mapping, MutableMapping
from dataclasses import dataclass, field
from functools import cached_property, partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import escape

from checklists.guide.finding import Finding
from checklists.guide.model import Guide, all_ids
from checklists.guide.page_meta import ChecklistMeta
from checklists.guide.scenes import scenes
from checklists.reading.layers import LAYERS, effective_files
from checklists.rendering.assets import FOLDER, Assets, load_assets
from checklists.rendering.export import exported_files
from checklists.rendering.offline import write_worker
from checklists.rendering.redirects import redirect_pages
from checklists.rendering.security import secure
from checklists.rendering.templates import CompiledTemplates
from checklists.rendering.views import (
    alarm,
    card,
    cards,
    duration,
    endings,
    in_words,
    lines_to_say,
    other_languages,
    partner,
    points,
    tools,
    translations,
    used_sources,
)
from checklists.report import render
from checklists.site.built_page import BuiltPage, read_built_page
from checklists.site.built_site import OFFLINE_PAGE, Site, read_site

HIDDEN = {
    **dict.fromkeys(("situation", "principle", "practice"), ("navigation", "toc")),
    "finder": ("toc",),
}
"""Kind -> the columns beside a page that would only be in the way."""
OWN_DATA_SCHEMA = "assets/data/my-data.schema.json"


@dataclass
class Build:
    """One build, of all languages. `pages` are those built, by their path in the site."""

    root: Path
    address: str
    """Of the default language's front page, "" when not known."""
    guide: Guide
    findings: list[Finding]
    is_serving: bool
    urls: Mapping[str, str] = field(default_factory=dict)
    """Key -> address of the pages in the language that is being built."""
    pages: dict[str, BuiltPage] = field(default_factory=dict)
    assets: Assets = field(init=False)
    templates: CompiledTemplates = field(default_factory=CompiledTemplates)

    @cached_property
    def is_failing(self) -> bool:
        """Whether any finding in the content fails the build."""
        return not all(finding.is_warning for finding in self.findings)

    @cached_property
    def _endings(self) -> dict[str, tuple[str, ...]]:
        return endings(self.guide)

    def words(self, group: str, language: str) -> dict[str, str]:
        """The words of a group; none while they cannot be read."""
        return self.guide.words.get(group, {}).get(language, {})

    def settings(
        self, language: str, extra: Mapping[str, Any], name: str, summary: str
    ) -> dict[str, Any]:
        """`extra` of the configuration, for the templates."""
        words = self.words("pages", language)
        return {
            "offline": extra["offline"] and not self.is_serving,
            "guide_id": self.guide.settings.id,
            "groups": self.guide.settings.groups,
            "scope": self._scope,
            "site": {"name": name, "summary": summary},
            "words": {name: escape(word) for name, word in words.items()},
        }

    @property
    def _scope(self) -> str:
        return urlsplit(self.address).path or "/"

    def output(self, site: str, language: str) -> dict[str, str]:
        """Where a language is built to."""
        return {
            "site_dir": str(Path(site, language)),
            "site_url": self.address and f"{self.address}{self.guide.folder_of(language)}",
        }

    def template_context(self, language: str, template: str, base_url: str) -> dict[str, object]:
        """What a template that is no page is given."""
        if template == OFFLINE_PAGE:  # shown at any address, as a 404 page is
            base_url = self._scope + self.guide.folder_of(language)
        return {"base_url": base_url, **self._language_context(language, base_url, "")}

    def _language_context(self, language: str, base_url: str, page_url: str) -> dict[str, object]:
        """What every template is given, also those of no page."""
        root = base_url.rstrip("/") + ("/" if language == self.guide.default else "/../")
        return {
            "root_url": root,
            "language": language,
            "others": other_languages(self.guide, language, root, page_url),
            "urls": self.urls,
            "alarm": alarm(self.guide, language, self.urls),
            "organisation": self.guide.organisation,
        }

    def _addresses(self, key: str, page_url: str) -> list[tuple[str, str]]:
        """Language -> absolute address of a page in it, and that of the default for all others."""
        here = page_url.removeprefix("./")
        found = [each for each in self.guide.languages if (each, key) in self.guide.pages]
        named = zip([*found, "x-default"], [*found, self.guide.default], strict=True)
        return [(code, f"{self.address}{self.guide.folder_of(each)}{here}") for code, each in named]

    def load_assets(self, styles: Iterable[str]) -> Assets:
        """Read the assets of a language, whose configuration names `styles`."""
        self.assets = load_assets(self.root, styles, self.guide.settings.accent)
        return self.assets

    def unread_text(self, language: str, key: str) -> str | None:
        """The text of a page that the guide could not read; None for any other."""
        if (language, key) not in self.guide.unread:
            return None
        try:
            file = effective_files(self.root, language)[f"{language}/{key}.md"]
            return file.read_text("utf-8", errors="replace")
        except OSError:
            return ""

    def markdown(self, text: str, language: str, key: str) -> str:
        """The Markdown of a page, as the reader of the guide has read it."""
        content = self.guide.page(language, key)
        return self.guide.page_text(language).fill(key, text, content.kind if content else "")

    def extension_options(self, language: str, key: str) -> dict[str, object]:
        """The options of the Markdown extension on a page."""
        content = self.guide.page(language, key)
        return {
            **self.words("items", language),
            "translations": translations(self.guide, content) if content else [],
            "has_scenes": bool(content and scenes(content)),
        }

    def update_meta(self, front_matter: MutableMapping[str, Any], language: str, key: str) -> None:
        """Make the front matter ready for the theme, which inserts it into HTML as it is."""
        content = self.guide.page(language, key)
        if content is None or content.meta is None:
            front_matter.clear()  # while serving: the theme may fail for what the schema refuses
            return
        front_matter.update(content.meta.model_dump(exclude_none=True))
        front_matter.update(
            title=escape(content.meta.title),
            description=escape(content.meta.summary),
            # What the search looks at first; a situation before the pages around it.
            tags=[escape(tag) for tag in (*content.meta.keywords, content.meta.summary)],
            hide=[*content.meta.hide, *HIDDEN.get(content.kind, ())],
            search={"boost": 2 if content.kind == "situation" else 1},
        )

    def page_context(
        self, language: str, key: str, base_url: str, page_url: str
    ) -> dict[str, object]:
        """What the templates are given on a page."""
        guide, urls, content = self.guide, self.urls, self.guide.page(language, key)
        words, meta = self.words("pages", language), content.meta if content else None
        shown = content.language if content else language
        of_tool = self.words("tools", language) if content and content.kind == "tool" else {}
        return {
            **self._language_context(language, base_url, page_url),
            "key": key,
            "page_language": shown,
            "page_words": self.words("pages", shown),
            "addresses": self._addresses(key, page_url),
            "meta": meta,
            "checklist": card(guide, content, meta, page_url)
            if content and isinstance(meta, ChecklistMeta)
            else None,
            "based_on": guide.sources_of(content) if content else [],
            "partner": partner(guide, content, urls) if content else None,
            "script_words": self.words("scripts", language) | of_tool,
            "has_scenes": bool(content and scenes(content)),
            "endings": self._endings,
            "findings": self._findings_of(language, key),
            "duration": partial(duration, words),
            "in_words": partial(in_words, words),
            "all_ids": all_ids,
            # One page each shows these, of all the guide: they are made when a template asks.
            "cards": partial(cards, guide, language, urls=urls),
            "lines": partial(lines_to_say, guide, language, urls),
            "tools": partial(tools, guide, language, urls),
            "points": partial(points, guide, language, urls),
            "sources": partial(used_sources, guide),
        }

    def _findings_of(self, language: str, key: str) -> list[str]:
        """While serving, also those of a page that cannot be read."""
        paths = {f"{layer}/{language}/{key}.md" for layer in LAYERS if self.is_serving}
        return [render(each) for each in self.findings if each.place.path in paths]

    def write_files(
        self, folder: Path, language: str, address: str, name: str, summary: str
    ) -> None:
        """Write what a language has beside its pages into its folder of the site."""
        schema = effective_files(self.root, FOLDER)[OWN_DATA_SCHEMA]
        files = {schema.name: schema.read_text("utf-8"), **redirect_pages(self.guide, language)}
        files |= exported_files(self.guide, language, address, name, summary)
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(text.encode())

    def read_page(self, language: str, dest_uri: str, html: str) -> None:
        """Read a built page, unless the content fails: then nobody checks the site."""
        if not self.is_failing:
            path = self.guide.folder_of(language) + dest_uri
            data = html.encode(errors="xmlcharrefreplace")  # as MkDocs writes it
            self.pages[path] = read_built_page(path, data)

    def finish(self, site: Path, frame_ancestors: str, *, is_offline: bool) -> None:
        """Add the policy, the headers and the service worker, when all languages are built."""
        secure(site, frame_ancestors, in_pages=not self.is_serving)  # MkDocs adds a script
        write_worker(site, self.root, is_wanted=is_offline)

    def read_site(self, folder: Path) -> Site:
        """The built site, with the pages that are read already."""
        return read_site(folder, self.address, self.guide.languages, self.pages)


def key_of(src_uri: str) -> str:
    """The key of a page, by its path below the folder of its language."""
    return src_uri.removesuffix(".md")
