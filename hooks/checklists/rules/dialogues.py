"""Rules on practice and finder pages: each `##` is a scene, its links to scenes are the choices."""

from collections.abc import Iterator

from checklists.grammar.addresses import Place, place_of
from checklists.guide.drafts import is_draft
from checklists.guide.finding import Finding, Span
from checklists.guide.front_matter import PracticeMatter
from checklists.guide.model import DEFAULT_LANGUAGE, Guide, Located, Page, Section
from checklists.guide.phrasing import nearest

SCENE_LEVEL = 2
MOST_CHOICES = 3
OUTCOMES = ("good", "bad")
Scenes = dict[str, Section]


def scenes(page: Page) -> Scenes:
    """Id -> scene, in the order of the page. Empty for a page of another kind."""
    if page.meta is None or page.meta.kind not in ("practice", "finder"):
        return {}
    return {s.id.text: s for s in page.sections if s.level == SCENE_LEVEL and s.id}


def choices(scene: Section) -> list[Located]:
    """The scenes one can choose, without `#`."""
    return [Located(link.text[1:], link.span) for link in scene.links if link.text.startswith("#")]


def choice_target(guide: Guide) -> Iterator[Finding]:
    """CL501: a choice leads to a scene of its page."""
    for page, graph in _graphs(guide):
        for scene in graph.values():
            for choice in choices(scene):
                if choice.text not in graph:
                    message = f"choice leads to no scene: `{choice.text}`"
                    yield page.finding("CL501", choice.span, message, nearest(choice.text, graph))


def reachable(guide: Guide) -> Iterator[Finding]:
    """CL502: every scene can be reached from the first."""
    for page, graph in _graphs(guide):
        distance = _distances(graph)
        for id, scene in graph.items():
            if id not in distance:
                message = f"no choice leads to scene `{id}`"
                yield page.finding("CL502", scene.span, message, "link to it, or remove it")


def way_out(guide: Guide) -> Iterator[Finding]:
    """CL503: from every scene there is a way to an ending."""
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
            yield page.finding("CL503", span, f"no way from scene `{id}` to an ending")


def ending_links(guide: Guide) -> Iterator[Finding]:
    """CL504: an ending links to what it teaches: an item, or from the finder a page."""
    for page, graph in _graphs(guide):
        wants_item = isinstance(page.meta, PracticeMatter)
        for id, scene in _endings(graph):
            places = [place_of(page.key, link.text) for link in scene.links]
            if not any(_teaches(guide, page, place, wants_item) for place in places):
                what = "item" if wants_item else "page"
                message = f"ending `{id}` links to no {what}"
                yield page.finding("CL504", scene.span, message, "link to what one learns there")


def outcomes(guide: Guide) -> Iterator[Finding]:
    """CL505: each ending of a practice is good or bad, and both kinds exist."""
    for page, graph in _graphs(guide):
        if not isinstance(page.meta, PracticeMatter):
            continue
        for id, scene in graph.items():
            is_ending = not choices(scene)
            if len(scene.flags) != is_ending:
                wrong = "is not judged once" if is_ending else "is judged but is no ending"
                help = "flag an ending, and only an ending, `.good` or `.bad`"
                yield page.finding("CL505", scene.span, f"scene `{id}` {wrong}", help)
        seen = {flag.text for scene in graph.values() for flag in scene.flags}
        for missing in (outcome for outcome in OUTCOMES if outcome not in seen):
            span = page.meta_spans.get(("kind",), Span(1, 1))
            yield page.finding("CL505", span, f"practice has no {missing} ending")


def finder_reach(guide: Guide) -> Iterator[Finding]:
    """CL506: the finder leads to every situation in three choices at most."""
    for page, graph in _graphs(guide):
        if isinstance(page.meta, PracticeMatter):
            continue
        distance = _distances(graph)
        for id, scene in _endings(graph):
            if distance.get(id, 0) > MOST_CHOICES:
                message = f"`{id}` takes {distance[id]} choices"
                yield page.finding("CL506", scene.span, message, f"{MOST_CHOICES} at most")
        found = {place_of(page.key, link.text).key for s in graph.values() for link in s.links}
        if found - {key for _, key in guide.pages} - {""}:
            continue  # a broken link may be the way to what seems to be missing
        for key in _situations(guide, page.language) - found:
            span = page.meta_spans.get(("kind",), Span(1, 1))
            yield page.finding("CL506", span, f"finder does not lead to `{key}`")


def practised(guide: Guide) -> Iterator[Finding]:
    """CL507: `practises` names a page."""
    for page in guide.pages.values():
        if isinstance(page.meta, PracticeMatter):
            keys = {key for language, key in guide.pages if language == page.language}
            if page.meta.practises not in keys:
                span = page.meta_spans.get(("practises",), Span(1, 1))
                message = f"`practises` names no page: `{page.meta.practises}`"
                yield page.finding("CL507", span, message, nearest(page.meta.practises, keys))


def same_graph(guide: Guide) -> Iterator[Finding]:
    """CL508: a scene offers the same choices, in the same order, in both languages."""
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
                yield page.finding("CL508", graph[id].span, message, help)


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


def _teaches(guide: Guide, page: Page, place: Place, wants_item: bool) -> bool:
    """Whether the place can be learnt from. One that is not there is another rule's to report."""
    if not wants_item:
        return bool(place.key)
    target = guide.pages.get((page.language, place.key))
    if target is None or not place.id:
        return bool(place.key and place.id)
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
