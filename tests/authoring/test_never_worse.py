"""`checklists fix` never makes a file worse, whatever is wrong with it."""

import shutil
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from checklists.cli import main
from checklists.reading.project import load_guide
from checklists.rules import check_guide
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project import GOLDEN

PAGE = "principles/answer-once.md"
ITEM = "- [ ] **Les. Read.** "
FRAGMENTS = (
    *(
        " { #a-id }",
        "{",
        "}",
        "{ .critical",
        " }",
        '{ src="own" }',
        "{ #say-when }",
        '"',
        "#",
        " { }",
    ),
    *(
        "`",
        "```",
        "~~~",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "<b>",
        "&",
        "\\",
        "    ",
        "\t",
        "> ",
        "*",
    ),
    *(
        f"\n{ITEM}\n",
        f"\n\n{ITEM}{{ .critical }}\n\n",
        f"\n\n## Mer {{ }}\n\n{ITEM}\n",
        f"\n{ITEM}{{ #x",
    ),
    *(
        "\n",
        "\n\n",
        "\n---\n",
        "\n## Hva\n",
        "\n# To\n",
        "\nHva\n---\n",
        "\n- [x] A\n",
        "\n– [ ] A\n",
    ),
    *(
        "\n1. [ ] A\n",
        "\n| a |\n|---|\n",
        "\n??? note\n",
        "\n[a]: b\n",
        "\r\n",
        "\ufeff",
        "\u00a0",
        "å",
        "‹x›",
    ),
)


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """The text with a few pieces cut out, and a few put in."""
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.one_of(st.just(start), st.integers(start, min(start + 40, len(text)))))
        text = text[:start] + draw(st.sampled_from(("", *FRAGMENTS))) + text[end:]
    return text


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("guide")
    shutil.copytree(GOLDEN / "base", root, dirs_exist_ok=True)
    return root


def codes(root: Path) -> set[str]:
    return {finding.rule.code for finding in check_guide(load_guide(root))}


def fix(root: Path) -> None:
    with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
        assert main(["fix", "--root", str(root)]) == 0


@settings(max_examples=80)
@given(st.data())
def test_fixed_it_has_no_new_kind_of_finding(root: Path, data: st.DataObject) -> None:
    files = [root / "docs" / language / PAGE for language in ("nb", "en")]
    for file in files:
        text = (GOLDEN / "base" / file.relative_to(root)).read_text("utf-8")
        file.write_bytes(data.draw(damaged(text)).encode())
    before = codes(root)
    fix(root)
    once = [file.read_bytes() for file in files]
    assert codes(root) <= before
    fix(root)
    assert [file.read_bytes() for file in files] == once
