"""`mkdocs build`, run as a reader of the README runs it."""

import html
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import ADDRESS, NO_NOTICE, copy_site

PAGE = "situations/one-more-thing"
NOISE = re.compile(r"warning|error|deprecat|notice", re.IGNORECASE)


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "always", "-m", "mkdocs", "build", *arguments],
        cwd=project,
        env=os.environ | NO_NOTICE,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


# What is built


def _pages(site: Path) -> list[Path]:
    """All but the one that is shown in place of others, and those that only lead on."""
    pages = [page for page in site.rglob("index.html") if page.parent.name != "offline"]
    return [page for page in pages if 'http-equiv="refresh"' not in page.read_text("utf-8")]


def test_each_language_has_the_same_pages_its_own_index_and_its_own_404(built: Path) -> None:
    for language, folder, foreign in (("nb", built, "en/"), ("en", built / "en", "../")):
        index = json.loads((folder / "search/search_index.json").read_text("utf-8"))
        found = {entry["location"].partition("#")[0] for entry in index["docs"]}
        assert f"{PAGE}/" in found
        assert not [location for location in found if location.startswith(foreign)]
        for page in [folder / "404.html", *(folder / f"{name}index.html" for name in found)]:
            assert f'<html lang="{language}"' in page.read_text("utf-8")


def test_every_page_has_a_title_and_a_preview_of_its_own(built: Path) -> None:
    titles = set()
    for file in _pages(built):
        page = file.read_text("utf-8")
        titles.update(re.findall(r"<title>(.+)</title>", page))
        tags = dict(re.findall(r'<meta property="og:(\S+)" content="([^"]+)">', page))
        name = file.parent.relative_to(built).as_posix()
        assert tags["url"] == f"{ADDRESS}{'' if name == '.' else f'{name}/'}"
        assert 0 < len(html.unescape(tags["description"])) <= 160
        image = tags["image"].removeprefix(ADDRESS)
        assert (built / image).read_bytes().startswith(b"\x89PNG")
    assert len(titles) == len(_pages(built))


def test_canonical_and_alternate_addresses(built: Path) -> None:
    page = (built / f"en/{PAGE}/index.html").read_text("utf-8")
    root, path = ADDRESS, f"{PAGE}/"
    assert f'<link rel="canonical" href="{root}en/{path}">' in page
    links = re.findall(r'hreflang="([\w-]+)" href="(https:[^"]+)"', page)
    assert links == [
        ("nb", f"{root}{path}"),
        ("en", f"{root}en/{path}"),
        ("x-default", f"{root}{path}"),
    ]


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_every_page_is_two_clicks_away_from_the_front_page(built: Path, prefix: str) -> None:
    site = built / prefix
    near = _linked(site, site / "index.html")
    near |= {page for each in near for page in _linked(site, each)}
    pages = {page for page in _pages(site) if prefix or "en" not in page.relative_to(site).parts}
    assert pages - near == set()


def _linked(site: Path, page: Path) -> set[Path]:
    """The pages of the same language that a page links to."""
    hrefs = re.findall(r'<a [^>]*?href="([^"#:]*[/.])["#]', page.read_text("utf-8"))
    targets = {(page.parent / href / "index.html").resolve() for href in hrefs}
    return {target for target in targets if target.is_relative_to(site.resolve())}


def test_no_dead_weight_of_the_theme(built: Path) -> None:
    """Source maps, and languages that the search does not use."""
    names = {file.name for file in built.rglob("*") if file.is_file()}
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


