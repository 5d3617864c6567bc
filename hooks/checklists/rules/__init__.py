"""Guide -> findings. A rule stands beside the function that finds what breaks it."""

from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.rules import (
    actions,
    contact_details,
    dialogues,
    fetches,
    freshness,
    headings,
    internal_links,
    items,
    navigation,
    parity,
    plain_language,
    promises,
    provenance,
    published_links,
    sections,
    tables,
    wording,
)
from checklists.rules.table import CHECKS

MODULES = (
    items,
    sections,
    parity,
    provenance,
    freshness,
    dialogues,
    plain_language,
    published_links,
    internal_links,
    navigation,
    actions,
    headings,
    tables,
    wording,
    contact_details,
    fetches,
    promises,
)


def check_guide(guide: Guide) -> list[Finding]:
    """Everything wrong with the guide, sorted by place."""
    found = [finding for check in CHECKS for finding in check(guide)]
    return sorted([*guide.defects, *found], key=lambda finding: finding.sort_key)
