"""Lines of a megabyte that would keep a careless pattern busy for hours."""

import pytest
from checklists.guide.model import LANGUAGES, Guide
from checklists.reading.page import parse_page
from checklists.rules import check_guide
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading.test_properties import FRAGMENTS, LINES, MATTER

SIZE = 1_000_000  # characters of a line
TEXT = SIZE // 4  # of many short lines
ITEM = "- [ ] **A.** "
ADVERSARIES = {
    "brackets": "[" * SIZE,
    "half links": "](" + "a" * SIZE,
    "half tags": "<a " * (SIZE // 3),
    "half bold": "- [ ] **" + "*a" * (SIZE // 2),
    "half box": "- [" + " " * SIZE,
    "braces": ITEM + "{ " * (SIZE // 2),
    "ids": ITEM + "{ " + "#a " * (SIZE // 3) + "}",
    "one value": ITEM + '{ src="' + "x " * (SIZE // 2) + '" }',
    "half value": ITEM + '{ a="' + "x " * (SIZE // 2) + " }",
    "sentences": "A.» " * (SIZE // 4),
    "hyphens": "a-" * (SIZE // 2),
    "fence": "`" * SIZE,
    "fences": "```x\n" * (TEXT // 5),
    "indented fences": "    ```x\n" * (TEXT // 9),
    "comments": "<!-- a\n" * (TEXT // 7),
    "rule": "- " * (SIZE // 2) + "x",
    "unwritten": "‹" * SIZE,
    "blanks": " " * SIZE + "x",
    "quotes": "> " * (SIZE // 2),
    "underline": "a\n" + "=" * SIZE + "x",
    "nested links": "[" * (SIZE // 6) + "](a)" * (SIZE // 6),
    "nested uses": "[" * (SIZE // 4) + "][]" * (SIZE // 4),
    "open links": "[a](b " * (SIZE // 6),
    "open quotes": "<a b='" * (SIZE // 6),
    "quotes in quotes": "<a b=\"'" * (SIZE // 7),
    "definitions": "[a]: b\n" * (TEXT // 7),
    "notes": "[^a]" * (SIZE // 4),
    "backticks": " ".join("`" * number for number in range(1, 1400)),
    "lonely backticks": "`` ` " * (SIZE // 5),
    "attributes": "{#a" * (SIZE // 3),
    "srcset": '<img srcset="' + "a, " * 600 + '">' * (SIZE // 3),
    "addresses": "<a:/" * (SIZE // 4),
    "and": "- [ ] **" + "og " * (SIZE // 3) + "** { #a }",
}


def guide_of(text: str) -> Guide:
    guide = Guide()
    for language in LANGUAGES:
        page, findings = parse_page(text, language, "a", f"docs/{language}/a.md")
        guide.pages[language, "a"] = page
        guide.defects += findings
    return guide


@pytest.mark.parametrize("name", ADVERSARIES)
def test_a_megabyte_is_read_to_its_end(name: str) -> None:
    page, _ = parse_page(MATTER + ADVERSARIES[name], "nb", "a", "docs/nb/a.md")
    assert "\n".join(page.lines) == MATTER + ADVERSARIES[name]
    assert isinstance(check_guide(Guide(pages={("nb", "a"): page})), list)


@pytest.mark.parametrize("id", ["a(", "a[", "a*", "a\\"])
def test_an_id_is_no_pattern(id: str) -> None:
    text = f"{MATTER}# T\n\n## A {{ #{id} }}\n\n- [ ] **Do it.** {{ #{id}-1 }}\n"
    assert {"CL104", "CL204", "CL209"} <= {
        finding.rule.code for finding in check_guide(guide_of(text))
    }


@settings(max_examples=300)
@given(st.one_of(st.text(), LINES.map(lambda text: MATTER + text), FRAGMENTS))
def test_rules_take_any_text(text: str) -> None:
    guide = guide_of(text)
    for finding in check_guide(guide):
        lines = guide.pages["nb", "a"].lines
        assert 1 <= finding.place.span.line <= len(lines)
        assert finding.place.span.column <= len(lines[finding.place.span.line - 1]) + 1
