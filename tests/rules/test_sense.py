"""Texts that a content owner may write, and that look like what the rules on sense refuse."""

import pytest
from checklists.guide.model import Guide
from checklists.reading.page import parse_page
from checklists.rules import check_guide

SENSE = ("CL11", "CL21", "CL81", "CL82")
MATTER = """\
---
title: {title}
kind: page
summary: En side til å prøve med.
owner: redaksjonen
reviewed: 2026-11-24
review_by: 2027-11-24
---

# {title}

"""
ACTIONS = {
    "nb": """Spør lederen: Ville du valgt det samme?|Hvis kunden nøler, spør en gang til.
        Før du svarer, tell til ti.|Ikke lov noe.|Still ett spørsmål.|Registrer valget.
        Berolig kunden.|Let etter valget.|Åpne for flere valg.|Bring saken videre.|Ring tilbake.
        Lever det du lovet.|Skap ro.|Si «hva velger dere?».|Husk å puste.|Kartlegg ønskene.
        Dokumenter valget.|Varsle lederen.|Ro ned.|Stopp.|Unngå bortforklaringer.""",
    "en": """Ask your manager: Would you?|Before you ask, breathe.|Bring a colleague.|Ring back.
        Mention the choice.|Do not argue.|During the pause, breathe.|To close, repeat the choice.
        Focus on one thing.|Discuss it first.|Process the form.|Swing by the office.|Never promise.
        Proceed slowly.|Always end politely.|Need less: ask for one thing.|Position the chair.""",
}
TEXTS = [
    "- En\n- To\n    - Nøstet",
    '??? note "Fyll"\n    Tekst.',
    '??? note "Kode"\n\n    ```text\n    <script>\n    ```',
    "> Sitat.\n>\n> Mer.",
    "Begrep\n:   Forklaring",
    "*[HMS]: Helse",
    "| A | B |\n|---|:-:|\n| 1 | 2 |\n| `a|b` | |",
    "|   | Før | Etter |\n|---|---|---|\n| Tid | 1 | 2 |",
    "<table><tr><th>Ord</th><th>Tall</th></tr><tr><td>En</td><td>1</td></tr></table>",
    "Les boken «Read more here» av *John Here*.",
    "`[her](x.md)`, `<p onclick=x>`, `![bilde](http://x.example/a.png)` og `www.x.example`.",
    "Kode:\n\n    <iframe src='//x.example'> [her](x.md)",
    "```html\n<form action='/x' target=_blank style='color:red'>\n```",
    '<!-- <script src="https://x.example"></script> -->',
    "Tekst <!-- <script> --> mer.",
    "Ring 22 33 44 55, +47 22 33 44 55, [112](tel:112) eller 116 117.",
    "Ring [22 33 44 55](tel:+4722334455), eller skriv til ola.nordmann+test@sub.example.co.uk.",
    "Ring 2 kolleger, og vent 10 minutter. Ring klokka 14. Telefon 24 timer i døgnet.",
    "Det koster 14 000 kroner, altså 100 @ 140. Følg @nordlys.",
    "Send [e-post](mailto:vakt@example.no?subject=Hei).",
    "Se <https://lovdata.no/>, [Lovdata](https://lovdata.no/) og [nav.no](https://www.nav.no/).",
    "Se [navnet][l] og [l].\n\n[l]: https://x.example/",
    "[Mer om frister](#a){ .wide }",
    "3 < 5 og 7 > 2. Bruk `onclick=` her.",
    "## A { #a }\n\nOrd.\n\n### Eksempel { #a1 }\n\nOrd.\n\n## B, C osv. { #b }\n\nOrd.\n\n"
    "### Eksempel { #b1 }\n\nOrd.",
]


def codes(language: str, text: str, title: str = "Prøve") -> list[str]:
    """The codes on sense that a page with this text gets."""
    page, _ = parse_page(MATTER.format(title=title) + text, language, "try", "docs/nb/try.md")
    found = check_guide(Guide(pages={(language, "try"): page}))
    return [each.rule.code for each in found if each.rule.code.startswith(SENSE)]


@pytest.mark.parametrize("text", TEXTS)
def test_an_ordinary_text_is_let_pass(text: str) -> None:
    assert codes("nb", f"Først noen ord.\n\n{text}\n\nSist noen ord.\n") == []


@pytest.mark.parametrize("language", ACTIONS)
def test_an_action_that_says_what_to_do_is_let_pass(language: str) -> None:
    actions = [each.strip() for line in ACTIONS[language].split("\n") for each in line.split("|")]
    items = "".join(f"- [ ] **{action}** {{ #a{n} }}\n" for n, action in enumerate(actions))
    assert codes(language, f"## Liste {{ #list }}\n\n{items}") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("CL815", "Se [**her**][l].\n\n[l]: https://x.example/"),
        ("CL815", '<a href="https://x.example/">Les mer »</a>'),
        ("CL815", "[her]\n\n[her]: https://x.example/"),
        ("CL818", "![Skjermbilde av døra][l]\n\n[l]: ../door.png"),
        ("CL820", "![Døra][l]\n\n[l]: //x.example/door.png"),
        ("CL820", "<svg><use href='https://x.example/a.svg#b'></use></svg>"),
        ("CL821", "Ord.\n{: style='color: red' }"),
        ("CL821", "<P ONCLICK=x()>Ord.</P>"),
        ("CL823", '<a\n  target="new" href="https://x.example/">Lov</a>'),
    ],
)
def test_however_it_is_written(code: str, text: str) -> None:
    assert codes("nb", text) == [code]
