"""Practices that remember, that cannot be guessed, and that two people can play."""

from collections.abc import Iterator

from checklists.guide.cards import cards, is_complete
from checklists.guide.figures import MANY, Figures, figures
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Page
from checklists.guide.rule import Rule
from checklists.guide.style import Limits
from checklists.guide.suggestions import suggest
from checklists.guide.way import Ways
from checklists.markdown.scene_sections import CARDS

CONDITION = Rule(
    "CL512",
    "What depends on the way can be true, and can be false",
    "Elsewhere it says what everybody has done, or what nobody can have done.",
)

GUESSED = Rule(
    "CL513",
    "The right answers of a practice cannot be guessed",
    "Whoever takes the longest answer, or always the first, has not practised.",
    severity="warning",
)

FOR_TWO = Rule(
    "CL514",
    "A practice has cards for two",
    "Words are learnt aloud, with somebody who answers.",
    severity="warning",
)


def conditions(guide: Guide) -> Iterator[Finding]:
    for page in _practices(guide):
        ways = Ways(page)
        arrivals = ways.arrivals()
        for id, found in ways.conditions.items():
            for each in found:
                for name in sorted(each.scenes - ways.graph.keys()):
                    message = f"no scene `{name}`"
                    yield page.finding(CONDITION, each.span, message, suggest(name, ways.graph))
                holds = {each.holds(visited) for visited in arrivals[id]}
                if len(holds) == 1 and each.scenes <= ways.graph.keys():
                    message = f"it {'always' if holds.pop() else 'never'} holds in `{id}`"
                    yield page.finding(CONDITION, each.span, message, "name a scene before it")
            if any(ways.is_stuck(id, visited) for visited in arrivals[id]):
                message = f"on some way nothing is left to choose in `{id}`"
                yield page.finding(CONDITION, ways.graph[id].span, message)


def guessed_answers(guide: Guide) -> Iterator[Finding]:
    for page in _practices(guide):
        for message in _guessed(figures(Ways(page)), guide.style.limits):
            yield page.finding(GUESSED, page.meta_span("kind"), message, "see docs/style.yml")


def _guessed(found: Figures, limits: Limits) -> Iterator[str]:
    if found.three * 100 < found.choices * limits.options:
        yield f"{found.three} of {found.choices} choices have {MANY} options or more"
    if found.longest * 100 > found.decisions * limits.longest:
        yield f"a longest answer is right in {found.longest} of {found.decisions} choices"
    if limits.options and len(found.places) == 1 and found.places.total() > 1:
        yield f"the right answer always has place {next(iter(found.places))}"


def cards_for_two(guide: Guide) -> Iterator[Finding]:
    """CL514. Without any, no practice needs them."""
    found = {page.path: (page, cards(page)) for page in _practices(guide)}
    for page, each in found.values() if any(each for _, each in found.values()) else ():
        if not is_complete(each):
            message = f"cards for two are missing or not complete: `## … {{ #{CARDS} }}`"
            yield page.finding(FOR_TWO, page.meta_span("kind"), message, "see CONTRIBUTING.md")


def _practices(guide: Guide) -> Iterator[Page]:
    return (page for page in guide.pages.values() if page.kind == "practice")
