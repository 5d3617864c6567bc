"""How easily the right answers of a practice are guessed, without reading it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from checklists.guide.way import SceneText, Ways

MANY = 3
"""Options of a choice that is more than right or wrong."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Counts of choices. An answer is right if no other leads to a good ending in fewer steps.

    `decisions`: choices with a right answer and a wrong one. `longest`: those where a longest
    answer is right. `places`: where the right answer stands, from 1, if there is but one.
    """

    choices: int
    three: int
    decisions: int
    longest: int
    places: Counter[int]

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.choices + other.choices,
            self.three + other.three,
            self.decisions + other.decisions,
            self.longest + other.longest,
            self.places + other.places,
        )

    def __str__(self) -> str:
        places = ", ".join(f"{self.places[place]} × {place}" for place in range(1, MANY + 1))
        return (
            f"{self.choices} choices, {self.three} with three options or more; right is the "
            f"longest in {self.longest} of {self.decisions}; its place: {places}"
        )


def figures(ways: Ways) -> Figures:
    """Those of one practice."""
    distance = _distances(ways)
    choices = [options for options in ways.options.values() if len(options) > 1]
    decisions = [(each, right) for each in choices if (right := _right(each, distance))]
    return Figures(
        len(choices),
        sum(len(options) >= MANY for options in choices),
        len(decisions),
        sum(_is_longest(options, right) for options, right in decisions),
        Counter(options.index(right[0]) + 1 for options, right in decisions if len(right) == 1),
    )


def total(several: Iterable[Figures]) -> Figures:
    """Those of all of them."""
    return sum(several, Figures(0, 0, 0, 0, Counter()))


def _right(options: list[SceneText], distance: dict[str, int]) -> list[SceneText]:
    """None where all are as near to a good ending."""
    far = len(distance) + 1
    steps = [distance.get(option.target, far) for option in options]
    if len(set(steps)) == 1:
        return []
    return [option for option, step in zip(options, steps, strict=True) if step == min(steps)]


def _is_longest(options: list[SceneText], right: list[SceneText]) -> bool:
    longest = max(len(option.text.shown) for option in options)
    return any(len(option.text.shown) == longest for option in right)


def _distances(ways: Ways) -> dict[str, int]:
    """Scene -> the fewest choices to a good ending."""
    good = [id for id, scene in ways.graph.items() if any(f.text == "good" for f in scene.flags)]
    distance, front = dict.fromkeys(good, 0), good
    for id in front:  # grows while it is read
        for before, options in ways.options.items():
            if before not in distance and any(option.target == id for option in options):
                distance[before] = distance[id] + 1
                front.append(before)
    return distance
