"""What the languages have in common. Differences are reported in the translation."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest

from checklists.guide.addresses import destination
from checklists.guide.finding import Finding
from checklists.guide.model import (
    DataFile,
    Guide,
    Item,
    Named,
    Page,
    Section,
    Spanned,
    Text,
)
from checklists.guide.page_meta import SHARED
from checklists.guide.places import Span
from checklists.guide.rule import Rule

MISSING_PAGE = Rule(
    "CL301",
    "A page exists in each language",
    "Every reader gets every page. An `incomplete` language shows that of the default one.",
)

SAME_SKELETON = Rule(
    "CL302",
    "Each language has the same sections, items and links, in the same order",
    "A link to an item works in each language, and a reader who switches finds the same thing.",
)

SAME_ATTRIBUTES = Rule(
    "CL305",
    "Each language has the same front matter and attributes",
    "The same advice is as important, and has the same source, in each language.",
)

SAME_FIGURES = Rule(
    "CL308",
    "Each language has the same figures and places to fill in",
    "Whoever reads another language would call at another time, or pay another price.",
)

_FIGURE = re.compile(r"\d{3,}|\{\w+\}")
_THOUSANDS = re.compile(r"(?<=\d)[ ,.\u00a0](?=\d{3}\b)")


def missing_pages(guide: Guide) -> Iterator[Finding]:
    """CL301, once a page. What an incomplete language lacks is shown in the default one."""
    known = {*guide.pages, *guide.unread}
    begun = [each for each in guide.languages if any(language == each for language, _ in known)]
    for key in dict.fromkeys(key for _, key in guide.pages):
        page = next(page for page in guide.pages.values() if page.key == key)
        lacking = [each for each in begun if (each, key) not in known and guide.is_complete(each)]
        if lacking:
            message = f"page does not exist in {', '.join(f'`{each}`' for each in lacking)}"
            paths = [page.path.replace(f"/{page.language}/", f"/{each}/", 1) for each in lacking]
            yield page.finding(MISSING_PAGE, Span(1, 1), message, f"write {', '.join(paths)}")


def same_skeletons(guide: Guide) -> Iterator[Finding]:
    """CL302, at the first difference of each kind."""
    for page, translation in guide.pairs():
        yield from _difference(page, translation)
        for section, other in _shared_sections(page, translation):
            wanted, found = Counter(_places(page, section)), Counter(_places(translation, other))
            if wanted != found:
                missing = (wanted - found) or (found - wanted)
                target = next(iter(missing))
                where = page.language if wanted - found else translation.language
                message = f"links differ: only `{where}` links to `{target}`"
                help = f"see {page.path}:{section.span.line}"
                yield translation.finding(SAME_SKELETON, other.span, message, help)


def _difference(page: Page, translation: Page) -> Iterator[Finding]:
    for theirs, mine in zip_longest(_ids(page), _ids(translation)):
        if theirs is None or mine is None:
            only, where = (page, theirs) if theirs else (translation, mine)
            other = translation if theirs else page
            message = f"`{where.text}` does not exist in `{other.language}`"
            yield only.finding(SAME_SKELETON, where.span, message, f"add it to {other.path}")
            return
        if mine.text != theirs.text:
            message = f"`{mine.text}` is where `{page.language}` has `{theirs.text}`"
            help = f"see {page.path}:{theirs.span.line}"
            yield translation.finding(SAME_SKELETON, mine.span, message, help)
            return


def _ids(page: Page) -> list[Spanned]:
    return [named.id for named in page.named if named.id]


def _shared_sections(page: Page, translation: Page) -> Iterator[tuple[Section, Section]]:
    """Sections by their id. The title, and what is above it, need none."""
    theirs = {_name(section): section for section in translation.sections}
    for section in page.sections:
        if (name := _name(section)) in theirs:
            yield section, theirs[name]


def _name(section: Section) -> str:
    return section.id.text if section.id else f"level {section.level}"


def _places(page: Page, section: Section) -> list[str]:
    """Where its links lead. A site may have an address for each language."""
    found = []
    for link in section.links:
        place = destination(page.key, link.text)
        if ":" not in link.text and place.key:
            found.append(f"{place.path}#{place.id}" if place.id else place.path)
    return found


def same_attributes(guide: Guide) -> Iterator[Finding]:
    for page, translation in guide.pairs():
        yield from _front_matter(page, translation)
        originals = {named.id.text: named for named in page.named if named.id}
        for named in translation.named:
            original = originals.get(named.id.text) if named.id else None
            if original is None or named.id is None:
                continue
            for what, of in _ATTRIBUTES.items():
                if of(named) != of(original):
                    message = f"{what} of `{named.id.text}` differ from `{page.language}`"
                    here, there = of(named) or "none", of(original) or "none"
                    help = f"here: {here}; there: {there} ({page.path}:{original.span.line})"
                    yield translation.finding(SAME_ATTRIBUTES, named.id.span, message, help)


def _front_matter(page: Page, translation: Page) -> Iterator[Finding]:
    for key in SHARED if page.meta and translation.meta else ():
        mine, theirs = (getattr(each.meta, key, None) for each in (translation, page))
        if mine != theirs:
            span, message = translation.meta_span(key), f"`{key}` differs from `{page.language}`"
            yield translation.finding(SAME_ATTRIBUTES, span, message, f"there: {theirs}")


_ATTRIBUTES: Mapping[str, Callable[[Named], str]] = {
    "flags": lambda named: ", ".join(sorted(flag.text for flag in named.flags)),
    "past ids": lambda named: ", ".join(sorted(id.text for id in named.was)),
    "sources": lambda named: (
        ", ".join(s.text for s in named.sources) if isinstance(named, Item) else ""
    ),
    "numbers of lines to say": lambda named: (
        str(len(named.phrases)) if isinstance(named, Item) else ""
    ),
}


def same_figures(guide: Guide) -> Iterator[Finding]:
    """CL308: digits and `{…}`, by text."""
    for page, translation in guide.pairs():
        for section, other in _shared_sections(page, translation):
            for wanted, found in _paired_texts(section, other):
                if difference := _figures_differ(wanted.shown, found.shown, page.language):
                    span = Span(found.line, 1, len(translation.lines[found.line - 1]))
                    help = f"see {page.path}:{wanted.line}"
                    yield translation.finding(SAME_FIGURES, span, difference, help)
    for file in guide.data.values():
        for string, translated in _translated_strings(guide, file):
            difference = _figures_differ(string.text, translated.text, guide.default)
            if difference:
                help = f"see line {string.span.line}"
                yield file.finding(SAME_FIGURES, translated.span, difference, help)


def _translated_strings(guide: Guide, file: DataFile) -> Iterator[tuple[Spanned, Spanned]]:
    """Of a file in one language, with those of the default; of another, within it."""
    original = guide.data.get(f"{file.path.rpartition('/')[0]}/{guide.default}.yml")
    for key, string in file.strings.items():
        if file.language and original and file is not original and key in original.strings:
            yield original.strings[key], string
        elif not file.language and key[-1:] == (guide.default,):
            for language in guide.others(guide.default):
                if translated := file.strings.get((*key[:-1], language)):
                    yield string, translated


def _paired_texts(section: Section, other: Section) -> Iterator[tuple[Text, Text]]:
    """Text by text, or as a whole where the sections have not as many."""
    if len(section.texts) == len(other.texts):
        return zip(section.texts, other.texts, strict=True)
    return iter([(_joined(section), _joined(other))])


def _joined(section: Section) -> Text:
    return Text("", "\n".join(text.shown for text in section.texts), section.span.line)


def _figures_differ(original: str, translation: str, language: str) -> str:
    """Smaller figures may be in words, and times of day differ."""
    wanted, found = _figures(original), _figures(translation)
    if wanted == found:
        return ""
    here, there = (", ".join(each.elements()) or "nothing" for each in (found, wanted))
    return f"`{here}` where `{language}` has `{there}`"


def _figures(text: str) -> Counter[str]:
    return Counter(_FIGURE.findall(_THOUSANDS.sub("", text)))
