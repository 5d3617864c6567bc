"""Rules that keep old links alive."""

from collections.abc import Iterator
from dataclasses import replace

from checklists.authoring.permalink_list import current_links, resolving_links
from checklists.grammar.ids import KEY
from checklists.guide.finding import Finding, Span
from checklists.guide.model import DEFAULT_LANGUAGE, Guide, Page
from checklists.guide.phrasing import plural

PATH = "docs/permalinks.txt"


def published_links(guide: Guide) -> Iterator[Finding]:
    """CL701: every link that was ever published still leads to its place.

    What one language lost and the other has is reported by the rules on pairs.
    """
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
        yield replace(link.place, code="CL701", message=message, help=help)


def aliases(guide: Guide) -> Iterator[Finding]:
    """CL702: an alias is a path of its own, no page's and no other alias'."""
    for page in guide.pages.values():
        if not (page.meta and page.meta.aliases):
            continue
        taken = set(_keys(guide, page))
        for index, alias in enumerate(page.meta.aliases):
            span = page.meta_spans.get(("aliases", index), Span(1, 1))
            if alias in taken:
                yield page.finding("CL702", span, f"`{alias}` is taken", "name it once")
            elif not KEY.fullmatch(alias):
                help = "write it as `situations/saying-no`"
                yield page.finding("CL702", span, f"`{alias}` is not the key of a page", help)


def _keys(guide: Guide, page: Page) -> Iterator[str]:
    """What the pages of the language are and were called, the page's own aliases apart."""
    for other in guide.pages.values():
        if other.language == page.language:
            yield other.key
            if other.meta and other is not page:
                yield from other.meta.aliases


def listed_links(guide: Guide) -> Iterator[Finding]:
    """CL703: every page, section and item is listed among the published links."""
    if guide.permalinks is None:
        return
    listed = {link.text for link in guide.permalinks}
    missing = [link for link in dict.fromkeys(current_links(guide)) if link not in listed]
    if missing:
        count = plural(len(missing), "link")
        message = f"{count} not listed, the first is `{missing[0]}`"
        help = "run `checklists permalinks --update`"
        yield Finding(PATH, Span(1, 1), "CL703", message, help)
