"""What holds for any text."""

import re

from checklists.guide.places import Span
from checklists.markdown.attributes import Attributes, Token, split_trailing
from checklists.reading.yaml_document import YamlError, read_yaml
from hypothesis import example, given
from hypothesis import strategies as st

from tests.reading.texts import FRAGMENTS, FRONT_MATTER, LINES, read, reader
from tests.rendering.markdown import render

LISTS = st.text(alphabet="{} #.ab-=\"'\n\té", max_size=40)
RENDERED = re.compile(r'<li class="checklist-item[^>]*? id="([^"]+)"')
MARK = re.compile("[\ue000\ue001]")


@given(st.one_of(st.text(), LINES, LINES.map(lambda text: FRONT_MATTER + text), FRAGMENTS))
def test_reading_never_raises_and_every_place_is_in_the_text(text: str) -> None:
    page, problems = read(text)
    spans = [problem.place.span for problem in problems] + [item.span for item in page.items]
    spans += [section.span for section in page.sections] + [link.span for link in page.links]
    for span in spans:
        assert 1 <= span.line <= len(page.lines)
        assert 1 <= span.column <= len(page.lines[span.line - 1]) + 1
        assert span.length >= 1


@given(FRAGMENTS)
def test_every_item_and_heading_is_at_its_line(text: str) -> None:
    page, _ = read(FRONT_MATTER + text)
    for item in page.items:
        assert (item.action or item.text).split("\n")[0] in page.lines[item.span.line - 1]
    for section in page.sections[1:]:
        assert section.title in page.lines[section.span.line - 1]


@given(FRAGMENTS)
def test_what_is_rendered_is_what_is_read(text: str) -> None:
    page, _ = read(FRONT_MATTER + text)
    assert RENDERED.findall(render(text)) == [item.id.text for item in page.items if item.id]


@given(FRAGMENTS)
def test_the_marks_of_lines_change_nothing(text: str) -> None:
    """Raw HTML and code may keep a mark, which nobody reads."""
    tree = reader().read(text)
    assert not any(MARK.search(block.raw + block.shown) for block in tree.blocks)


@given(LISTS)
def test_tokens_of_an_attribute_list_are_at_their_offsets(text: str) -> None:
    before, attributes = split_trailing(text)
    assert text.startswith(before)
    for token in _tokens(attributes) if attributes else ():
        assert text[token.offset : token.offset + len(token.text)] == token.text


def _tokens(attributes: Attributes) -> list[Token]:
    return [
        *attributes.ids,
        *attributes.flags,
        *attributes.keys.values(),
        *attributes.values.values(),
        *attributes.repeated,
        *attributes.unread,
        *(token for key in attributes.values for token in attributes.tokens(key)),
    ]


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
