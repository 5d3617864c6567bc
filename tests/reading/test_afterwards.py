"""What every situation ends with is written once, and is on each page as if it were its own."""

from pathlib import Path

import pytest
from checklists.cli import main
from checklists.reading.project import load_guide

from tests.project import copy_guide
from tests.rendering.markdown import render

PART = "docs/{}/situations/_afterwards.md"
NB = """\
## To minutter etterpå { #afterwards }

- [ ] **Si fra til kollegene.** { #tell-them .critical src="own" was="tell-all" }
- [ ] **Skriv det ned.** { #note-it src="own" }
- [ ] **Snakk med noen.** { #talk src="own" }
"""
EN = (
    NB.replace("To minutter etterpå", "Two minutes afterwards")
    .replace("Si fra til kollegene", "Tell your colleagues")
    .replace("Skriv det ned", "Write it down")
    .replace("Snakk med noen", "Talk to somebody")
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The small guide with such a part."""
    copy_guide(tmp_path)
    for language, text in (("nb", NB), ("en", EN)):
        (tmp_path / PART.format(language)).write_text(text, "utf-8")
    return tmp_path


def found(root: Path, capsys: pytest.CaptureFixture[str]) -> str:
    main(["permalinks", "--update", "--root", str(root)])
    capsys.readouterr()
    main(["check", "--root", str(root)])
    return capsys.readouterr().out


def test_it_stands_before_when_to_stop(root: Path) -> None:
    guide = load_guide(root)
    for page in guide.pages.values():
        ids = [section.id.text for section in page.sections if section.id]
        items = [item.id.text for item in page.items if item.id]
        if page.kind == "situation":
            assert ids.index("after") + 1 == ids.index("afterwards") == ids.index("stop") - 1
            assert items[-3:] == ["tell-them", "note-it", "talk"]
        else:
            assert "afterwards" not in ids
    assert ("nb", "situations/_afterwards") not in guide.pages


def test_it_is_rendered_there() -> None:
    html = render(
        "# A\n\n## Etter { #after }\n\n## Stopp { #stop }\n\n## Mer { #related }\n\n" + NB
    )
    places = [html.index(f'id="{id}"') for id in ("after", "afterwards", "talk", "stop", "related")]
    assert places == sorted(places)


def test_a_guide_with_it_has_no_findings(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(root, capsys).startswith("0 findings")


def test_a_finding_in_it_is_one_and_has_its_place(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = PART.format("nb")
    (root / path).write_text(NB.replace("**Skriv det ned.**", "**Sørg for det.**"), "utf-8")
    first, *_ = found(root, capsys).splitlines()
    assert first.startswith(f"{path}:4:9: CL604 ")
    assert "1 finding in" in found(root, capsys)


def test_an_id_that_lacks_is_not_written_into_the_pages(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language, text in (("nb", NB), ("en", EN)):
        lacking = text.replace('#note-it src="own"', 'src="own"')
        (root / PART.format(language)).write_text(lacking, "utf-8")
    before = {file: file.read_text("utf-8") for file in root.rglob("*.md")}
    main(["fix", "--root", str(root)])
    assert {file: file.read_text("utf-8") for file in root.rglob("*.md")} == before
    assert "_afterwards.md:4:" in found(root, capsys)
