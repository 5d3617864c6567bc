"""What helps while writing: watching, checks before a commit, schemas for editors."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml
from checklists.cli import main
from checklists.commands.schema import SCHEMAS

from tests.project import GUIDE, PAGES, ROOT, copy_guide, copy_site

PAGE = "docs/nb/principles/answer-once.md"


@pytest.fixture
def watching(tmp_path: Path) -> Iterator[tuple[Path, "subprocess.Popen[str]"]]:
    copy_guide(tmp_path)
    command = [sys.executable, "-m", "checklists.cli", "check", "--watch", "--root", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield tmp_path, process
        process.terminate()


def next_summary(process: "subprocess.Popen[str]") -> str:
    assert process.stdout
    return next(line for line in process.stdout if " findings in " in line)


def test_watching_checks_again_at_each_change(
    watching: tuple[Path, "subprocess.Popen[str]"],
) -> None:
    root, process = watching
    assert next_summary(process) == f"0 findings in {PAGES} pages\n"
    good = (root / PAGE).read_text("utf-8")
    (root / PAGE).write_text(good.replace("#say-when ", ""), "utf-8")
    assert next_summary(process) == f"2 findings in {PAGES} pages\n"
    (root / PAGE).write_text(good, "utf-8")
    assert next_summary(process) == f"0 findings in {PAGES} pages\n"


def git(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = ["git", "-c", "user.name=A", "-c", "user.email=a@example", *arguments]
    return subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)


def test_a_defect_stops_the_commit(tmp_path: Path) -> None:
    project = copy_site(tmp_path)
    shutil.copy(ROOT / ".pre-commit-config.yaml", project)
    shutil.copy(ROOT / "pyproject.toml", project)
    (project / ".venv").symlink_to(Path(sys.prefix))
    (project / ".gitignore").write_text(".venv\n", "utf-8")
    git(project, "init", "--quiet")
    git(project, "add", ".")
    install = [sys.executable, "-m", "pre_commit", "install"]
    subprocess.run(install, cwd=project, check=True, capture_output=True)
    assert git(project, "commit", "-m", "All of it").returncode == 0
    page = project / PAGE
    page.write_text(page.read_text("utf-8").replace("#say-when ", "", 1), "utf-8")
    result = git(project, "commit", "-a", "-m", "A defect")
    assert result.returncode == 1
    assert f"{PAGE}:26:7: CL103" in result.stderr


WAYS = """\
=== start -> wait

## Kunden ringer { #start }
- [«Vent litt.»](#wait)
- [«Her er svaret.»](#answer)

## Kunden venter { #wait .bad }
Les [spørsmålet](../principles/answer-once.md#read-it-all) først.

=== start -> answer

## Kunden ringer { #start }
- [«Vent litt.»](#wait)
- [«Her er svaret.»](#answer)

## Kunden er glad { #answer .good }
Du svarte på [alt](../principles/answer-once.md#answer-everything).

"""


def test_every_way_through_a_practice_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    root = str(GUIDE)
    assert main(["ways", "practice/answer", "--root", root]) == 0
    assert capsys.readouterr().out == WAYS
    assert main(["ways", "practice/anser", "--root", root]) == 2
    assert capsys.readouterr().err == "checklists: `practice/anser` is no practice\n"


def test_a_way_that_goes_back_ends_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy_guide(tmp_path)
    page = tmp_path / "docs/nb/practice/answer.md"
    page.write_text(page.read_text("utf-8").replace("#answer)", "#start)", 1), "utf-8")
    main(["ways", "practice/answer", "--root", str(tmp_path)])
    shown = [line for line in capsys.readouterr().out.split("\n") if line.startswith("===")]
    assert shown == ["=== start -> wait", "=== start -> start"]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_the_schemas_are_up_to_date(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["schema", name]) == 0
    assert (ROOT / f"schemas/{name}.schema.json").read_text("utf-8") == capsys.readouterr().out


def as_json(text: str) -> object:
    """YAML as an editor sees it: a date is a text."""
    return json.loads(json.dumps(yaml.safe_load(text), default=str))


def front_matter(page: Path) -> str:
    return page.read_text("utf-8").split("---\n")[1]


def test_every_page_fits_the_schema() -> None:
    schema = SCHEMAS["front-matter"]()
    for page in GUIDE.rglob("*.md"):
        jsonschema.validate(as_json(front_matter(page)), schema)
    sources = (GUIDE / "docs/sources.yml").read_text("utf-8")
    jsonschema.validate(as_json(sources), SCHEMAS["sources"]())


@pytest.mark.parametrize(
    ("old", "new"),
    [("minutes: 2", "minuttes: 2"), ("minutes: 2", "minutes: two"), ("owner: redaksjonen\n", "")],
)
def test_the_schema_refuses_what_the_checks_refuse(old: str, new: str) -> None:
    text = front_matter(GUIDE / PAGE)
    assert old in text
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(as_json(text.replace(old, new)), SCHEMAS["front-matter"]())
