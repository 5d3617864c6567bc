"""The command `checklists`."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from difflib import unified_diff
from itertools import groupby
from pathlib import Path

from checklists.collector import paused_collector
from checklists.external.answer import Settings
from checklists.external.places import external_places
from checklists.finding import Finding
from checklists.fix import missing_ids, with_additions
from checklists.front_matter import front_matter_schema
from checklists.load import CONFIGS, PERMALINKS, load_guide
from checklists.permalinks import current_links, extended
from checklists.report import FORMATS, summary
from checklists.rules import check
from checklists.rules.ids import ID, ID_HELP
from checklists.rules.reference import reference
from checklists.scaffold import FOLDERS, new_page
from checklists.site.check import check_site
from checklists.sources import sources_schema

CACHE = Path(".cache/links.json")
DAY = 86_400  # seconds
FIRST_LOOK = 100  # milliseconds
WATCHED = ("docs", "overrides", *CONFIGS)
SCHEMAS = {"front-matter": front_matter_schema, "sources": sources_schema}


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
    return _watch(options) if options.watch else _check_once(options)


def _watch(options: argparse.Namespace) -> int:
    from watchfiles import watch  # noqa: PLC0415 (costs start-up time, and is for this only)

    watched = [path for name in WATCHED if (path := options.root / name).exists()]
    code = None
    # It yields at each change, and after a moment without: the first check comes when it watches.
    for changes in watch(
        *watched, rust_timeout=FIRST_LOOK, yield_on_timeout=True, raise_interrupt=False
    ):
        if changes or code is None:
            print(f"--- {datetime.now():%H:%M:%S} ---")
            code = _check_once(options)
    return code or 0


def _check_once(options: argparse.Namespace) -> int:
    with paused_collector():
        guide = load_guide(options.root)
        findings = check(guide)
        if options.site:
            address = next((config.address for config in guide.configs if config.address), "")
            findings = [*findings, *check_site(options.site, address)]
    return _print(findings, options.format, summary(len(findings), guide.page_count))


def _print(findings: Sequence[Finding], format: str, closing: str) -> int:
    """Returns the exit code. Only the text is for people: other formats end without a summary."""
    is_text = format == "text"
    colour = is_text and sys.stdout.isatty()
    print(FORMATS[format](findings, colour=colour), end="")
    if is_text:
        print(closing)
    sys.stdout.flush()  # who watches through a pipe wants to see it now
    return 1 if any(not finding.is_advice for finding in findings) else 0


def _fix(options: argparse.Namespace) -> int:
    guide = load_guide(options.root)
    added = sorted(missing_ids(guide), key=lambda each: (each.path, each.line))
    for path, group in groupby(added, key=lambda each: each.path):
        additions = list(group)
        file = options.root / path
        text = file.read_bytes().decode("utf-8")  # line ends as they are
        if "\r" in text.replace("\r\n", "\n"):
            print(f"{path}: left as it is, see CL003", file=sys.stderr)
            continue
        new = with_additions(text, additions)
        if options.diff:
            lines = (text.splitlines(keepends=True), new.splitlines(keepends=True))
            sys.stdout.writelines(unified_diff(*lines, path, path))
            continue
        file.write_bytes(new.encode("utf-8"))
        for each in additions:
            print(f"{path}:{each.line}: added #{each.id}")
    if not options.diff:
        print(f"{len(added)} ids added")
    return 0


def _schema(options: argparse.Namespace) -> int:
    print(json.dumps(SCHEMAS[options.of](), indent=2, ensure_ascii=False))
    return 0


def _links(options: argparse.Namespace) -> int:
    places = external_places(load_guide(options.root))
    if not options.online:
        for url, found in sorted(places.items()):
            print(url, *sorted({place.path for place in found}), sep="\n  ")
        return 0
    # Takes a while to import, and is needed here only.
    from checklists.external.check import check_links  # noqa: PLC0415

    settings = Settings(
        timeout=options.timeout,
        retries=options.retries,
        per_host=options.per_host,
        allow_private=options.allow_private,
    )
    findings, closing = check_links(places, settings, options.root / CACHE, options.max_age * DAY)
    return _print(findings, options.format, closing)


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


def _rules(options: argparse.Namespace) -> int:
    del options
    print(reference(), end="")
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
    _add_format(checker)
    help = "check again whenever a file changes"
    checker.add_argument("--watch", action="store_true", help=help)
    fixer = _command(commands, "fix", "add missing ids, the same in both languages", _fix)
    help = "show what would be added, and change nothing"
    fixer.add_argument("--diff", action="store_true", help=help)
    help = "show the JSON Schema of front matter or of docs/sources.yml"
    describer = _command(commands, "schema", help, _schema)
    describer.add_argument("of", choices=sorted(SCHEMAS))
    linker = _command(commands, "links", "show the links to other sites", _links)
    _add_link_options(linker, Settings())
    maker = _command(commands, "new", "make a page in both languages, all but its words", _new)
    maker.add_argument("kind", choices=sorted(FOLDERS))
    maker.add_argument("name", help="English, as in an address: saying-no")
    keeper = _command(commands, "permalinks", "show the links not yet listed", _permalinks)
    keeper.add_argument("--update", action="store_true", help="add them to docs/permalinks.txt")
    _command(commands, "rules", "show every rule, with examples, as Markdown", _rules)
    return parser


def _add_format(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help="default: text")


def _add_link_options(parser: argparse.ArgumentParser, default: Settings) -> None:
    _add_format(parser)
    parser.add_argument("--online", action="store_true", help="ask whether they work")
    numbers = {
        "--timeout": (float, default.timeout, "seconds to wait for an answer"),
        "--retries": (int, default.retries, "tries after the first"),
        "--per-host": (int, default.per_host, "requests to one site at a time"),
        "--max-age": (float, 7.0, "days that a good answer holds"),
    }
    for name, (kind, value, help) in numbers.items():
        parser.add_argument(name, type=kind, default=value, help=f"{help} (default: {value:g})")
    help = "ask in private networks, too"
    parser.add_argument("--allow-private", action="store_true", help=help)


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
