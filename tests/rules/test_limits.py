"""On either side of where a rule begins: what just passes, and what just does not."""

from datetime import date

import pytest
import yaml
from checklists.grammar.places import KeyPath, Span
from checklists.guide.finding import Finding
from checklists.guide.model import Guide, Located, TextFile
from checklists.reading.page import parse_page
from checklists.rules import check_guide

MATTER = {
    "title": "Prøve",
    "kind": "page",
    "summary": "En side til å prøve med.",
    "owner": "redaksjonen",
    "reviewed": date(2026, 11, 24),
    "review_by": date(2027, 11, 24),
}
LISTS: dict[str, dict[str, object]] = {
    "principle": {"kind": "principle", "mode": "read-do", "sources": ["own"]},
    "onboarding": {"kind": "onboarding", "mode": "read-do", "sources": ["own"]},
    "situation": {
        **{"kind": "situation", "mode": "do-confirm", "sources": ["own"]},
        **{"icon": "material/clock", "group": "more"},
    },
}
ITEM = "- [ ] **Tell til {0}.** {{ #a{0} }}\n"


LINKS = "![Kart](../a.png), [opp](#a), [{0}](https://a.example/x), [{0}](https://b.example/y)."
NORSK = "Kunden spør igjen.\n\nKunden får vente på svar.\n\nDu svarer når du kan.\n\n"
ENGLISH = "The customer does not have to ask again."
FIRST = {
    "broken": "# Uten noe foran\n\n## A { #a }\n\n- [ ] Uten handling. { #b }\n"
    + "".join(map(ITEM.format, range(3))),
    "draft": f"---\n{yaml.safe_dump(MATTER | {'summary': '‹summary›'}, allow_unicode=True)}---\n"
    "# ‹title›\n\n- [ ] **‹action›** { #a }\n",
}
"""What stops no rule from looking at the next page."""


def findings(text: str, english: str = "", /, **matter: object) -> list[Finding]:
    """Those of a page of this text and front matter, which does not end with an empty line."""
    front = f"---\n{yaml.safe_dump(MATTER | matter, allow_unicode=True)}---\n"
    texts = {("nb", key): each for key, each in FIRST.items()}
    texts |= {("en", "try"): front + english, ("nb", "try"): front + text}
    pages = {
        (language, key): parse_page(each, language, key, f"docs/{language}/{key}.md")[0]
        for (language, key), each in texts.items()
    }
    assert pages["nb", "try"].meta is not None
    checked = check_guide(Guide(pages=pages))
    return [each for each in checked if each.place.path == "docs/nb/try.md"]


def found(code: str, text: str, english: str = "", /, **matter: object) -> bool:
    """Whether the page gets the code."""
    return code in {each.rule.code for each in findings(text, english, **matter)}


@pytest.mark.parametrize(
    ("kind", "passes", "fails"),
    [
        ("principle", (2, 15), (1, 16)),
        ("situation", (2, 15), (1, 16)),
        ("onboarding", (10, 150), (9, 151)),
    ],
)
def test_minutes_for_ten_items(kind: str, passes: tuple[int, int], fails: tuple[int, int]) -> None:
    items = "".join(ITEM.format(n) for n in range(10))
    assert [found("CL214", items, **LISTS[kind], minutes=each) for each in passes] == [False] * 2
    assert [found("CL214", items, **LISTS[kind], minutes=each) for each in fails] == [True] * 2


def test_minutes_of_few_items() -> None:
    assert not found("CL214", "Ord.", **LISTS["principle"], minutes=3)
    given = findings(ITEM.format(0), **LISTS["principle"], minutes=3)
    said = [each.help for each in given if each.rule.code == "CL214"]
    assert said == ["other lists have 1 to 2 for as many"]


def test_a_phase_without_items_is_told_of_once() -> None:
    text = "## Gjør { #do }\n\n## Mer { #more }\n\nOrd."
    assert not found("CL210", text, **LISTS["principle"], minutes=2)
    assert found("CL210", text)


@pytest.mark.parametrize(
    ("quoted", "is_found"), [("alfa", True), ("alfa beta", False), ("alfa gamma", True)]
)
def test_marks_of_the_language_that_is_quoted(quoted: str, is_found: bool) -> None:
    """Of the words in the quotation, English has one more often, and Norwegian another."""
    text = f"Hun sa “{quoted}”. Gamma."
    assert found("CL613", text, "Alfa beta beta gamma.") is is_found


