"""`mkdocs build`, run as a reader of the README runs it."""

import html
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import copy_project, line_of

PAGE = "situations/saying-no"
LINE = line_of(f"docs/en/{PAGE}.md", "#repeat-once")
ENVIRONMENT = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
NOISE = re.compile(r"warning|error|deprecat|notice", re.IGNORECASE)


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "always", "-m", "mkdocs", *arguments],
        cwd=project,
        env=ENVIRONMENT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_project(tmp_path)


def change(project: Path, language: str, old: str, new: str, key: str = PAGE) -> None:
    file = project / f"docs/{language}/{key}.md"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site, and what the build printed."""
    project = copy_project(tmp_path_factory.mktemp("built"))
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 0, result.stdout
    return project / "site", result.stdout


def test_a_build_prints_no_warning(built: tuple[Path, str]) -> None:
    assert NOISE.findall(built[1]) == []


def test_the_built_site_stands_alone(built: tuple[Path, str]) -> None:
    """Two languages with the same pages, each with its own index and 404."""
    site, _ = built
    for language, folder, foreign in (("nb", site, "en/"), ("en", site / "en", "../")):
        index = json.loads((folder / "search/search_index.json").read_text("utf-8"))
        found = {entry["location"].partition("#")[0] for entry in index["docs"]}
        assert f"{PAGE}/" in found
        assert not [location for location in found if location.startswith(foreign)]
        for page in [folder / "404.html", *(folder / f"{name}index.html" for name in found)]:
            assert f'<html lang="{language}"' in page.read_text("utf-8")


def test_assets_in_folders_reach_both_sites_and_hidden_files_neither(project: Path) -> None:
    for name in ("maps/old/way.css", ".draft.css", ".cache/way.css", "maps/.way.css.swp"):
        file = project / "docs/assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("p {\n  margin: 0;\n}\n", "utf-8")
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 0, result.stdout
    for assets in (project / "site/assets", project / "site/en/assets"):
        (style,) = assets.glob("*/maps/old/way.css")
        assert style.read_text("utf-8") == "p{margin:0}"
        assert list(assets.rglob(".*")) == []


def test_every_page_has_a_title_of_its_own(built: tuple[Path, str]) -> None:
    pages = [page.read_text("utf-8") for page in built[0].rglob("index.html")]
    titles = {re.search(r"<title>(.+)</title>", page) for page in pages}
    assert len({match[1] for match in titles if match}) == len(pages)
    missing = [(built[0] / name).read_text("utf-8") for name in ("404.html", "en/404.html")]
    assert "<title>Siden finnes ikke – Ryggen fri</title>" in missing[0]
    assert "<title>Page not found – Ryggen fri</title>" in missing[1]


def test_canonical_and_alternate_addresses(built: tuple[Path, str]) -> None:
    page = (built[0] / "en" / PAGE / "index.html").read_text("utf-8")
    root = "https://ryggenfri.example/"
    assert f'<link rel="canonical" href="{root}en/{PAGE}/">' in page
    links = re.findall(r'hreflang="([\w-]+)" href="(https:[^"]+)"', page)
    assert links == [
        ("nb", f"{root}{PAGE}/"),
        ("en", f"{root}en/{PAGE}/"),
        ("x-default", f"{root}{PAGE}/"),
    ]


def test_every_page_has_a_preview_for_links_to_it(built: tuple[Path, str]) -> None:
    for file in _pages(built[0]):
        page = file.read_text("utf-8")
        tags = dict(re.findall(r'<meta property="og:(\S+)" content="([^"]+)">', page))
        name = file.parent.relative_to(built[0]).as_posix()
        address = f"https://ryggenfri.example/{'' if name == '.' else f'{name}/'}"
        assert tags["url"] == address
        assert 20 < len(html.unescape(tags["description"])) <= 160
        image = tags["image"].removeprefix("https://ryggenfri.example/")
        assert (built[0] / image).read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_every_page_is_two_clicks_away_from_the_front_page(
    built: tuple[Path, str], prefix: str
) -> None:
    site = built[0] / prefix
    near = _linked(site, site / "index.html")
    near |= {page for each in near for page in _linked(site, each)}
    pages = {page for page in _pages(site) if prefix or "en" not in page.parts}
    assert pages - near == set()


def _pages(site: Path) -> list[Path]:
    """All but the page that is shown in place of others."""
    return [page for page in site.rglob("index.html") if page.parent.name != "offline"]


def _linked(site: Path, page: Path) -> set[Path]:
    """The pages of the same language that a page links to."""
    hrefs = re.findall(r'<a [^>]*?href="([^"#:]*[/.])["#]', page.read_text("utf-8"))
    targets = {(page.parent / href / "index.html").resolve() for href in hrefs}
    return {target for target in targets if target.is_relative_to(site.resolve())}


def test_each_point_links_to_the_items_that_carry_it_out(built: tuple[Path, str]) -> None:
    for prefix, title in (("", "Å si nei"), ("en/", "Saying no")):
        page = (built[0] / prefix / "points/index.html").read_text("utf-8")
        each = (part.partition('">') for part in page.split('<li class="point" id="')[1:])
        points = {id: text for id, _, text in each}
        assert {"S1", "S3", "S16a", "S32"} <= points.keys()
        assert f'href="../{PAGE}/#say-it-clearly">{title}: ' in points["S3"]
        assert "<a" not in points["S1"]


@pytest.mark.parametrize("arguments", [("build",), ("build", "--strict")])
def test_a_finding_fails_the_build_and_is_printed_once(
    project: Path, arguments: tuple[str, ...]
) -> None:
    change(project, "en", "{ #repeat-once ", "{ ")
    result = mkdocs(project, *arguments)
    assert result.returncode == 1
    assert re.findall(r"docs/en/situations/saying-no\.md:\d+:\d+: CL\d+", result.stdout) == [
        f"docs/en/{PAGE}.md:{LINE}:7: CL103"
    ]
    assert result.stdout.count("CL303 item `repeat-once` does not exist in `en`") == 1
    assert "Traceback" not in result.stdout
    assert not (project / "site").exists()


@pytest.mark.parametrize("language", ["nb", "en"])
def test_a_broken_link_fails_the_build(project: Path, language: str) -> None:
    change(project, language, "(writing-it-down.md)", "(writing-it-down.md#nowhere)")
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 1
    assert result.stdout.count("has no place `nowhere`") == 1
    assert result.stdout.count("#nowhere") == 1  # in the line that is shown


SERVED_BUILD = """
import logging
from mkdocs.commands.build import build
from mkdocs.config import load_config
logging.basicConfig(level="INFO", format="%(message)s")
config = load_config()
config.plugins.on_startup(command="serve", dirty=False)
build(config)
"""


def test_while_serving_a_broken_link_is_printed_once_too(project: Path) -> None:
    change(project, "nb", "(writing-it-down.md)", "(writing-it-down.md#nowhere)")
    change(project, "en", "(writing-it-down.md)", "(writing-it-dwn.md)")
    result = subprocess.run(
        [sys.executable, "-c", SERVED_BUILD],
        cwd=project,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert result.stderr.count("#nowhere") == 1
    assert len(re.findall(r"\bwriting-it-dwn\.md\b", result.stderr)) == 2  # message and line
    assert (project / f"site/en/{PAGE}/index.html").exists()


def test_a_broken_link_of_a_template_fails_the_build_and_is_printed_once(project: Path) -> None:
    template = project / "overrides/main.html"
    text = template.read_text("utf-8")
    head, block, rest = text.partition("{% block content %}")
    assert block
    template.write_text(f'{head}{block}<a href="gone/">x</a>{rest}', "utf-8")
    result = mkdocs(project, "build")
    assert result.returncode == 1
    found = re.findall(r"CL801 `\S*gone/index.html` does not exist", result.stdout)
    assert len(found) == len(set(found)) > 1
    assert "Traceback" not in result.stdout


def test_an_error_in_the_other_language_fails_the_build_and_is_printed_once(project: Path) -> None:
    template = project / "overrides/main.html"
    error = "{% if config.theme.language == 'en' %}{{ config.extra.nobody.knows }}{% endif %}"
    template.write_text(f"{error}{template.read_text('utf-8')}", "utf-8")
    result = mkdocs(project, "build")
    assert result.returncode == 1
    assert result.stdout.count("has no attribute 'nobody'") == 1


WARNING_HOOK = """
import logging
def on_post_page(output, page, config):
    if page.is_homepage:
        logging.getLogger("mkdocs.plugins.example").warning("a warning of another hook")
