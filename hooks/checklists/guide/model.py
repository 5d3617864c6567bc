"""The guide as data: what the reader makes and the rules check."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import cached_property
from typing import Literal

from checklists.guide.finding import Finding
from checklists.guide.organisation import Organisation
from checklists.guide.page_meta import FrontMatter
from checklists.guide.page_text import PageText, Part
from checklists.guide.places import KeyPath, Place, Span, place_in
from checklists.guide.rule import Rule
from checklists.guide.settings import Settings
from checklists.guide.style import Style

TITLE_LEVEL = 1
"""Of the heading that is the title of its page: it needs no id."""


def today() -> date:
    """The current day, or that of `SOURCE_DATE_EPOCH` (seconds), which makes builds repeatable."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(given), UTC).date() if given else date.today()


@dataclass(frozen=True, slots=True)
class Spanned:
    """A piece of text and its place in the file."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Text:
    """What is read in one go: a paragraph, list entry, item, line to say or table cell.

    `raw` is its Markdown, `shown` what a reader sees of it, without code. `line` is its first line,
    counted from 1.
    """

    raw: str
    shown: str
    line: int
    kind: str = "p"
    """The HTML element."""


def locate(lines: Sequence[str], text: Text, start: int, end: int) -> Span:
    """The place of `text.shown[start:end]` in the file.

    With markup in between, the first word is looked for, or else the whole text.
    """
    wanted = text.shown[start:end].strip().partition("\n")[0]
    rows = range(text.line, min(text.line + text.raw.count("\n"), len(lines)) + 1)
    for needle in filter(None, (wanted, wanted.partition(" ")[0])):
        pattern = re.compile(re.escape(needle))
        found = [(row, m.start() + 1) for row in rows for m in pattern.finditer(lines[row - 1])]
        number = text.shown.count(needle, 0, start)
        if number < len(found):
            return Span(*found[number], len(wanted))
    first = lines[text.line - 1]
    return Span(text.line, len(first) - len(first.lstrip()) + 1, max(len(first.strip()), 1))


@dataclass(slots=True)
class Phrase:
    """A ready-to-say line, nested under an item. `when` it fits may be empty."""

    text: str
    span: Span
    when: str = ""


@dataclass(frozen=True, slots=True)
class InsertionPoint:
    """Where an id can be written: behind the `{` of an attribute list, or where one can begin.

    `line` and `column` count from 1.
    """

    line: int
    column: int
    in_list: bool


@dataclass(slots=True)
class Item:
    """One thing to tick. `span` covers the action, or the whole text of an item without one."""

    text: str
    action: str | None
    span: Span
    insertion: InsertionPoint
    id: Spanned | None = None
    flags: list[Spanned] = field(default_factory=list)
    sources: list[Spanned] = field(default_factory=list)
    was: list[Spanned] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)

    @property
    def is_critical(self) -> bool:
        """Whether it is flagged `.critical`."""
        return any(flag.text == "critical" for flag in self.flags)


@dataclass(slots=True)
class Section:
    """A heading, and what follows up to the next one. Level 0 is the page before its first."""

    level: int
    title: str
    span: Span
    insertion: InsertionPoint | None = None
    id: Spanned | None = None
    flags: list[Spanned] = field(default_factory=list)
    was: list[Spanned] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    links: list[Spanned] = field(default_factory=list)
    """Targets of links and images. In a scene those that start with `#` are its choices."""


Named = Item | Section
"""What may have an id."""


def all_ids(named: Named) -> list[Spanned]:
    """Its id, where it has one, and those it had before."""
    return [named.id, *named.was] if named.id else named.was


@dataclass(slots=True)
class Page:
    """One Markdown file. `key` is the path without language and ending: `situations/saying-no`."""

    language: str
    key: str
    path: str
    lines: list[str]
    body_start: int = 0
    """The row, from 0, below the front matter."""
    meta: FrontMatter | None = None
    meta_spans: dict[KeyPath, Span] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    anchors: set[str] = field(default_factory=set)
    """The ids that its author wrote, in attribute lists and raw HTML."""
    part: Part | None = None
    """What follows the lines of its own file in `lines`."""

    @property
    def kind(self) -> str:
        """As its front matter says, "" where that cannot be read."""
        return self.meta.kind if self.meta else ""

    @property
    def named(self) -> Iterator[Named]:
        """Every section and item of the page, in order."""
        for section in self.sections:
            yield section
            yield from section.items

    @property
    def items(self) -> Iterator[Item]:
        """Every item of the page, in order."""
        for section in self.sections:
            yield from section.items

    @property
    def texts(self) -> Iterator[Text]:
        """Every text of the page, in order."""
        for section in self.sections:
            yield from section.texts

    @property
    def links(self) -> Iterator[Spanned]:
        """The target of every link and image of the page, in order."""
        for section in self.sections:
            yield from section.links

    @property
    def ids(self) -> Iterator[Spanned]:
        """The ids of headings and items, present and past, in order."""
        for named in self.named:
            yield from all_ids(named)

    def meta_span(self, *path: str | int) -> Span:
        """The place of a value of the front matter, or its first line."""
        return self.meta_spans.get(path, Span(1, 1, 3))

    def owns(self, line: int) -> bool:
        """Whether a line, from 1, is of its own file."""
        return self.part is None or line <= len(self.lines) - self.part.text.count("\n") - 1

    def place(self, span: Span) -> Place:
        """A place on this page, or in the file of its part."""
        if self.part is None or self.owns(span.line):
            return place_in(self.path, self.lines, span)
        lines = self.part.text.split("\n")
        line = span.line - len(self.lines) + len(lines)
        return place_in(self.part.path, lines, replace(span, line=line))

    def finding(self, rule: Rule, span: Span, message: str, help: str = "") -> Finding:
        """A finding on this page."""
        return Finding(self.place(span), rule, message, help)


@dataclass(frozen=True, slots=True)
class DataFile:
    """A YAML file beside the pages. `spans` places each key, `strings` each value.

    `language` is that of all its texts, "" where each says its own.
    """

    path: str
    lines: list[str]
    spans: dict[KeyPath, Span] = field(default_factory=dict)
    strings: dict[KeyPath, Spanned] = field(default_factory=dict)
    language: str = ""

    def finding(self, rule: Rule, span: Span, message: str, help: str = "") -> Finding:
        """A finding in this file."""
        return Finding(place_in(self.path, self.lines, span), rule, message, help)


@dataclass(frozen=True, slots=True)
class Source:
    """A source of advice, with its words in each language; `short` is its title for paper.

    Law changes: it is reviewed sooner.
    """

    key: str
    title: dict[str, str]
    url: str
    note: dict[str, str]
    law: bool = False
    short: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a source that items can name in `src`."""

    key: str
    source: str
    advice: bool
    text: dict[str, str]
    place: Place


