"""Markdown may hold HTML. What could run in it is refused, and all else stays a text."""

import re
from urllib.parse import urlsplit

from checklists.built.built_page import read_built_page
from checklists.guide.model import Guide
from checklists.reading.page import parse_page
from checklists.rules import check_guide
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from tests.payloads import FLAG, PAYLOADS
from tests.rendering.markdown import render

PAGE = """\
---
title: T
kind: page
summary: s
owner: o
reviewed: 2026-11-24
review_by: 2027-11-24
---

"""
PLACES = (
    "# {}",
    "## Del {} {{ #del }}",
    "Tekst {} her.",
    "- [ ] **Les loggen {}.** Fordi. {{ #read-the-log }}",
    "- [ ] **Les loggen.** Fordi {} her. {{ #read-the-log }}",
    '- [ ] **Les loggen.** {{ #read-the-log src="{}" was="{}" }}',
    "- [ ] **Les loggen.** {{ #read-the-log {} }}",
    "- [ ] **Les loggen.** {{ #read-the-log }}\n\n    > *Når {}:* «Si {} nå.»",
    "[lenke]({})",
    "![bilde](<{}>)",
    "[lenke][x]\n\n[x]: {}",
    "<{}>",
    "## Del {{ #del {} }}",
    'Avsnitt.\n{{: {}="{}" }}',
    '??? note "Mer {}"\n    Ord {}.',
    "| a | b |\n|---|---|\n| {} | {} |",
    "*[HTML]: {}\n\nHTML",
    "Ord\n: {}",
    "`{}`",
    "```{}\n{}\n```",
    "<!-- {} -->",
)
"""Where an author writes. `{}` is what is written."""
MARKDOWN = (
    f"[x](javascript:window.{FLAG}=1)",
    f"[x](&#106;avascript:window.{FLAG}=1)",
    f"[x](java\tscript:window.{FLAG}=1)",
    f"[x](data:text/html,<script>window.{FLAG}=1</script>)",
    f"<javascript:window.{FLAG}=1>",
    f"onclick=window.{FLAG}=1",
    f'onclick="window.{FLAG}=1"',
    f"href=javascript:window.{FLAG}=1",
    "style=color:red",
)
RUNS = {"script", "iframe", "frame", "object", "embed", "applet", "base"}
ADDRESSES = {"href", "src", "action", "formaction", "xlink:href", "data"}
CODE_ADDRESS = re.compile(r"\s*(?:java\s*script|vbscript|data:text)", re.IGNORECASE)


REFUSED_SCHEMES = {"javascript", "data"}
"""By the checks of the built site."""
REFUSING = {"CL101", "CL501", "CL801", "CL805", "CL820", "CL821"}
"""Codes of findings that tell of code, of addresses, and of what a list of attributes may hold."""


def is_refused(text: str) -> bool:
    """Whether a build of it fails: in the content, or in the page that it has become."""
    content, findings = parse_page(PAGE + text, "nb", "a", "docs/nb/a.md")
    guide = Guide(pages={("nb", "a"): content}, defects=findings)
    built = f"<!doctype html><article>{render(text)}</article>"
    is_told = REFUSING & {finding.rule.code for finding in check_guide(guide)}
    page = read_built_page("a/index.html", built.encode())
    schemes = {urlsplit(pointer.target).scheme for pointer in page.pointers}
    return bool(is_told or page.code or schemes & REFUSED_SCHEMES)


def runs(text: str) -> bool:
    """Whether something in the rendered text could run."""
    root = html.fragment_fromstring(render(text), create_parent="div")
    return any(
        element.tag in RUNS
        or any(str(name).startswith("on") or name == "srcdoc" for name in element.attrib)
        or any(CODE_ADDRESS.match(element.get(name, "")) for name in ADDRESSES)
        for element in root.iter()
        if isinstance(element.tag, str)
    )


@given(
    st.sampled_from(PLACES),
    st.sampled_from(PAYLOADS + MARKDOWN),
    st.sampled_from(["", " ", "x", "\n", "**", "`", '"', "\\", "<", "[", ") "]),
)
@settings(max_examples=600)
def test_what_runs_is_refused(place: str, payload: str, before: str) -> None:
    written = before + payload
    body = place.format(written, written)
    if runs(body):
        assert is_refused(body)
