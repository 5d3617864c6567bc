"""DEPLOY.md does what it says, and what only other machines can run names what is there."""

import re
import subprocess

import pytest

from tests.hosting.host import PUBLISHED, Host
from tests.project import ROOT

AFTERWARDS = re.compile(
    r"^## After deploying\n\n```sh\nguide=\S+\n(.+?)```", re.MULTILINE | re.DOTALL
)
VERSION = re.compile(r"[\w-]+/[\w-]+@v\d+\.\d+\.\d+")


def text_of(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


@pytest.mark.soak
def test_what_to_look_at_afterwards(host: Host) -> None:
    commands = AFTERWARDS.search(text_of("DEPLOY.md"))
    assert commands
    said = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", commands[1]],
        env={"guide": host.address.removesuffix("/"), "PATH": "/usr/local/bin:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert re.findall(r"^HTTP/1.1 (\d+)", said, re.MULTILINE) == ["200"] * 3 + ["404"] * 2
    caching = re.findall(r"^cache-control: (.+)", said, re.MULTILINE | re.IGNORECASE)
    assert [each.endswith("immutable") for each in caching] == [False, False, True, False, False]
    assert len(re.findall(r"^content-security-policy: ", said, re.MULTILINE | re.IGNORECASE)) == 5
    assert "<title>Page not found – Ryggen fri</title>" in said


def test_the_container_is_made_of_what_is_there() -> None:
    lines = [line.split() for line in text_of("hosting/Containerfile").splitlines()]
    sources = {line[1]: line[2] for line in lines if line[0] == "COPY"}
    assert text_of(".dockerignore").split() == ["*", *(f"!{source}" for source in sorted(sources))]
    assert sources.pop("site") == PUBLISHED
    assert [source for source in sources if not (ROOT / source).is_file()] == []
    port = next(line[1] for line in lines if line[0] == "EXPOSE")
    assert f"listen {port};" in text_of("hosting/nginx.conf")


@pytest.mark.parametrize(("name", "target"), [("pages", "build"), ("nightly", "soak")])
def test_a_workflow_names_versions_and_makes_a_target(name: str, target: str) -> None:
    workflow = text_of(f".github/workflows/{name}.yml")
    actions = re.findall(r"uses: (\S+)", workflow)
    assert len(actions) >= 2
    assert [action for action in actions if not VERSION.fullmatch(action)] == []
    assert re.findall(r"run: make (\w+)", workflow) == [target]
    assert re.search(rf"^{target}:", text_of("Makefile"), re.MULTILINE)
