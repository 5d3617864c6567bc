"""What holds for any text."""

import re

from checklists.grammar.attributes import Attributes, Word, split_trailing
from checklists.grammar.places import Span
from checklists.reading.page import parse_page
from checklists.reading.yaml_document import YamlError, read_yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.rendering.markdown import render

MATTER = """\
---
title: T
kind: page
summary: s
owner: o
reviewed: 2026-11-24
review_by: 2027-11-24
---

# T

"""
LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["", "---", "# T", "## S { #s }", "- [ ] **A.** { #a }", "```", "<!--", "-->"]
        ),
        st.text(max_size=40).map(lambda text: text.replace("\n", " ")),
    ),
    max_size=20,
).map("\n".join)
LISTS = st.text(alphabet="{} #.ab-=\"'\n\té", max_size=40)

ids = iter(range(10**9))
ITEM = st.just("- [ ] **Gjør det.** Fordi. {{ #i{} }}")
FRAGMENTS = st.lists(
    st.one_of(
        ITEM,
        st.sampled_from(
            [
                "",
                "",
                "## Del {{ #i{} }}",
                "Vanlig tekst.",
                "  fortsetter her.",
                "- punkt",
                "1. tall",
                "    - nøstet",
                "    > «Si dette.»",
                "    mer om punktet",
                "\tmed tabulator",
                "```",
                "    ```",
                "~~~",
                "<!-- gjemt -->",
                "<!--",
                "-->",
                '??? note "Mer"',
                "    - [ ] **Innrykket.** {{ #i{} }}",
                "\t- [ ] **Tabulert.** {{ #i{} }}",
                " - [ ] **Ett hakk.** {{ #i{} }}",
                "* [ ] **Stjerne.** {{ #i{} }}",
                "-\t[ ] **Tabulator.** {{ #i{} }}",
                "> sitat",
                "| a | b |",
                "***",
            ]
        ),
    ),
    max_size=12,
).map(lambda lines: "\n".join(line.format(row) for row, line in enumerate(lines)) + "\n")
RENDERED = re.compile(r'<li class="checklist-item[^>]*? id="([^"]+)"')


@given(st.one_of(st.text(), LINES, LINES.map(lambda text: MATTER + text)))
def test_parsing_never_raises_and_every_finding_is_in_the_text(text: str) -> None:
    page, findings = parse_page(text, "nb", "a", "docs/nb/a.md")
    spans = [finding.place.span for finding in findings] + [item.span for item in page.items]
    for span in spans:
        assert 1 <= span.line <= len(page.lines)
        assert 1 <= span.column <= len(page.lines[span.line - 1]) + 1
        assert span.length >= 1


@given(LISTS)
def test_words_of_an_attribute_list_stand_where_they_say(text: str) -> None:
    before, attributes = split_trailing(text)
    assert text.startswith(before)
    for word in _words(attributes) if attributes else ():
        assert text[word.offset : word.offset + len(word.text)] == word.text


def _words(attributes: Attributes) -> list[Word]:
    return [
        *attributes.ids,
        *attributes.flags,
        *attributes.keys.values(),
        *attributes.values.values(),
        *attributes.repeated,
        *attributes.unread,
        *(word for key in attributes.values for word in attributes.words(key)),
    ]


@given(
    st.lists(st.from_regex(r"[a-z][a-z-]{0,8}", fullmatch=True), min_size=1, unique=True),
    st.text(alphabet="ab c.", max_size=20),
)
def test_an_attribute_list_comes_back_as_it_was_written(names: list[str], text: str) -> None:
    first, *flags = names
    written = " ".join([f"#{first}", *(f".{flag}" for flag in flags), 'src="S1 S2"'])
    before, attributes = split_trailing(f"{text} {{ {written} }}")
    assert attributes is not None
    assert before == text.rstrip()
    assert [word.text for word in attributes.ids] == [first]
    assert [word.text for word in attributes.flags] == flags
    assert [word.text for word in attributes.words("src")] == ["S1", "S2"]
    assert not attributes.unread


@given(st.one_of(st.text(), st.text(alphabet=":-[]{}!&*?|>'\"%@`#, \n0aé\t"), LINES))
@example("[" * 5000)
@example("a: !!python/object:os.system {}")
@example("2001-99-99")
@example("? [a]\n: b")
@example("{[]: 1}")
@example("a: &a [*a]")
def test_yaml_is_read_or_refused(text: str) -> None:
    lines = text.split("\n")
    for span in _yaml_spans(text):
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1


def _yaml_spans(text: str) -> list[Span]:
    try:
        return list(read_yaml(text).spans.values())
    except YamlError as error:
        return [error.span]


@settings(max_examples=1500)
@given(FRAGMENTS)
def test_what_passes_is_rendered_item_for_item(text: str) -> None:
    """The parser reads less than Markdown. Where it finds no fault, both see the same items."""
    page, findings = parse_page(MATTER + text, "nb", "a", "docs/nb/a.md")
    if not findings:
        assert RENDERED.findall(render(text)) == [item.id.text for item in page.items if item.id]
