"""`checklists fix`: what lacks an id gets one, in both languages, and nothing else changes."""

import re
from pathlib import Path

import pytest
from checklists.cli import main
from checklists.reading.project import load_guide
from checklists.rules import check_guide
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.project import GUIDE, copy_guide

KEY = "principles/answer-once"
IDS = re.compile(r"(?<=\{) #[a-z0-9-]+|(?<= )\{ #[a-z0-9-]+ \}$", re.MULTILINE)
DOCS = GUIDE / "docs"
PAGES = sorted(page.relative_to(DOCS / "nb").as_posix() for page in DOCS.glob("nb/**/*.md"))


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return copy_guide(tmp_path)


def file(root: Path, language: str) -> Path:
    return root / f"docs/{language}/{KEY}.md"


def change(root: Path, language: str, old: str, new: str) -> None:
    text = file(root, language).read_text("utf-8")
    assert old in text
    file(root, language).write_text(text.replace(old, new, 1), "utf-8")


def fix(root: Path, *options: str) -> int:
    return main(["fix", "--root", str(root), *options])


def codes(root: Path) -> list[str]:
    return [finding.rule.code for finding in check_guide(load_guide(root))]


@pytest.mark.parametrize("language", ["nb", "en"])
def test_an_id_comes_from_the_other_language(guide: Path, language: str) -> None:
    before = file(guide, language).read_bytes()
    change(guide, language, " #say-when", "")
    change(guide, language, " { #why }", "")
    assert fix(guide) == 0
    assert file(guide, language).read_bytes() == before


def test_what_has_no_counterpart_is_left_and_named(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(guide, "en", "\n## See also", '\n- [ ] **Thank them.** { src="own" }\n\n## See also')
    before = file(guide, "en").read_bytes()
    assert fix(guide) == 0
    line = before.split(b"Thank")[0].count(b"\n") + 1
    shown = capsys.readouterr()
    expected = f"docs/en/{KEY}.md:{line}: left without an id: the languages differ there\n"
    assert (shown.out, shown.err) == ("0 ids added\n", expected)
    assert file(guide, "en").read_bytes() == before


def test_a_new_id_comes_from_the_english_words(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in ("nb", "en"):
        change(guide, language, " #say-when", "")
        change(guide, language, "{ #read-it-all .critical", "{ .critical")
    change(
        guide, "en", "Read the whole question.", "Read the customer’s whole question, twice, now."
    )
    assert fix(guide) == 0
    shown = capsys.readouterr().out
    assert f"docs/nb/{KEY}.md:26: added #say-when-you-will-be-back\n" in shown
    assert "{ #read-the-customers-whole-question-twice .critical" in file(guide, "nb").read_text()
    assert "CL103" not in codes(guide)


def test_an_item_without_attributes_gets_a_list(guide: Path) -> None:
    change(guide, "nb", ' { #say-when src="own" }', "")
    assert fix(guide) == 0
    assert "- [ ] **Si når du kommer tilbake.** { #say-when }\n" in file(guide, "nb").read_text()


def test_an_item_over_several_lines_gets_it_at_its_end(guide: Path) -> None:
    change(guide, "nb", ' { #say-when src="own" }', "\nSå vet kunden det.")
    fix(guide)
    assert "Så vet kunden det. { #say-when }\n" in file(guide, "nb").read_text()


def test_two_of_the_same_words_get_two_ids(guide: Path) -> None:
    for language in ("nb", "en"):
        change(guide, language, "{ #say-when ", "{ ")
        change(guide, language, "{ #read-it-all ", "{ ")
    change(guide, "en", "**Read the whole question.**", "**Say when you will be back.**")
    fix(guide)
    text = file(guide, "nb").read_text("utf-8")
    assert "#say-when-you-will-be-back .critical" in text
    assert "#say-when-you-will-be-back-2 src" in text


def test_what_has_no_certain_pair_is_left_alone(guide: Path) -> None:
    change(guide, "nb", " #say-when", "")
    change(
        guide,
        "en",
        "- [ ] **Read the whole question.**",
        '- [ ] **A.** { src="own" }\n- [ ] **Read the whole question.**',
    )
    before = {path: path.read_bytes() for path in guide.rglob("*.md")}
    assert fix(guide) == 0
    assert {path: path.read_bytes() for path in guide.rglob("*.md")} == before


def test_an_id_that_the_other_page_uses_elsewhere_is_not_given_twice(guide: Path) -> None:
    change(guide, "nb", " #say-when", "")
    change(guide, "nb", " #read-it-all", " #say-when")
    before = file(guide, "nb").read_bytes()
    fix(guide)
    assert file(guide, "nb").read_bytes() == before


def test_line_ends_and_bom_stay(guide: Path) -> None:
    change(guide, "nb", " #say-when", "")
    path = file(guide, "nb")
    text = "\ufeff" + path.read_text("utf-8").replace("\n", "\r\n")
    path.write_bytes(text.encode())
    fix(guide)
    assert path.read_bytes().decode() == text.replace(
        'tilbake.** { src="own" }', 'tilbake.** { #say-when src="own" }'
    )


@settings(max_examples=60)
@given(st.data())
def test_ids_taken_from_pages_come_back(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """From one language: then the other still knows them, and every byte is as it was."""
    page = data.draw(st.sampled_from(PAGES))
    language = data.draw(st.sampled_from(["nb", "en"]))
    root = tmp_path_factory.mktemp("guide")
    texts = {}
    for each in ("nb", "en"):
        path = root / "docs" / each / page
        path.parent.mkdir(parents=True)
        texts[each] = (DOCS / each / page).read_text("utf-8")
        path.write_text(texts[each], "utf-8")
    places = list(IDS.finditer(texts[language]))
    taken = data.draw(st.sets(st.sampled_from(places))) if places else set()
    text = texts[language]
    for match in sorted(taken, key=lambda match: match.start(), reverse=True):
        text = (
            text[: match.start()].rstrip(" ") + text[match.end() :]
            if match[0][0] == "{"
            else text[: match.start()] + text[match.end() :]
        )
    (root / "docs" / language / page).write_text(text, "utf-8")
    fix(root)
    assert (root / "docs" / language / page).read_text("utf-8") == texts[language]
