"""Answers -> findings at each place that names the address."""

from collections.abc import Iterable, Iterator

from checklists.external.answer import Answer
from checklists.external.places import Places
from checklists.guide.finding import Defect, Finding
from checklists.guide.rule import Edit, Rule

BROKEN_LINK = Rule(
    "CL901",
    "A link to another site works",
    "The reader meets an error page on somebody else's site.",
    Edit("https://handbook.example/ok", "https://handbook.example/status/404"),
    form="other site",
)

MOVED = Rule(
    "CL902",
    "A link to another site leads straight there",
    "The old address works for as long as they keep it. The new one is known.",
    Edit("https://handbook.example/ok", "https://handbook.example/moved/301"),
    form="other site",
    is_advice=True,
)

REFUSES_PROGRAMS = Rule(
    "CL903",
    "Another site can be asked",
    "Some sites turn programs away. Only a person can see whether the page is there.",
    Edit("https://handbook.example/ok", "https://handbook.example/status/403"),
    form="other site",
    is_advice=True,
)

_NOT_FOR_PROGRAMS = {401, 403, 429}


def findings_of(answers: Iterable[Answer], places: Places) -> list[Finding]:
    """CL901 for what does not work; CL902 and CL903, advice, for redirects and refusals."""
    found = [
        defect.at(place)
        for answer in answers
        for defect in _defects(answer)
        for place in places[answer.url]
    ]
    return sorted(found, key=lambda finding: finding.sort_key)


def _defects(answer: Answer) -> Iterator[Defect]:
    if answer.problem and answer.status in _NOT_FOR_PROGRAMS:
        yield Defect(
            REFUSES_PROGRAMS,
            f"{answer.url} does not answer programs: {answer.problem}",
            "look yourself",
        )
    elif answer.problem:
        yield Defect(BROKEN_LINK, f"{answer.url} does not work: {answer.problem}", "")
    elif answer.target:
        how = "has moved" if answer.is_permanent else "leads on for now"
        help = f"write `{answer.target}`" if answer.is_permanent else ""
        yield Defect(MOVED, f"{answer.url} {how} to {answer.target}", help)


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
