"""The guide for programs."""

import json
from pathlib import Path
from typing import Any

import pytest
from checklists.authoring.permalink_list import current_links
from checklists.guide.model import Guide
from checklists.reading.project import load_guide
from checklists.rendering.export import Export, export, index_text

from tests.project import ADDRESS, small_guide

FIRST = "“I want this to work on the day you start using it. That’s why I’m saying no to Friday.”"
ON_THE_PHONE = "“I need to do the sums before I answer. I’ll ring you at 2 pm.”"


@pytest.fixture(scope="module")
def guide() -> Guide:
    return load_guide(small_guide())


def read(folder: Path) -> Any:  # noqa: ANN401 (JSON)
    return json.loads((folder / "checklists.json").read_text("utf-8"))


def test_both_languages_are_there_and_alike(built: Path) -> None:
    nb, en = read(built), read(built / "en")
    assert (nb["version"], nb["language"], en["language"]) == (1, "nb", "en")
    for name in ("pages", "sources", "points"):
        assert [entry["key"] for entry in nb[name]] == [entry["key"] for entry in en[name]]
    assert nb["pages"] != en["pages"]


def test_one_item_in_full(built: Path) -> None:
    page = next(
        each for each in read(built / "en")["pages"] if each["key"] == "situations/saying-no"
    )
    section = next(each for each in page["sections"] if each["id"] == "during")
    assert section["items"][0] == {
        "id": "say-it-clearly",
        "url": f"{ADDRESS}en/situations/saying-no/#say-it-clearly",
        "action": "Say a clear no.",
        "text": "**Say a clear no.** First say what you want to protect.",
        "critical": True,
        "sources": ["S3", "URY"],
        "former_ids": [],
        "lines_to_say": [FIRST, ON_THE_PHONE],
        "lines": [
            {"when": "The first time", "text": FIRST},
            {"when": "On the phone, if the question comes out of the blue", "text": ON_THE_PHONE},
        ],
    }


@pytest.mark.parametrize("language", ["nb", "en"])
def test_every_published_place_is_in_it(guide: Guide, language: str) -> None:
    exported = export(guide, language, "")
    places = [
        place
        for page in exported.pages
        for place in (
            page.key,
            *(
                f"{page.key}#{id}"
                for section in page.sections
                for id in (section.id, *(item.id for item in section.items))
            ),
        )
    ]
    assert places == list(current_links(guide))


def test_the_schema_is_that_of_the_file(built: Path) -> None:
    schema = json.loads((built / "checklists.schema.json").read_text("utf-8"))
    assert schema == json.loads(json.dumps(Export.model_json_schema()))
    assert Export.model_validate(read(built)).language == "nb"
    assert schema["additionalProperties"] is False


def test_addresses_lead_to_pages_and_to_their_markdown(built: Path) -> None:
    for page in read(built)["pages"]:
        folder = built / page["url"].removeprefix(ADDRESS)
        assert (folder / "index.html").exists()
        text = (built / page["markdown"].removeprefix(ADDRESS)).read_text("utf-8")
        assert text.startswith(f"# {page['title']}\n")


def test_llms_txt_lists_every_page(guide: Guide, built: Path) -> None:
    exported = export(guide, "nb", ADDRESS)
    text = (built / "llms.txt").read_text("utf-8")
    assert text == index_text(exported, guide.name, guide.settings.tagline["nb"])
    assert text.count("\n- [") == len(exported.pages)


def test_a_section_has_the_entries_of_its_lists_but_not_its_items(built: Path) -> None:
    page = next(
        each for each in read(built / "en")["pages"] if each["key"] == "situations/saying-no"
    )
    points = {section["id"]: section["points"] for section in page["sections"]}
    assert [point.partition(" Say no at once")[0] for point in points["stop"]][1] == (
        "**You are asked to break the law, a policy or a safety rule:**"
    )
    assert (len(points["stop"]), points["during"]) == (3, [])
