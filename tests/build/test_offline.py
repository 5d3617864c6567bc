"""What makes the built site an app: a manifest and icons; and how a host does without a worker."""

import json
import os
import re
import struct
from pathlib import Path

import pytest
import yaml

from tests.project import ROOT, build, copy_project


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built with `SERVICE_WORKER=off`."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SERVICE_WORKER", "off")
        return build(copy_project(tmp_path_factory.mktemp("off")))


def test_a_host_can_build_a_worker_that_removes_itself(site: Path) -> None:
    assert (site / "service-worker.js").read_text("utf-8").startswith("self.files={};\n")
    named = [file for file in site.rglob("*.html") if "data-worker" in file.read_text("utf-8")]
    assert named == []


@pytest.mark.parametrize(("prefix", "language"), [("", "nb"), ("en/", "en")])
def test_the_guide_can_be_installed_in_each_language(
    site: Path, prefix: str, language: str
) -> None:
    folder = site / prefix
    manifest = json.loads((folder / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["lang"], manifest["display"]) == (language, "standalone")
    assert manifest["name"] == manifest["short_name"] == "Ryggen fri"
    assert (folder / manifest["start_url"]).resolve() == folder.resolve()
    assert (folder / manifest["scope"]).resolve() == site.resolve()  # with the other language
    assert {icon.get("purpose", "any") for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        data = (folder / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            width, height = struct.unpack(">II", data[16:24])
            assert icon["sizes"] == f"{width}x{height}"
            assert len(data) < 10_000
    for page in folder.rglob("index.html"):
        link = re.search(r'<link rel="manifest" href="([^"]+)">', page.read_text("utf-8"))
        if prefix or "en" not in page.relative_to(site).parts:
            assert link
            path = Path(os.path.normpath(page.parent / link[1]))
            assert path == folder / "manifest.webmanifest" or link[1][0] == "/"


def test_the_frame_of_the_app_has_the_colours_of_the_site() -> None:
    text = re.sub(r"!ENV", "", (ROOT / "mkdocs.yml").read_text("utf-8"))
    css = (ROOT / "docs/assets/site/site.css").read_text("utf-8")
    light, dark = re.findall(r"--md-default-bg-color: (#\w+);", css)
    assert yaml.safe_load(text)["extra"]["frame"] == {"light": light, "dark": dark}
