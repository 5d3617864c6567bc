"""What a text points to, read as Markdown renders it."""

import pytest
from checklists.reading.page import parse_page
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from tests.reading.test_properties import MATTER
from tests.rendering.markdown import render

FIRST = MATTER.count("\n") + 1
PIECES = [
    "ord ",
    "[lenke](a.md)",
    "[lenke](<b.md>)",
    '[lenke](c.md "tittel")',
    "[to\nlinjer](d.md)",
    "[i [klammer]](e.md)",
    "[parentes](f_(1).md)",
    "![bilde](g.png)",
    "[![bilde](h.png)](i.md)",
    "[sett][ref]",
    "[ref][]",
    "<https://j.example/>",
    '<a href="k.html">ord</a>',
    "<img src='l.png' alt=''>",
    "`[kode](m.md)`",
    "``[kode](n.md) ` ``",
    "\\[ikke](o.md)",
    "\\`[lenke](p.md)\\`",
    "[",
    "]",
    "(",
    ")",
    "`",
    "**[fet](q.md)**",
    "[tom]()",
]
STARTS = ["", "", "", "## ", "- ", "> ", "1. ", "    ", "- [ ] ", "| a | "]
LINES = st.tuples(
    st.sampled_from(STARTS), st.lists(st.sampled_from(PIECES), min_size=1, max_size=4)
).map(lambda line: line[0] + "".join(line[1]))
BLOCKS = st.lists(
    st.one_of(
        LINES,
        st.sampled_from(
            ["```\n[kode](r.md)\n```", "<!-- [gjemt](s.md) -->", "[ref]: t.md", "avsnitt"]
        ),
    ),
    min_size=1,
    max_size=5,
)
TEXTS = st.tuples(BLOCKS, st.sampled_from(["\n", "\n\n"])).map(lambda text: text[1].join(text[0]))


def found(text: str) -> list[tuple[str, int, int]]:
    page, _ = parse_page(MATTER + text, "nb", "a", "docs/nb/a.md")
    places = [(each.target.text, each.target.span) for each in page.references]
    return [(target, span.line - FIRST + 1, span.column) for target, span in places]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Se [her](b.md).", [("b.md", 1, 10)]),
        ("Se\n[her](b.md#c) nå.", [("b.md#c", 2, 7)]),
        ("![Kart](kart.svg)", [("kart.svg", 1, 9)]),
        ("[a][r]\n\n[r]: b.md", [("b.md", 3, 6)]),
        ("[]()", [("", 1, 3)]),
        ("<https://a.example>", [("https://a.example", 1, 2)]),
        ('<a class="x" href="b/&amp;">b</a>', [("b/&", 1, 20)]),
        ('<img srcset="a.png 1x, b.png 2x">', [("a.png", 1, 14), ("b.png", 1, 24)]),
        ('<object data="a.svg"></object>', [("a.svg", 1, 15)]),
        ('<div markdown="1">\n\n[a](b.md)\n\n</div>', [("b.md", 3, 5)]),
        ("    [kode](b.md)", []),
        ("- a\n\n    [b](c.md)", [("c.md", 3, 9)]),
        ('??? note "A"\n    Ord.\n\n    [b](c.md)', [("c.md", 4, 9)]),
        ("- [ ] **A.** [b](c.md) { #d }", [("c.md", 1, 18)]),
        ("| [a](b.md) | [c](d.md) |", [("b.md", 1, 7), ("d.md", 1, 19)]),
        ("Skriv `[a](b.md)`.", []),
        ("``[a](b.md) ` ``", []),
        ("```\n[a](b.md)\n```", []),
        ("<!-- [a](b.md) -->", []),
        ("\\[a](b.md)", []),
    ],
)
def test_targets_and_their_places(text: str, places: list[tuple[str, int, int]]) -> None:
    assert found(text) == places


@settings(max_examples=1000)
@given(TEXTS)
def test_every_target_that_is_rendered_is_found(text: str) -> None:
    page, findings = parse_page(MATTER + text, "nb", "a", "docs/nb/a.md")
    if findings:
        return
    tree = html.fromstring(f"<div>{render(text)}</div>")
    rendered = {value for value in tree.xpath("//a/@href | //img/@src") if value[:1] != "#"}
    read = {each.target.text for each in page.references}
    assert rendered - read == set()
