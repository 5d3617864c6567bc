"""Answers -> findings at each place that names the address."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from checklists.external.answer import Answer
from checklists.external.places import Places
from checklists.guide.finding import Finding

_NOT_FOR_PROGRAMS = {401, 403, 429}


def findings_of(answers: Iterable[Answer], places: Places) -> list[Finding]:
    """CL901 for what does not work; CL902 and CL903, advice, for redirects and refusals."""
    found = [
        replace(place, code=code, message=message, help=help, is_advice=code != "CL901")
        for answer in answers
        for code, message, help in _defects(answer)
        for place in places[answer.url]
    ]
    return sorted(found, key=lambda finding: finding.sort_key)


def _defects(answer: Answer) -> Iterator[tuple[str, str, str]]:
    if answer.problem and answer.status in _NOT_FOR_PROGRAMS:
        yield "CL903", f"{answer.url} does not answer programs: {answer.problem}", "look yourself"
    elif answer.problem:
        yield "CL901", f"{answer.url} does not work: {answer.problem}", ""
    elif answer.target:
        how = "has moved" if answer.is_permanent else "leads on for now"
        help = f"write `{answer.target}`" if answer.is_permanent else ""
        yield "CL902", f"{answer.url} {how} to {answer.target}", help


def summary_of(answers: Iterable[Answer], from_cache: int) -> str:
    """The closing line: `12 addresses: 9 work, 2 lead on, 1 fails (4 from the cache)`."""
    answers = list(answers)
    failing = sum(bool(answer.problem) for answer in answers)
    leading = sum(bool(answer.target) and not answer.problem for answer in answers)
    working = len(answers) - failing - leading
    return (
        f"addresses: {len(answers)}, working: {working}, leading on: {leading}, "
        f"not working: {failing} ({from_cache} from the cache)"
    )