@dataclass(frozen=True, slots=True)
class Permalink:
    """A line of permalinks.txt: a published link."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Passage:
    """A text in a language, and the file it is in."""

    file: Page | DataFile
    language: str
    text: Text

    def finding(self, rule: Rule, start: int, end: int, message: str, help: str) -> Finding:
        """From `start` to `end` of the shown text."""
        span = locate(self.file.lines, self.text, start, end)
        return self.file.finding(rule, span, message, help)


ProblemKind = Literal["file", "encoding", "conflict", "yaml", "schema", "item", "attributes"]


@dataclass(frozen=True, slots=True)
class Problem:
    """What the reader could not make sense of. A rule of the same kind reports it."""

    kind: ProblemKind
    place: Place
    message: str
    help: str = ""


_NOT_READ = {"search_noise", "title"}
"""Words that scripts compare with what a reader types, and titles of other works."""


def _plain(text: str, span: Span) -> Text:
    return Text(text, text, span.line)


@dataclass
class Guide:
    """Everything in the folders of a guide, and the problems met while reading them."""

    settings: Settings = field(default_factory=lambda: Settings(languages=["nb"]))
    name: str = ""
    """`site_name` of mkdocs.yml."""
    folders: dict[str, str] = field(default_factory=dict)
    """Those of content that are named like languages: name -> path."""
    pages: dict[tuple[str, str], Page] = field(default_factory=dict)
    """By language and key."""
    left_out: dict[tuple[str, str], Page] = field(default_factory=dict)
    """Those that are not shown."""
    afterwards: dict[str, Part] = field(default_factory=dict)
    """Language -> what every situation ends with."""
    keys_left_out: frozenset[str] = frozenset()
    """Those that the guide is `without`, and the practices of such lists."""
    sources: dict[str, Source] = field(default_factory=dict)
    points: dict[str, Point] = field(default_factory=dict)
    words: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)
    """Of the interface: group -> language -> name -> word."""
    organisation: Organisation = field(default_factory=Organisation)
    style: Style = field(default_factory=Style)
    permalinks: list[Permalink] | None = None
    """None without the file."""
    permalinks_path: str = "docs/permalinks.txt"
    address: str = ""
    """Of the site, "" where mkdocs.yml does not say."""
    files: dict[str, set[str]] = field(default_factory=dict)
    """Language -> its files that are not pages, and the assets, by their path in the site."""
    data: dict[str, DataFile] = field(default_factory=dict)
    """Path -> YAML file."""
    problems: list[Problem] = field(default_factory=list)
    today: date = field(default_factory=today)
    unread: set[tuple[str, str]] = field(default_factory=set)
    """Language and key of the pages that could not be read."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Its languages; the first is the default."""
        return tuple(self.settings.languages)

    @property
    def default(self) -> str:
        """The language that the others are held to."""
        return self.languages[0]

    def others(self, language: str) -> list[str]:
        """Its languages without one."""
        return [each for each in self.languages if each != language]

    def folder_of(self, language: str) -> str:
        """Where the site has the pages of a language: "" or `en/`."""
        return "" if language == self.default else f"{language}/"

    def is_complete(self, language: str) -> bool:
        """Whether a language has every page and text."""
        return language == self.default or language not in self.settings.incomplete

    @property
    def validation_context(self) -> dict[str, object]:
        """What schemas are told of the guide."""
        return {
            "languages": self.languages,
            "incomplete": self.settings.incomplete,
            "groups": list(self.settings.groups) or None,
        }

    def page_text(self, language: str) -> PageText:
        """What is filled into the pages of a language."""
        address = f"{self.address}{self.folder_of(language)}"
        of_default = None if self.is_complete(language) else self.afterwards.get(self.default)
        part = self.afterwards.get(language, of_default)
        return PageText(self.name, address, self.keys_left_out, part)

    def page(self, language: str, key: str) -> Page | None:
        """What a reader is shown: what an incomplete language lacks, in the default one."""
        page = self.pages.get((language, key))
        if page or self.is_complete(language):
            return page
        return self.pages.get((self.default, key))

    def pages_of(self, language: str) -> list[Page]:
        """The pages of a language, those of the default where it is incomplete."""
        keys = dict.fromkeys(key for of, key in self.pages if of in (language, self.default))
        return [page for key in keys if (page := self.page(language, key))]

    def sources_of(self, page: Page) -> list[Source]:
        """What its items or its front matter name, in the order of the register."""
        named = {source.text for item in page.items for source in item.sources}
        keys = {self.points[key].source if key in self.points else key for key in named}
        keys.update(page.meta.sources if page.meta else ())
        return [source for key, source in self.sources.items() if key in keys]

    @cached_property
    def prose(self) -> list[Passage]:
        """The texts of all pages, without headings."""
        return [
            Passage(page, page.language, text)
            for page in self.pages.values()
            for text in page.texts
        ]

    @cached_property
    def passages(self) -> list[Passage]:
        """Whatever somebody reads: also headings, titles, summaries and texts of YAML files."""
        return [*self.prose, *self._headings(), *self._strings()]

    def _headings(self) -> Iterator[Passage]:
        for page in self.pages.values():
            for section in page.sections[1:]:
                yield Passage(page, page.language, _plain(section.title, section.span))
            for key in ("title", "summary") if page.meta else ():
                value = str(getattr(page.meta, key))
                yield Passage(page, page.language, _plain(value, page.meta_span(key)))

    def _strings(self) -> Iterator[Passage]:
        for file in self.data.values():
            for path, string in file.strings.items():
                language = file.language or str(path[-1] if path else "")
                if language in self.languages and not _NOT_READ.intersection(path):
                    yield Passage(file, language, _plain(string.text, string.span))

    def pairs(self) -> Iterator[tuple[Page, Page]]:
        """Each page of the default language with each of its translations."""
        for page in self.pages.values():
            if page.language == self.default:
                for language in self.others(self.default):
                    if translation := self.pages.get((language, page.key)):
                        yield page, translation
