"""Links that last."""

from collections.abc import Iterator, Mapping

from checklists.authoring.permalink_list import current_links, in_order, resolving_links
from checklists.guide.finding import Finding
from checklists.guide.ids import KEY
from checklists.guide.model import Guide
from checklists.guide.places import Place, Span
from checklists.guide.rule import Rule
from checklists.guide.suggestions import plural

HELP = "run `checklists permalinks --update`, or `--start` for a first list of your own"
_RESERVED = {"assets", "search", "offline"}
"""Folders of the site that the build fills."""

LOST_LINK = Rule(
    "CL701",
    "A published link works for ever",
    "Somebody's wiki or e-mail has that link.",
)

PATH_TAKEN = Rule(
    "CL702",
    "A page and its aliases have paths of their own",
    "An address can lead to one page only, and the build needs some folders itself.",
)

LINK_LIST = Rule(
    "CL703",
    "The list of links is what `checklists permalinks --update` writes",
    "A link that is not listed is not kept alive.",
)


def lost_links(guide: Guide) -> Iterator[Finding]:
    """CL701. A lost page is one finding, with all that was on it."""
    working = {link for page in guide.pages.values() for link in resolving_links(page)}
    has_pages = any(language == guide.default for language, _ in guide.pages)
    listed = (guide.permalinks or []) if has_pages else []
    lost = {link.text: link for link in listed if link.text not in working}
    for text, link in lost.items():
        key, _, id = text.partition("#")
        if (guide.default, key) in guide.unread or _is_left_out(guide, key):
            continue
        if id and key in lost:
            continue
        help = f'name it in `was="{id}"` of what it became'
        if key not in working:
            help = f"name `{key}` in the `aliases` of what it became"
        yield Finding(link.place, LOST_LINK, f"published link leads nowhere: `{text}`", help)


def _is_left_out(guide: Guide, key: str) -> bool:
    """Also scenes of the finder that led only there."""
    page = guide.pages.get((guide.default, key))
    is_finder = page is not None and page.kind == "finder" and bool(guide.keys_left_out)
    return is_finder or key in guide.keys_left_out


def taken_paths(guide: Guide) -> Iterator[Finding]:
    for language in guide.languages:
        pages = [page for page in guide.pages.values() if page.language == language]
        owners = {page.key: page.path for page in pages}
        for page in pages:
            if _is_reserved(guide, page.key):
                message = f"`{page.key}` is in a folder that the build fills"
                yield page.finding(PATH_TAKEN, Span(1, 1), message, "choose another name")
            for index, alias in enumerate(page.meta.aliases if page.meta else ()):
                if problem := _alias_problem(guide, alias, owners):
                    yield page.finding(PATH_TAKEN, page.meta_span("aliases", index), *problem)
                owners.setdefault(alias, page.path)


def _is_reserved(guide: Guide, path: str) -> bool:
    return path.partition("/")[0] in {*_RESERVED, *guide.languages}


def _alias_problem(guide: Guide, alias: str, owners: Mapping[str, str]) -> tuple[str, str] | None:
    """Message and help."""
    if alias in owners:
        return f"`{alias}` is taken", f"{owners[alias]} has it"
    if _is_reserved(guide, alias):
        return f"`{alias}` is in a folder that the build fills", "choose another name"
    if not KEY.fullmatch(alias):
        return f"`{alias}` is not a path", "write it as `situations/saying-no`"
    return None


def listed_links(guide: Guide) -> Iterator[Finding]:
    place = Place(guide.permalinks_path)
    if guide.permalinks is None:
        help = (
            "take it back from version control; a guide of your own has none yet: "
            "run `checklists permalinks --start`"
        )
        yield Finding(place, LINK_LIST, "the list of published links is missing", help)
        return
    listed = [link.text for link in guide.permalinks]
    missing = sorted(set(current_links(guide)).difference(listed), key=in_order)
    if missing or listed != sorted(set(listed), key=in_order):
        message = "the list is not sorted, or has a line twice"
        if missing:
            message = f"{plural(len(missing), 'link')} not listed, the first is `{missing[0]}`"
        yield Finding(place, LINK_LIST, message, HELP)
