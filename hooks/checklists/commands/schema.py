"""`checklists schema`: JSON Schemas for editors."""

import argparse
import json

from checklists.guide.organisation import organisation_schema
from checklists.guide.page_meta import front_matter_schema
from checklists.guide.style import style_schema
from checklists.reading.data_files import sources_schema, words_schema

SCHEMAS = {
    "front-matter": front_matter_schema,
    "organisation": organisation_schema,
    "sources": sources_schema,
    "style": style_schema,
    "words": words_schema,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which one."""
    parser.add_argument("of", choices=sorted(SCHEMAS))


def run(options: argparse.Namespace) -> int:
    """Print it."""
    print(json.dumps(SCHEMAS[options.of](), indent=2, ensure_ascii=False))
    return 0
