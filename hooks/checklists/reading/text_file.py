"""Files -> text, with a finding for each file that is not plain UTF-8 with LF line ends."""

from pathlib import Path

from checklists.guide.finding import Finding, Span


def read_text(root: Path, file: Path) -> tuple[str | None, list[Finding]]:
    """Read a file below `root`.

    The text is None when nothing can be made of the file. A BOM and CRLF line ends are found
    but read past, so that one run shows what else is wrong.
    """
    path = file.relative_to(root).as_posix()
    if file.is_dir():
        return None, [_finding(path, "CL005", "a directory is named like a page", "rename it")]
    if not file.resolve().is_relative_to(_home(root, file).resolve()):
        return None, [_finding(path, "CL007", "link leads out of docs/", "copy the file there")]
    try:
        data = file.read_bytes()
    except OSError as error:
        return None, [_finding(path, "CL006", f"file cannot be read: {error.strerror}")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, [_not_utf8(path, data, error)]
    return _normalise(path, text)


def _home(root: Path, file: Path) -> Path:
    """Where a link may lead: docs/, or the project for what stands at its top."""
    top = root / file.relative_to(root).parts[0]
    return root if top == file else top


def _normalise(path: str, text: str) -> tuple[str | None, list[Finding]]:
    findings: list[Finding] = []
    if text.startswith("\ufeff"):
        text = text[1:]
        findings.append(_finding(path, "CL002", "file starts with a BOM", "save as UTF-8 without"))
    if not text.strip():
        return None, [*findings, _finding(path, "CL004", "file is empty")]
    if (offset := text.find("\r")) >= 0:
        before = text[:offset]
        span = Span(before.count("\n") + 1, offset - before.rfind("\n"))
        line = text.split("\n")[span.line - 1].split("\r")[0]
        help = "save the file with LF line ends"
        findings.append(Finding(path, span, "CL003", "line ends in CR", help, line))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, findings


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Finding:
    before = data[: error.start].decode("utf-8")
    span = Span(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    line = data.split(b"\n")[span.line - 1].decode("utf-8", "replace").rstrip("\r")
    message = f"byte 0x{data[error.start]:02x} is not UTF-8"
    return Finding(path, span, "CL001", message, "save the file as UTF-8", line)


def _finding(path: str, code: str, message: str, help: str = "") -> Finding:
    return Finding(path, Span(1, 1), code, message, help)
