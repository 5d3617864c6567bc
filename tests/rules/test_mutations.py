"""Defects put into the real content, one at a time: each is found, with code, file and line."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from checklists.reading.project import load_guide
from checklists.rules import check_guide
from checklists.rules.catalogue import RULES

from tests.project import copy_project

NB, EN = "docs/nb/", "docs/en/"
SAYING_NO = "situations/saying-no.md"
PRACTICE = "practice/saying-no.md"
FINDER = "finder.md"
SOURCES = "docs/sources.yml"
LINKS = "docs/permalinks.txt"
MAIN = "docs/assets/main.js"
MEETING_LINE = "docs/assets/meetings/meeting-line.js"
THREATS = "situations/threats-and-abuse.md"
TEMPLATE, TOP = "overrides/main.html", "{% block extrahead %}"
STYLE, SCRIPT = "docs/assets/site/site.css", "docs/assets/site/copy.js"
ITEM = '- [ ] **Spør hva kunden velger.** Ti til du har fått svar. { #ask-for-a-choice src="own" }'
FIRST_PARAGRAPH = "Mange av oss har lært at kunden alltid har rett."


@dataclass(frozen=True)
class Defect:
    """`old` becomes `new` in `file`; then `code` is found where it changed, or at `line`.

    That is a number, or what stands on the line.

    It is found in `file`, unless `found_in` names another.
    """

    code: str
    file: str
    old: str
    new: str
    line: int | str | None = None
    found_in: str = ""


DEFECTS = {
    "pasted twice": Defect(
        "CL617",
        NB + SAYING_NO,
        "- [Kunden som spiser tid](time-eating-customer.md)\n",
        "- [Kunden som spiser tid](time-eating-customer.md)\n" * 2,
    ),
    "a small letter first": Defect(
        "CL616", EN + SAYING_NO, "Many of us grew up", "many of us grew up"
    ),
    "line to say never closed": Defect(
        "CL613", NB + SAYING_NO, "eller alt samlet på onsdag?»", "eller alt?"
    ),
    "link to one's own computer": Defect(
        "CL805", EN + SAYING_NO, "(writing-it-down.md)", "(http://localhost:8000/)"
    ),
    "no front matter": Defect("CL010", NB + SAYING_NO, "---\n", "", 1),
    "front matter not closed": Defect("CL010", NB + SAYING_NO, "own]\n---", "own]", 1),
    "bracket not closed": Defect("CL011", NB + SAYING_NO, "own]", "own", "---"),
    "key given twice": Defect(
        "CL011", NB + SAYING_NO, "minutes: 10", "minutes: 10\nminutes: 10", 8
    ),
    "no such day": Defect("CL011", EN + SAYING_NO, "reviewed: 2026-11-25", "reviewed: 2026-13-25"),
    "key missing": Defect("CL013", NB + SAYING_NO, "minutes: 10\n", "", 1),
    "key misspelt": Defect("CL014", NB + SAYING_NO, "minutes:", "minuts:"),
    "mode misspelt": Defect("CL015", NB + SAYING_NO, "do-confirm", "do-confrim"),
    "kind misspelt": Defect("CL015", NB + SAYING_NO, "kind: situation", "kind: situasjon"),
    "icon that is not there": Defect("CL015", NB + SAYING_NO, "material/hand-", "material/hend-"),
    "group misspelt": Defect("CL015", NB + SAYING_NO, "group: more", "group: mor"),
    "situation without a group": Defect("CL013", NB + SAYING_NO, "group: more\n", "", 1),
    "summary too long": Defect("CL015", NB + SAYING_NO, "summary: ", "summary: " + "a" * 160),
    "review too late": Defect("CL015", NB + SAYING_NO, "by: 2027-11-25", "by: 2028-11-25"),
    "attribute without a form": Defect("CL101", NB + SAYING_NO, "#repeat-once", "#repeat-once now"),
    "two ids": Defect("CL101", NB + SAYING_NO, "#repeat-once", "#repeat-once #twice"),
    "id on the wrong side": Defect(
        "CL101",
        NB + SAYING_NO,
        ITEM,
        '- [ ] { #ask-for-a-choice src="own" } **Spør hva kunden velger.** Nå.',
    ),
    "action not bold": Defect("CL102", NB + SAYING_NO, "**Spør hva kunden velger.**", "Spør hva."),
    "item without id": Defect("CL103", NB + SAYING_NO, "{ #repeat-once ", "{ "),
    "id in capitals": Defect("CL104", NB + SAYING_NO, "#repeat-once", "#Repeat-once"),
    "id twice": Defect(
        "CL105", NB + SAYING_NO, "#ask-for-a-choice", "#repeat-once", "**Gjenta svaret"
    ),
    "id of a heading": Defect("CL105", NB + SAYING_NO, "#ask-for-a-choice", "#before"),
    "flag misspelt": Defect("CL106", NB + SAYING_NO, ".critical", ".crtical"),
    "attribute misspelt": Defect("CL106", NB + SAYING_NO, "src=", "scr="),
    "link in the action": Defect("CL107", NB + SAYING_NO, "**Spør hva", "**Spør [hva](x.md)"),
    "item indented": Defect("CL108", NB + SAYING_NO, ITEM, f"    {ITEM}"),
    "box ticked": Defect("CL109", NB + SAYING_NO, "- [ ] **Spør", "- [x] **Spør"),
    "box without a blank": Defect("CL109", NB + SAYING_NO, "- [ ] **Spør", "- [] **Spør"),
    "no blank line above": Defect(
        "CL110", NB + SAYING_NO, "før du ringer.\n\n", "før du ringer.\n", "#name-what-it-protects"
    ),
    "comment not closed": Defect("CL111", NB + SAYING_NO, FIRST_PARAGRAPH, "<!-- Mange."),
    "code not closed": Defect("CL112", NB + SAYING_NO, FIRST_PARAGRAPH, "```\nMange."),
    "section gone": Defect("CL201", NB + SAYING_NO, " { #stop }", " { #halt }", 3),
    "sections swapped": Defect(
        "CL202", NB + SAYING_NO, "## Kjenner", "## Les { #related }\n\n## Kjenner"
    ),
    "heading without id": Defect("CL204", NB + SAYING_NO, " { #stop }", ""),
    "critical item last": Defect(
        "CL205", NB + SAYING_NO, "#ask-for-a-choice", "#ask-for-a-choice .critical"
    ),
    "heading underlined": Defect(
        "CL206", NB + SAYING_NO, FIRST_PARAGRAPH, "Mange\n-----\n\n", "-----"
    ),
    "other title": Defect("CL207", NB + SAYING_NO, "# Å si nei", "# Å si ja"),
    "second title": Defect("CL207", NB + SAYING_NO, "## Før", "# Før"),
    "section in one language": Defect("CL302", EN + SAYING_NO, "{ #signs }", "{ #sign }"),
    "item in one language": Defect("CL303", EN + SAYING_NO, "#repeat-once", "#repeat-it"),
    "flag in one language": Defect(
        "CL305", EN + SAYING_NO, "#offer-the-alternative", "#offer-the-alternative .critical"
    ),
    "past id of a heading in one language": Defect(
        "CL305", EN + SAYING_NO, "{ #signs }", '{ #signs was="marks" }'
    ),
    "line to say in one language": Defect(
        "CL305",
        EN + SAYING_NO,
        "    > *Straight after the no:* “What I can do",
        "    - “What I can do",
        "#offer-the-alternative",
    ),
    "other minutes": Defect("CL306", EN + SAYING_NO, "minutes: 10", "minutes: 11"),
    "other icon": Defect(
        "CL306", EN + SAYING_NO, "material/hand-back-right", "material/hand-back-left"
    ),
    "other group": Defect("CL306", EN + SAYING_NO, "group: more", "group: tired"),
    "paragraph in one language": Defect(
        "CL307",
        NB + SAYING_NO,
        FIRST_PARAGRAPH,
        f"Det er vondt.\n\n{FIRST_PARAGRAPH}",
        16,
        EN + SAYING_NO,
    ),
    "words before the items, in one language": Defect(
        "CL307",
        NB + SAYING_NO,
        "{ #before }\n",
        "{ #before }\n\nTa det rolig.\n",
        "{ #before }",
        EN + SAYING_NO,
    ),
    "list entry in one language": Defect(
        "CL307",
        EN + SAYING_NO,
        "- You promise something that others have to deliver.\n",
        "",
        "## Does",
    ),
    "entry turned paragraph": Defect(
        "CL307",
        EN + SAYING_NO,
        "    - For example: “Part one",
        "    For example: “Part one",
        "**Prepare one",
    ),
    "other time": Defect("CL308", EN + SAYING_NO, "ring you at 2 pm", "ring you at 3 pm"),
    "other half of the day": Defect("CL308", EN + SAYING_NO, "before 4 pm", "before 4 am"),
    "other weekday": Defect(
        "CL308", EN + SAYING_NO, "saying no to Friday", "saying no to Thursday"
    ),
    "other number in words": Defect("CL308", EN + SAYING_NO, "in ten minutes", "in five minutes"),
    "other telephone number": Defect(
        "CL308", EN + "practice/threats-and-abuse.md", "to call 112", "to call 113"
    ),
    "other number in the finding of a study": Defect(
        "CL308", SOURCES, "about 25 per cent", "about 35 per cent"
    ),
    "other decimals": Defect("CL308", SOURCES, "(d = .67)", "(d = .76)"),
    "other month": Defect("CL308", SOURCES, "20 December 2017", "20 October 2017"),
    "number left out": Defect("CL308", EN + SAYING_NO, "ring you at 2 pm", "ring you later"),
    "link to another page": Defect(
        "CL309", EN + SAYING_NO, "(writing-it-down.md)", "(taking-a-break.md)"
    ),
    "link to another item": Defect(
        "CL309", EN + PRACTICE, "saying-no.md#confirm-in-writing", "saying-no.md#brief-your-manager"
    ),
    "link gone": Defect(
        "CL309",
        EN + SAYING_NO,
        "[Promised or claimed?](writing-it-down.md)",
        "Promised?",
        "## Read",
    ),
    "nothing filled in": Defect("CL310", "docs/words.yml", "Steg {step} av", "Steg {steps} av"),
    "sentence in English": Defect(
        "CL620", NB + SAYING_NO, FIRST_PARAGRAPH, "Many of us know that."
    ),
    "action in English": Defect(
        "CL620", NB + SAYING_NO, "**Spør hva kunden velger.**", "**Ask them.**"
    ),
    "line in Norwegian": Defect(
        "CL620",
        EN + SAYING_NO,
        "“I can see it’s a nuisance. The answer is still no to Friday.”",
        "«Jeg skjønner at det er surt. Svaret er fortsatt nei til fredag.»",
    ),
    "choice in English": Defect(
        "CL620",
        NB + PRACTICE,
        "[«Nei. Vil dere ha første del på fredag, eller alt samlet på onsdag?»]",
        "[“No. Would you like part one on Friday, or everything together on Wednesday?”]",
    ),
    "heading in Norwegian": Defect(
        "CL620", EN + SAYING_NO, "## In the conversation", "## I samtalen"
    ),
    "half of a summary in English": Defect(
        "CL620",
        NB + "privacy.md",
        "Slik virker det, og slik sletter du det.",
        "This is how it works, and how you delete it.",
    ),
    "word of the interface in English": Defect(
        "CL620", "docs/words.yml", 'nb: "Skriv et notat"', 'nb: "Write a note"'
    ),
    "note on a source in English": Defect(
        "CL620",
        "docs/sources.yml",
        "Fagbok om samtaler, bygd mest på forfatternes erfaring.",
        "This is what the book says about how you talk to them.",
    ),
    "text not translated": Defect(
        "CL621",
        "docs/words.yml",
        "Ryggen fri. Checklists for difficult customer situations.",
        "Ryggen fri. Sjekklister for vanskelige kundesaker.",
    ),
    "unknown point": Defect("CL401", NB + SAYING_NO, 'src="S3 URY"', 'src="S33 URY"'),
    "unknown source": Defect("CL402", NB + SAYING_NO, "[article, URY,", "[article, URI,"),
    "source not listed": Defect("CL403", NB + SAYING_NO, "[article, URY,", "[article,"),
    "source not used": Defect("CL403", NB + SAYING_NO, "[article, URY,", "[article, URY, MB,"),
    "item without source": Defect("CL404", NB + SAYING_NO, ' src="own"', ""),
    "advice nobody carries out": Defect(
        "CL405", SOURCES, "  S9:", "  S99: {source: article, advice: true, nb: a, en: b}\n  S9:"
    ),
    "point without a source": Defect(
        "CL402", SOURCES, "S1: {source: article", "S1: {source: articel"
    ),
    "source without a title": Defect("CL015", SOURCES, "  URY:\n    title:", "  URY:\n    titel:"),
    "law reviewed late": Defect(
        "CL406", NB + "situations/too-much-work.md", "by: 2027-05-24", "by: 2027-06-24"
    ),
    "choice to nowhere": Defect("CL501", NB + PRACTICE, "](#clear-no)", "](#clear-yes)"),
    "scene nobody reaches": Defect(
        "CL502", NB + PRACTICE, "](#blame-the-boss)", "](#clear-no)", "{ #blame-the-boss"
    ),
    "ending without an item": Defect(
        "CL504",
        NB + PRACTICE,
        "Se [Tilby alternativet ditt](../situations/saying-no.md#offer-the-alternative) og "
        "[Spør hva kunden velger](../situations/saying-no.md#ask-for-a-choice).\n\n"
        "**Det som manglet:** Ingenting står på papiret ennå. "
        "[Send kunden neiet og alternativet skriftlig]"
        "(../situations/saying-no.md#confirm-in-writing) i dag.",
        "Se ovenfor.",
        "{ #good-choice",
    ),
    "ending not judged": Defect(
        "CL505", NB + PRACTICE, "{ #passed-over .bad }", "{ #passed-over }"
    ),
    "situation not found": Defect("CL506", NB + FINDER, "taking-a-break.md", "saying-no.md", 3),
    "practice of nothing": Defect(
        "CL507", NB + PRACTICE, "practises: situations", "practises: situation"
    ),
    "other choices": Defect(
        "CL508", EN + PRACTICE, "](#friday-comes)", "](#offered)", "{ #yes-too-soon"
    ),
    "sentence too long": Defect(
        "CL601", NB + SAYING_NO, FIRST_PARAGRAPH, "Mange " + "har " * 25 + "rett."
    ),
    "item too long": Defect("CL602", NB + SAYING_NO, "velger.**", "velger.** " + "Ord " * 18),
    "vague word": Defect("CL604", EN + SAYING_NO, "Offer your", "Ensure your"),
    "missing page": Defect("CL801", NB + SAYING_NO, "(writing-it-down.md)", "(writing-it-dwn.md)"),
    "link to the address": Defect(
        "CL801", NB + SAYING_NO, "(writing-it-down.md)", "(writing-it-down/)"
    ),
    "missing image": Defect("CL801", NB + SAYING_NO, FIRST_PARAGRAPH, "![Kart](kart.png)"),
    "missing file in raw HTML": Defect(
        "CL801", NB + SAYING_NO, FIRST_PARAGRAPH, '<a href="../gone/">Ord</a>'
    ),
    "file of a page in raw HTML": Defect(
        "CL801", NB + SAYING_NO, FIRST_PARAGRAPH, '<a href="../writing-it-down.md">Ord</a>'
    ),
    "missing file in srcset": Defect(
        "CL801", NB + SAYING_NO, FIRST_PARAGRAPH, '<img alt="" srcset="gone.png 2x">'
    ),
    "missing page of a reference": Defect(
        "CL801", NB + SAYING_NO, FIRST_PARAGRAPH, "[ord]: gone.md"
    ),
    "link from an ending": Defect(
        "CL801", NB + PRACTICE, "../situations/saying-no.md", "../situations/saying-n.md"
    ),
    "link in the finder": Defect(
        "CL801", NB + FINDER, "(situations/taking-a-break.md)", "(situations/taking-a-brake.md)"
    ),
    "missing place": Defect(
        "CL802", NB + SAYING_NO, "(writing-it-down.md)", "(writing-it-down.md#gone)"
    ),
    "missing place on the page": Defect("CL802", EN + SAYING_NO, "(writing-it-down.md)", "(#gone)"),
    "place in a code sample": Defect(
        "CL802", NB + SAYING_NO, FIRST_PARAGRAPH, '`<a id="sample">` [ord](#sample)'
    ),
    "place on a picture": Defect(
        "CL802", NB + SAYING_NO, FIRST_PARAGRAPH, "[ord](../assets/logo.svg#top)"
    ),
    "reference not defined": Defect("CL803", NB + SAYING_NO, "(writing-it-down.md)", "[gone]"),
    "footnote": Defect("CL803", NB + SAYING_NO, FIRST_PARAGRAPH, "Ord.[^1]"),
    "link without target": Defect("CL804", NB + SAYING_NO, "(writing-it-down.md)", "()"),
    "link without words": Defect(
        "CL804", NB + SAYING_NO, FIRST_PARAGRAPH, "[](writing-it-down.md)"
    ),
    "misspelt scheme": Defect(
        "CL805", NB + SAYING_NO, "(writing-it-down.md)", "(htps://a.example)"
    ),
    "no scheme": Defect("CL805", NB + SAYING_NO, "(writing-it-down.md)", "(www.a.example)"),
    "http": Defect("CL806", NB + SAYING_NO, "(writing-it-down.md)", "(http://a.example)"),
    "http of a source": Defect("CL806", SOURCES, "url: https:", "url: http:"),
    "absolute link": Defect(
        "CL807", NB + SAYING_NO, "(writing-it-down.md)", "(/situations/writing-it-down/)"
    ),
    "absolute address": Defect(
        "CL807", EN + SAYING_NO, "(writing-it-down.md)", "(https://ryggenfri.example/en/)"
    ),
    "other language": Defect(
        "CL808", NB + SAYING_NO, "(writing-it-down.md)", "(../../en/situations/writing-it-down.md)"
    ),
    "other language from English": Defect(
        "CL808", EN + SAYING_NO, "(writing-it-down.md)", "(../../nb/situations/writing-it-down.md)"
    ),
    "module gone": Defect("CL830", MAIN, "'./lines/lines.js'", "'./lines/line.js'"),
    "static import gone": Defect("CL830", MAIN, "./site/language-link.js'", "./site/link.js'"),
    "module of a template gone": Defect(
        "CL830", "overrides/partials/modules.html", '"log/log.js"', '"log/logs.js"'
    ),
    "style gone": Defect(
        "CL830", "docs/assets/site/site.css", "", "@import url(colours.css);\n", 1
    ),
    "name that no module exports": Defect("CL831", MAIN, "{ keepPlace }", "{ keepPlase }"),
    "name of a later import": Defect("CL831", MEETING_LINE, ")).act(", ")).acts("),
    "template gone": Defect(
        "CL832", "overrides/main.html", "partials/own.html", "partials/on.html"
    ),
    "template of the theme gone": Defect("CL832", "overrides/main.html", "base.html", "bas.html"),
    "static template gone": Defect("CL832", "mkdocs.yml", "offline/index.html", "offline.html"),
    "block not closed": Defect("CL833", "overrides/wiki.html", "{% endblock %}", "{% endblok %}"),
    "value not closed": Defect(
        "CL833", "overrides/404.html", "{{ words.front_page }}", "{{ words."
    ),
    "field of a view": Defect("CL834", "overrides/main.html", "checklist.key", "checklist.kee"),
    "field in a loop": Defect("CL834", "overrides/meetings.html", "list.title", "list.titel"),
    "variable": Defect("CL834", "overrides/main.html", "{% if has_scenes", "{% if has_scene"),
    "filter": Defect("CL834", "overrides/404.html", "'.' | url", "'.' | ulr"),
    "word of a template": Defect(
        "CL835", "overrides/404.html", "words.front_page", "words.frontpage"
    ),
    "word of a script": Defect("CL835", "docs/assets/lines/lines.js", "t('lines", "t('xlines"),
    "word gone": Defect(
        "CL835",
        "docs/words.yml",
        "  later: {",
        "  latter: {",
        5,
        "overrides/partials/new-version.html",
    ),
    "word filled otherwise": Defect(
        "CL310", "docs/words.yml", "innen {date}", "innen {dato}", "by {date}"
    ),
    "word nobody says": Defect(
        "CL836",
        "docs/words.yml",
        "  later: {",
        '  farewell: { nb: "Ha det", en: "Goodbye" }\n  later: {',
    ),
    "setting misspelt": Defect("CL837", "mkdocs.en.yml", "site_description", "site_descripton"),
    "setting of the theme misspelt": Defect("CL837", "mkdocs.yml", "  language:", "  langauge:"),
    "extension misspelt": Defect("CL837", "mkdocs.yml", "pymdownx.details", "pymdownx.detials"),
    "option misspelt": Defect("CL837", "mkdocs.yml", "toc: { permalink:", "toc: { permlink:"),
    "plugin misspelt": Defect("CL837", "mkdocs.yml", "  search: {", "  serch: {"),
    "option of a plugin misspelt": Defect("CL837", "mkdocs.yml", "pipeline:", "piplines:"),
    "address not safe": Defect("CL838", "mkdocs.yml", "https://ryggenfri", "http://ryggenfri"),
    "search in another language": Defect("CL838", "mkdocs.en.yml", "lang: en,", 'lang: "no",'),
    "search in no language": Defect("CL838", "mkdocs.yml", 'lang: "no"', "lang: nb"),
    "inherits nothing": Defect("CL838", "mkdocs.en.yml", "INHERIT: mkdocs", "INHERIT: mkdoc"),
    "feature misspelt": Defect("CL838", "mkdocs.yml", "navigation.prune", "navigation.prunes"),
    "icon of a button": Defect("CL838", "mkdocs.yml", "brightness-auto", "brightnes-auto"),
    "described in one language": Defect(
        "CL839",
        "mkdocs.en.yml",
        "site_description: Checklists for people who deal with demanding customers\n",
        "",
        1,
    ),
    "image without words": Defect(
        "CL809", NB + SAYING_NO, FIRST_PARAGRAPH, "![](../assets/logo.svg)"
    ),
    "image without alt": Defect(
        "CL809", NB + SAYING_NO, FIRST_PARAGRAPH, '<img src="../../assets/logo.svg">'
    ),
    "page twice in navigation": Defect(
        "CL811",
        "mkdocs.yml",
        "  - Finn listen: finder.md\n",
        "  - Finn listen: finder.md\n  - Finn: finder.md\n",
    ),
    "page not in navigation": Defect(
        "CL811", "mkdocs.en.yml", "      - situations/saying-no.md\n", "", 1, EN + SAYING_NO
    ),
    "page of navigation missing": Defect(
        "CL812",
        "mkdocs.yml",
        "  - Finn listen: finder.md\n",
        "  - Finn listen: finder.md\n  - Finn: gone.md\n",
    ),
    "page of navigation misspelt": Defect(
        "CL812", "mkdocs.en.yml", "situations/saying-no.md", "situations/saying-noo.md"
    ),
    "style missing": Defect("CL812", "mkdocs.yml", "practice/scene.css", "practice/scenes.css"),
    "script missing": Defect("CL812", "mkdocs.yml", "assets/main.js", "assets/man.js"),
    "logo missing": Defect("CL812", "mkdocs.yml", "assets/logo.svg", "assets/loggo.svg"),
    "id in raw HTML taken": Defect(
        "CL105",
        NB + SAYING_NO,
        "## Les også { #related }",
        '## Les også { #related }\n\n<a id="signs"></a>',
        0,
    ),
    "id of item and heading": Defect("CL105", NB + SAYING_NO, "#repeat-once", "#before"),
    "published item gone": Defect("CL701", LINKS, "\nindex\n", "\nindex\nindex#gone\n"),
    "link listed twice": Defect("CL705", LINKS, "\nindex\n", "\nindex\nindex\n", 0),
    "line that is no link": Defect("CL706", LINKS, "\nindex\n", "\nindex\nindex.md\n"),
    "link out of order": Defect("CL708", LINKS, "\nlines\nlog\n", "\nlog\nlines\n", "lines"),
    "alias of the other language": Defect(
        "CL707", NB + "finder.md", "kind: finder", "kind: finder\naliases: [en]"
    ),
    "text behind the attributes": Defect(
        "CL101",
        NB + SAYING_NO,
        '#ask-for-a-choice src="own" }',
        '#ask-for-a-choice src="own" } Nå.',
    ),
    "attributes not closed": Defect(
        "CL101", NB + SAYING_NO, '#ask-for-a-choice src="own" }', '#ask-for-a-choice src="own"'
    ),
    "attributes without braces": Defect(
        "CL101", NB + SAYING_NO, '{ #ask-for-a-choice src="own" }', '#ask-for-a-choice src="own"'
    ),
    "dash for a bullet": Defect("CL109", NB + SAYING_NO, "- [ ] **Spør", "– [ ] **Spør"),
    "bullet without a blank": Defect("CL109", NB + SAYING_NO, "- [ ] **Spør", "-[ ] **Spør"),
    "no bullet": Defect("CL109", NB + SAYING_NO, "- [ ] **Spør", "[ ] **Spør"),
    "other name": Defect("CL311", NB + "situations/involving-the-team.md", "med Kari", "med Omar"),
    "same action twice": Defect(
        "CL113", NB + SAYING_NO, "**Spør hva kunden velger.**", "**Si et tydelig nei.**"
    ),
    "reason that repeats the action": Defect(
        "CL113", NB + SAYING_NO, "Ti til du har fått svar.", "Spør hva kunden velger."
    ),
    "nearly the same action": Defect(
        "CL114", NB + SAYING_NO, "**Spør hva kunden velger.**", "**Si et klart nei.**"
    ),
    "action with du": Defect("CL115", NB + SAYING_NO, "**Spør hva", "**Du må spørre hva"),
    "action in the infinitive": Defect("CL115", NB + SAYING_NO, "**Spør hva", "**Spørre hva"),
    "action in the present": Defect("CL115", NB + SAYING_NO, "**Spør hva", "**Skriver ned hva"),
    "action that is a question": Defect(
        "CL115", NB + SAYING_NO, "**Spør hva kunden velger.**", "**Velger kunden?**"
    ),
    "action in -ing": Defect("CL115", EN + SAYING_NO, "**Offer", "**Offering"),
    "action with should": Defect("CL115", EN + SAYING_NO, "**Offer", "**You should offer"),
    "action that is a noun": Defect("CL116", NB + SAYING_NO, "**Spør hva", "**Klarhet i hva"),
    "line without quotes": Defect(
        "CL117",
        NB + SAYING_NO,
        "> «Vil dere ha første del på fredag, eller alt samlet på onsdag?»",
        "> Vil dere ha første del på fredag, eller alt samlet på onsdag?",
    ),
    "empty line to say": Defect(
        "CL117",
        NB + SAYING_NO,
        "> «Vil dere ha første del på fredag, eller alt samlet på onsdag?»",
        "> «»",
    ),
    "only critical items": Defect(
        "CL205",
        NB + "situations/someone-you-dislike.md",
        "## Etter",
        "## Alt { #all }\n\n"
        + "".join(f"- [ ] **{w}.** {{ #{w.lower()} .critical }}\n" for w in ("Les", "Be", "Si"))
        + "\n## Etter",
    ),
    "empty section": Defect(
        "CL210", NB + SAYING_NO, "## Les også", "## Mer { #more }\n\n## Les også"
    ),
    "empty entry": Defect("CL210", NB + SAYING_NO, FIRST_PARAGRAPH, "1. En\n2.\n3. Tre\n\n", "2."),
    "empty box": Defect("CL210", NB + SAYING_NO, FIRST_PARAGRAPH, '??? note "Mer"\n\nTekst.'),
    "empty quote": Defect("CL210", NB + SAYING_NO, FIRST_PARAGRAPH, ">\n\nTekst."),
    "heading level skipped": Defect("CL211", NB + SAYING_NO, "## Etter", "#### Etter"),
    "heading with a colon": Defect("CL211", NB + SAYING_NO, "## Les også", "## Les også:"),
    "heading twice": Defect("CL211", NB + SAYING_NO, "## Les også", "## Etter samtalen"),
    "table without a header": Defect(
        "CL212", NB + SAYING_NO, FIRST_PARAGRAPH, "\n|---|---|\n| En | To |\n\n", "|---|---|"
    ),
    "row of other cells": Defect(
        "CL212", NB + SAYING_NO, FIRST_PARAGRAPH, "\n| A | B |\n|---|---|\n| En |\n", "| En |"
    ),
    "table of raw HTML without a header": Defect(
        "CL212", NB + SAYING_NO, FIRST_PARAGRAPH, "<table><tr><td>En</td></tr></table>"
    ),
    "summary that is the title": Defect(
        "CL213", EN + SAYING_NO, "\nsummary: ", "\nsummary: Saying no. #"
    ),
    "title of another page": Defect(
        "CL213",
        NB + SAYING_NO,
        "title: Å si nei",
        "title: Du trenger en pause",
        0,
        NB + "situations/taking-a-break.md",
    ),
    "minutes of another list": Defect("CL214", NB + SAYING_NO, "minutes: 10", "minutes: 90"),
    "here as words": Defect("CL815", NB + SAYING_NO, "[Lovet eller påstått?]", "[her]"),
    "read more as words": Defect(
        "CL815", EN + SAYING_NO, "[Promised or claimed?](", "[**Read more**]("
    ),
    "address as words": Defect(
        "CL815", NB + SAYING_NO, FIRST_PARAGRAPH, "[https://lovdata.no](https://lovdata.no/)"
    ),
    "bare address": Defect("CL815", NB + SAYING_NO, FIRST_PARAGRAPH, "Se https://lovdata.no/."),
    "empty words of a reference": Defect(
        "CL815",
        NB + SAYING_NO,
        "[Lovet eller påstått?](",
        "[her]\n\n[her]: writing-it-down.md\n\n[Lovet](",
    ),
    "two places, same words": Defect(
        "CL816", NB + SAYING_NO, "[En bedre arbeidsform]", "[Lovet eller påstått?]"
    ),
    "link to its own page": Defect(
        "CL817", NB + SAYING_NO, "(writing-it-down.md)", "(saying-no.md)"
    ),
    "file name as words": Defect(
        "CL818", NB + SAYING_NO, FIRST_PARAGRAPH, "![logo.svg](../assets/logo.svg)"
    ),
    "image that says it is one": Defect(
        "CL818", NB + SAYING_NO, FIRST_PARAGRAPH, "![Bilde av en rygg](../assets/logo.svg)"
    ),
    "number of seven digits": Defect(
        "CL819", NB + SAYING_NO, FIRST_PARAGRAPH, "Ring [vakten](tel:2233445)."
    ),
    "number in the text": Defect("CL819", NB + SAYING_NO, FIRST_PARAGRAPH, "Tlf. 123."),
    "number of the organisation": Defect("CL819", "docs/organisation.yml", '"116 117"', '"116 11"'),
    "address without a dot": Defect(
        "CL819", NB + SAYING_NO, FIRST_PARAGRAPH, "Skriv til vakt@nordlys."
    ),
    "words of another number": Defect("CL819", NB + THREATS, "[112](tel:112)", "[112](tel:113)"),
    "image of another site": Defect(
        "CL820", NB + SAYING_NO, FIRST_PARAGRAPH, "![Veien ut](https://x.example/a.png)"
    ),
    "sound of another site": Defect(
        "CL820", NB + SAYING_NO, FIRST_PARAGRAPH, '<audio src="//x.example/a.mp3"></audio>'
    ),
    "connection of a template": Defect(
        "CL820", TEMPLATE, TOP, f'{TOP}<link rel="preconnect" href="https://x.example">'
    ),
    "script of a template": Defect(
        "CL820", TEMPLATE, TOP, f"{TOP}<script src=\"{{{{ '//x.example/a.js' }}}}\"></script>"
    ),
    "import of a style": Defect("CL820", STYLE, "@media", '@import "https://x.example/a";@media'),
    "font of a style": Defect("CL820", STYLE, "@media", "a{src:url(//x.example/f)}@media"),
    "fetch of a script": Defect(
        "CL820", SCRIPT, "\nexport ", '\nfetch("https://x.example/");\nexport '
    ),
    "fetch of a named address": Defect(
        "CL820", SCRIPT, "\nexport ", '\nconst a = "https://x.example/"; fetch(a);\nexport '
    ),
    "fonts of the theme": Defect("CL820", "mkdocs.yml", "font: false", "font: true"),
    "style of the configuration": Defect(
        "CL820", "mkdocs.yml", "extra_css:\n", "extra_css:\n  - https://x.example/a.css\n"
    ),
    "picture of the app": Defect(
        "CL820",
        "overrides/manifest.webmanifest",
        'config.extra.assets ~ "/icons/512',
        '"https://x.example/512',
    ),
    "script in content": Defect(
        "CL821", NB + SAYING_NO, FIRST_PARAGRAPH, '<script src="https://x.example/a.js"></script>'
    ),
    "frame in content": Defect(
        "CL821", NB + SAYING_NO, FIRST_PARAGRAPH, '<iframe src="https://x.example/"></iframe>'
    ),
    "event in content": Defect(
        "CL821", NB + SAYING_NO, FIRST_PARAGRAPH, '<p onclick="a()">Trykk</p>'
    ),
    "style in a list of attributes": Defect(
        "CL821",
        NB + SAYING_NO,
        "(writing-it-down.md)",
        '(writing-it-down.md){ style="color: red" }',
    ),
    "event in a template": Defect("CL821", TEMPLATE, TOP, f'{TOP}<p onclick="a()">Trykk</p>'),
    "style in a template": Defect("CL821", TEMPLATE, TOP, f'{TOP}<p style="color: red">Rødt</p>'),
    "form that sends": Defect("CL822", TEMPLATE, TOP, f'{TOP}<form method="post">'),
    "form that sends elsewhere": Defect(
        "CL822", NB + SAYING_NO, FIRST_PARAGRAPH, '<form action="https://x.example/"></form>'
    ),
    "new window": Defect(
        "CL823", NB + SAYING_NO, "(writing-it-down.md)", "(writing-it-down.md){ target=_blank }"
    ),
    "new window of a template": Defect(
        "CL823", TEMPLATE, TOP, f'{TOP}<a href="a" target="_blank">A</a>'
    ),
    "link not listed": Defect("CL703", LINKS, "situations/saying-no#repeat-once\n", "", 1),
    "letter encoded twice": Defect("CL016", NB + SAYING_NO, "har lært", "har lÃ¦rt"),
    "mark encoded twice": Defect("CL016", EN + SAYING_NO, "“we’ll see”", "“weâ€™ll see”"),
    "letter lost": Defect("CL016", "docs/words.yml", "På engelsk", "P\ufffd engelsk"),
    "title decomposed": Defect("CL017", NB + SAYING_NO, "title: Å", "title: A\u030a"),
    "heading decomposed": Defect("CL017", NB + SAYING_NO, "# Å si nei", "# A\u030a si nei"),
    "zero width in an id": Defect("CL018", NB + SAYING_NO, "#repeat-once", "#repeat\u200b-once"),
    "text turned around": Defect("CL018", EN + SAYING_NO, "Many of us", "\u202eMany of us"),
    "unseen in a style": Defect(
        "CL018", "docs/assets/site/site.css", "color-scheme", "color\u200b-scheme"
    ),
    "Cyrillic in an id": Defect("CL019", NB + SAYING_NO, "{ #before }", "{ #b\u0435fore }"),
    "Greek in a word": Defect("CL019", NB + SAYING_NO, "lovet bort", "l\u03bfvet bort"),
    "no-break space in a box": Defect("CL020", NB + SAYING_NO, "- [ ] **Spør", "- [\u00a0] **Spør"),
    "no-break space in a heading": Defect("CL020", NB + SAYING_NO, "## Før", "##\u00a0Før"),
    "no-break space in YAML": Defect("CL020", NB + SAYING_NO, "minutes: 10", "minutes:\u00a010"),
    "merge conflict": Defect(
        "CL021", NB + SAYING_NO, ITEM, f"<<<<<<< HEAD\n{ITEM}\n=======\n{ITEM}\n>>>>>>> other"
    ),
    "merge conflict in front matter": Defect(
        "CL021", EN + SAYING_NO, "minutes: 10", "<<<<<<< HEAD\nminutes: 10\n=======\nminutes: 9"
    ),
    "merge conflict in the configuration": Defect(
        "CL021", "mkdocs.yml", "nav:", "<<<<<<< HEAD\nnav:"
    ),
    "merge conflict in data": Defect("CL021", SOURCES, "sources:", "=======\nsources:"),
    "merge conflict in a script": Defect(
        "CL021", "docs/assets/main.js", "import", "<<<<<<< HEAD\nimport"
    ),
    "left over": Defect("CL610", NB + SAYING_NO, FIRST_PARAGRAPH, "TODO: Mange."),
    "left over in words": Defect("CL610", "docs/words.yml", "Kopier replikken", "xxx"),
    "word twice": Defect("CL611", NB + SAYING_NO, "alltid har", "alltid alltid har"),
    "two spaces": Defect("CL612", EN + SAYING_NO, "A clear no", "A clear  no"),
    "space before a comma": Defect("CL612", NB + SAYING_NO, "ja, men", "ja , men"),
    "no space after a full stop": Defect("CL612", NB + SAYING_NO, "rett. Da", "rett.Da"),
    "straight quotes": Defect("CL613", NB + SAYING_NO, "«vi får se»", '"vi får se"'),
    "quotes of the other language": Defect("CL613", EN + SAYING_NO, "“we’ll see”", "«we’ll see»"),
    "quote never closed": Defect("CL613", NB + SAYING_NO, "«vi får se»", "«vi får se"),
    "straight apostrophe": Defect("CL613", EN + SAYING_NO, "we’ll see", "we'll see"),
    "hyphen as a dash": Defect("CL614", NB + SAYING_NO, "rett. Da", "rett - da"),
    "hyphen in a range": Defect("CL614", EN + SAYING_NO, "ten minutes", "10-15 minutes"),
    "three full stops": Defect("CL615", NB + SAYING_NO, "alltid har rett.", "alltid har rett..."),
    "small letter": Defect("CL616", NB + SAYING_NO, "rett. Da", "rett. da"),
    "item without an end": Defect("CL616", NB + SAYING_NO, "fått svar. {", "fått svar {"),
}


# What stands in a first paragraph and is right.
LEGITIMATE = {
    "table with letters for headings": "| A | B |\n| --- | --- |\n| ja | nei |",
    "table": "| Når | Hva |\n|-----|:---:|\n| Først   | Ja   |",
    "code block": '```\n<<<<<<< HEAD\nTODO  "Ã¥" -- ... \u200b\n```',
    "code in a line": 'Skriv `"x" -- ...` eller `Ã¥  b`, og trykk <kbd>Ctrl</kbd>+<kbd>C</kbd>.',
    "box with a title": '??? note "Tittel med ord"\n\n    Teksten står her.',
    "note to oneself": '<!-- TODO: skriv mer -- "her" -->\n\nEtter.',
    "definition list": "Neiet\n:   Et svar.",
    "reference link": 'Se [boka][b].\n\n[b]: https://example.org/a--b "Getting to Yes"',
    "abbreviation": "HTML er greit.\n\n*[HTML]: Hyper Text Markup Language",
    "numbers": "Møtet er 2026-11-25, telefon 815-49-300, se §§ 2-3 og § 4-3, side 3.2, kl. 14.30.",
    "dashes": "Bruk 10–15 minutter, for- og etterarbeid, og toget Oslo–Bergen – eller e-post.",
    "English in Norwegian": "Boka *Getting to Yes* sier: “I hear what you are saying to me.”",
    "names": "Node.js, ASP.NET, New York New York og Nordmann-Hansen mfl. kommer f.eks. i dag.",
    "emphasis": "**Viktig:** Les *dette* nå, og _det_. Si «nei», ikke «ja».",
    "quotation in a quotation": "«Hun sa ‘nei’ til oss», sa han. «Hva?» spurte hun.",
    "no-break spaces": "Det koster 5\u00a0000\u00a0kr, 10\u00a0% av alt, den\n1.\u00a0november …",
    "image": "![Kart over rommet](../assets/logo.svg)",
    "nested list": "Ta med:\n\n- penn\n- papir\n    - rødt\n    - blått",
    "hard line break": "Første linje  \nAndre linje.",
    "measures": "Det ble 3-1, og vi har 5\" skjerm og 6' plank.",
    "quote block": "> **Kunden:** «Det står\n> på to linjer.»",
    "right twice": "Den som som barn lærte det, vet det. Mener du det det står?",
    "pictures": "Bra 👩\u200d💻 ✔\ufe0f!",
    "HTML": "Ord<br>Ord. H<sub>2</sub>O.",
    "entities": "A&nbsp;B &laquo;ord&raquo; &mdash; slutt.",
    "escapes": "3 \\* 4 er 12 \\- ikke sant.",
    "rule": "Før.\n\n---\n\nEtter.",
    "other alphabets": "Москва, Δt, 5 μs, ρ og Ångström.",
}


# Each of these is one defect. Of the others, some break the pair of languages as well.
ONE_AT_A_TIME = {
    *(rule.code for rule in RULES if rule.code.startswith(("CL016", "CL017", "CL61", "CL8"))),
    *(
        "CL014",
        "CL018",
        "CL019",
        "CL020",
        "CL021",
        "CL101",
        "CL109",
        "CL307",
        "CL308",
        "CL309",
        "CL310",
    ),
    *("CL620", "CL621", "CL705", "CL706", "CL707", "CL708"),
}


def changed_line(old: str, new: str) -> int:
    pairs = zip(old.split("\n"), new.split("\n"), strict=False)
    return next(row for row, (mine, theirs) in enumerate(pairs, 1) if mine != theirs)


def place_of(line: int | str | None, text: str) -> int | None:
    """The number of a line below the first, which is the same everywhere."""
    if not isinstance(line, str):
        return line
    return next(row for row, each in enumerate(text.split("\n"), 1) if row > 1 and line in each)


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("content")
    return copy_project(root)


def places(root: Path) -> set[tuple[str, str, int]]:
    return {
        (each.rule.code, each.place.path, each.place.span.line)
        for each in check_guide(load_guide(root))
    }


def test_the_content_itself_has_none(content: Path) -> None:
    assert places(content) == set()


@pytest.mark.parametrize("name", DEFECTS)
def test_defect_is_found(content: Path, name: str) -> None:
    defect = DEFECTS[name]
    file = content / defect.file
    good = file.read_text("utf-8")
    assert defect.old in good
    bad = good.replace(defect.old, defect.new, 1)
    file.write_text(bad, "utf-8")
    try:
        line = place_of(defect.line, bad) or changed_line(good, bad)
        found = places(content)
        assert (defect.code, defect.found_in or defect.file, line) in found
        if defect.code in ONE_AT_A_TIME:
            assert len(found) == 1
    finally:
        file.write_text(good, "utf-8")


OF_BOTH_LANGUAGES = {"CL307", "CL308", "CL309"}  # the text stands in one of them only


@pytest.mark.parametrize("name", LEGITIMATE)
def test_what_is_right_stays_silent(content: Path, name: str) -> None:
    file = content / NB / SAYING_NO
    good = file.read_text("utf-8")
    file.write_text(good.replace(FIRST_PARAGRAPH, f"{LEGITIMATE[name]}\n\nEtter.", 1), "utf-8")
    try:
        found = {place for place in places(content) if place[0] not in OF_BOTH_LANGUAGES}
        assert found == set()
    finally:
        file.write_text(good, "utf-8")


def spoil_picture(file: Path) -> None:
    file.write_text("<svg/>", "utf-8")


# Code -> the file, what is done to it, and the line that is named.
FILE_DEFECTS: dict[str, tuple[str, Callable[[Path], object], int]] = {
    "CL001": (
        NB + SAYING_NO,
        lambda file: file.write_bytes(file.read_text().encode("latin-1", "replace")),
        2,  # the title, with its å
    ),
    "CL002": (NB + SAYING_NO, lambda file: file.write_text("\ufeff" + file.read_text()), 1),
    "CL003": (NB + SAYING_NO, lambda file: file.write_text(file.read_text(), newline="\r\n"), 1),
    "CL004": (NB + SAYING_NO, lambda file: file.write_text(""), 1),
    "CL301": (NB + "alone.md", lambda file: file.write_text("# Alene\n"), 1),
    "CL810": ("docs/assets/new.svg", spoil_picture, 1),
}


@pytest.mark.parametrize("code", FILE_DEFECTS)
def test_defect_of_a_whole_file_is_found(content: Path, code: str) -> None:
    name, spoil, line = FILE_DEFECTS[code]
    file = content / name
    good = file.read_bytes() if file.exists() else None
    spoil(file)
    try:
        assert (code, name, line) in places(content)
    finally:
        if good is None:
            file.unlink()
        else:
            file.write_bytes(good)
