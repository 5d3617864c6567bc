"""Builds a copy of the guide with Zensical: the last line it says, or how much of it is there.

Run as `python -m tests.benchmarks.zensical`. Zensical is installed in a folder that is thrown away;
without a network the trial is left out.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from checklists.reading.project import load_guide

from tests.project import ROOT, copy_project

RELEASE = "zensical==0.0.73"
NEEDED = ("jinja2", "lxml", "pydantic", "pyyaml")  # by the check and the Markdown extension
OURS = re.compile(
    r"^(?:  custom_dir|  static_templates|  alternate: true|hooks)\b.*\n", re.MULTILINE
)
"""What Zensical cannot use yet: the hook, and templates that need it."""
TEMPLATE = re.compile(r"^template: .*\n", re.MULTILINE)


def run(*command: str | Path, folder: Path = ROOT) -> str:
    """The last line of what a command that fails says; "" when it succeeds."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    said = (done.stderr.strip() or done.stdout.strip() or "no message").splitlines()
    return said[-1] if done.returncode else ""


def install(folder: Path) -> str:
    """Install Zensical and our package; says why not."""
    uv = ROOT / ".uv/bin/uv"
    pip = (uv, "pip", "install", "--python", folder / "bin/python")
    return (
        run(uv, "venv", "--python", sys.executable, folder)
        or run(*pip, RELEASE, *NEEDED)
        or run(*pip, "--no-deps", ROOT)
    )


def without_ours(project: Path) -> None:
    """Leave out the hook, and templates that need it."""
    for file in (*project.glob("mkdocs*.yml"), *project.glob("docs/??/**/*.md")):
        pattern = TEMPLATE if file.suffix == ".md" else OURS
        file.write_text(pattern.sub("", file.read_text("utf-8")), "utf-8")


def shown(site: Path, language: str) -> str:
    """How many pages and items of a language are on the site."""
    read = [page for page in load_guide(ROOT).pages.values() if page.language == language]
    files = [site / page.key.removesuffix("index") / "index.html" for page in read]
    pages = [file.read_text("utf-8") for file in files if file.is_file()]
    items = sum(page.count('class="checklist-item') for page in pages)
    total = sum(1 for page in read for _ in page.items)
    return f"{len(pages)} of {len(read)} pages, {items} of {total} items"


def main() -> None:
    """Install, try and print."""
    with tempfile.TemporaryDirectory() as name:
        environment, project = Path(name) / "environment", Path(name) / "guide"
        project.mkdir()
        if problem := install(environment):
            print(f"left out: {RELEASE} cannot be installed: {problem}")
            return
        build = (environment / "bin/zensical", "build", "--clean", "--config-file")
        failed = run(*build, "mkdocs.yml", folder=copy_project(project))
        print(f"{RELEASE}\nWith our templates: {failed or shown(project / 'site', 'nb')}")
        without_ours(project)
        for language, config in {"nb": "mkdocs.yml", "en": "mkdocs.en.yml"}.items():
            failed = run(*build, config, folder=project)
            print(f"Without them, {language}: {failed or shown(project / 'site', language)}")


if __name__ == "__main__":
    main()
