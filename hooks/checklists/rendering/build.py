"""What one build of the site knows, and what each page and each language is given of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, partial

from markupsafe import escape

from checklists.guide.finding import Finding
from checklists.guide.model import DEFAULT_LANGUAGE, Guide, Page, other_language
from checklists.guide.scenes import scenes
from checklists.rendering.export import exported_files
from checklists.rendering.redirects import redirect_pages
from checklists.rendering.views import (
    cards,
    checklist_view,
    duration,
    good_endings,
    other_language_url,
    partner,
    point_views,
    practices,
    review_dates,
    situation_lines,
    source_views,
    tools,
    translations,
)
from checklists.report import render
from checklists.site.built_page import BuiltPage


@dataclass
class Build:
    """One build, of both languages. `pages` are those built, by their path in the site."""

    guide: Guide = field(default_factory=Guide)
    findings: list[Finding] = field(default_factory=list)
    is_sound: bool = True
    """Nothing in the content fails."""
    urls: Mapping[str, str] = field(default_factory=dict)
    """Key -> address of the pages in the language that is being built."""
    pages: dict[str, BuiltPage] = field(default_factory=dict)

    @cached_property
    def _practices(self) -> dict[str, str]:
        return practices(self.guide)

    @cached_property
    def _good_endings(self) -> dict[str, list[str]]:
        return good_endings(self.guide)

    def content(self, language: str, key: str) -> Page | None:
        """A page of the guide, where it could be read."""
        return self.guide.pages.get((language, key))

    def words(self, group: str, language: str) -> dict[str, str]:
        """The words of a group; none while docs/words.yml cannot be read."""
        return self.guide.words.get(group, {}).get(language, {})

    def extension_options(self, language: str, key: str) -> dict[str, object]:
        """What the Markdown extension is told on a page."""
        content = self.content(language, key)
        return {
            **self.words("items", language),
            "translation_language": other_language(language),
            "translations": translations(self.guide, content) if content else {},
            "has_scenes": bool(content and scenes(content)),
        }

    def theme_meta(self, language: str, key: str) -> dict[str, object] | None:
        """What the theme reads of a page; None for one whose front matter cannot be read.

        It puts all of it into HTML as it is.
        """
        content = self.content(language, key)
        if content is None or content.meta is None:
            return None
        return {
            "title": escape(content.meta.title),
            "description": escape(content.meta.summary),
            # What the search looks at first; a situation before the pages around it.
            "tags": [escape(tag) for tag in (*content.meta.keywords, content.meta.summary)],
            "search": {"boost": 2 if content.meta.kind == "situation" else 1},
        }

    def _script_words(self, language: str, content: Page | None) -> dict[str, str]:
        is_tool = bool(content and content.meta and content.meta.kind == "tool")
        tools = self.words("tools", language) if is_tool else {}
        return self.words("scripts", language) | tools

    def page_context(self, language: str, key: str) -> dict[str, object]:
        """What the templates are given on a page."""
        guide, urls, content = self.guide, self.urls, self.content(language, key)
        path, words = f"docs/{language}/{key}.md", self.words("pages", language)
        return {
            "key": key,
            **(review_dates(content, words) if content else {}),
            "checklist": checklist_view(guide, content, words) if content else None,
            "partner": partner(guide, content, self._practices.get(key, ""), urls)
            if content
            else None,
            "organisation": guide.organisation,
            "script_words": self._script_words(language, content),
            "has_scenes": bool(content and scenes(content)),
            "good_endings": self._good_endings,
            "findings": [render(each) for each in self.findings if each.place.path == path],
            "duration": partial(duration, words),
            # One page each shows these, of all the guide: they are made when a template asks.
            "cards": partial(cards, guide, language, urls=urls),
            "lines": partial(situation_lines, guide, language, urls),
            "tools": partial(tools, guide, language, urls),
            "points": partial(point_views, guide, language, urls),
            "sources": partial(source_views, guide, language),
        }

    def files(self, language: str, address: str, title: str, summary: str) -> dict[str, str]:
        """What stands beside the pages of a language: path below its front page -> text."""
        return {
            **redirect_pages(self.guide, language),
            **exported_files(self.guide, language, address, title, summary),
        }


def language_context(language: str, base_url: str, page_url: str) -> dict[str, object]:
    """What every template is given, those of no page too: the ways to where a language begins."""
    root = base_url.rstrip("/") + ("/" if language == DEFAULT_LANGUAGE else "/../")
    return {
        "root_url": root,
        "language": language,
        "other_language": other_language(language),
        "other_url": other_language_url(base_url, page_url, language),
    }
