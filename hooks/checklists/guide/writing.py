"""What a reader gets to read, wherever it is written: on pages, above them, in YAML files."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from checklists.grammar.attributes import Word
from checklists.grammar.passage import Passage
from checklists.grammar.places import KeyPath
from checklists.grammar.prose import spoken
from checklists.guide.finding import Finding
from checklists.guide.model import LANGUAGES, Guide, Located, Page, TextFile
from checklists.guide.once import once
from checklists.guide.rule import Rule

_MATTER = ("title", "summary")
_OF_CONFIG = {("site_description",)}
_NOT_READ = {"search_noise"}
"""Words of the interface that scripts compare with what a reader types."""


@dataclass(frozen=True, slots=True)
class Writing:
    """Words in one language. `key` is what they are the value of, () for the text of a page."""

    language: str
    kind: Literal["text", "heading", "matter", "data"]
    passage: Passage
    file: Page | TextFile
    key: KeyPath = ()

    @property
    def text(self) -> str:
        """In plain words: markup, code and addresses are blanks. Offsets are those of `passage`."""
        return spoken(self.passage.text)

    def finding(self, rule: Rule, word: Word, message: str, help: str = "") -> Finding:
        """A finding at a word of `text`."""
        return self.file.finding(rule, self.passage.span(word), message, help)


@once
def writings(guide: Guide) -> Iterator[Writing]:
    """All of it. A title stands once: above its page."""
    for page in guide.pages.values():
        yield from _of_page(page)
    for file in guide.texts.values():
        for key, value in file.values.items():
            language = _language(guide, file, key)
            if language:
                yield Writing(language, "data", _passage(file.lines, value), file, key)


def _of_page(page: Page) -> Iterator[Writing]:
    for key in _MATTER if page.meta else ():
        value = Located(str(getattr(page.meta, key)), page.matter_span(key))
        yield Writing(page.language, "matter", _passage(page.lines, value), page, (key,))
    for section in page.sections:
        if section.level > 1:
            span = section.span
            passage = Passage(span.line, span.column, [section.title])
            yield Writing(page.language, "heading", passage, page)
    for passage in page.prose:
        yield Writing(page.language, "text", passage, page)


def _language(guide: Guide, file: TextFile, key: KeyPath) -> str:
    """ "" for what is not written for readers."""
    if key in _OF_CONFIG:
        return next((each.language for each in guide.configs if each.path == file.path), "")
    is_read = key and key[-1] in LANGUAGES and not _NOT_READ.intersection(key)
    return str(key[-1]) if is_read else ""


def _passage(lines: list[str], value: Located) -> Passage:
    """YAML may quote a text, or fold it over lines: then its first line is the place."""
    line, column = value.span.line, value.span.column
    found = lines[line - 1].find(value.text, column - 1) if line <= len(lines) else -1
    return Passage(line, found + 1 or column, [value.text.replace("\n", " ")])
