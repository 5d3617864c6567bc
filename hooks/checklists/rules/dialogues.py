"""Rules on practice and finder pages: each `##` is a scene, its links to scenes are the choices."""

from collections.abc import Iterator

from checklists.grammar.addresses import Destination, place_of
from checklists.guide.drafts import is_draft
from checklists.guide.finding import Finding
from checklists.guide.front_matter import PracticeMatter
from checklists.guide.model import DEFAULT_LANGUAGE, Guide, Page, Section
from checklists.guide.phrasing import nearest
from checklists.guide.rule import Edit
from checklists.guide.scenes import Scenes, choices, scenes
from checklists.rules.table import rule

MOST_CHOICES = 3
OUTCOMES = ("good", "bad")


@rule(
    "CL501: A choice leads to a scene",
    "A reader who chooses an answer wants to see what happens.",
    Edit("[«Vent litt.»](#wait)", "[«Vent litt.»](#wait-a-bit)"),
    file="docs/nb/practice/answer.md",
)
def choice_target(guide: Guide) -> Iterator[Finding]:
    for page, graph in _graphs(guide):
        for scene in graph.values():
            for choice in choices(scene):
                if choice.text not in graph:
                    message = f"choice leads to no scene: `{choice.text}`"
                    yield page.finding(
                        choice_target, choice.span, message, nearest(choice.text, graph)
                    )


@rule(
    "CL502: A scene can be reached",
    "Nobody would ever see the scene.",
    Edit("- [«Vent litt.»](#wait)\n- [«Her er svaret.»](#answer)", "- [«Her er svaret.»](#answer)"),
    file="docs/nb/practice/answer.md",
)
def unreachable_scene(guide: Guide) -> Iterator[Finding]:
    for page, graph in _graphs(guide):
        distance = _distances(graph)
        if any(choice.text not in graph for each in graph.values() for choice in choices(each)):
            continue  # a broken choice may be the way to what seems out of reach
        for id, scene in graph.items():
            if id not in distance:
                message = f"no choice leads to scene `{id}`"
                yield page.finding(
                    unreachable_scene, scene.span, message, "link to it, or remove it"
                )


@rule(
    "CL503: A scene has a way to an ending",
    "A practice that goes in a circle teaches nothing.",
    Edit("- [«Vent litt.»](#wait)\n- [«Her er svaret.»](#answer)", "- [«Vent litt.»](#start)"),
    file="docs/nb/practice/answer.md",
)
def no_way_out(guide: Guide) -> Iterator[Finding]:
    for page, graph in _graphs(guide):
        ending = {id for id, scene in graph.items() if not choices(scene)}
        grown = True
        while grown:
            more = {
                id for id, scene in graph.items() if {c.text for c in choices(scene)} & ending
            } - ending
            ending |= more
            grown = bool(more)
        for id in graph.keys() - ending:
            span = graph[id].span
            yield page.finding(no_way_out, span, f"no way from scene `{id}` to an ending")


@rule(
    "CL504: An ending links to what it teaches",
    "The ending is where one is ready to learn how to do better.",
    Edit(
        "Du svarte på [alt](../principles/answer-once.md#answer-everything).", "Du svarte på alt."
    ),
    file="docs/nb/practice/answer.md",
)
def ending_teaches(guide: Guide) -> Iterator[Finding]:
    """An item, or from the finder a page."""
    for page, graph in _graphs(guide):
        wants_item = isinstance(page.meta, PracticeMatter)
        for id, scene in _endings(graph):
            places = [place_of(page.key, link.text) for link in scene.links]
            if not any(_teaches(guide, page, place, wants_item) for place in places):
                what = "item" if wants_item else "page"
                message = f"ending `{id}` links to no {what}"
                yield page.finding(
                    ending_teaches, scene.span, message, "link to what one learns there"
                )


@rule(
    "CL505: An ending of a practice is good or bad",
    "Anyone who practises wants to know whether it went well.",
    Edit("{ #wait .bad }", "{ #wait }"),
    file="docs/nb/practice/answer.md",
)
def outcome(guide: Guide) -> Iterator[Finding]:
    for page, graph in _graphs(guide):
        if not isinstance(page.meta, PracticeMatter):
            continue
        for id, scene in graph.items():
            is_ending = not choices(scene)
            if len(scene.flags) != is_ending:
                wrong = "is not judged once" if is_ending else "is judged but is no ending"
                help = "flag an ending, and only an ending, `.good` or `.bad`"
                yield page.finding(outcome, scene.span, f"scene `{id}` {wrong}", help)
        seen = {flag.text for scene in graph.values() for flag in scene.flags}
        for missing in (outcome for outcome in OUTCOMES if outcome not in seen):
            span = page.matter_span("kind")
            yield page.finding(outcome, span, f"practice has no {missing} ending")


