"""permalinks.txt: every page, section and item that was ever published, sorted.

A link is `situations/saying-no` or `situations/saying-no#repeat-once`, without language: each has
the same. Lines that start with `# ` are comments.
"""

from collections.abc import Iterable, Iterator

from checklists.guide.drafts import is_draft
from checklists.guide.model import Guide, Page

HEADER = """\
# Every page, section and item that was ever published. Links to them must work for ever.
# Written by `checklists permalinks --update`, which only adds. Never remove a line.
"""


def current_links(guide: Guide) -> Iterator[str]:
    """The links that the default language has now, in the order of its pages, drafts left out."""
    for page in guide.pages.values():
        if page.language == guide.default and not is_draft(page):
            yield page.key
            yield from (f"{page.key}#{named.id.text}" for named in page.named if named.id)


def resolving_links(page: Page) -> set[str]:
    """Every link that leads to a page or a place on it, under its present and its past names."""
    ids = {id.text for id in page.ids}
    keys = [page.key, *(page.meta.aliases if page.meta else ())]
    return {link for key in keys for link in (key, *(f"{key}#{id}" for id in ids))}


def in_order(link: str) -> tuple[str, str]:
    """What links are sorted by: a page comes before its places."""
    key, _, id = link.partition("#")
    return key, id


def extended(text: str, links: Iterable[str]) -> str:
    """The text of the file with the links it lacks, in order, below its comments."""
    lines = [line.strip() for line in (text or HEADER).split("\n") if line.strip()]
    comments = [line for line in lines if line.startswith("# ")]
    listed = {line for line in lines if not line.startswith("# ")}
    return "".join(f"{line}\n" for line in [*comments, *sorted(listed.union(links), key=in_order)])
