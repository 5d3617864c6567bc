"""Answers -> findings at each place that names the address."""

from collections.abc import Iterator
from dataclasses import replace

from checklists.external.linkchecker import Answer
from checklists.external.places import Places
from checklists.finding import Finding

_NOT_FOR_PROGRAMS = ("401", "403", "429")


def findings_of(answers: dict[str, Answer], places: Places) -> list[Finding]:
    """CL901 for what does not work; CL902 and CL903, advice, for redirects and refusals."""
    found = [
        replace(place, code=code, message=message, help=help, is_advice=code != "CL901")
        for url, answer in answers.items()
        for code, message, help in _defects(url, answer)
        for place in places[url]
    ]
    return sorted(found, key=lambda finding: finding.sort_key)


def _defects(url: str, answer: Answer) -> Iterator[tuple[str, str, str]]:
    if answer.problem.startswith(_NOT_FOR_PROGRAMS):
        yield "CL903", f"{url} does not answer programs: {answer.problem}", "look yourself"
    elif answer.problem:
        yield "CL901", f"{url} does not work: {answer.problem}", ""
    elif answer.target:
        how = "has moved" if answer.is_permanent else "leads on for now"
        help = f"write `{answer.target}`" if answer.is_permanent else ""
        yield "CL902", f"{url} {how} to {answer.target}", help


def summary_of(answers: dict[str, Answer]) -> str:
    """The closing line: how many addresses there are, work, lead on and do not work."""
    failing = sum(bool(answer.problem) for answer in answers.values())
    leading = sum(bool(answer.target) and not answer.problem for answer in answers.values())
    working = len(answers) - failing - leading
    return (
        f"addresses: {len(answers)}, working: {working}, leading on: {leading}, "
        f"not working: {failing}"
    )
