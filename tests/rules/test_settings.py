"""The tables of what MkDocs, the theme, Jinja and our own views know, held against these."""

import re
from dataclasses import fields
from importlib.metadata import entry_points

import pytest
from checklists.guide.front_matter import theme_folder
from checklists.guide.model import Guide
from checklists.guide.organisation import Contact, Organisation, Procedure
from checklists.rendering import views
from checklists.rendering.build import Build
from checklists.rules import interface_words, settings, view_fields
from jinja2 import Environment
from material.plugins.search.config import SearchConfig
from mkdocs.config.defaults import get_schema
from pydantic import BaseModel

from tests.project import ROOT

DATACLASSES = {
    "cards": views.Card,
    "tools": views.Link,
    "points": views.PointView,
    "lines": views.SituationLines,
    "situation.moments": views.Moment,
    "moment.lines": views.LineView,
    "sources": views.SourceView,
    "checklist.sources": views.SourceView,
}
MODELS: dict[str, type[BaseModel]] = {
    "organisation.contacts": Contact,
    "organisation.procedures": Procedure,
}
OF_NO_SETTING = {"config_file_path", "pages", "google_analytics", "mdx_configs"}


def test_settings_of_mkdocs() -> None:
    assert {name for name, _ in get_schema()} - OF_NO_SETTING | {"INHERIT"} == settings.MKDOCS


def test_settings_of_the_search() -> None:
    assert {name for name, _ in SearchConfig._schema} == settings.SEARCH


def test_features_and_icons_of_the_theme() -> None:
    folder = theme_folder()
    assert folder
    files = [*folder.rglob("*.html"), *folder.rglob("bundle*.js")]
    text = "".join(file.read_text("utf-8") for file in files)
    assert {name for name in settings.FEATURES if f'"{name}"' not in text} == set()
    asked = re.findall(r'"([a-z.]+)" (?:not )?in (?:config\.theme\.)?features', text)
    assert set(asked) <= settings.FEATURES
    assert set(re.findall(r"config\.theme\.icon\.(\w+)", text)) == settings.ICONS


def test_extensions_are_installed() -> None:
    short = {name for name in settings.EXTENSIONS if "." not in name}
    assert short <= {each.name for each in entry_points(group="markdown.extensions")}


@pytest.mark.parametrize("name", view_fields.LISTS)
def test_fields_of_lists(name: str) -> None:
    if name in MODELS:
        assert view_fields.LISTS[name] == MODELS[name].model_fields.keys()
    else:
        assert view_fields.LISTS[name] == {field.name for field in fields(DATACLASSES[name])}


def test_fields_of_what_is_given() -> None:
    given = view_fields.FIELDS
    assert given["checklist"] == {field.name for field in fields(views.ChecklistView)}
    assert given["partner"] == {field.name for field in fields(views.Link)}
    assert given["organisation"] == Organisation.model_fields.keys()


def test_what_templates_are_given() -> None:
    assert (
        Build(ROOT, "", Guide(), [], False).page_context("nb", "index").keys()
        <= view_fields.CONTEXT
    )


def test_filters_and_tests_of_jinja() -> None:
    assert (
        Environment(autoescape=True).filters.keys() | {"url", "script_tag"} == view_fields.FILTERS
    )
    names = {name for name in Environment(autoescape=True).tests if name.isalpha()}
    assert names <= view_fields.TESTS


def test_words_of_the_views() -> None:
    text = (ROOT / "hooks/checklists/rendering/views.py").read_text("utf-8")
    modes = {"read_do", "do_confirm"}  # by the `mode` of a page
    said = interface_words.SAID_BY_VIEWS - modes
    assert {name for name in said if not re.search(rf"""["']{name}["']""", text)} == set()