def test_half_of_a_page_in_the_other_language() -> None:
    """The title and the summary are Norwegian."""
    assert not found("CL622", f"{ENGLISH}\n\n{ENGLISH}")
    assert found("CL622", f"{ENGLISH}\n\n{ENGLISH}\n\n{ENGLISH}")


@pytest.mark.parametrize(
    ("title", "passes", "fails"),
    [
        ("Svar én gang", "Svar én gang, og svar tydelig.", "Svar én gang nå."),
        ("Svar", "Svar nå.", "Svar."),
    ],
)
def test_a_summary_that_says_more(title: str, passes: str, fails: str) -> None:
    assert not found("CL213", f"# {title}", title=title, summary=passes)
    assert found("CL213", f"# {title}", title=title, summary=fails)


@pytest.mark.parametrize(
    ("code", "passes", "fails"),
    [
        ("CL210", "## A { #a }\n\n### B { #b }\n\nOrd.", "### A { #a }\n\n## B { #b }\n\nOrd."),
        ("CL210", "## A { #a }\nOrd.\n## B { #b }\nOrd.", "## A { #a }\n## B { #b }\nOrd."),
        ("CL210", "## A { #a }\n\n<!-- contacts -->", "## A { #a }\n\n<!-- Mer. -->"),
        ("CL210", "1. En\n2. To", "1. En\n2."),
        ("CL210", "Ord.\n1.", "Ord.\n\n1."),
        ("CL210", "Ord.\n\n-\n    - Nøstet", "Ord.\n\n-\n- Ikke nøstet"),
        ("CL210", "Ord.\n\n-\n    Ord.", "Ord.\n\n-\n\n    Ord."),
        ("CL210", '??? note "A"\n\n    Ord.', '??? note "A"\n\nOrd.'),
        ("CL210", '??? note "A"\n    Ord.', '??? note "A"\nOrd.'),
        ("CL210", '??? note "A"\n\n    ```text\n    x\n    ```', '??? note "A"\n\n```text\nx\n```'),
        ("CL210", 'Ord.\n\n!!! note "A"\n    Ord.', 'Ord.\n\n!!! note "A"'),
        ("CL210", '??? note "A"\n\n\n\n    Ord.', '??? note "A"\n\n\n\nOrd.'),
        ("CL210", "- En\n- ", "* En\n*"),
        ("CL210", "# A", "# A\n\n## B { #b }"),
        ("CL210", ">\n> Ord.", ">\n>"),
        ("CL210", "> Ord.\n>", "Ord.\n\n>"),
        ("CL212", "| Ett | To |", "| Ett | To |\n| Tre | Fire |"),
        ("CL212", "| Ett | To\n| Tre | Fire |", "| Ett |\n| To |"),
        ("CL611", "Bodø Bodø ligger i nord.", "Bodø bodø ligger i nord."),
        (
            "CL612",
            "Ord (se [listen](draft.md)).",
            "Ord (se listen ).",
        ),
        ("CL617", "Ord.\n\nOrd.", "To ord.\n\nTo ord."),
        ("CL617", "| To | ord |\n\nMer.\n\n| To | ord |", "To ord.\n\nMer.\n\nTo ord."),
        ("CL612", "Ord **, og** mer.", "Ord , og mer."),
        ("CL802", '<a id="x"></a>\n\n[Ord](#x).', "[Ord](#x)."),
        ("CL801", '<a href="../draft/">Ord</a>', '<a href="../draft.md">Ord</a>'),
        ("CL801", "[Ord](draft.md?x#a).", '<a href="../draft.md?x#a">Ord</a>'),
        ("CL815", "Ord.\n[a]: https://a.example/x", "Ord.\nSe WWW.a.example."),
        (
            "CL816",
            "![Kart](https://a.example/x), ![kart](https://a.example/y).",
            LINKS.format("Ord"),
        ),
        ("CL816", "[Opp](#a), [opp](#b).", LINKS.format("Ord")),
        ("CL817", "[Opp]() og ![Kart](try.md).", "[Opp](try.md)."),
        ("CL818", "![Kart](../kart-over.png)", "![kart-over](../kart-over.png)"),
        ("CL620", NORSK + f"*{ENGLISH}*", NORSK + ENGLISH),
        ("CL620", NORSK + f'<span lang="en">{ENGLISH}</span>', NORSK + ENGLISH),
        ("CL613", "Hun sa «ja »og gikk.", 'Hun sa "ja »og« nei.'),
        ("CL613", "> «Ord og\n> flere ord.»", "- «Ord og\n- flere ord.»"),
        ("CL614", "Det tar 5-5 dager.", "Det tar 5-6 dager."),
        ("CL614", "§ 5-6 sier det.", "Se § 5. Det tar 5-6 dager."),
        ("CL616", "En to tre fire fem seks sju åtte ni", "En to tre fire fem seks sju åtte ni ti"),
        (
            "CL816",
            "[Loven](https://a.example/x), [loven](https://a.example/x).",
            LINKS.format("Loven"),
        ),
        ("CL816", "[Fristen](draft.md), [fristen](./draft.md).", LINKS.format("Fristen")),
        ("CL816", "[Fristen](gone.md), [fristen](gone-too.md).", LINKS.format("Fristen")),
        ("CL816", "![Loven](a.png), ![loven](b.png).", LINKS.format("Loven")),
        ("CL816", "[Ring](tel:112), [ring](tel:113).", LINKS.format("Ring")),
        ("CL816", LINKS.format("her"), LINKS.format("Loven")),
        ("CL806", "![Døra](http://a.example/b.png)", "[Døra](http://a.example/b.png)"),
        ("CL821", "- [ ] **Les.** { #a onclick=x }", "Ord.\n{: onclick=x }"),
        ("CL819", "[o@a.no](mailto:o@a.no?subject=Hei)", "[o@a.no](mailto:k@a.no?subject=Hei)"),
        ("CL819", "[+47 22 33 44 55](tel:004722334455)", "[+47 22 33 44 55](tel:004722334456)"),
        ("CL819", "[skriv](mailto:o.n@a.no)", "[skriv](mailto:.on@a.no)"),
        ("CL817", "[Opp](#a) og [siden](try.md#a).", "[Opp](#a) og [siden](try.md)."),
        ("CL818", "![Kart](../kart.png)", "![kart_over](../kart_over.png)"),
        ("CL818", "![Dør](../kart_over.png)", "![IMG_1](../kart_over.png)"),
        ("CL211", "# A\n\n## B { #b }", "# A\n\n### B { #b }"),
        ("CL211", "## Osv. { #a }", "## Ord. { #a }"),
        ("CL211", "### A { #a }", "## A { #a }\n\n#### B { #b }"),
        (
            "CL211",
            "## A { #a }\n\n## B { #b }\n\n### A { #c }",
            "## A { #a }\n\n### A { #c }",
        ),
        (
            "CL211",
            "## A { #a }\n\n### B { #b }\n\n## C { #c }\n\n### B { #d }",
            "## A { #a }\n\n### A { #b }",
        ),
    ],
)
def test_text(code: str, passes: str, fails: str) -> None:
    assert not found(code, passes)
    assert found(code, fails)


