"""Findings -> text for people."""

from collections.abc import Iterable

from checklists.finding import Finding


def render(finding: Finding) -> str:
    """One finding: place, code and message, the line with the spot underlined, and the help."""
    lines = [_headline(finding)]
    if finding.source:
        number = str(finding.span.line)
        source = finding.source.replace("\t", " ")
        underline = " " * (finding.span.column - 1) + "^" * _visible_length(finding)
        lines += [f"  {number} | {source}", f"  {' ' * len(number)} | {underline}"]
    if finding.help:
        lines.append(f"  help: {finding.help}")
    return "\n".join(lines)


def render_all(findings: Iterable[Finding]) -> str:
    """All of them, a blank line between."""
    return "\n\n".join(render(finding) for finding in findings)


def summary(count: int, pages: int) -> str:
    """The closing line: `2 findings in 26 pages`."""
    return f"{_plural(count, 'finding')} in {_plural(pages, 'page')}"


def _headline(finding: Finding) -> str:
    place = f"{finding.path}:{finding.span.line}:{finding.span.column}"
    advice = "advice: " if finding.is_advice else ""
    return f"{place}: {finding.code} {advice}{finding.message}"


def _visible_length(finding: Finding) -> int:
    rest = len(finding.source) - finding.span.column + 1
    return max(1, min(finding.span.length, rest))


def _plural(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