@rule(
    "CL506: The finder leads to every situation in three choices",
    "A reader in a hurry gives up after three choices.",
    Edit(
        "Bruk [listen](situations/one-more-thing.md).", "Bruk [listen](principles/answer-once.md)."
    ),
    file="docs/nb/finder.md",
)
def finder_reach(guide: Guide) -> Iterator[Finding]:
    for page, graph in _graphs(guide):
        if isinstance(page.meta, PracticeMatter):
            continue
        distance = _distances(graph)
        for id, scene in _endings(graph):
            if id in distance and distance[id] > MOST_CHOICES:
                message = f"`{id}` takes {distance[id]} choices"
                yield page.finding(finder_reach, scene.span, message, f"{MOST_CHOICES} at most")
        found = {place_of(page.key, link.text).key for s in graph.values() for link in s.links}
        if found - {key for _, key in guide.pages} - {""}:
            continue  # a broken link may be the way to what seems to be missing
        for key in _situations(guide, page.language) - found:
            span = page.matter_span("kind")
            help = f"link to `{key}.md` where a choice ends"
            yield page.finding(finder_reach, span, f"finder does not lead to `{key}`", help)


@rule(
    "CL507: A practice trains a page there is",
    "The practice is linked to from its checklist.",
    Edit("practises: principles/answer-once", "practises: principles/answer-twice"),
    file="docs/nb/practice/answer.md",
)
def practised_page(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        if isinstance(page.meta, PracticeMatter):
            pages = (*guide.pages, *guide.unread)
            keys = {key for language, key in pages if language == page.language}
            if page.meta.practises not in keys:
                span = page.matter_span("practises")
                message = f"`practises` names no page: `{page.meta.practises}`"
                yield page.finding(
                    practised_page, span, message, nearest(page.meta.practises, keys)
                )


@rule(
    "CL508: Scenes have the same choices in both languages",
    "Anyone who practises in the other language should meet the same choices.",
    Edit(
        "- [«Vent litt.»](#wait)\n- [«Her er svaret.»](#answer)",
        "- [«Her er svaret.»](#answer)\n- [«Vent litt.»](#wait)",
    ),
    file="docs/nb/practice/answer.md",
)
def same_choices(guide: Guide) -> Iterator[Finding]:
    for page, graph in _graphs(guide):
        other = guide.counterpart(page)
        if other is None or page.language == DEFAULT_LANGUAGE:
            continue
        theirs = scenes(other)
        for id in (id for id in graph if id in theirs):
            mine, wanted = (_shape(each) for each in (graph[id], theirs[id]))
            if mine != wanted:
                message = f"choices of `{id}` differ from `{other.language}`"
                help = f"there: {', '.join(wanted) or 'none'}"
                yield page.finding(same_choices, graph[id].span, message, help)


@rule(
    "CL509: A situation has a practice",
    "What one has tried is there when one needs it.",
    Edit("practises: situations/one-more-thing", "practises: principles/answer-once"),
    file="docs/nb/practice/more.md",
    form="both languages",
)
def has_practice(guide: Guide) -> Iterator[Finding]:
    pages = [page for page in guide.pages.values() if page.language == DEFAULT_LANGUAGE]
    trained = {page.meta.practises for page in pages if isinstance(page.meta, PracticeMatter)}
    if trained - {page.key for page in pages}:
        return  # a misspelt name may mean what seems to be missing
    for page in pages:
        is_situation = page.meta is not None and page.meta.kind == "situation"
        if trained and is_situation and page.key not in trained and not is_draft(page):
            span = page.matter_span("kind")
            help = f"write {page.path.replace('situations/', 'practice/')}, in both languages"
            yield page.finding(has_practice, span, "no practice trains this situation", help)


def _graphs(guide: Guide) -> Iterator[tuple[Page, Scenes]]:
    for page in guide.pages.values():
        if graph := scenes(page):
            yield page, graph


def _endings(graph: Scenes) -> Iterator[tuple[str, Section]]:
    return ((id, scene) for id, scene in graph.items() if not choices(scene))


def _shape(scene: Section) -> list[str]:
    return [choice.text for choice in choices(scene)] + [f".{flag.text}" for flag in scene.flags]


def _distances(graph: Scenes) -> dict[str, int]:
    """Id -> the fewest choices it takes to get there."""
    first = next(iter(graph))
    distance, front = {first: 0}, [first]
    for id in front:  # grows while it is read
        for choice in choices(graph[id]):
            if choice.text in graph and choice.text not in distance:
                distance[choice.text] = distance[id] + 1
                front.append(choice.text)
    return distance


def _teaches(guide: Guide, page: Page, place: Destination, wants_item: bool) -> bool:
    """Whether the place can be learnt from. One that is not there is another rule's to report."""
    if not wants_item:
        return bool(place.key)
    if not (place.key and place.id):
        return False
    target = guide.pages.get((page.language, place.key))
    if target is None:
        return True
    is_item = any(item.id and item.id.text == place.id for item in target.items)
    return is_item or place.id not in {id.text for id in target.ids}


def _situations(guide: Guide, language: str) -> set[str]:
    return {
        page.key
        for page in guide.pages.values()
        if page.language == language
        and page.meta
        and page.meta.kind == "situation"
        and not is_draft(page)
    }