def test_a_build_has_own_assets_and_contacts_and_no_hidden_files(project: Path) -> None:
    """One build shows what an adopter and an editor may leave in the folder."""
    docs = project / "docs"
    (docs / "organisation.yml").write_text(ORGANISATION, "utf-8")
    for name in ("maps/old/way.css", ".draft.css", ".cache/way.css", "maps/.way.css.swp"):
        file = docs / "assets" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("p {\n  margin: 0;\n}\n", "utf-8")
    (docs / "nb/situations/.#one-more-thing.md").symlink_to("nobody@nowhere.1234")
    (docs / "nb/situations/.draft.md").write_text("half a thought", "utf-8")
    change(docs / "nb/principles/answer-once.md", "]\n---\n", "]\n...\n")
    result = mkdocs(project, "--strict")
    assert result.returncode == 0, result.stdout
    assert NOISE.findall(result.stdout) == []
    site = project / "site"
    assert not list(site.rglob(".*"))
    for assets in (site / "assets", site / "en/assets"):
        (style,) = assets.glob("*/maps/old/way.css")
        assert style.read_text("utf-8") == "p{margin:0}"
    text = (site / "en/situations/threats-and-abuse/index.html").read_text("utf-8")
    assert '<a href="tel:22000000">22 00 00 00</a>' in text
    assert "When somebody threatens (8 am to 8 pm)" in text
    assert '<a href="https://avvik.example.no/">Incidents</a>' in text
    assert "<script>alert(1)</script>" not in text
    exported = json.loads((site / "checklists.json").read_text("utf-8"))
    assert exported["organisation"]["contacts"][0]["telephone"] == "22 00 00 00"
    markdown = (site / "principles/answer-once/index.md").read_text("utf-8")
    assert markdown.startswith("# Svar én gang\n")


# What fails a build


@pytest.mark.parametrize("arguments", [(), ("--quiet",)])
def test_a_finding_fails_the_build_and_is_printed_once(
    project: Path, arguments: tuple[str, ...]
) -> None:
    change(project / f"docs/en/{PAGE}.md", "{ #set-a-time ", "{ ")
    result = mkdocs(project, *arguments)
    assert result.returncode == 1
    assert len(re.findall(rf"docs/en/{PAGE}\.md:\d+:7: CL103", result.stdout)) == 1
    assert "Traceback" not in result.stdout
    assert not (project / "site").exists()


def test_broken_links_fail_the_build_and_are_printed_once(project: Path) -> None:
    change(project / f"docs/nb/{PAGE}.md", "(../principles/answer-once.md)", "(#nowhere)")
    change(project / f"docs/en/{PAGE}.md", "answer-once.md)", "answer-twice.md)")
    result = mkdocs(project, "--strict")
    assert result.returncode == 1
    for link in ("nowhere", "answer-twice"):
        assert len(re.findall(rf"(?m)^.*CL80\d.*{link}", result.stdout)) == 1, result.stdout


def test_a_broken_link_of_a_template_fails_the_build_and_is_printed_once(project: Path) -> None:
    block = "{% block content %}"
    change(project / "overrides/main.html", block, f'{block}<a href="gone/">x</a>')
    result = mkdocs(project)
    assert result.returncode == 1
    found = re.findall(r"CL801 `\S*gone/index.html` does not exist", result.stdout)
    assert len(found) == len(set(found)) > 1
    assert "Traceback" not in result.stdout


def test_an_error_in_the_other_language_fails_the_build_and_is_printed_once(project: Path) -> None:
    error = "{% if config.theme.language == 'en' %}{{ config.extra.nobody.knows }}{% endif %}"
    change(project / "overrides/main.html", "{%", f"{error}{{%")
    result = mkdocs(project)
    assert result.returncode == 1
    assert result.stdout.count("has no attribute 'nobody'") == 1


WARNING_HOOK = """
import logging
def on_post_page(output, page, config):
    if page.is_homepage and config.theme["language"] == "en":
        logging.getLogger("mkdocs.plugins.example").warning("a warning of another hook")
"""


def test_a_warning_in_the_other_language_counts_when_strict(project: Path) -> None:
    (project / "warning.py").write_text(WARNING_HOOK, "utf-8")
    with (project / "mkdocs.yml").open("a") as configuration:
        configuration.write("\nhooks: [hooks/main.py, warning.py]\n")
    result = mkdocs(project, "--strict")
    assert result.returncode == 1
    assert result.stdout.count("a warning of another hook") == 1


def test_missing_docs_give_an_error_not_a_traceback(project: Path) -> None:
    (project / "docs/en").rename(project / "elsewhere")
    result = mkdocs(project)
    assert result.returncode == 1
    assert "docs/en" in result.stdout
    assert "Traceback" not in result.stdout
