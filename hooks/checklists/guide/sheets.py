"""All the writings of a language as one text: a rule looks through it once."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from checklists.grammar.attributes import Word
from checklists.grammar.running_text import offset_in, running
from checklists.guide.finding import Finding
from checklists.guide.model import LANGUAGES, Guide, Page
from checklists.guide.rule import Rule
from checklists.guide.writing import Writing, writings

GAP = "\n\u2029\n"
"""Stands between two writings, and nowhere else."""
_TITLED_BOX = ("???", "!!!", "===")


@dataclass(slots=True)
class Sheet:
    """`starts` are those of the writings in `text`."""

    language: str
    text: str = ""
    starts: list[int] = field(default_factory=list)
    writings: list[Writing] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    """Their texts with markup."""

    @property
    def ends(self) -> list[int]:
        """Those of the writings in `text`."""
        ends = [start - len(GAP) for start in self.starts]
        return [*ends[1:], len(self.text)] if ends else []

    def index(self, offset: int) -> int:
        """The number of the writing that stands there."""
        return bisect_right(self.starts, offset) - 1

    def finding(
        self, rule: Rule, start: int, end: int, message: str, help: str
    ) -> Iterator[Finding]:
        """A finding from `start` to `end`, unless the page is let off the rule."""
        writing = self.writings[self.index(start)]
        meta = writing.file.meta if isinstance(writing.file, Page) else None
        if meta and rule.code in meta.allow:
            return
        yield writing.finding(rule, self._word(start, end), message, help)

    def is_as_written(self, start: int, end: int) -> bool:
        """Whether no markup stands between, nor what the reader took for an attribute list."""
        word, writing = self._word(start, end), self.writings[self.index(start)]
        if word.text != self.text[start:end]:
            return False
        span = writing.passage.span(word)
        line = writing.file.lines[span.line - 1]
        return "\n" in word.text or line.startswith(word.text, span.column - 1)

    def _word(self, start: int, end: int) -> Word:
        number = self.index(start)
        text, base = self.sources[number], self.starts[number]
        first, last = offset_in(text, start - base), offset_in(text, end - 1 - base)
        return Word(text[first : last + 1], first)


def sheets(guide: Guide) -> list[Sheet]:
    """One for each language."""
    made = {language: Sheet(language) for language in LANGUAGES}
    texts: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    ends = dict.fromkeys(LANGUAGES, 0)
    for writing in writings(guide):
        language = writing.language
        source = _written(writing)
        text = running(source).rstrip()
        texts[language].append(text)
        made[language].starts.append(ends[language])
        made[language].writings.append(writing)
        made[language].sources.append(source)
        ends[language] += len(text) + len(GAP)
    for language, sheet in made.items():
        sheet.text = GAP.join(texts[language])
    return list(made.values())


def _written(writing: Writing) -> str:
    """Its text; the quotes around the title of a box are syntax."""
    text = writing.passage.text
    if isinstance(writing.file, Page) and writing.kind == "text" and text.count('"') > 1:
        line = writing.file.lines[writing.passage.line - 1]
        if line.lstrip().startswith(_TITLED_BOX):
            first, last = text.find('"'), text.rfind('"')
            return f"{text[:first]} {text[first + 1 : last]} {text[last + 1 :]}"
    return text