@pytest.mark.parametrize(
    ("action", "passes", "fails"),
    [
        ("Les hele spørsmålet", "Les spørsmålet", "Les nå hele spørsmålet"),
        ("Les hele spørsmålet", "Les hele", "Les hele spørsmålet nå"),
        ("Les hele spørsmålet", "Les nå hele spørsmålet høyt", "Hele spørsmålet les"),
        ("Skriv hele spørsmålet nå igjen", "Skriv hele", "Les hele spørsmålet nå igjen"),
        ("Skriv hele spørsmålet nå", "Les hele spørsmålet nå", "Skriv dette spørsmålet nå"),
        (
            "Skriv hele spørsmålet en gang",
            "Skriv hele spørsmålet en time",
            "Skriv hele spørsmålet gang en",
        ),
        ("Skriv hele spørsmålet ned en gang", "Skriv hele", "Skriv hele spørsmålet ned en time"),
        ("Skriv svaret nå", "Skriv brevet nå", "Skriv svarene nå"),
        ("Skriv svar nå", "Skriv svare nå", "Skriv nå svar"),
    ],
)
def test_nearly_the_same_action(action: str, passes: str, fails: str) -> None:
    items = "- [ ] **{}.** {{ #a }}\n- [ ] **{}.** {{ #b }}\n"
    assert not found("CL114", items.format(action, passes))
    assert found("CL114", items.format(action, fails))


