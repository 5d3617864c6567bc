"""What is sent is smaller than what is written, and means the same."""

from pathlib import Path

from checklists.rendering.assets import STYLE, Assets, joined, load_assets, minified


def test_a_script_keeps_its_exports_and_loses_its_comments(tmp_path: Path) -> None:
    script = tmp_path / "one.js"
    script.write_text("/** Why. */\nexport function one() {\n  return '//';\n}\n", "utf-8")
    assert minified(script) == 'export function one(){return"//"}'


def test_a_style_keeps_its_letters(tmp_path: Path) -> None:
    style = tmp_path / "one.css"
    style.write_text("/* Why. */\np::after {\n  content: '«å»';\n}\n", "utf-8")
    assert minified(style) in ("p::after{content:'«å»'}", 'p::after{content:"«å»"}')


def test_joined_styles_point_to_the_same_files(tmp_path: Path) -> None:
    style = tmp_path / "one.css"
    style.write_text("a{x:url(../a.svg)}b{x:url('b.svg')}i{x:url(data:,c)}u{x:url(#d)}", "utf-8")
    text = joined({"assets/site/one.css": style, "assets/log/two.css": style}).replace('"', "")
    for target in ("a.svg", "site/b.svg", "log/b.svg", "data:,c", "#d"):
        assert f"url({target})" in text.replace("'", "")


def test_a_module_comes_with_all_that_it_imports_at_once() -> None:
    scripts = {
        "assets/a/one.js": b'import{x}from"./two.js";import"../b/three.js";import("./later.js")',
        "assets/a/two.js": b'import{y,z as w}from"../b/three.js"',
        "assets/b/three.js": b'import*as o from"../a/one.js"',
    }
    assets = Assets(scripts, [], "assets")
    assert assets.with_imports(["a/one.js"]) == ["a/one.js", "a/two.js", "b/three.js"]


def test_only_our_own_files_have_our_folder(tmp_path: Path) -> None:
    style = tmp_path / "overrides/assets/site/one.css"
    style.parent.mkdir(parents=True)
    style.write_text("p { margin: 0 }", "utf-8")
    (tmp_path / "overrides/assets/a.svg").write_text("<svg/>", "utf-8")
    assets = load_assets(tmp_path, ["https://example.org/x.css", "assets/site/one.css"], "#0b5d5b")
    assert assets.styles == [STYLE, "https://example.org/x.css"]
    assert assets.files == {
        "assets/a.svg": b"<svg/>",
        STYLE: b":root{--guide-accent:#0b5d5b}p{margin:0}",
    }
    assert assets.address("assets/a.svg") == f"{assets.folder}/a.svg"
    assert assets.address("assets/images/favicon.png") == "assets/images/favicon.png"
    html = '<img src="../assets/a.svg"><img src="../assets/b.svg">'
    assert assets.with_addresses(html) == html.replace("assets/a.svg", f"{assets.folder}/a.svg")
