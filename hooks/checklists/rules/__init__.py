"""Guide -> findings. A rule stands beside the function that finds what breaks it."""

from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.rules import (
    actions,
    contact_details,
    dialogues,
    facts,
    fetches,
    freshness,
    headings,
    interface_words,
    internal_links,
    items,
    languages,
    navigation,
    parity,
    plain_language,
    promises,
    provenance,
    published_links,
    quotation_marks,
    repeats,
    same_links,
    same_parts,
    sections,
    site_files,
    site_needs,
    site_settings,
    slips,
    tables,
    template_names,
    typography,
    wording,
)
from checklists.rules.consequences import without_consequences
from checklists.rules.table import CHECKS

MODULES = (
    items,
    sections,
    parity,
    same_parts,
    facts,
    same_links,
    languages,
    provenance,
    freshness,
    dialogues,
    plain_language,
    typography,
    slips,
    quotation_marks,
    repeats,
    published_links,
    internal_links,
    navigation,
    site_needs,
    site_settings,
    site_files,
    interface_words,
    template_names,
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
    found = without_consequences(guide, [*guide.defects, *found])
    return sorted(found, key=lambda finding: finding.sort_key)