"""


@pytest.mark.parametrize(("arguments", "code"), [((), 0), (("--strict",), 1)])
def test_a_warning_in_the_other_language_counts_when_strict(
    project: Path, arguments: tuple[str, ...], code: int
) -> None:
    (project / "warning.py").write_text(WARNING_HOOK, "utf-8")
    config = project / "mkdocs.en.yml"
    text = config.read_text("utf-8")
    config.write_text(f"{text}\nhooks: [hooks/main.py, warning.py]\n", "utf-8")
    result = mkdocs(project, "build", *arguments)
    assert result.returncode == code
    assert result.stdout.count("a warning of another hook") == 1


def test_missing_docs_give_an_error_not_a_traceback(project: Path) -> None:
    (project / "docs/en").rename(project / "elsewhere")
    result = mkdocs(project, "build")
    assert result.returncode == 1
    assert "docs/en" in result.stdout
    assert "Traceback" not in result.stdout


def test_a_quiet_build_shows_its_findings_too(project: Path) -> None:
    change(project, "en", "{ #repeat-once ", "{ ")
    result = mkdocs(project, "build", "--quiet")
    assert result.returncode == 1
    assert f"docs/en/{PAGE}.md:{LINE}:7: CL103" in result.stdout


def test_a_configuration_without_its_language_is_a_finding(project: Path) -> None:
    config = project / "mkdocs.en.yml"
    text = config.read_text("utf-8")
    assert "  language: en\n" in text
    config.write_text(text.replace("  language: en\n", ""), "utf-8")
    result = mkdocs(project, "build")
    assert result.returncode == 1
    assert "mkdocs.en.yml:1:1: CL814 `theme.language` is not that of `en`" in result.stdout


@pytest.mark.parametrize("end", ["...", "--- "])
def test_front_matter_may_end_in_each_way_that_mkdocs_takes(project: Path, end: str) -> None:
    change(project, "nb", "]\n---\n", f"]\n{end}\n")
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 0, result.stdout
    text = (project / f"site/{PAGE}/index.md").read_text("utf-8")
    assert text.startswith("# Å si nei\n")


def test_what_editors_hide_is_passed_over(project: Path) -> None:
    folder = project / "docs/nb/situations"
    (folder / ".#saying-no.md").symlink_to("nobody@nowhere.1234")
    (folder / ".draft.md").write_text("half a thought", "utf-8")
    (project / "docs/assets/.site.css.swp").write_bytes(b"\x00")
    result = mkdocs(project, "build", "--strict")
    assert result.returncode == 0, result.stdout
    assert not list((project / "site").rglob(".*"))


def test_no_dead_weight_of_the_theme(built: tuple[Path, str]) -> None:
    """Source maps, and languages that the search does not use."""
    names = {file.name for file in built[0].rglob("*") if file.is_file()}
    assert not [name for name in names if name.endswith(".map")]
    lunr = {name for name in names if name.startswith(("lunr.", "tinyseg", "wordcut"))}
    assert lunr == {"lunr.no.min.js", "lunr.stemmer.support.min.js"}


ORGANISATION = """
name: "Nordlys <script>alert(1)</script>"
contacts:
  - role: { nb: "Vakthavende", en: "On duty" }
    when: { nb: "Når noen truer", en: "When somebody threatens" }
    telephone: "22 00 00 00"
    email: vakt@example.no
    hours: { nb: "8–20", en: "8 am to 8 pm" }
