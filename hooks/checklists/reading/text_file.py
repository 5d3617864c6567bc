"""Files -> text, with a finding for each file that is not plain UTF-8 with LF line ends."""

from pathlib import Path

from checklists.grammar.places import Place, Span
from checklists.guide.finding import Finding
from checklists.guide.rule import Edit, Rule
from checklists.reading.damage import mend

NOT_UTF8 = Rule(
    "CL001: A file is UTF-8",
    "Any other encoding shows å as garbage to somebody.",
    Edit("title: Svar én gang", "title: Svar \ufffdn gang"),
    form="latin-1",
)

BYTE_ORDER_MARK = Rule(
    "CL002: A file has no BOM",
    "Some editors put an invisible mark first in a file. Then the front matter is not first.",
    Edit("---\ntitle: Svar én gang", "\ufeff---\ntitle: Svar én gang"),
)

LINE_END = Rule(
    "CL003: Lines end in LF",
    "Mixed line ends make every line of a change look new.",
    Edit("kind: principle\nsummary:", "kind: principle\r\nsummary:"),
)

EMPTY_FILE = Rule(
    "CL004: A file is not empty",
    "An empty file becomes an empty page.",
    Edit("# Svar én gang", ""),
    form="whole file",
)

DIRECTORY = Rule(
    "CL005: A directory is not named like a page",
    "A folder that ends in `.md` is no page, and other programs trip over it.",
    Edit("docs/nb/notes/", "docs/nb/notes.md/"),
    file="docs/nb/notes.md",
    form="folder",
)

UNREADABLE = Rule(
    "CL006: A file can be read",
    "What cannot be read is not checked, so nobody would know what is wrong with it.",
    Edit("docs/sources.yml is there", "docs/sources.yml is missing, or nobody may read it"),
    file="docs/sources.yml",
    form="removed",
)

OUTSIDE_DOCS = Rule(
    "CL007: A file lies in docs/",
    "A link to a file elsewhere could publish what was never meant for the site.",
    Edit("docs/nb/notes.md", "docs/nb/notes.md -> /etc/hostname"),
    file="docs/nb/notes.md",
    form="link",
)


def read_text(root: Path, file: Path) -> tuple[str | None, list[Finding]]:
    """Read a file below `root`.

    The text is None when nothing can be made of the file. A BOM, CRLF line ends and spoilt
    characters are found but read past, so that one run shows what else is wrong.
    """
    path = file.relative_to(root).as_posix()
    if file.is_dir():
        return None, [_finding(path, DIRECTORY, "a directory is named like a page", "rename it")]
    if not file.resolve().is_relative_to(_home(root, file).resolve()):
        return None, [
            _finding(path, OUTSIDE_DOCS, "link leads out of docs/", "copy the file there")
        ]
    try:
        data = file.read_bytes()
    except OSError as error:
        return None, [_finding(path, UNREADABLE, f"file cannot be read: {error.strerror}")]
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
        findings.append(
            _finding(path, BYTE_ORDER_MARK, "file starts with a BOM", "save as UTF-8 without")
        )
    if not text.strip():
        return None, [*findings, _finding(path, EMPTY_FILE, "file is empty")]
    if (offset := text.find("\r")) >= 0:
        before = text[:offset]
        span = Span(before.count("\n") + 1, offset - before.rfind("\n"))
        line = text.split("\n")[span.line - 1].split("\r")[0]
        help = "save the file with LF line ends"
        findings.append(Finding(Place(path, span, line), LINE_END, "line ends in CR", help))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    meant, spoilt = mend(path, text)
    return meant, [*findings, *spoilt]


def _not_utf8(path: str, data: bytes, error: UnicodeDecodeError) -> Finding:
    before = data[: error.start].decode("utf-8")
    span = Span(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    line = data.split(b"\n")[span.line - 1].decode("utf-8", "replace").rstrip("\r")
    message = f"byte 0x{data[error.start]:02x} is not UTF-8"
    return Finding(Place(path, span, line), NOT_UTF8, message, "save the file as UTF-8")


def _finding(path: str, rule: Rule, message: str, help: str = "") -> Finding:
    return Finding(Place(path), rule, message, help)
