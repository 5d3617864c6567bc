"""A guide that somebody has made their own: one language, three, own pages, another subject."""

import json
import re
from pathlib import Path

import pytest
from checklists.cli import main
from checklists.reading.project import load_guide
from checklists.report import render
from checklists.rules import check_guide
from lxml import html

from tests.adopted import (
    LEFT_OUT,
    OWN_PAGE,
    copy_adopted,
    copy_norwegian,
    copy_second,
    set_up,
)
from tests.project import build, copy_guide

ENGLISH = re.compile(r'hreflang|lang="en"|>English<|"en"')


def findings(project: Path) -> list[str]:
    return [render(finding).partition("\n")[0] for finding in check_guide(load_guide(project))]


def page(site: Path, path: str) -> html.HtmlElement:
    return html.fromstring((site / path / "index.html").read_bytes())


@pytest.fixture(scope="module")
def adopted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(copy_adopted(tmp_path_factory.mktemp("adopted")))


def test_nothing_of_a_language_that_the_guide_has_not(tmp_path: Path) -> None:
    project = copy_norwegian(tmp_path)
    assert findings(project) == []
    site = build(project)
    assert not (site / "en").exists()
    for file in (*site.rglob("*.html"), *site.rglob("checklists.json")):
        text = re.sub(r'<pre lang="en".*?</pre>', "", file.read_text("utf-8"))
        assert ENGLISH.findall(text) == [], file


def test_three_languages_have_a_menu_a_search_and_a_page_for_what_is_missing(adopted: Path) -> None:
    front = page(adopted, "nn")
    links = front.cssselect("#__languages a")
    assert [(link.get("hreflang"), link.text) for link in links] == [
        ("nb", "Norsk"),
        ("en", "English"),
    ]
    assert front.get("lang") == "nn"
    assert (adopted / "nn/search/search_index.json").exists()
    for special, word in (("404.html", "Sida finst ikkje"), ("offline/index.html", "Prøv igjen")):
        assert word in (adopted / "nn" / special).read_text("utf-8")
    lines = page(adopted, "nn/situations/one-more-thing").cssselect(".checklist-translation")
    assert {line.get("lang") for line in lines} == {"nb", "en"}


def test_a_page_that_a_language_lacks_is_that_of_the_default(adopted: Path) -> None:
    lacking = page(adopted, f"nn/{OWN_PAGE}")
    (article,) = lacking.cssselect("article")
    assert article.cssselect("div[lang=nb] h1")[0].text == "Nei takk"
    assert "nynorsk" in article.cssselect(".only-in")[0].text_content()
    (canonical,) = lacking.cssselect("link[rel=canonical]")
    assert canonical.get("href", "").endswith(f"example/{OWN_PAGE}/")
    codes = [link.get("hreflang") for link in lacking.cssselect("head link[hreflang]")]
    assert codes == ["nb", "en", "x-default"]


def test_the_name_reaches_everything(adopted: Path) -> None:
    assert page(adopted, "").cssselect("title")[0].text_content().startswith("Tannhuset")
    manifest = json.loads((adopted / "manifest.webmanifest").read_text("utf-8"))
    assert manifest["name"] == "Tannhuset"
    assert (adopted / "llms.txt").read_text("utf-8").startswith("# Tannhuset\n")
    (style,) = adopted.glob("assets/*/style.css")
    assert style.read_text("utf-8").startswith(":root{--guide-accent:#1f4e9c}")
    for file in adopted.rglob("*.html"):
        text = file.read_text("utf-8")
        assert "Ryggen fri" not in text, file
        assert "ryggen-fri" not in text, file


def test_own_files_take_the_place_of_others_or_add_to_them(adopted: Path) -> None:
    assert "Nei takk" in (adopted / "checklists.json").read_text("utf-8")
    assert "Gjør om" in (adopted / f"{OWN_PAGE}/index.html").read_text("utf-8")
    assert "Tannhuset" in (adopted / "checklists.json").read_text("utf-8")
    (logo,) = adopted.glob("assets/*/logo.svg")
    assert logo.read_text("utf-8") == '<svg xmlns="http://www.w3.org/2000/svg"/>'


def test_a_page_that_is_left_out_leaves_nothing_behind(adopted: Path) -> None:
    practice = LEFT_OUT.replace("situations", "practice")
    for key in (LEFT_OUT, practice):
        assert not (adopted / key).exists()
    for file in (*adopted.rglob("*.html"), *adopted.rglob("*.json"), *adopted.rglob("*.md")):
        text = file.read_text("utf-8")
        assert LEFT_OUT not in text, file
        assert practice not in text, file
    assert "Noen truer meg" not in (adopted / "finder/index.html").read_text("utf-8")


def test_a_finding_names_the_file_that_counts(tmp_path: Path) -> None:
    project = copy_adopted(tmp_path)
    file = project / f"own/nb/{OWN_PAGE}.md"
    file.write_text(file.read_text("utf-8").replace("minutes: 10", "minutes: ten"), "utf-8")
    (project / "own/words/nb.yml").write_text("pages: { undoo: Nei }\n", "utf-8")
    found = findings(project)
    assert [line.partition(": ")[0].partition(":")[0] for line in found] == [
        f"own/nb/{OWN_PAGE}.md",
        "own/words/nb.yml",
    ]


def test_a_guide_on_another_subject(tmp_path: Path) -> None:
    project = copy_second(tmp_path)
    assert findings(project) == []
    site = build(project)
    texts = [file.read_text("utf-8").lower() for file in site.rglob("*.html")]
    assert not any("customer" in text or "ryggen" in text for text in texts)


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        ({"accent": "#7fd3ca"}, "`accent` is not valid"),
        ({"accent": "green"}, "`accent` is not valid"),
        ({"without": ["index"]}, "`without` names no page that can be left out"),
        ({"without": ["situations/saying-yes"]}, "`without` names no page that can be left out"),
        ({"languages": ["nb"]}, "docs/en is no language of the guide"),
        ({"languages": ["nb", "en", "sv"], "incomplete": ["sv"]}, "no pages in `sv`"),
        ({"tagline": {"nb": "Bare her"}}, "`tagline` is not valid"),
    ],
)
def test_a_wrong_setting_is_a_finding(
    settings: dict[str, object], found: str, tmp_path: Path
) -> None:
    lines = findings(set_up(copy_guide(tmp_path), **settings))
    assert [line for line in lines if line.startswith("mkdocs.yml:") and found in line]
    assert len(lines) <= 2, lines


def test_a_practice_alone_can_be_left_out(tmp_path: Path) -> None:
    project = set_up(copy_guide(tmp_path), without=["practice/saying-no"])
    assert findings(project) == []


def test_a_list_of_links_of_ones_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = copy_adopted(tmp_path)
    file = project / "own/permalinks.txt"
    command = ["permalinks", "--start", "--root", str(project)]
    assert main(command) == 0
    assert LEFT_OUT not in file.read_text("utf-8")
    assert findings(project) == []
    assert main(command) == 2
    assert "already exists" in capsys.readouterr().err
