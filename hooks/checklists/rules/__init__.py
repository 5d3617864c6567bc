"""The rules, and the codes of what the parser, the reader, the site and other sites show."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from checklists.guide.finding import Finding
from checklists.guide.model import Guide
from checklists.rules import (
    dialogues,
    internal_links,
    items,
    navigation,
    parity,
    plain_language,
    provenance,
    published_links,
    sections,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A code and what it means. `check` is None for what is found while reading."""

    code: str
    title: str
    check: Callable[[Guide], Iterator[Finding]] | None = None
    is_advice: bool = False


RULES = (
    Rule("CL001", "A file is UTF-8"),
    Rule("CL002", "A file has no BOM"),
    Rule("CL003", "Lines end in LF"),
    Rule("CL004", "A file is not empty"),
    Rule("CL005", "A directory is not named like a page"),
    Rule("CL006", "A file can be read"),
    Rule("CL007", "A file lies in docs/"),
    Rule("CL010", "A page starts with front matter"),
    Rule("CL011", "YAML is valid, each key given once"),
    Rule("CL012", "Front matter holds keys"),
    Rule("CL013", "Front matter has every key its kind needs"),
    Rule("CL014", "Front matter has no other keys"),
    Rule("CL015", "Values are valid"),
    Rule("CL101", "An attribute list holds attributes, each once"),
    Rule("CL102", "An item starts with its action, in bold", items.item_action),
    Rule("CL103", "An item has an id", items.item_id),
    Rule("CL104", "An item's id is valid", items.id_form),
    Rule("CL105", "An id stands once on its page", items.unique_ids),
    Rule("CL106", "An item has no unknown flags and attributes"),
    Rule("CL107", "An action holds no link", items.action_without_link),
    Rule("CL108", "An item stands at the left margin"),
    Rule("CL109", "A checkbox is written `- [ ]`"),
    Rule("CL110", "A blank line stands before a list, and before what is nested in an item"),
    Rule("CL111", "A comment is closed"),
    Rule("CL112", "A code block is closed"),
    Rule("CL201", "A page has every section of its kind", sections.required_sections),
    Rule("CL202", "Sections come in the order of their kind", sections.section_order),
    Rule("CL203", "A section has three to nine items", sections.item_count),
    Rule("CL204", "A heading has a valid id", sections.heading_ids),
    Rule("CL205", "A phase has one to three critical items, first", sections.critical_first),
    Rule("CL206", "A heading is written with `#`"),
    Rule("CL207", "A page has one title, that of its front matter", sections.title_heading),
    Rule("CL208", "A situation has two lines to say or more", sections.lines_to_say),
    Rule("CL209", "Every word of a new page is written", sections.unwritten),
    Rule("CL301", "A page stands in both languages", parity.page_pairs),
    Rule("CL302", "A section stands in both languages", parity.section_pairs),
    Rule("CL303", "An item stands in both languages", parity.item_pairs),
    Rule("CL304", "Sections and items have the same order in both languages"),
    Rule(
        "CL305",
        "Items and headings have the same attributes in both languages",
        parity.item_attributes,
    ),
    Rule("CL306", "Both languages have the same front matter", parity.front_matter_pairs),
    Rule("CL401", "An item names known sources", provenance.item_sources),
    Rule("CL402", "A page names known sources", provenance.page_sources),
    Rule("CL403", "A page lists the sources of its items", provenance.listed_sources),
    Rule("CL404", "An item names its source", provenance.item_has_source),
    Rule("CL405", "A point that carries advice has an item", provenance.advice_is_used),
    Rule("CL406", "A page on law is reviewed within six months", provenance.legal_review),
    Rule("CL501", "A choice leads to a scene", dialogues.choice_target),
    Rule("CL502", "A scene can be reached", dialogues.reachable),
    Rule("CL503", "A scene has a way to an ending", dialogues.way_out),
    Rule("CL504", "An ending links to what it teaches", dialogues.ending_links),
    Rule("CL505", "An ending of a practice is good or bad", dialogues.outcomes),
    Rule("CL506", "The finder leads to every situation in three choices", dialogues.finder_reach),
    Rule("CL507", "A practice trains a page there is", dialogues.practised),
    Rule("CL508", "Scenes have the same choices in both languages", dialogues.same_graph),
    Rule("CL601", "A sentence has 25 words at most", plain_language.sentence_length),
    Rule("CL602", "An item has 20 words at most", plain_language.item_length),
    Rule("CL603", "A Norwegian page has a LIX of 50 at most", plain_language.readability),
    Rule("CL604", "No vague words", plain_language.vague_words),
    Rule("CL605", "An item is one action", plain_language.one_action, is_advice=True),
    Rule(
        "CL606", "A sentence has 20 words or fewer", plain_language.shorter_sentence, is_advice=True
    ),
    Rule("CL607", "An action has 15 words or fewer", plain_language.action_length, is_advice=True),
    Rule(
        "CL608",
        "A Norwegian page has a LIX of 40 or less",
        plain_language.easier_page,
        is_advice=True,
    ),
    Rule("CL701", "A published link leads to its place", published_links.published_links),
    Rule("CL702", "An alias is a path of its own", published_links.aliases),
    Rule("CL703", "Every link is listed", published_links.listed_links),
    Rule("CL801", "A link leads to a page or a file there is", internal_links.link_targets),
    Rule("CL802", "A link leads to a place on its page"),
    Rule("CL803", "A reference link is defined", internal_links.defined_names),
    Rule("CL804", "A link has a target and words"),
    Rule("CL805", "An address has a known scheme"),
    Rule("CL806", "An address is https", internal_links.source_addresses),
    Rule("CL807", "A link within the guide is relative"),
    Rule("CL808", "A link stays in its language"),
    Rule("CL809", "An image says in words what it shows", internal_links.image_words),
    Rule("CL810", "An image is used", internal_links.used_images),
    Rule("CL811", "Navigation has every page once", navigation.pages_in_navigation),
    Rule("CL812", "The configuration names files there are", navigation.configured_files),
    Rule("CL813", "Every page can be reached from the front page"),
    Rule("CL901", "A link to another site works"),
    Rule("CL902", "A link to another site leads straight there", is_advice=True),
    Rule("CL903", "Another site can be asked", is_advice=True),
)


def check(guide: Guide) -> list[Finding]:
    """Everything wrong with the guide, sorted by place."""
    found = [
        replace(finding, is_advice=rule.is_advice)
        for rule in RULES
        if rule.check
        for finding in rule.check(guide)
    ]
    return sorted([*guide.defects, *found], key=lambda finding: finding.sort_key)
