"""Findings -> text for people."""

from collections.abc import Sequence

from checklists.guide.finding import Finding
from checklists.guide.suggestions import plural

BOLD, RED, CYAN, PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[36m", "\x1b[0m"


def render(finding: Finding, *, colour: bool = False) -> str:
    """One finding: place, code and message, the line with the spot underlined, and the help."""
    lines = [_headline(finding, colour)]
    if finding.place.source:
        number = str(finding.place.span.line)
        # Tabs and control characters become spaces, so that the carets fit.
        source = "".join(each if each.isprintable() else " " for each in finding.place.source)
        column, length = finding.place.span.column, finding.place.span.length
        carets = _paint("^" * max(1, min(length, len(source) - column + 1)), RED, colour)
        underline = " " * (column - 1) + carets
        lines += [f"  {number} | {source}", f"  {' ' * len(number)} | {underline}"]
    if finding.help:
        lines.append(f"  {_paint('help:', CYAN, colour)} {finding.help}")
    return "\n".join(lines)


def render_text(findings: Sequence[Finding], *, colour: bool = False) -> str:
    """All of them, a blank line after each."""
    return "".join(f"{render(finding, colour=colour)}\n\n" for finding in findings)


def summary(count: int, pages: int) -> str:
    """The closing line: `2 findings in 26 pages`."""
    return f"{plural(count, 'finding')} in {plural(pages, 'page')}"


def _headline(finding: Finding, colour: bool) -> str:
    place = f"{finding.place.path}:{finding.place.span.line}:{finding.place.span.column}"
    warning = "warning: " if finding.is_warning else ""
    code = _paint(finding.rule.code, RED, colour)
    return f"{_paint(place, BOLD, colour)}: {code} {warning}{finding.message}"


def _paint(text: str, code: str, colour: bool) -> str:
    return f"{code}{text}{PLAIN}" if colour else text
