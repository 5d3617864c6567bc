"""Every rule there is: for the page that explains them, and for tests."""

from checklists.built import read_back, site
from checklists.external import linked_sites
from checklists.guide import defects
from checklists.guide.rule import Rule
from checklists.reading import (
    blocks,
    damage,
    matter,
    page,
    page_name,
    register,
    text_file,
    yaml_document,
)
from checklists.rules import MODULES

_ELSEWHERE = (
    text_file,
    damage,
    yaml_document,
    matter,
    blocks,
    page,
    page_name,
    register,
    defects,
    read_back,
    site,
    linked_sites,
)
_FOUND = {
    rule
    for module in (*_ELSEWHERE, *MODULES)
    for rule in vars(module).values()
    if isinstance(rule, Rule)
}

RULES = tuple(sorted(_FOUND, key=lambda rule: rule.code))
