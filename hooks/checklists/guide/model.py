"""The guide as data: what the parser makes and the rules read."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from checklists.grammar.passage import Passage
from checklists.grammar.places import KeyPath, Place, Span, place_in
from checklists.guide.finding import Finding
from checklists.guide.front_matter import FrontMatter
from checklists.guide.organisation import Organisation
from checklists.guide.rule import Rule

LANGUAGES = ("nb", "en")
DEFAULT_LANGUAGE = LANGUAGES[0]
TITLE_LEVEL = 1
"""Of the heading that is the title of its page: it needs no id."""


def today() -> date:
    """The day it is, or is said to be: `SOURCE_DATE_EPOCH`, in seconds, makes builds repeatable."""
    said = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(said), UTC).date() if said else date.today()


def other_language(language: str) -> str:
    """The guide has two: this is the one that `language` is not."""
    return LANGUAGES[1 - LANGUAGES.index(language)]


@dataclass(frozen=True, slots=True)
class Located:
    """A word and where it stands."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in the text that points to another. `target` is as written, entities read.

    `is_named` is false for a link without words and an image without a word on what it shows.
    What stands in raw HTML is left as it is by whoever builds the site.
    """

    target: Located
    is_image: bool = False
    is_html: bool = False
    is_named: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere, or say what an image shows: those of Markdown, and of `<a>`.

    `target` is where it is written: for `[words][name]` that is at the definition of the name.
    """

    words: Located
    target: Located
    is_image: bool = False
    is_html: bool = False


@dataclass(frozen=True, slots=True)
class Markup:
    """A tag of raw HTML, or a list of attributes, whose name is ""."""

    name: str
    span: Span
    attributes: dict[str, Located]


@dataclass(slots=True)
class Phrase:
    """A ready-to-say line, nested under an item. `when` it fits may be said, "" where it is not."""

    text: str
    span: Span
    when: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """Where an id can be written: behind the `{` of a list of attributes, or where one can begin.

    `line` and `column` count from 1.
    """

    line: int
    column: int
    is_list: bool


@dataclass(slots=True)
class Item:
    """One thing to tick. `span` covers the action, or the whole text where there is none."""

    text: str
    action: str | None
    span: Span
    id: Located | None = None
    flags: list[Located] = field(default_factory=list)
    sources: list[Located] = field(default_factory=list)
    was: list[Located] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    slot: Slot | None = None


@dataclass(slots=True)
class Section:
    """A heading, and the items up to the next one. Level 0 is the page before its first heading."""

    level: int
    title: str
    span: Span
    id: Located | None = None
    flags: list[Located] = field(default_factory=list)
    was: list[Located] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    slot: Slot | None = None
    """None for the page before its first heading."""
    links: list[Located] = field(default_factory=list)
    """Targets of the links, as written. In a scene those that start with `#` are its choices."""


@dataclass(slots=True)
class Page:
    """One Markdown file. `key` is the path without language and ending: `situations/saying-no`."""

    language: str
    key: str
    path: str
    lines: list[str]
    body_start: int = 0
    """The row, from 0, below the front matter."""
    shown: list[str] = field(default_factory=list)
    """The lines that Markdown reads: those of front matter, code and comments are empty."""
    meta: FrontMatter | None = None
    meta_spans: dict[KeyPath, Span] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    prose: list[Passage] = field(default_factory=list)
    """Paragraphs, entries of lists, items and lines to say, without their marks."""
    references: list[Reference] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    markup: list[Markup] = field(default_factory=list)
    anchors: list[Located] = field(default_factory=list)
    """Ids that are neither a heading's nor an item's: of raw HTML, of paragraphs."""
    undefined: list[Located] = field(default_factory=list)
    """Names of references and footnotes that nothing defines."""

    @property
    def items(self) -> Iterator[Item]:
        """Every item of the page, in order."""
        for section in self.sections:
            yield from section.items

    @property
    def ids(self) -> Iterator[Located]:
        """The ids of headings and items, present and past, in order."""
        for section in self.sections:
            yield from (section.id, *section.was) if section.id else section.was
            for item in section.items:
                yield from (item.id, *item.was) if item.id else item.was

    def matter_span(self, *path: str | int) -> Span:
        """Where a value of the front matter stands; its first line for what is not there."""
        return self.meta_spans.get(path, Span(1, 1, 3))

    def place(self, span: Span) -> Place:
        """A place on this page."""
        return place_in(self.path, self.lines, span)

    def finding(self, rule: Rule, span: Span, message: str, help: str = "") -> Finding:
        """A finding on this page."""
        return Finding(self.place(span), rule, message, help)


@dataclass(frozen=True, slots=True)
class Source:
    """A source of advice, with its words in each language. Law changes: it is read again sooner.

    `place` is where its address stands; `short` is its title where there is little room.
    """

    key: str
    title: dict[str, str]
    url: str
    note: dict[str, str]
    place: Place
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
class Entry:
    """A word of a file that is no page."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file of text that is no page: data, configuration, template, style or script.

    `values` are those of YAML: the way to each, and its text. What cannot be read has none.
    """

    path: str
    lines: list[str]
    values: dict[KeyPath, Located] = field(default_factory=dict)

    def finding(self, rule: Rule, span: Span, message: str, help: str = "") -> Finding:
        """A finding in this file."""
        return Finding(place_in(self.path, self.lines, span), rule, message, help)


@dataclass(frozen=True, slots=True)
class SiteConfig:
    """What the configuration of the site in one language, which names its file, points to."""

    path: str
    language: str
    address: str
    """Of the site, "" where the configuration does not say."""
    nav: list[Entry]
    files: list[Entry]
    """Styles, scripts, logo and icon."""
    own: dict[str, Entry]
    """Setting -> its value, of those that make it the configuration of its language."""
    keys: dict[KeyPath, Span] = field(default_factory=dict)
    """The place of each setting."""


Words = dict[str, dict[str, dict[str, str]]]
"""Words of the interface: group -> language -> name -> word."""


@dataclass(slots=True)
class Guide:
    """Everything in docs/, and the defects met while reading it."""

    pages: dict[tuple[str, str], Page] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    points: dict[str, Point] = field(default_factory=dict)
    words: Words = field(default_factory=dict)
    organisation: Organisation = field(default_factory=Organisation)
    permalinks: list[Entry] | None = None
    """None where the guide keeps no list of them."""
    configs: list[SiteConfig] = field(default_factory=list)
    files: dict[str, set[str]] = field(default_factory=dict)
    """Language -> the files that are no pages, by their path in the site."""
    texts: dict[str, TextFile] = field(default_factory=dict)
    """Path -> data, configurations, and the templates, styles and scripts of the site."""
    images: list[str] = field(default_factory=list)
    mentions: set[str] = field(default_factory=set)
    """File names of images that a template, style, script or configuration speaks of."""
    defects: list[Finding] = field(default_factory=list)
    today: date = field(default_factory=today)
    known: dict[str, object] = field(default_factory=dict, repr=False)
    """What has been worked out of it, see `once`."""
    unread: set[tuple[str, str]] = field(default_factory=set)
    """Language and key of the pages that could not be read, so that nobody misses them twice."""

    @property
    def page_count(self) -> int:
        """Pages, readable or not."""
        return len(self.pages) + len(self.unread)

    def counterpart(self, page: Page) -> Page | None:
        """The same page in the other language."""
        return self.pages.get((other_language(page.language), page.key))
