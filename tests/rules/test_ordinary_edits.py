"""What a content owner does on an ordinary day passes: no finding, and all of it is shown."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from checklists.cli import main
from checklists.reading.project import load_guide
from checklists.report import render
from checklists.rules import check_guide

from tests.project import build, copy_project

NB, EN = "docs/nb/", "docs/en/"
SITUATION = "situations/saying-no.md"
PAGE = "templates.md"


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, f"{file}: {old}"
    file.write_text(text.replace(old, new, 1), "utf-8")


Change = Callable[[Path], object]


def both(page: str, *pairs: tuple[tuple[str, str], tuple[str, str]]) -> Change:
    """Replace in the page of each language: Norwegian old and new, English old and new."""

    def change(root: Path) -> None:
        for pair in pairs:
            for folder, (old, new) in zip((NB, EN), pair, strict=True):
                replace(root / folder / page, old, new)

    return change


def added(norwegian: str, english: str, page: str = PAGE) -> Change:
    """Put a text before the first section of a page, or at its end."""

    def change(root: Path) -> None:
        for folder, text in ((NB, norwegian), (EN, english)):
            before, mark, after = (root / folder / page).read_text("utf-8").partition("\n## ")
            whole = f"{before}\n{text}\n{mark}{after}" if mark else f"{before}\n{text}\n"
            (root / folder / page).write_text(whole, "utf-8")

    return change


def within(file: str, old: str, new: str) -> Change:
    return lambda root: replace(root / file, old, new)


def listed(root: Path) -> None:
    assert main(["permalinks", "--update", "--root", str(root)]) == 0


def together(*changes: Change) -> Change:
    def change(root: Path) -> None:
        for each in changes:
            each(root)

    return change


MATTER = """\
---
title: {title}
kind: page
summary: {summary}
owner: {owner}
reviewed: 2026-11-25
review_by: 2027-11-25
---

# {title}

{text}

## {heading} {{ #first-day }}

