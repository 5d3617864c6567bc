"""What becomes of an item in HTML."""

import re

import pytest
from checklists.markdown.extension import revision

from tests.rendering.markdown import render

FULL = """\
## Før { #before }

- [ ] **Les loggen.** Den *viser* `alt`, se [her](x.md). \
{ #read-the-log .critical src="S20" was="old older" }
"""


def html(text: str, **options: object) -> str:
    """Without white space between elements, one line."""
    return re.sub(r"\s*\n\s*", "", render(text, **options))


def item(text: str, **options: object) -> str:
    match = re.search(r"<li.*</li>", html(text, **options))
    assert match
    return match[0]


def test_an_item_with_everything() -> None:
    text = "**Les loggen.** Den *viser* `alt`, se [her](x.md)."
    assert item(FULL) == (
        f'<li class="checklist-item critical" data-rev="{revision(text)}" data-was="old older"'
        ' id="read-the-log">'
        '<span id="old"></span><span id="older"></span>'
        '<input aria-describedby="read-the-log.critical read-the-log.why"'
        ' form="__toggles" id="read-the-log.box" type="checkbox">'
        '<div class="checklist-body">'
        '<label for="read-the-log.box" id="read-the-log.label">Les loggen.</label> '
        '<span class="checklist-critical" id="read-the-log.critical">Viktigst</span>'
        '<p class="checklist-why" id="read-the-log.why">Den <em>viser</em> <code>alt</code>,'
        ' se <a href="x.md">her</a>.</p>'
        "</div></li>"
    )


def test_a_list_is_a_group_named_by_its_heading() -> None:
    assert '<checklist-section aria-labelledby="before" role="group">' in html(FULL)
    assert '<ul class="checklist">' in html(FULL)


def test_a_bare_item() -> None:
    assert item("- [ ] Les loggen") == (
        f'<li class="checklist-item" data-rev="{revision("Les loggen")}">'
        '<input form="__toggles" type="checkbox"><div class="checklist-body">'
        "<label>Les loggen</label> </div></li>"
    )


def test_loose_and_tight_lists_are_the_same() -> None:
    tight = "- [ ] **A.** Fordi. { #a }\n- [ ] **B.** { #b }"
    assert html(tight) == html(tight.replace("\n", "\n\n"))
    assert html(tight).count('type="checkbox"') == 2


@pytest.mark.parametrize(
    ("nested", "expected"),
    [
        ("- x\n    - y", "<ul><li>x</li><li>y</li></ul>"),
        ("1. x", "<ol><li>x</li></ol>"),
        ("> «Hei.»", '<blockquote class="checklist-phrase"><p tabindex="-1">«Hei.»<span'),
        ('??? note "Mer"\n        Ord.', '<details class="note"><summary>Mer</summary>'),
        ("```\n    kode\n    ```", "<code>kode"),
    ],
    ids=["list", "numbers", "quote", "details", "code"],
)
def test_what_is_nested_stays_inside_the_item_and_outside_the_label(
    nested: str, expected: str
) -> None:
    found = item(f"- [ ] **A.** {{ #a }}\n\n    {nested}\n\n- [ ] **B.** {{ #b }}")
    first, _, second = found.partition('<li class="checklist-item" data-rev="' + revision("**B.**"))
    assert expected in first
    assert expected not in first.partition("</label>")[0]
    assert expected not in second


def test_a_line_to_say_shows_the_line_of_the_other_language() -> None:
    translations = {"a": ["“One.”", "“Two.”"], "b": ["“Other.”"]}
    text = "- [ ] **A.** { #a }\n\n    > «En.»\n\n    Så:\n\n    > «To.»\n\n- [ ] **C.** { #c }"
    found = html(text, translations=[("en", translations)])
    for line in translations["a"]:
        assert f'<p class="checklist-translation" lang="en">{line}</p>' in found
    assert found.count("checklist-phrase") == 2
    assert "Other" not in found
    assert found.index("En.") < found.index("One.") < found.index("To.") < found.index("Two.")


def test_each_line_has_its_counterpart_right_behind_it() -> None:
    text = "- [ ] **A.** { #a }\n\n    > *Når:* «En.»\n\n    > «To.»\n\n- [ ] **C.** { #c }"
    found = html(text, translations=[("en", {"a": ["“One.”", "“Two.”"]})])
    places = [found.index(word) for word in ("<em>Når:</em> «En.»", "One.", "To.", "Two.")]
    assert places == sorted(places)


