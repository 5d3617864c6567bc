"""Rules that keep old links alive."""

from collections.abc import Iterator

from checklists.authoring.permalink_list import current_links, resolving_links
from checklists.grammar.ids import KEY
from checklists.grammar.places import Place
from checklists.guide.finding import Finding
from checklists.guide.model import DEFAULT_LANGUAGE, Guide, Page
from checklists.guide.phrasing import plural
from checklists.guide.rule import Edit
from checklists.rules.table import rule

PATH = "docs/permalinks.txt"


@rule(
    "CL701: A published link leads to its place",
    "Somebody's wiki or e-mail has that link.",
    Edit("#say-when src", "#say-when-back src"),
    form="both languages",
)
def lost_link(guide: Guide) -> Iterator[Finding]:
    """What one language lost and the other has is reported by the rules on pairs."""
    if guide.permalinks is None:
        return
    working = {link for page in guide.pages.values() for link in resolving_links(page)}
    lost = {link.text: link for link in guide.permalinks if link.text not in working}
    for text, link in lost.items():
        key, _, id = text.partition("#")
        if (DEFAULT_LANGUAGE, key) in guide.unread or (id and key in lost):
            continue  # the page is one defect, with all that stood on it
        message = f"published link leads nowhere: `{text}`"
        help = f'name it in `was="{id}"` of what it became'
        if not id or key not in working:
            help = f"name `{key}` in the `aliases` of what it became"
        yield Finding(link.place, lost_link, message, help)


@rule(
    "CL702: An alias is a path of its own",
    "An old address can lead to one page only.",
    Edit(
        "sources: [handbook, own]", "sources: [handbook, own]\naliases: [situations/one-more-thing]"
    ),
)
def own_alias(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        if not (page.meta and page.meta.aliases):
            continue
        taken = set(_keys(guide, page))
        for index, alias in enumerate(page.meta.aliases):
            span = page.matter_span("aliases", index)
            if alias in taken:
                yield page.finding(own_alias, span, f"`{alias}` is taken", "name it once")
            elif not KEY.fullmatch(alias):
                help = "write it as `situations/saying-no`"
                yield page.finding(own_alias, span, f"`{alias}` is not the key of a page", help)


def _keys(guide: Guide, page: Page) -> Iterator[str]:
    """What the pages of the language are and were called, the page's own aliases apart."""
    for other in guide.pages.values():
        if other.language == page.language:
            yield other.key
            if other.meta and other is not page:
                yield from other.meta.aliases


@rule(
    "CL703: Every link is listed",
    "What is not on the list is not kept alive.",
    Edit("principles/answer-once#say-when\n", ""),
    file="docs/permalinks.txt",
)
def unlisted_link(guide: Guide) -> Iterator[Finding]:
    if guide.permalinks is None:
        return
    listed = {link.text for link in guide.permalinks}
    missing = [link for link in dict.fromkeys(current_links(guide)) if link not in listed]
    if missing:
        count = plural(len(missing), "link")
        message = f"{count} not listed, the first is `{missing[0]}`"
        help = "run `checklists permalinks --update`"
        yield Finding(Place(PATH), unlisted_link, message, help)