{more}
"""


def new_page(root: Path) -> None:
    for folder, values in (
        (
            NB,
            {
                "title": "Vaktordningen",
                "summary": "Hvem som har vakt, og når du ringer.",
                "owner": "redaksjonen",
                "text": "Vakten svarer hele døgnet.",
                "heading": "Din første vakt",
                "more": "Du har med deg en kollega den første kvelden.",
            },
        ),
        (
            EN,
            {
                "title": "The duty rota",
                "summary": "Who is on duty, and when to call.",
                "owner": "the editors",
                "text": "Somebody answers day and night.",
                "heading": "Your first shift",
                "more": "A colleague is with you on the first evening.",
            },
        ),
    ):
        (root / folder / "duty.md").write_text(MATTER.format(**values), "utf-8")
    for config in ("mkdocs.yml", "mkdocs.en.yml"):
        replace(root / config, "      - wiki.md\n", "      - wiki.md\n      - duty.md\n")
    listed(root)


def rename_page(root: Path) -> None:
    """Everything that names it follows, and the old address leads on."""
    for folder in (NB, EN):
        (root / folder / "templates.md").rename(root / folder / "mails.md")
        replace(root / folder / "mails.md", "\nowner:", "\naliases: [templates]\nowner:")
    for file in (*root.glob("mkdocs*.yml"), *(root / "docs").rglob("*.md")):
        text = file.read_text("utf-8").replace("templates.md", "mails.md")
        file.write_text(text, "utf-8")
    replace(root / "overrides/log.html", "'templates/'", "'mails/'")
    listed(root)


def move_item_id(root: Path) -> None:
    for folder in (NB, EN):
        replace(root / folder / SITUATION, "{ #repeat-once ", '{ #say-it-again was="repeat-once" ')
    for file in (root / "docs").rglob("*.md"):
        text = file.read_text("utf-8").replace(
            "saying-no.md#repeat-once", "saying-no.md#say-it-again"
        )
        file.write_text(text, "utf-8")
    listed(root)


def item_further_down(root: Path) -> None:
    """Two items change places, in both languages."""
    for folder in (NB, EN):
        file = root / folder / SITUATION
        lines = file.read_text("utf-8").split("\n")
        first = next(row for row, line in enumerate(lines) if "#check-your-authority" in line)
        lines[first], lines[first + 1] = lines[first + 1], lines[first]
        file.write_text("\n".join(lines), "utf-8")


NO_EN = "- [“No, I’m afraid that won’t work.”](#passed-over)"
SAMPLE = """\
```text
<<<<<<< HEAD
TODO: "lorem ipsum"  xxx -- the the og og
<script src="http://cdn.example/a.js"></script> <img src=x onerror=alert(1)>
=======
- [ ] Et punkt uten id ‹…›
>>>>>>> topic
https://a.example   5-10 ...   [her](gone.md)   {{ #x }}
```"""

EDITS: dict[str, Change] = {
    "table": added(
        "| Dag | Gjør dette |\n|---|---|\n| Mandag | Ring kunden |\n| Tirsdag | Send referatet |",
        "| Day | Do this |\n|---|---|\n| Monday | Call the customer |\n| Tuesday | Send the minutes |",
    ),
    "table with alignment and an empty first head": added(
        "|  | Før | Etter |\n|:--|--:|:-:|\n| Timer | 10 | 12,5 |\n| Pris | 1 000 kr | 1 250 kr |",
        "|  | Before | After |\n|:--|--:|:-:|\n| Hours | 10 | 12.5 |\n| Price | NOK 1,000 | NOK 1,250 |",
        "privacy.md",
    ),
    "details": added(
        '??? note "Et eksempel"\n    Kunden ringer på fredag.\n\n    Du svarer på mandag.',
        '??? note "An example"\n    The customer calls on Friday.\n\n    You answer on Monday.',
        "sources.md",
    ),
    "definition list": added(
        "Fadder\n:   En kollega som følger deg den første måneden.\n\n"
        "Pausesetning\n:   En setning som gir deg tid.",
        "Buddy\n:   A colleague who stays close during your first month.\n\n"
        "Break line\n:   A sentence that gives you time.",
        "onboarding/overview.md",
    ),
    "abbreviation": added(
        "HMS er alles ansvar.\n\n*[HMS]: Helse, miljø og sikkerhet",
        "HSE is everybody’s business.\n\n*[HSE]: Health, safety and environment",
        "points.md",
    ),
    "reference links": added(
        "Les om [å si nei][no] og [pauser][].\n\n"
        "[no]: situations/saying-no.md\n[pauser]: situations/taking-a-break.md",
        "Read about [saying no][no] and [breaks][].\n\n"
        "[no]: situations/saying-no.md\n[breaks]: situations/taking-a-break.md",
        "lines.md",
    ),
    "image": added(
        "![En grønn rygg med en lys strek](assets/logo.svg)",
        "![A green back with a light line](assets/logo.svg)",
        "meetings.md",
    ),
    "quotation": added(
        "> «Kunden har ikke alltid rett. Men kunden har alltid en grunn.»\n>\n> Kari Nordmann, leder",
        "> “The customer is not always right. But the customer always has a reason.”\n>\n"
        "> Kari Nordmann, manager",
        "log.md",
    ),
    "quotation in a quotation": added(
        "Hun sa: «Han svarte ‘kanskje’, og la på.»",
        "She said: “He answered ‘perhaps’ and hung up.”",
        "my-data.md",
    ),
    "nested list": added(
        "Ta med dette:\n\n- referatet\n    - fra forrige møte\n    - fra i dag\n- avtalen",
        "Bring these:\n\n- the minutes\n    - of the last meeting\n    - of today\n- the contract",
        "situations/taking-a-break.md",
    ),
    "numbered list": added(
        "1. Ring.\n2. Skriv ned svaret.\n3. Send det samme dag.",
        "1. Call.\n2. Write down the answer.\n3. Send it the same day.",
        "situations/their-deadline.md",
    ),
    "code that contains what is not allowed in text": added(
        SAMPLE, SAMPLE, "situations/someone-you-dislike.md"
    ),
    "code in a line": added(
        'Skriv `TODO  "the the"` eller `<b onclick="x">` i feltet.',
        'Write `TODO  "the the"` or `<b onclick="x">` in the field.',
        "situations/involving-the-team.md",
    ),
    "emphasis and a rule": added(
        "Dette er *viktig*, og **dette enda mer**.\n\n---\n\nSå går vi videre.",
        "This is *important*, and **this even more**.\n\n---\n\nThen we go on.",
        "situations/too-much-work.md",
    ),
    "link to another site": added(
        "Les mer hos [Arbeidstilsynet](https://www.arbeidstilsynet.no/tema/vold-og-trusler).",
        "Read more at [Arbeidstilsynet](https://www.arbeidstilsynet.no/tema/vold-og-trusler).",
        "situations/angry-message.md",
    ),
    "address in angle brackets": added(
        "Nettstedet er <https://www.arbeidstilsynet.no/>.",
        "The site is <https://www.arbeidstilsynet.no/>.",
        "situations/upset-for-a-reason.md",
    ),
    "e-mail and telephone": added(
        "Skriv til [vakten](mailto:vakt@example.no), eller ring [22 00 00 00](tel:+4722000000).",
        "Write to [the duty manager](mailto:vakt@example.no), or call [22 00 00 00](tel:+4722000000).",
        "situations/foul-language.md",
    ),
    "title in the other language": added(
        "Boka heter *Getting to Yes: Negotiating Agreement Without Giving In*.",
        "The Norwegian Act (*arbeidsmiljøloven*) says so.",
        "situations/new-way-of-working.md",
    ),
    "numbers, dates and times": added(
        "Møtet varte fra 9.30 til 14.15 mandag 25. januar 2027. Det kostet 12 500 kr, 2,5 % av alt. "
        "Sett av 10–15 minutter. Se §§ 2-3 og 4-3.",
        "The meeting went from 9.30 am to 2.15 pm on Monday 25 January 2027. It cost NOK 12,500, "
        "2.5% of it all. Allow 10–15 minutes. See sections 2-3 and 4-3.",
        "situations/writing-it-down.md",
    ),
    "no-break spaces where an editor puts them": added(
        "Det koster 5\u00a0000\u00a0kr og tar 10\u00a0%.",
        "It costs NOK\u00a05,000 and takes 10%.",
        "situations/time-eating-customer.md",
    ),
    "comment": added("<!-- Se over dette i mai. -->", "<!-- Look at this in May. -->", "wiki.md"),
    "names": added(
        "Ola og Per-Arne fra Nordlys Regnskap AS møtte Anne O’Brien i Tromsø.",
        "Ola and Per-Arne of Nordlys Regnskap AS met Anne O’Brien in Tromsø.",
        "principles/take-breaks.md",
    ),
    "dash, parenthesis, question": added(
        "Er det mulig? Ja – som regel (men ikke alltid).",
        "Is it possible? Yes – as a rule (though not always).",
        "principles/this-is-work.md",
    ),
    "keyboard in HTML": added(
        "Trykk <kbd>Ctrl</kbd> + <kbd>P</kbd>.",
        "Press <kbd>Ctrl</kbd> + <kbd>P</kbd>.",
        "principles/write-it-down.md",
    ),
    "new item": together(
        both(
            SITUATION,
            (
                (
                    "- [ ] **Gjør klart ett alternativ.**",
                    '- [ ] **Sov på det.** { #sleep-on-it src="own" }\n'
                    "- [ ] **Gjør klart ett alternativ.**",
                ),
                (
                    "- [ ] **Prepare one alternative.**",
                    '- [ ] **Sleep on it.** { #sleep-on-it src="own" }\n'
                    "- [ ] **Prepare one alternative.**",
                ),
            ),
        ),
        listed,
    ),
    "new line to say": both(
        "situations/saying-no.md",
        (
            (
                "- [ ] **Spør hva kunden velger.**",
                "    > *Når tiden er knapp:* «Jeg sender deg forslaget i dag.»\n\n"
                "- [ ] **Spør hva kunden velger.**",
            ),
            (
                "- [ ] **Ask what the customer chooses.**",
                "    > *When time is short:* “I will send you the proposal today.”\n\n"
                "- [ ] **Ask what the customer chooses.**",
            ),
        ),
    ),
    "item further down": item_further_down,
    "item with another id": move_item_id,
    "new heading": together(
        added(
            "## Når kontoret er stengt { #closed }\n\nRing vakten.",
            "## When the office is closed { #closed }\n\nCall the duty manager.",
            "templates.md",
        ),
        listed,
    ),
    "new title": both(
        SITUATION,
        (("title: Å si nei", "title: Si nei"), ("title: Saying no", "title: Say no")),
        (("# Å si nei", "# Si nei"), ("# Saying no", "# Say no")),
    ),
    "other minutes and review": both(
        SITUATION,
        (("minutes: 10", "minutes: 12"), ("minutes: 10", "minutes: 12")),
        (("by: 2027-11-25", "by: 2027-10-01"), ("by: 2027-11-25", "by: 2027-10-01")),
    ),
    "paragraph gone": both(
        SITUATION,
        (
            (
                "\nSi neiet høyt for deg selv. Går det i ett åndedrag, uten unnskyldning, er du klar.\n",
                "",
            ),
            (
                "\nSay the no aloud to yourself. If it comes out in one breath, without an apology, "
                "you are ready.\n",
                "",
            ),
        ),
    ),
    "quoted in a word of the interface": within(
        "docs/words.yml",
        '  how_to_link: { nb: "Slik lenker du", en: "How to link" }',
        "  how_to_link: { nb: \"Slik lenker du «fast»\", en: 'How to link “for good”' }",
    ),
    "a source with an item": together(
        within(
            "docs/sources.yml",
            "sources:\n",
            "sources:\n  HOUSE:\n    title: { nb: Husregler, en: House rules }\n"
            "    url: https://intranet.example/rules\n",
        ),
        both(
            "situations/ending-the-relationship.md",
            (("own]\n---", "own, HOUSE]\n---"), ("own]\n---", "own, HOUSE]\n---")),
            ((' src="', ' src="HOUSE '), (' src="', ' src="HOUSE ')),
        ),
    ),
    "the organisation": within(
        "docs/organisation.yml",
        "contacts:\n",
        "name: Nordlys Regnskap AS\n"
        "procedures:\n  - title: { nb: Rutine for vold og trusler, en: Procedure for violence }\n"
        "    url: https://intranett.example.no/vold-og-trusler\n"
        "contacts:\n  - role: { nb: Vakthavende leder, en: Manager on duty }\n"
        "    when: { nb: Når noen truer deg, en: When somebody threatens you }\n"
        '    telephone: "22 00 00 00"\n    email: vakt@example.no\n'
        "    hours: { nb: Alle dager 8–20, en: Every day 8 am to 8 pm }\n",
    ),
    "other units": added(
        "Vent i to døgn, og sett av 90 minutter. Regn med halvannen time til, og ring etter 3 døgn.",
        "Wait for 48 hours, and set aside an hour and a half. Expect 90 minutes more, and ring after "
        "72 hours.",
    ),
    "let off a rule": both(
        "situations/foul-language.md",
        (
            ("\nowner:", "\nallow: {CL604: ordet er kundens}\nowner:"),
            ("\nowner:", "\nallow: {CL604: it is the customer’s word}\nowner:"),
        ),
    ),
    "other name in navigation": within(
        "mkdocs.yml", "  - Finn listen: finder.md", '  - "Finn lista": finder.md'
    ),
    "choice in a practice": both(
        "practice/saying-no.md",
        (
            (
                "- [«Nei, det går dessverre ikke.»](#passed-over)",
                "- [«Nei.»](#passed-over)\n- [«Nei, det går dessverre ikke.»](#passed-over)",
            ),
            (NO_EN, f"- [“No.”](#passed-over)\n{NO_EN}"),
        ),
    ),
    "own colour and picture in a style": within(
        "docs/assets/site/front.css",
        ".front__tagline {",
        '.front__tagline {\n  color: #084543;\n  background: url("../logo.svg");',
    ),
    "new page": new_page,
    "page with another name": rename_page,
}


def faults(root: Path) -> list[str]:
    return [render(finding) for finding in check_guide(load_guide(root))]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_project(tmp_path_factory.mktemp("project"))


@pytest.fixture
def content(project: Path) -> Iterator[Path]:
    """The project, as it was before the edit when the test is over."""
    before = snapshot(project)
    yield project
    for file in set(snapshot(project)) - set(before):
        file.unlink()
    for file, data in before.items():
        if not file.exists() or file.read_bytes() != data:
            file.write_bytes(data)


def snapshot(project: Path) -> dict[Path, bytes]:
    files = (
        *(project / "docs").rglob("*"),
        *(project / "overrides").rglob("*"),
        *project.glob("*.yml"),
    )
    return {file: file.read_bytes() for file in files if file.is_file()}


@pytest.mark.parametrize("name", EDITS)
def test_edit_passes(content: Path, name: str) -> None:
    EDITS[name](content)
    assert faults(content) == []


def test_all_of_them_build(content: Path) -> None:
    """With --strict: what was read is shown, and every link leads somewhere."""
    for edit in EDITS.values():
        edit(content)
    assert build(content).is_dir()
