"""Checks of the built site, on a site small enough to read."""

from pathlib import Path

import pytest
from checklists.cli import main
from checklists.guide.finding import Finding
from checklists.report import render
from checklists.rules.built_pages import check_site
from checklists.site.built_site import read_site

ADDRESS = "https://guide.example/sub/"
PAGE = """\
<!doctype html>
<html><head>
<link rel="canonical" href="https://guide.example/sub/{path}">
<link rel="stylesheet" href="{up}assets/site.css">
</head><body>
<h1 id="top">T</h1>
{body}
</body></html>
"""
GOOD = {
    "index.html": ('<a href="a/">A</a> <a href="en/" hreflang="en">English</a>', ""),
    "a/index.html": ('<a href="../#top">T</a> <img src="../assets/a.svg" alt="A">', "../"),
    "404.html": ('<a href="/sub/a/">A</a>', "/sub/"),
    "en/index.html": ('<a href="a/index.html#top">A</a>', "../"),
    "en/a/index.html": ('<a href="." id="here">A</a> <a href="https://b.example">B</a>', "../../"),
}
MARK = "<p>Here.</p>"


def make_site(root: Path) -> Path:
    folder = root / "site"
    for path, (body, up) in GOOD.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        address = path.removesuffix("index.html")
        file.write_text(PAGE.format(path=address, up=up, body=f"{MARK}\n{body}"), "utf-8")
    (folder / "assets").mkdir()
    (folder / "assets/site.css").write_text("b {}\na { background: url('a.svg') }\n", "utf-8")
    (folder / "assets/a.svg").write_text("<svg/>", "utf-8")
    return folder


def findings_of(site: Path) -> list[Finding]:
    return check_site(read_site(site, ADDRESS, ("nb", "en")))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return make_site(tmp_path)


def test_a_sound_site_has_no_findings(site: Path) -> None:
    assert findings_of(site) == []


@pytest.mark.parametrize(
    ("body", "headline"),
    [
        ('<a href="../b/">B</a>', "7:10: CL801 `b/index.html` does not exist"),
        ('<a href="../assets/b.pdf">B</a>', "7:10: CL801 `assets/b.pdf` does not exist"),
        ('<a href="../../../x/">B</a>', "7:10: CL801 `x/index.html` does not exist"),
        ("<article><script>x()</script></article>", "7:10: CL821 `<script` runs code"),
        ('<article><iframe src="."></iframe>', "7:10: CL821 `<iframe` runs code"),
        ('<article><p onclick="x()">B</p>', "7:13: CL821 `onclick` runs code"),
        ('<a href="Java&#9;Script:x()">B</a>', "7:1: CL801 unknown scheme `javascript`"),
        ('<img alt="" src="b.png">', "7:18: CL801 `a/b.png` does not exist"),
        (
            '<img alt="" srcset="../assets/a.svg 1x, b.png 2x">',
            "7:41: CL801 `a/b.png` does not exist",
        ),
        ('<script src="b.js"></script>', "7:14: CL801 `a/b.js` does not exist"),
        ('<link rel="icon" href="b.ico">', "7:24: CL801 `a/b.ico` does not exist"),
        ('<a href="../#tip">B</a>', "7:10: CL801 `index.html` has no place `tip`"),
        ('<a href="#tip">B</a>', "7:10: CL801 `a/index.html` has no place `tip`"),
        (
            '<pre>&lt;p id="tip"&gt;</pre><a href="#tip">B</a>',
            "7:39: CL801 `a/index.html` has no place `tip`",
        ),
        (
            '<a href="../assets/a.svg#b">B</a>',
            "7:10: CL801 `assets/a.svg` is no page with places on it",
        ),
        ('<a href="">B</a>', "7:1: CL801 empty address in `<a>`"),
        ('<a href="htps://b.example">B</a>', "7:10: CL801 unknown scheme `htps`"),
        ('<a href="http://b.example">B</a>', "7:10: CL801 http is not safe"),
        ('<a href="/sub/">B</a>', "7:10: CL801 absolute link to the guide itself: `/sub/`"),
        (
            f'<a href="{ADDRESS}">B</a>',
            f"7:10: CL801 absolute link to the guide itself: `{ADDRESS}`",
        ),
        (
            '<a href="../en/">B</a>',
            "7:10: CL801 link leads to the `en` page `en/index.html`",
        ),
    ],
)
def test_a_defect_is_found_at_its_place(site: Path, body: str, headline: str) -> None:
    file = site / "a/index.html"
    file.write_text(file.read_text("utf-8").replace(MARK, body), "utf-8")
    found = [render(finding).split("\n")[0] for finding in findings_of(site)]
    assert found == [f"site/a/index.html:{headline}"]


def test_what_is_right_on_one_page_may_be_wrong_in_the_other_language(site: Path) -> None:
    file = site / "en/index.html"
    file.write_text(file.read_text("utf-8").replace(MARK, '<a href="../#top">T</a>'), "utf-8")
    found = [(each.place.path, each.rule.code) for each in findings_of(site)]
    assert found == [("site/en/index.html", "CL801")]


def test_a_defect_of_a_template_is_reported_once(site: Path) -> None:
    for file in site.rglob("index.html"):
        file.write_text(file.read_text("utf-8").replace("site.css", "old.css"), "utf-8")
    (finding,) = findings_of(site)
    assert (finding.place.path, finding.place.span.line) == ("site/a/index.html", 4)
    assert finding.message == "`assets/old.css` does not exist (in 4 files)"


@pytest.mark.parametrize("data", [b"", b"\xff\xfe<", b"<a", b"<!-- ", b"plain", b"\x00" * 10])
def test_any_bytes_can_be_a_page(site: Path, data: bytes) -> None:
    (site / "a/index.html").write_bytes(data)
    assert isinstance(findings_of(site), list)


def test_the_command_checks_a_site_too(
    site: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (site / "assets/a.svg").unlink()
    (tmp_path / "docs").mkdir()
    command = ["check", "--root", str(tmp_path), "--site"]
    assert main([*command, str(site)]) == 1
    assert "site/a/index.html:8:" in capsys.readouterr().out
    assert main([*command, str(site / "gone")]) == 2
    assert "no site in" in capsys.readouterr().err
