"""Guide -> findings. A rule is a `Rule` with its words beside a plain function that checks it.

No rule knows of another, so one mistake may be two findings.
"""

from collections.abc import Callable, Iterator

from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.guide.places import Place
from checklists.guide.rule import Rule
from checklists.rules import (
    files,
    items,
    language,
    languages,
    lasting_links,
    links,
    play,
    practice,
    sections,
    sources,
    translation,
)
from checklists.rules.duplicates import merge_duplicates

Check = Callable[[Guide], Iterator[Finding]]

STOPPED = Rule(
    "CL000",
    "Every check runs to its end",
    "The other checks have run. This one has a bug: please report it, with the text it stopped at.",
)

CHECKS: tuple[tuple[Rule, Check], ...] = (
    (files.CHARACTERS, files.characters),
    (files.UNUSABLE_FILE, files.reported("file", files.UNUSABLE_FILE)),
    (files.INVALID_YAML, files.reported("yaml", files.INVALID_YAML)),
    (files.INVALID_VALUE, files.reported("schema", files.INVALID_VALUE)),
    (files.CONFLICT, files.reported("conflict", files.CONFLICT)),
    (items.ATTRIBUTE_LIST, files.reported("attributes", items.ATTRIBUTE_LIST)),
    (items.ITEM_SYNTAX, items.written_items),
    (items.VALID_ID, items.valid_ids),
    (items.REPEATED_ID, items.repeated_ids),
    (items.LINK_IN_ACTION, items.links_in_actions),
    (items.REPEATED_ACTION, items.repeated_actions),
    (sections.REQUIRED_SECTION, sections.required_sections),
    (sections.ITEM_COUNT, sections.item_counts),
    (sections.CRITICAL, sections.critical_items),
    (sections.TITLE, sections.page_titles),
    (sections.LINES_TO_SAY, sections.lines_to_say),
    (sections.UNFINISHED, sections.unfinished),
    (translation.MISSING_PAGE, translation.missing_pages),
    (translation.SAME_SKELETON, translation.same_skeletons),
    (translation.SAME_ATTRIBUTES, translation.same_attributes),
    (translation.SAME_FIGURES, translation.same_figures),
    (sources.UNKNOWN_SOURCE, sources.unknown_sources),
    (sources.NO_SOURCE, sources.items_without_source),
    (sources.UNUSED_ADVICE, sources.unused_advice),
    (sources.LEGAL_REVIEW, sources.legal_reviews),
    (sources.OVERDUE, sources.overdue_reviews),
    (practice.CHOICE_TARGET, practice.choice_targets),
    (practice.REACHABLE, practice.reachable_scenes),
    (practice.ENDING, practice.taught_endings),
    (practice.FINDER, practice.finder_reach),
    (practice.TRAINED, practice.trained_pages),
    (practice.UNTRAINED, practice.untrained_situations),
    (play.CONDITION, play.conditions),
    (play.GUESSED, play.guessed_answers),
    (play.FOR_TWO, play.cards_for_two),
    (language.LONG_SENTENCE, language.long_sentences),
    (language.LONG_ITEM, language.long_items),
    (language.VAGUE, language.vague_words),
    (language.TERM, language.terms),
    (language.TYPOGRAPHY, language.typography),
    (lasting_links.LOST_LINK, lasting_links.lost_links),
    (lasting_links.PATH_TAKEN, lasting_links.taken_paths),
    (lasting_links.LINK_LIST, lasting_links.listed_links),
    (links.LINK_TARGET, links.link_targets),
    (languages.LANGUAGE, languages.languages),
    (languages.WORDS, languages.words),
)

RULES = tuple(sorted((STOPPED, *(r for r, _ in CHECKS), links.CODE), key=lambda rule: rule.code))
"""Every rule, for RULES.md. `rules.built_pages` checks the one on code."""


def check_guide(guide: Guide, checks: tuple[tuple[Rule, Check], ...] = CHECKS) -> list[Finding]:
    """Everything wrong with the guide, sorted by place."""
    found = (finding for rule, check in checks for finding in _run(rule, check, guide))
    return merge_duplicates(guide, dict.fromkeys(found))  # a part is on many pages


def _run(rule: Rule, check: Check, guide: Guide) -> Iterator[Finding]:
    try:
        yield from check(guide)
    except Exception as error:
        message = f"{rule.code} stopped: {type(error).__name__}: {error}"
        yield Finding(Place("docs"), STOPPED, message, STOPPED.why)
