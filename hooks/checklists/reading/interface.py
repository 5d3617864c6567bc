"""docs/words.yml -> the words of the interface, in both languages."""

from pydantic import Field

from checklists.guide.finding import Finding
from checklists.guide.front_matter import JSON_SCHEMA, Strict
from checklists.guide.model import Words
from checklists.guide.organisation import InBoth
from checklists.reading.data_file import read_data


class _Items(Strict):
    critical: InBoth
    good: InBoth
    bad: InBoth
    translation: InBoth
    copy_line: InBoth
    own_line: InBoth


class _New(Strict):
    owner: InBoth
    quotes: InBoth
    use: InBoth
    done: InBoth
    signs: InBoth
    before: InBoth
    during: InBoth
    after: InBoth
    stop: InBoth
    related: InBoth
    why: InBoth
    do: InBoth


class _File(Strict):
    """What is said by the templates, on items, by scripts, on the tool pages, and on a new page."""

    pages: dict[str, InBoth]
    items: _Items
    scripts: dict[str, InBoth]
    tools: dict[str, InBoth] = Field(default_factory=dict)
    new: _New


def parse_words(text: str, path: str) -> tuple[Words, list[Finding]]:
    """Group -> language -> name -> word. Empty when anything is wrong; the findings say what."""
    file = read_data(text, path, _File)
    groups = file.data.model_dump() if file.data else {}
    return {
        group: {
            language: {name: word[language] for name, word in words.items()}
            for language in InBoth.model_fields
        }
        for group, words in groups.items()
    }, file.findings


def words_schema() -> dict[str, object]:
    """JSON Schema of docs/words.yml, for editors."""
    return {"$schema": JSON_SCHEMA, **_File.model_json_schema(), "title": "Words of the interface"}
