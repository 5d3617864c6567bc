"""The command `checklists`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from checklists.load import PERMALINKS, load_guide
from checklists.permalinks import current_links, extended
from checklists.report import FORMATS, summary
from checklists.rules import check
from checklists.rules.ids import ID, ID_HELP
from checklists.scaffold import FOLDERS, new_page
from checklists.site.check import check_site


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns 0, 1 for findings beyond advice, 2 when it cannot run."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except OSError as error:
        print(f"checklists: {error}", file=sys.stderr)
        return 2


def _check(options: argparse.Namespace) -> int:
    guide = load_guide(options.root)
    findings = check(guide)
    if options.site:
        address = next((config.address for config in guide.configs if config.address), "")
        findings = [*findings, *check_site(options.site, address)]
    # Only the text is for people; what reads the other formats counts for itself.
    is_text = options.format == "text"
    colour = is_text and sys.stdout.isatty()
    print(FORMATS[options.format](findings, colour=colour), end="")
    if is_text:
        print(summary(len(findings), len(guide.pages) + len(guide.unread)))
    return 1 if any(not finding.is_advice for finding in findings) else 0


def _new(options: argparse.Namespace) -> int:
    if not ID.fullmatch(options.name):
        print(f"checklists: `{options.name}` is not a valid name: {ID_HELP}", file=sys.stderr)
        return 2
    pages = new_page(options.kind, options.name, date.today())
    files = {options.root / "docs" / path: text for path, text in pages.items()}
    for file in files:
        if file.exists():
            print(f"checklists: {file} is there already", file=sys.stderr)
            return 2
    for file, text in files.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
        print(f"wrote {file}")
    print("Add it to `nav` in mkdocs.yml and mkdocs.en.yml, and write what stands in ‹ ›.")
    return 0


def _permalinks(options: argparse.Namespace) -> int:
    file = options.root / "docs" / PERMALINKS
    text = file.read_text("utf-8") if file.exists() else ""
    new = extended(text, current_links(load_guide(options.root)))
    added = new.count("\n") - text.count("\n") if text else len(new.split("\n"))
    if not options.update:
        print(new[len(text) :], end="")
        return 0
    if new != text:
        file.write_text(new, "utf-8", newline="\n")
    print(f"{added} lines added to {file}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="checklists", description="Tools for a checklist guide.")
    commands = parser.add_subparsers(dest="command", required=True)
    checker = _command(commands, "check", "check the content in docs/", _check)
    checker.add_argument("--site", type=Path, help="check this folder with the built site, too")
    checker.add_argument("--format", choices=sorted(FORMATS), default="text", help="default: text")
    maker = _command(commands, "new", "make a page in both languages, all but its words", _new)
    maker.add_argument("kind", choices=sorted(FOLDERS))
    maker.add_argument("name", help="English, as in an address: saying-no")
    keeper = _command(commands, "permalinks", "show the links not yet listed", _permalinks)
    keeper.add_argument("--update", action="store_true", help="add them to docs/permalinks.txt")
    return parser


def _command(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]",
    name: str,
    help: str,
    run: Callable[[argparse.Namespace], int],
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help)
    command.add_argument(
        "--root", type=Path, default=Path(), help="the project folder (default: here)"
    )
    command.set_defaults(run=run)
    return command


if __name__ == "__main__":
    sys.exit(main())