incidents: { title: { nb: "Avvik", en: "Incidents" }, url: "https://avvik.example.no/" }
"""


def test_your_own_contacts_stand_where_they_are_needed(project: Path) -> None:
    (project / "docs/organisation.yml").write_text(ORGANISATION, "utf-8")
    assert mkdocs(project, "build", "--strict").returncode == 0
    for page in ("threats-and-abuse", "saying-no", "../onboarding/day-1", "../onboarding/sign-off"):
        text = (project / f"site/en/situations/{page}/index.html").read_text("utf-8")
        assert '<a href="tel:22000000">22 00 00 00</a>' in text
        assert "When somebody threatens (8 am to 8 pm)" in text
        assert '<a href="https://avvik.example.no/">Incidents</a>' in text
        assert "<script>alert(1)</script>" not in text
    exported = json.loads((project / "site/checklists.json").read_text("utf-8"))
    assert exported["organisation"]["contacts"][0]["telephone"] == "22 00 00 00"


def test_as_shipped_there_are_only_public_numbers(built: tuple[Path, str]) -> None:
    exported = json.loads((built[0] / "checklists.json").read_text("utf-8"))
    numbers = [each["telephone"] for each in exported["organisation"]["contacts"]]
    assert numbers == ["112", "113", "116 117"]
