"""Practice and finder pages: each `##` is a scene, its links to scenes are the choices."""

from collections.abc import Iterator

from checklists.guide.addresses import destination
from checklists.guide.drafts import is_draft
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Page, Section
from checklists.guide.page_meta import PracticeMeta
from checklists.guide.rule import Rule
from checklists.guide.scenes import Scenes, choices, scenes
from checklists.guide.suggestions import suggest

MAX_CHOICES = 3

CHOICE_TARGET = Rule(
    "CL501",
    "A choice leads to a scene",
    "A reader who chooses an answer wants to see what happens.",
)

REACHABLE = Rule(
    "CL502",
    "A scene can be reached, and leads to an ending",
    "Nobody would ever see the scene, or get out of it.",
)

ENDING = Rule(
    "CL504",
    "An ending is good or bad, and links to what it teaches",
    "Anyone who practises wants to know how it went, and how to do better.",
)

FINDER = Rule(
    "CL506",
    "The finder leads to every situation in three choices",
    "A reader in a hurry gives up after three choices.",
)

TRAINED = Rule(
    "CL507",
    "A practice trains a page",
    "Words that somebody has tried come to mind when they are needed.",
)

UNTRAINED = Rule(
    "CL511",
    "A situation has a practice",
    "A list is of use before its practice is written; its lines stick once there is one.",
    severity="warning",
)


def choice_targets(guide: Guide) -> Iterator[Finding]:
    for page, graph in _graphs(guide):
        for choice in (choice for scene in graph.values() for choice in choices(scene)):
            if choice.text not in graph:
                message = f"choice leads to no scene: `{choice.text}`"
                help = suggest(choice.text, graph)
                yield page.finding(CHOICE_TARGET, choice.span, message, help)


def reachable_scenes(guide: Guide) -> Iterator[Finding]:
    for page, graph in _graphs(guide):
        distance, leading = _distances(graph), _leading_out(page, graph)
        for id, scene in graph.items():
            if id not in distance:
                message, help = f"no choice leads to scene `{id}`", "link to it, or remove it"
                yield page.finding(REACHABLE, scene.span, message, help)
            if id not in leading:
                message = f"no way from scene `{id}` to an ending"
                yield page.finding(REACHABLE, scene.span, message)


def taught_endings(guide: Guide) -> Iterator[Finding]:
    for page, graph in _graphs(guide):
        is_practice = isinstance(page.meta, PracticeMeta)
        if is_practice:
            yield from _outcomes(page, graph)
        for id, scene in _endings(graph):
            if not any(_teaches(guide, page, link.text) for link in scene.links):
                what = "item" if is_practice else "page"
                message, help = f"ending `{id}` links to no {what}", "link to what it teaches"
                yield page.finding(ENDING, scene.span, message, help)


def _outcomes(page: Page, graph: Scenes) -> Iterator[Finding]:
    for id, scene in graph.items():
        is_ending = not choices(scene)
        if len(scene.flags) != is_ending:
            problem = "needs one outcome" if is_ending else "has an outcome but is no ending"
            help = "flag an ending, and only an ending, `.good` or `.bad`"
            yield page.finding(ENDING, scene.span, f"scene `{id}` {problem}", help)
    seen = {flag.text for scene in graph.values() for flag in scene.flags}
    for missing in (outcome for outcome in ("good", "bad") if outcome not in seen):
        yield page.finding(ENDING, page.meta_span("kind"), f"practice has no {missing} ending")


def _teaches(guide: Guide, page: Page, target: str) -> bool:
    """From a practice an item, from the finder a page."""
    place = destination(page.key, target)
    if (page.language, place.key) in guide.unread:
        return True
    other = guide.page(page.language, place.key)
    if not isinstance(page.meta, PracticeMeta):
        return other is not None
    return other is not None and any(i.id and i.id.text == place.id for i in other.items)


def finder_reach(guide: Guide) -> Iterator[Finding]:
    for page, graph in _graphs(guide):
        if isinstance(page.meta, PracticeMeta):
            continue
        distance = _distances(graph)
        for id in _found_in(graph):
            if (taken := distance.get(id, 0) + 1) > MAX_CHOICES:
                message, help = f"a list in `{id}` takes {taken} choices", f"{MAX_CHOICES} at most"
                yield page.finding(FINDER, graph[id].span, message, help)
        found = {destination(page.key, link.text).key for link in page.links}
        for key in (key for key in _situations(guide, page.language) if key not in found):
            message = f"finder does not lead to `{key}`"
            help = f"have a choice link to `{key}.md`"
            yield page.finding(FINDER, page.meta_span("kind"), message, help)


def trained_pages(guide: Guide) -> Iterator[Finding]:
    """CL507."""
    for page, name in ((page, meta.practises) for page, meta in _practices(guide)):
        keys = {key for language, key in (*guide.pages, *guide.unread) if language == page.language}
        if name not in keys and page.key not in guide.keys_left_out:
            message = f"`practises` names no page: `{name}`"
            yield page.finding(TRAINED, page.meta_span("practises"), message, suggest(name, keys))


def untrained_situations(guide: Guide) -> Iterator[Finding]:
    """CL511. Without any practice, no situation needs one."""
    trained = {meta.practises for _, meta in _practices(guide)}
    for key in _situations(guide, guide.default) if trained else ():
        if key not in trained:
            page = guide.pages[guide.default, key]
            help = f"run `checklists new practice {key}`"
            message = "no practice trains this situation"
            yield page.finding(UNTRAINED, page.meta_span("kind"), message, help)


def _practices(guide: Guide) -> list[tuple[Page, PracticeMeta]]:
    pages = (*guide.pages.values(), *guide.left_out.values())
    return [(page, page.meta) for page in pages if isinstance(page.meta, PracticeMeta)]


def _graphs(guide: Guide) -> Iterator[tuple[Page, Scenes]]:
    for page in guide.pages.values():
        if graph := scenes(page):
            yield page, graph


def _endings(graph: Scenes) -> Iterator[tuple[str, Section]]:
    return ((id, scene) for id, scene in graph.items() if not choices(scene))


def _found_in(graph: Scenes) -> set[str]:
    """Ids of the scenes of a finder where a choice leads to a page."""
    return {id for id, scene in graph.items() if len(choices(scene)) < len(scene.links)}


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


def _leading_out(page: Page, graph: Scenes) -> set[str]:
    """Ids of the scenes that lead to an ending, or in a finder to a page."""
    found = {id for id, _ in _endings(graph)}
    if not isinstance(page.meta, PracticeMeta):
        found |= _found_in(graph)
    before = -1
    while len(found) > before:
        before = len(found)
        found |= {id for id, scene in graph.items() if {c.text for c in choices(scene)} & found}
    return found


def _situations(guide: Guide, language: str) -> list[str]:
    """Keys of those that are written."""
    return [
        page.key
        for page in guide.pages.values()
        if page.language == language and page.kind == "situation" and not is_draft(page)
    ]
