"""The command `checklists`."""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

COMMANDS = {
    "check": "check the content",
    "fix": "add missing ids, the same in each language",
    "new": "make a page in each language, ready for its words",
    "permalinks": "show the links not yet listed",
    "reviews": "show which pages are due for review, and when",
    "rules": "show every rule, with examples, as Markdown",
    "ways": "show every path through a practice",
}
"""Each is a module of `checklists.commands`."""
ROOT_HELP = "the project folder (default: here)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command. Returns 0, 1 for errors found, 2 when it cannot run."""
    gc.set_threshold(100_000)  # as in hooks/main.py
    options = _parse(sys.argv[1:] if arguments is None else arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        code = run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # as with `| head`
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        print(f"checklists: {error}", file=sys.stderr)
        return 2
    return code


def _parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Import only the command that is asked for: the others cost start-up time."""
    parser = argparse.ArgumentParser(prog="checklists", description="Tools for a checklist guide.")
    commands = parser.add_subparsers(dest="command", required=True)
    asked = next((word for word in arguments if word in COMMANDS), None)
    for name, help in COMMANDS.items():
        each = commands.add_parser(name, help=help)
        each.add_argument("--root", type=Path, default=Path(), help=ROOT_HELP)
        if name == asked:
            module = import_module(f"checklists.commands.{name}")
            module.add_arguments(each)
            each.set_defaults(run=module.run)
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
