"""Rules that keep old links alive."""

import re
from collections.abc import Iterator

from checklists.authoring.permalink_list import current_links, in_order, resolving_links
from checklists.grammar.ids import ID, KEY
from checklists.grammar.places import Place, Span
from checklists.guide.finding import Finding
from checklists.guide.model import DEFAULT_LANGUAGE, LANGUAGES, Entry, Guide, Page
from checklists.guide.phrasing import plural
from checklists.guide.rule import Edit
from checklists.rules.table import rule

PATH = "docs/permalinks.txt"
_LINK = re.compile(rf"{KEY.pattern}(?:#{ID.pattern})?")
_WRITTEN = {
    **dict.fromkeys(LANGUAGES, "the pages of a language"),
    "assets": "styles, scripts and images",
    "search": "the index of the search",
    "offline": "the page for when there is no network",
}
"""Folders of the site that the build fills, and with what."""


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
    lost = {
        link.text: link
        for link in guide.permalinks
        if link.text not in working and _LINK.fullmatch(link.text)
    }
    for text, link in lost.items():
        key, _, id = text.partition("#")
        if (DEFAULT_LANGUAGE, key) in guide.unread or (id and key in lost):
            continue  # the page is one defect, with all that stood on it
        message = f"published link leads nowhere: `{text}`"
        help = f'name it in `was="{id}"` of what it became'
        if key not in working:
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
        taken = dict(_keys(guide, page))
        for index, alias in enumerate(page.meta.aliases):
            span = page.matter_span("aliases", index)
            if alias in taken:
                help = f"{taken[alias]} has it: name it once"
                yield page.finding(own_alias, span, f"`{alias}` is taken", help)
            elif not KEY.fullmatch(alias):
                help = "write it as `situations/saying-no`"
                yield page.finding(own_alias, span, f"`{alias}` is not the key of a page", help)
            taken[alias] = page.path


def _keys(guide: Guide, page: Page) -> Iterator[tuple[str, str]]:
    """What the pages of the language are and were called, and the file of each.

    The page's own aliases apart.
    """
    for other in guide.pages.values():
        if other.language == page.language:
            yield other.key, other.path
            if other.meta and other is not page:
                yield from ((alias, other.path) for alias in other.meta.aliases)


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


@rule(
    "CL704: A guide that has an address keeps the list of its links",
    "Without the list nobody notices when a link that others use stops working.",
    Edit("index", ""),
    file=PATH,
    form="removed",
)
def no_list(guide: Guide) -> Iterator[Finding]:
    if guide.permalinks is None and any(config.address for config in guide.configs):
        help = (
            "take it back from version control, for only it knows the links of the past; "
            "a new guide has none: run `checklists permalinks --update`"
        )
        yield Finding(Place(PATH), no_list, "the list of published links is not there", help)


@rule(
    "CL705: A link is listed once",
    "Of two lines that say the same, one is a slip, often of a merge.",
    Edit("principles/answer-once\n", "principles/answer-once\nprinciples/answer-once\n"),
    file=PATH,
)
def listed_once(guide: Guide) -> Iterator[Finding]:
    first: dict[str, Entry] = {}
    for link in guide.permalinks or ():
        if first.setdefault(link.text, link) is not link:
            help = f"delete the line: line {first[link.text].place.span.line} has it"
            yield Finding(link.place, listed_once, f"`{link.text}` is listed twice", help)


@rule(
    "CL706: A line of the list is a link",
    "What is no link cannot be kept alive.",
    Edit("principles/answer-once\n", "principles/answer-once\nprinciples/answer_once.md\n"),
    file=PATH,
)
def listed_link(guide: Guide) -> Iterator[Finding]:
    for link in guide.permalinks or ():
        if not _LINK.fullmatch(link.text):
            help = "write `situations/saying-no#repeat-once`, or `# ` before a comment"
            yield Finding(link.place, listed_link, f"`{link.text}` is not a link", help)


@rule(
    "CL707: Pages and aliases keep clear of what the build writes",
    "The page would take the place of a page of the other language, or of a file of the site.",
    Edit("sources: [handbook, own]", "sources: [handbook, own]\naliases: [en]"),
)
def own_place(guide: Guide) -> Iterator[Finding]:
    for page in guide.pages.values():
        aliases = page.meta.aliases if page.meta else []
        spans = [page.matter_span("aliases", index) for index in range(len(aliases))]
        for key, span in zip((page.key, *aliases), (Span(1, 1), *spans), strict=True):
            kept = _WRITTEN.get(key.partition("/")[0])
            if kept:
                message = f"`{key}` is where the site has {kept}"
                yield page.finding(own_place, span, message, "choose another name")


@rule(
    "CL708: The list of links is sorted",
    "In a sorted list one sees what is there, and two authors seldom change the same lines.",
    Edit("principles/answer-once\n", "principles/answer-once\nindex#top\n"),
    file=PATH,
    is_advice=True,
)
def sorted_list(guide: Guide) -> Iterator[Finding]:
    links = [link for link in guide.permalinks or () if _LINK.fullmatch(link.text)]
    last = ("", "")
    for link in links:
        if in_order(link.text) < last:
            above = [each.text for each in links if in_order(each.text) < in_order(link.text)]
            where = f"below `{max(above, key=in_order)}`" if above else "first"
            help = f"it belongs {where}: `checklists permalinks --update` sorts the list"
            yield Finding(link.place, sorted_list, f"`{link.text}` is out of order", help)
        last = max(last, in_order(link.text))