def test_actions_of_two_words_have_too_little_in_common() -> None:
    items = "- [ ] **Skriv svaret.** { #a }\n- [ ] **Skriv svarene.** { #b }\n"
    assert not found("CL114", items)


def test_another_form_of_a_verb_that_begins_actions() -> None:
    actions = "- [ ] **Leser alt.** { #a }\n- [ ] **Les det.** { #b }\n"
    assert not found("CL115", actions)
    assert found("CL115", actions + "- [ ] **Les dette.** { #c }\n")


@pytest.mark.parametrize(
    ("passes", "fails"),
    [
        ("«Ord.»", "Ord."),
        ("'Ord.'", "'Ord."),
        ("‹linje›", "Ord.'"),
        ("Si ‹ord›", "Si ord"),
        ("«Ord.", "‘Ord."),
    ],
)
def test_a_line_to_say_in_quotes(passes: str, fails: str) -> None:
    item = "- [ ] **Les.** {{ #a }}\n\n    > {}\n\n    > {}\n"
    assert not found("CL117", item.format(passes, passes))
    assert found("CL117", item.format(passes, fails))


@pytest.mark.parametrize(
    ("count", "is_found"), [(0, True), (2, True), (3, False), (9, False), (10, True)]
)
def test_items_of_a_phase(count: int, is_found: bool) -> None:
    text = "## Gjør { #do }\n\nOrd.\n\n" + "".join(map(ITEM.format, range(count)))
    assert found("CL203", text, **LISTS["principle"], minutes=2) is is_found
    assert found("CL203", text) is (is_found and count > 0)


@pytest.mark.parametrize(
    ("critical", "is_found"),
    [("", True), ("0", False), ("012", False), ("0123", True), ("1", True), ("01234", True)],
)
def test_critical_items_of_a_phase(critical: str, is_found: bool) -> None:
    items = "".join(
        ITEM.format(n).replace(" }\n", " .critical }\n" if str(n) in critical else " }\n")
        for n in range(5)
    )
    text = f"## Først {{ #first }}\n\n{items.replace('#a', '#b')}\n## Før {{ #before }}\n\n{items}"
    assert found("CL205", text, **LISTS["situation"], minutes=5) is is_found


def test_sections_of_critical_items_only() -> None:
    items = "".join(map(ITEM.format, range(3))).replace(" }", " .critical }")
    text = f"## A {{ #x }}\n\n{items}\n## B {{ #y }}\n\n{items.replace('#a', '#b')}"
    assert [each.rule.code for each in findings(text)].count("CL205") == 2


def sentence(count: int) -> str:
    return "Et" + " ord" * (count - 1) + "."


@pytest.mark.parametrize(
    ("code", "text", "most"),
    [
        ("CL601", "{}", 25),
        ("CL606", "{}", 20),
        ("CL602", "- [ ] **Les.** {} {{ #a }}", 19),
        ("CL607", "- [ ] **{}** {{ #a }}", 15),
    ],
)
def test_most_words(code: str, text: str, most: int) -> None:
    assert not found(code, text.format(sentence(most)))
    assert found(code, text.format(sentence(most + 1)))


def test_a_sentence_is_too_long_or_rather_long() -> None:
    assert found("CL606", sentence(25))
    assert not found("CL606", sentence(26))


@pytest.mark.parametrize(("code", "long"), [("CL608", 4), ("CL603", 6)])
def test_lix(code: str, long: int) -> None:
    """Five sentences of twenty words: LIX is 20, and one more for each long word."""
    text = "Et" + " samtalen" * long + " ord" * (19 - long) + ".\n\n"
    assert not found(code, text * 5)
    assert found(code, text * 4 + text.replace("ord", "samtalen", 1))


def test_lix_that_is_just_not_too_much() -> None:
    assert found("CL608", ("Et" + " samtalen" * 6 + " ord" * 13 + ".\n\n") * 5)


