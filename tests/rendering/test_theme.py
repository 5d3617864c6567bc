"""What is mended of the theme, and left out of its style, is there to be mended and left out."""

import re
from pathlib import Path

import material
import pytest
from checklists.rendering.theme import SCRIPT_MENDS, mend_script
from checklists.rendering.theme_style import UNUSED_CLASSES, without_unused

from tests.project import ROOT

THEME = Path(material.__file__).parent / "templates/assets"
SCRIPT = next(THEME.glob("javascripts/bundle.*.min.js")).read_text("utf-8")
STYLES = [file.read_text("utf-8") for file in sorted(THEME.glob("stylesheets/*.min.css"))]
OWN_STYLES = [file.read_text("utf-8") for file in (ROOT / "docs/assets").rglob("*.css")]
TEMPLATES = "".join(file.read_text("utf-8") for file in (ROOT / "overrides").rglob("*.html"))


@pytest.mark.parametrize(("wrong", "right"), SCRIPT_MENDS)
def test_each_mend_of_the_script_has_one_place(wrong: str, right: str) -> None:
    assert SCRIPT.count(wrong) == 1
    assert right in mend_script(SCRIPT)


@pytest.mark.parametrize("name", UNUSED_CLASSES)
def test_each_unused_class_is_in_the_theme(name: str) -> None:
    assert any(f".{name}" in style for style in STYLES)
    assert not any(f".{name}" in style for style in OWN_STYLES)
    assert not re.search(rf'class="([^"]* )?{name}', TEMPLATES)


def test_less_than_two_thirds_of_the_style_is_left() -> None:
    left = [without_unused(style) for style in STYLES]
    assert sum(map(len, left)) < sum(map(len, STYLES)) * 2 / 3
    assert all(style.count("{") == style.count("}") for style in left)


def test_every_property_that_is_used_is_still_set() -> None:
    left = "".join(map(without_unused, STYLES))
    used = set(re.findall(r"var\((--md-[\w-]+)\)", "".join([left, *OWN_STYLES])))
    was_set = set(re.findall(r"(--md-[\w-]+):", "".join(STYLES)))
    is_set = set(re.findall(r"(--md-[\w-]+):", left))
    assert used & was_set - is_set == set()
    assert len(used) > 20


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (".a,.tabbed-set{x:y}", ".a{x:y}"),
        (".tabbed-set:is(.a,.b),.grid{x:y}", ""),
        (".a:not(.grid){x:y}", ".a:not(.grid){x:y}"),
        ("@media print{.grid{x:y}}p{x:y}", "p{x:y}"),
        ("@media print{.grid{x:y}p{x:y}}", "@media print{p{x:y}}"),
        (":root{--a:url('m;{}')}p{m:var(--a)}", ":root{--a:url('m;{}')}p{m:var(--a)}"),
        (":root{--a:url('m');--b:url(\"n\")}p{m:var(--b)}", ':root{--b:url("n")}p{m:var(--b)}'),
        ("[dir=rtl] p,[dir=ltr] p{x:y}", "[dir=ltr] p{x:y}"),
        (
            "[data-md-color-primary=red]{x:y}[data-md-color-primary=custom]{x:y}",
            "[data-md-color-primary=custom]{x:y}",
        ),
    ],
)
def test_what_is_left_of_a_style(style: str, left: str) -> None:
    assert without_unused(style) == left