def test_revision_changes_with_the_words_only() -> None:
    def rev(text: str) -> str:
        match = re.search(r'data-rev="(\w{8})"', render(text))
        assert match
        return match[1]

    one = rev("- [ ] **Les loggen.** Alt står der. { #a }")
    assert rev("- [ ] **Les loggen.**\n      Alt står der. { #other .critical }") == one
    assert rev("- [ ] **Les loggen.** Alt står her. { #a }") != one


@pytest.mark.parametrize("text", ["- x\n- y", "- [lenke](x.md)", "1. x", "[ ] x", "    - [ ] kode"])
def test_what_is_no_item_is_left_alone(text: str) -> None:
    assert "checklist" not in render(text)
    assert "<input" not in render(text)


def test_what_helps_to_choose_a_list_is_folded_at_its_foot() -> None:
    signs = 'Why.\n\n## Signs { #signs was="marks" }\n\n- One.\n\n### More { #more }'
    steps = "## Do { #do }\n\nTen minutes.\n\n- [ ] **A.** { #a }"
    html = render(f"# T\n\n{signs}\n\n{steps}\n\n## Read {{ #related }}\n\nTwo.")
    before, _, folded = html.partition('<details class="fold checklist-about"><summary>')
    folded, _, rest = folded.partition("</details>")
    assert "checklist-item" in before
    assert folded.startswith('<h2 id="signs"><span id="marks"></span>Signs</h2>')
    for text in ("Why.", "One.", 'id="more"', "Ten minutes."):
        assert text in folded
    assert 'id="related"' in rest


def test_what_to_do_now_comes_first() -> None:
    now = "**Now**\n\n1. Get away.\n\nWhy.\n\n## Signs { #signs }\n\n- One."
    html = render(f"# T\n\n{now}\n\n## Do {{ #do }}\n\n- [ ] **A.** {{ #a }}")
    assert html.index("<h1") < html.index('<div class="checklist-now">')
    first, _, rest = html.partition("</div>")
    assert "Get away." in first
    assert "Why." in rest.partition("<details")[2]


def test_old_ids_of_a_heading_are_places_to_land_on() -> None:
    assert '<h2 id="new"><span id="old"></span><span id="older"></span>Del<a' in html(
        '## Del { #new was="older old" }'
    )


@pytest.mark.parametrize(("flag", "word"), [("good", "God slutt"), ("bad", "Dårlig slutt")])
def test_an_ending_says_what_it_is(flag: str, word: str) -> None:
    found = html(f"## Fredag {{ #friday .{flag} }}")
    assert f'<span class="scene-outcome">{word}</span> Fredag' in found


SCENES = """
## Start { #start }

- [Ja](#friday)
- [Les](#elsewhere)
- [Til listen](list.md)

## Slutt { #friday was="old" }

Ring [sjefen](boss.md) nå.
"""


def test_a_scene_is_a_section_named_by_its_heading() -> None:
    found = html(f"Om øvelsen.\n\n{SCENES}", has_scenes=True)
    sections = re.findall(r'<section aria-labelledby="(\w+)" class="scene">', found)
    assert sections == ["start", "friday"]
    assert found.index("Om øvelsen.") < found.index("<section")
    assert found.endswith("</section>")


def test_scenes_and_choices_are_numbered() -> None:
    found = html(SCENES, has_scenes=True)
    assert re.findall(r'<h2 [^>]*data-scene="(\d)"[^>]* id="(\w+)"', found) == [
        ("1", "start"),
        ("2", "friday"),
    ]
    assert re.findall(r'data-leads-to="(\d)" href="([^"]+)">(\w+)', found) == [
        ("2", "#friday", "Ja")
    ]


def test_a_choice_may_lead_to_a_page() -> None:
    found = html(SCENES, has_scenes=True)
    assert re.findall(r'<a class="scene-choice"[^>]*>([^<]+)', found) == ["Ja", "Til listen"]


def test_a_page_without_scenes_is_not_numbered() -> None:
    assert "data-" not in html(SCENES)


def test_a_scene_may_have_the_id_of_a_section_that_lists_fold() -> None:
    html = render("# A\n\n## B { #start }\n\n- [C](#why)\n\n## C { #why .good }\n", has_scenes=True)
    assert html.count('class="scene"') == 2
    assert "details" not in html
