"""A practice of three choices in place of a real one: its words do not change with the guide's."""

from pathlib import Path

KEY = "practice/taking-a-break"
SCENES = (
    "start", "soft", "push", "late", "good-offer", "good-repeat", "lost", "gave-away",
)  # fmt: skip
OLD_ID = "repeated"  # of `good-repeat`

_WORDS = {
    "nb": {
        "title": "Øv: Du trenger en pause",
        "summary": "Tre svar, og hvordan hvert av dem ender.",
        "owner": "redaksjonen",
        "learn": "Se [listen](../situations/taking-a-break.md#stop-talking).",
        "lines": "Kunden ringer|Klokka er ni.|**Kunden:** «Kan vi få alt?»|«Ja.»|«Nei.»|Legg på.|"
        "Kunden takker|Rett det opp.|La det stå.|"
        "Kunden presser|**Kunden:** «Kan du jobbe litt ekstra?»|«Du får en del.»|«Nei.»|«Greit.»|"
        "Det er sent|Vent.|Gi alt.|"
        "Dere er enige|Nei er nei|Fredag kommer|Alt er borte",
    },
    "en": {
        "title": "Practise: You need a break",
        "summary": "Three answers, and how each of them ends.",
        "owner": "the editors",
        "learn": "See [the list](../situations/taking-a-break.md#stop-talking).",
        "lines": "The customer calls|It is nine.|**Customer:** “Can we have it all?”|“Yes.”|“No.”|"
        "Hang up.|The customer thanks you|Put it right.|Leave it.|"
        "The customer pushes|**Customer:** “Can you work a little more?”|“You get a part.”|“No.”|"
        "“Fine.”|It is late|Wait.|Give it all.|"
        "You agree|No is no|Friday comes|It is all gone",
    },
}
_PAGE = """---
title: "{title}"
kind: practice
practises: situations/taking-a-break
summary: "{summary}"
minutes: 5
owner: {owner}
reviewed: 2026-11-24
review_by: 2027-11-24
hide: [toc]
---

# {title}

## {0} {{ #start }}

{1}

> {2}

- [{3}](#soft)
- [{4}](#push)
- [{5}](#push)

## {6} {{ #soft }}

- [{7}](#push)
- [{8}](#lost)

## {9} {{ #push }}

> {10}

- [{11}](#good-offer)
- [{12}](#good-repeat)
- [{13}](#late)

## {14} {{ #late }}

- [{15}](#lost)
- [{16}](#gave-away)

## {17} {{ #good-offer .good }}

{learn}

## {18} {{ #good-repeat .good was="repeated" }}

{learn}

## {19} {{ #lost .bad }}

{learn}

## {20} {{ #gave-away .bad }}

{learn}
"""


def put_small_practice(project: Path) -> Path:
    """Write it into a copy of the project, in both languages. Returns the project."""
    for language, words in _WORDS.items():
        text = _PAGE.format(*words["lines"].split("|"), **words)
        (project / f"docs/{language}/{KEY}.md").write_text(text, "utf-8")
    permalinks = project / "docs/permalinks.txt"
    kept = [line for line in permalinks.read_text("utf-8").splitlines() if f"{KEY}#" not in line]
    permalinks.write_text("\n".join([*kept, *(f"{KEY}#{id}" for id in SCENES), ""]), "utf-8")
    return project