def test_lix_of_a_short_page() -> None:
    assert not found("CL603", "Samtalene " * 98 + "samtalene.")
    assert found("CL603", "Samtalene " * 99 + "samtalene.")


@pytest.mark.parametrize(
    ("code", "reviewed", "review_by", "is_found"),
    [
        ("CL408", date(2026, 11, 26), date(2027, 11, 24), False),
        ("CL408", date(2026, 11, 27), date(2027, 11, 24), True),
        ("CL407", date(2026, 1, 1), date(2026, 11, 25), False),
        ("CL407", date(2026, 1, 1), date(2026, 11, 24), True),
    ],
)
def test_dates_on_25_november_2026(
    code: str, reviewed: date, review_by: date, is_found: bool
) -> None:
    assert found(code, "Ord.", reviewed=reviewed, review_by=review_by) is is_found


def test_without_the_theme_nobody_knows_its_names() -> None:
    path = "overrides/main.html"
    guide = Guide(texts={path: TextFile(path, ["{{ nobody }} {{ checklist.nothing }}"])})
    assert [each.message for each in check_guide(guide)] == [
        "nobody gives the template `nobody`",
        "`checklist` has no `nothing`",
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("checklists.rules.template_names._theme_words", lambda: None)
        assert [each.message for each in check_guide(guide)] == ["`checklist` has no `nothing`"]


def test_a_link_means_a_page_of_its_own_language() -> None:
    [help] = [each.help for each in findings("[Ord](drafft.md)") if each.rule.code == "CL801"]
    assert help == "did you mean `draft.md`?"


def test_a_link_without_the_ending_means_the_file() -> None:
    texts = {"a": "[Ord](b)", "b": "Ord."}
    pages = {
        ("nb", key): parse_page(texts[key], "nb", key, f"docs/nb/{key}.md")[0] for key in texts
    }
    checked = check_guide(Guide(pages=pages))
    [help] = [each.help for each in checked if each.rule.code == "CL801"]
    assert help == "did you mean `b.md`?"


def test_a_finder_leads_to_situations_of_its_language() -> None:
    def codes(language: str) -> set[str]:
        situation = LISTS["situation"] | {"minutes": 5}
        texts: dict[tuple[str, str], dict[str, object]] = {
            ("nb", "finder"): {"kind": "finder"},
            (language, "a"): situation,
        }
        pages = {}
        for (of, key), matter in texts.items():
            front = yaml.safe_dump(MATTER | matter, allow_unicode=True)
            text = f"---\n{front}---\n# Prøve\n\n## A {{ #a }}\n\nOrd.\n"
            pages[of, key] = parse_page(text, of, key, f"docs/{of}/{key}.md")[0]
        return {each.rule.code for each in check_guide(Guide(pages=pages))}

    assert "CL506" in codes("nb")
    assert "CL506" not in codes("en")


def test_a_guide_without_templates_says_its_words_elsewhere() -> None:
    said = {"nb": {"hello": "Hei"}, "en": {"hello": "Hello"}}
    assert check_guide(Guide(words=dict.fromkeys(("pages", "scripts", "tools"), said))) == []


@pytest.mark.parametrize(("number", "is_found"), [("2200", True), ("vakta 2200", False)])
def test_a_telephone_may_be_said_in_words(number: str, is_found: bool) -> None:
    path = "docs/organisation.yml"
    values: dict[KeyPath, Located] = {("contacts", 0, "telephone"): Located(number, Span(1, 1))}
    checked = check_guide(Guide(texts={path: TextFile(path, [number], values)}))
    assert ("CL819" in {each.rule.code for each in checked}) is is_found


@pytest.mark.parametrize(
    ("target", "is_found"),
    [("gone.md#x", False), ("gone.md", True), ("broken.md", True), ("broken.md#b", False)],
)
def test_an_ending_that_teaches(target: str, is_found: bool) -> None:
    scenes = f"## A {{ #a }}\n\n- [Ja](#z)\n\n## Z {{ #z .good }}\n\n[Ord]({target})"
    matter = {"kind": "practice", "practises": "draft", "minutes": 2}
    assert found("CL504", scenes, **matter) is is_found
