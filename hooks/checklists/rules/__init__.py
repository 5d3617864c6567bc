"""Guide -> findings. A rule stands beside the function that finds what breaks it."""

from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.rules import (
    dialogues,
    freshness,
    interface_words,
    internal_links,
    items,
    navigation,
    parity,
    plain_language,
    provenance,
    published_links,
    sections,
    site_files,
    site_settings,
    template_names,
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
    site_settings,
    site_files,
    interface_words,
    template_names,
)


def check_guide(guide: Guide) -> list[Finding]:
    """Everything wrong with the guide, sorted by place."""
    found = [finding for check in CHECKS for finding in check(guide)]
    return sorted([*guide.defects, *found], key=lambda finding: finding.sort_key)
