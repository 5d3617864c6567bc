"""Builds a copy of the guide with Zensical, and says what works and what does not yet.

Run as `python -m tests.benchmarks.zensical`. Zensical is installed in a folder of its own, which is
thrown away; without a network the trial is left out.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from checklists.reading.project import load_guide
from lxml import html

from tests.project import ROOT, copy_project

UV = ROOT / ".uv/bin/uv"
RELEASE = "zensical==0.0.73"
NEEDED = ("jinja2", "lxml", "pydantic", "pyyaml")
"""Of the packages that the check and the Markdown extension use, MkDocs is none."""
CONFIGS = {"nb": "mkdocs.yml", "en": "mkdocs.en.yml"}
OURS = (
    (re.compile(r"^  (?:custom_dir|static_templates): .*\n", re.MULTILINE), ""),
    (re.compile(r"^  alternate: true.*\n", re.MULTILINE), ""),
    (re.compile(r"^hooks: .*\n", re.MULTILINE), ""),
)
"""What the copy is built without, the second time: our templates, and what only they ask for."""
TEMPLATE = re.compile(r"^template: .*\n", re.MULTILINE)
OF_THE_HOOK = ("checklists.json", "service-worker.js", "_headers")


def install(folder: Path) -> Path | None:
    """The program, in an environment of its own; None where it cannot be had."""
    python = folder / "bin/python"
    pip = ("pip", "install", "--quiet", "--python", python)
    steps = (
        ("venv", "--quiet", "--python", sys.executable, folder),
        (*pip, RELEASE, *NEEDED),
        (*pip, "--no-deps", ROOT),
    )
    for step in steps:
        done = subprocess.run([UV, *map(str, step)], capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"left out: {RELEASE} cannot be installed\n{done.stderr.strip()}")
            return None
    return folder / "bin/zensical"


def build(program: Path, project: Path, config: str) -> str:
    """What Zensical says when it fails, "" when it does not."""
    command = [str(program), "build", "--clean", "--config-file", config]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    return (done.stderr.strip() or done.stdout.strip()).splitlines()[-1] if done.returncode else ""


def without_our_templates(project: Path) -> None:
    for config in map(project.joinpath, CONFIGS.values()):
        text = config.read_text("utf-8")
        for pattern, instead in OURS:
            text = pattern.sub(instead, text)
        config.write_text(text, "utf-8")
    for page in project.glob("docs/??/**/*.md"):
        page.write_text(TEMPLATE.sub("", page.read_text("utf-8"), count=1), "utf-8")


def shown(file: Path) -> list[str]:
    """The ids of the items on a built page."""
    page = html.document_fromstring(file.read_bytes())
    return [item.get("id", "") for item in page.find_class("checklist-item")]


def compared(site: Path, language: str) -> str:
    """How many of the pages that were read are there, with how many of their items."""
    read = [page for page in load_guide(ROOT).pages.values() if page.language == language]
    files = {page.key: site / page.key.removesuffix("index") / "index.html" for page in read}
    items = {page.key: [item.id.text for item in page.items if item.id] for page in read}
    there = [key for key, file in files.items() if file.is_file()]
    rendered = sum(len(items[key]) for key in there if shown(files[key]) == items[key])
    total = sum(map(len, items.values()))
    return f"{len(there)} of {len(read)} pages, {rendered} of {total} items"


def searched(site: Path) -> str:
    """What the search index holds."""
    file = site / "search.json"
    if not file.is_file():
        return "none"
    index = json.loads(file.read_text("utf-8"))
    return f"{len(index['items'])} entries, language {index['config']['lang']}"


def report(name: str, result: str) -> None:
    """A row of the table."""
    print(f"| {name} | {result} |", flush=True)


def trial(program: Path, folder: Path) -> None:
    """Build as it is, then without our templates, and print what there is."""
    failed = build(program, copy_project(folder), CONFIGS["nb"])
    report("With our templates", failed or compared(folder / "site", "nb"))
    without_our_templates(folder)
    for language, config in CONFIGS.items():
        shutil.rmtree(folder / "site", ignore_errors=True)
        failed = build(program, folder, config)
        report(f"Without them, {language}", failed or compared(folder / "site", language))
        report(f"Search, {language}", searched(folder / "site"))
        others = [each for each in OF_THE_HOOK if (folder / "site" / each).exists()]
        report(f"Of the hook, {language}", ", ".join(others) or "nothing")
    other = folder / "site/en/index.html"
    report("Both languages in one build", "yes" if other.is_file() else "no")


def main() -> None:
    """Install, try and print."""
    with tempfile.TemporaryDirectory() as name:
        program = install(Path(name) / "environment")
        if program:
            print(f"| {RELEASE} | |\n|---|---|")
            (Path(name) / "guide").mkdir()
            trial(program, Path(name) / "guide")


if __name__ == "__main__":
    main()
