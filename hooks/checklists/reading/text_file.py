"""Files -> text."""

import re
from pathlib import Path

from checklists.guide.ids import ID_HELP, KEY
from checklists.guide.model import Problem
from checklists.guide.places import Place, Span

_CONFLICT = re.compile(r"^(?:<{7}|>{7})(?= |$)", re.MULTILINE)


def read_text(root: Path, file: Path) -> tuple[str | None, list[Problem]]:
    """The text of a file below `root`, with LF line ends; None when it cannot be used at all."""
    path = file.relative_to(root).as_posix()
    try:
        data = _bytes(root, file)
    except OSError as error:
        message = f"file cannot be used: {error.strerror or error}"
        return None, [Problem("file", Place(path), message)]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, data, error)]
    if not text.strip():
        return None, [Problem("file", Place(path), "file is empty")]
    return _normalised(path, text)


def _bytes(root: Path, file: Path) -> bytes:
    """Raises OSError. A symbolic link must not publish what lies outside docs/."""
    top = root / file.relative_to(root).parts[0]
    home = root if top == file else top
    if not file.resolve().is_relative_to(home.resolve()):
        raise OSError(f"it links to a place outside {home.name}/")
    return file.read_bytes()


def _normalised(path: str, text: str) -> tuple[str | None, list[Problem]]:
    """Read past a byte order mark and CR, so that one run shows everything."""
    problems = []
    if text.startswith("\ufeff"):
        text = text[1:]
        help = "save it as UTF-8 without one"
        problems.append(
            Problem("encoding", Place(path), "file starts with a byte order mark", help)
        )
    if "\r" in text:
        place = Place(path, Span(text.partition("\r")[0].count("\n") + 1, 1))
        problems.append(Problem("encoding", place, "line ends in CR", "save it with LF line ends"))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    conflict = _CONFLICT.search(text)
    if conflict is None:
        return text, problems
    line = text.count("\n", 0, conflict.start()) + 1
    place = Place(path, Span(line, 1, 7), text.split("\n")[line - 1])
    help = "keep one of the versions, and delete the lines with the marks"
    return None, [*problems, Problem("conflict", place, "merge conflict is not resolved", help)]


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Problem:
    before = data[: error.start].decode("utf-8")
    span = Span(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    line = data.split(b"\n")[span.line - 1].decode("utf-8", "replace").rstrip("\r")
    message = f"byte 0x{data[error.start]:02x} is not UTF-8"
    return Problem("encoding", Place(path, span, line), message, "save the file as UTF-8")


def key_problem(path: str, name: str) -> Problem | None:
    """What is wrong with the name of a page: its path in a language without the ending."""
    if KEY.fullmatch(name):
        return None
    return Problem("file", Place(path), f"`{name}` cannot be an address", f"rename it: {ID_HELP}")
