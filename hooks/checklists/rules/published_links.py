"""Rules that keep old links alive."""

from collections.abc import Iterator

from checklists.authoring.permalink_list import current_links, resolving_links
from checklists.grammar.ids import KEY
from checklists.grammar.places import Place, Span
from checklists.guide.finding import Finding
from checklists.guide.model import DEFAULT_LANGUAGE, Guide, Page
from checklists.guide.phrasing import plural
from checklists.guide.rule import Rule
from checklists.rules.table import check

PATH = "docs/permalinks.txt"


LOST_LINK = Rule(
    "CL701",
    "A published link leads to its place",
    "Somebody's wiki or e-mail has that link.",
    "#say-when src",
    "#say-when-back src",
    form="both languages",
)


@check
def _published_links(guide: Guide) -> Iterator[Finding]:
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
        yield Finding(link.place, LOST_LINK, message, help)


ALIAS = Rule(
    "CL702",
    "An alias is a path of its own",
    "An old address can lead to one page only.",
    "sources: [handbook, own]",
    "sources: [handbook, own]\naliases: [situations/one-more-thing]",
)


@check
def _aliases(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        if not (page.meta and page.meta.aliases):
            continue
        taken = set(_keys(guide, page))
        for index, alias in enumerate(page.meta.aliases):
            span = page.meta_spans.get(("aliases", index), Span(1, 1))
            if alias in taken:
                yield page.finding(ALIAS, span, f"`{alias}` is taken", "name it once")
            elif not KEY.fullmatch(alias):
                help = "write it as `situations/saying-no`"
                yield page.finding(ALIAS, span, f"`{alias}` is not the key of a page", help)


def _keys(guide: Guide, page: Page) -> Iterator[str]:
    """What the pages of the language are and were called, the page's own aliases apart."""
    for other in guide.pages.values():
        if other.language == page.language:
            yield other.key
            if other.meta and other is not page:
                yield from other.meta.aliases


UNLISTED_LINK = Rule(
    "CL703",
    "Every link is listed",
    "What is not on the list is not kept alive.",
    "principles/answer-once#say-when\n",
    "",
    file="docs/permalinks.txt",
)


@check
def _listed_links(guide: Guide) -> Iterator[Finding]:
    if guide.permalinks is None:
        return
    listed = {link.text for link in guide.permalinks}
    missing = [link for link in dict.fromkeys(current_links(guide)) if link not in listed]
    if missing:
        count = plural(len(missing), "link")
        message = f"{count} not listed, the first is `{missing[0]}`"
        help = "run `checklists permalinks --update`"
        yield Finding(Place(PATH), UNLISTED_LINK, message, help)
