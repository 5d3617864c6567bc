"""The command `checklists`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from checklists.load import PERMALINKS, load_guide
from checklists.permalinks import current_links, extended
from checklists.report import FORMATS, summary
from checklists.rules import check


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
    # Only the text is for people; what reads the other formats counts for itself.
    is_text = options.format == "text"
    colour = is_text and sys.stdout.isatty()
    print(FORMATS[options.format](findings, colour=colour), end="")
    if is_text:
        print(summary(len(findings), len(guide.pages) + len(guide.unread)))
    return 1 if any(not finding.is_advice for finding in findings) else 0


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
    checker.add_argument("--format", choices=sorted(FORMATS), default="text", help="default: text")
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
        "root", nargs="?", type=Path, default=Path(), help="the project folder (default: here)"
    )
    command.set_defaults(run=run)
    return command


if __name__ == "__main__":
    sys.exit(main())
