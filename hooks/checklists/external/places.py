"""Guide -> each address of another site, and where it stands."""

from checklists.grammar.places import Place
from checklists.guide.model import Guide

Places = dict[str, list[Place]]
_ASKED = ("https://", "http://")


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
