"""Links to other sites: where they stand in the guide, and what is found when they are asked."""

from collections.abc import Iterator

from checklists.external.linkchecker import Answer
from checklists.grammar.places import Place
from checklists.guide.finding import Defect, Finding
from checklists.guide.model import Guide
from checklists.guide.rule import Edit, Rule

BROKEN_LINK = Rule(
    "CL901: A link to another site works",
    "The reader meets an error page on somebody else's site.",
    Edit("https://handbook.example/ok", "https://handbook.example/status/404"),
    form="other site",
)

MOVED = Rule(
    "CL902: A link to another site leads straight there",
    "The old address works for as long as they keep it. The new one is known.",
    Edit("https://handbook.example/ok", "https://handbook.example/moved/301"),
    form="other site",
    is_advice=True,
)

REFUSES_PROGRAMS = Rule(
    "CL903: Another site can be asked",
    "Some sites turn programs away. Only a person can see whether the page is there.",
    Edit("https://handbook.example/ok", "https://handbook.example/status/403"),
    form="other site",
    is_advice=True,
)

Places = dict[str, list[Place]]
_ASKED = ("https://", "http://")
_NOT_FOR_PROGRAMS = ("401", "403", "429")


def external_places(guide: Guide) -> Places:
    """Address, without its fragment -> each place."""
    found = [
        (reference.target.text, page.place(reference.target.span))
        for page in guide.pages.values()
        for reference in page.references
    ]
    found += [(source.url, source.place) for source in guide.sources.values()]
    places: Places = {}
    for target, place in found:
        if target.lower().startswith(_ASKED):
            places.setdefault(target.partition("#")[0], []).append(place)
    return places


def findings_of(answers: dict[str, Answer], places: Places) -> list[Finding]:
    """CL901 for what does not work; CL902 and CL903, advice, for redirects and refusals."""
    found = [
        defect.at(place)
        for url, answer in answers.items()
        for defect in _defects(url, answer)
        for place in places[url]
    ]
    return sorted(found, key=lambda finding: finding.sort_key)


def _defects(url: str, answer: Answer) -> Iterator[Defect]:
    if answer.problem.startswith(_NOT_FOR_PROGRAMS):
        yield Defect(
            REFUSES_PROGRAMS, f"{url} does not answer programs: {answer.problem}", "look yourself"
        )
    elif answer.problem:
        yield Defect(BROKEN_LINK, f"{url} does not work: {answer.problem}", "")
    elif answer.target:
        how = "has moved" if answer.is_permanent else "leads on for now"
        help = f"write `{answer.target}`" if answer.is_permanent else ""
        yield Defect(MOVED, f"{url} {how} to {answer.target}", help)


def summary_of(answers: dict[str, Answer]) -> str:
    """The closing line: how many addresses there are, work, lead on and do not work."""
    failing = sum(bool(answer.problem) for answer in answers.values())
    leading = sum(bool(answer.target) and not answer.problem for answer in answers.values())
    working = len(answers) - failing - leading
    return (
        f"addresses: {len(answers)}, working: {working}, leading on: {leading}, "
        f"not working: {failing}"
    )
