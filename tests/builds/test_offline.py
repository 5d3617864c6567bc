"""What makes the built site an app: a manifest and icons; and how a host does without a worker."""

import json
import re
import struct
from pathlib import Path

import pytest
import yaml

from tests.project import ROOT, build, copy_site


def test_a_host_can_build_a_worker_that_removes_itself(tmp_path: Path) -> None:
    site = build(copy_site(tmp_path), SERVICE_WORKER="off")
    assert (site / "service-worker.js").read_text("utf-8").startswith("self.files={};\n")
    named = [file for file in site.rglob("*.html") if "data-worker" in file.read_text("utf-8")]
    assert named == []


@pytest.mark.parametrize(("prefix", "language"), [("", "nb"), ("en/", "en")])
def test_the_guide_can_be_installed_in_each_language(
    built: Path, prefix: str, language: str
) -> None:
    folder = built / prefix
    manifest = json.loads((folder / "manifest.webmanifest").read_text("utf-8"))
    assert (manifest["lang"], manifest["display"]) == (language, "standalone")
    assert manifest["name"] == manifest["short_name"] == "Ryggen fri"
    assert (folder / manifest["start_url"]).resolve() == folder.resolve()
    assert (folder / manifest["scope"]).resolve() == built.resolve()  # with the other language
    assert {icon.get("purpose", "any") for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        data = (folder / icon["src"]).read_bytes()
        if icon["type"] == "image/png":
            width, height = struct.unpack(">II", data[16:24])
            assert icon["sizes"] == f"{width}x{height}"
            assert len(data) < 10_000
    page = (folder / "situations/saying-no/index.html").read_text("utf-8")
    assert '<link rel="manifest" href="../../manifest.webmanifest">' in page


def test_the_frame_of_the_app_has_the_colours_of_the_site() -> None:
    text = re.sub(r"!ENV", "", (ROOT / "hooks/engine.yml").read_text("utf-8"))
    css = (ROOT / "overrides/assets/site/colours.css").read_text("utf-8")
    light, dark = re.findall(r"--md-default-bg-color: (#\w+);", css)
    assert yaml.safe_load(text)["extra"]["frame"] == {"light": light, "dark": dark}
