"""The command `checklists`."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from checklists.commands import check, fix, links, new, permalinks, rules, schema


class Command(Protocol):
    """A module of `checklists.commands`."""

    HELP: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add its options to a parser."""

    def run(self, options: argparse.Namespace) -> int:
        """Run it. Returns the exit code."""


COMMANDS: dict[str, Command] = {
    "check": check,
    "fix": fix,
    "links": links,
    "new": new,
    "permalinks": permalinks,
    "rules": rules,
    "schema": schema,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns 0, 1 for findings beyond advice, 2 when it cannot run."""
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        code = run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # who reads the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"checklists: {error}", file=sys.stderr)
        return 2
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="checklists", description="Tools for a checklist guide.")
    commands = parser.add_subparsers(dest="command", required=True)
    for name, command in COMMANDS.items():
        each = commands.add_parser(name, help=command.HELP)
        help = "the project folder (default: here)"
        each.add_argument("--root", type=Path, default=Path(), help=help)
        command.add_arguments(each)
        each.set_defaults(run=command.run)
    return parser


if __name__ == "__main__":
    sys.exit(main())
