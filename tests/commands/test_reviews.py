"""`checklists reviews`, on the small guide: what is due, and when."""

from pathlib import Path

import pytest
from checklists.cli import main

from tests.project import PAGES, copy_guide, small_guide

OVERDUE = (
    "reviewed: 2026-11-24\nreview_by: 2027-11-24",
    "reviewed: 2026-01-01\nreview_by: 2026-11-20",
)


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A guide with a page five days past its date."""
    copy_guide(tmp_path)
    for language in ("nb", "en"):
        file = tmp_path / f"docs/{language}/principles/answer-once.md"
        text = file.read_text("utf-8")
        assert OVERDUE[0] in text
        file.write_text(text.replace(*OVERDUE), "utf-8")
    return tmp_path


def test_an_overdue_page_comes_first_and_fails(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reviews", "--root", str(guide)]) == 1
    first, *_, last = capsys.readouterr().out.splitlines()
    assert first == "2026-11-20  5 days overdue        principles/answer-once  (redaksjonen)"
    assert last == f"{PAGES // 2} pages, 1 overdue"


def test_nothing_overdue_is_fine(capsys: pytest.CaptureFixture[str]) -> None:
    base = str(small_guide())
    assert main(["reviews", "--root", base, "--within", "363d"]) == 0
    assert capsys.readouterr().out == "0 pages, 0 overdue\n"
    assert main(["reviews", "--root", base, "--within", "364"]) == 0
    assert "in 364 days" in capsys.readouterr().out


def test_a_number_of_days_is_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["reviews", "--within", "soon"])
    assert "`soon` is no number of days: write 30d" in capsys.readouterr().err
