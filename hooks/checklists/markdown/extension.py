"""The Markdown extension: `- [ ] **Action.** Why. { #id .critical src="S3" was="old" }`.

Any generator built on Python-Markdown can load it by the name `checklists`.
"""

from collections.abc import Mapping
from hashlib import sha256
from itertools import takewhile
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from checklists.markdown.afterwards import Afterwards
from checklists.markdown.attributes import Attributes, split_trailing
from checklists.markdown.conditions import Conditions
from checklists.markdown.item_syntax import BOX, split_action, text_holder
from checklists.markdown.scene_sections import SceneSections

# Above pymdownx.tasklist (25), attr_list (8) and the inline patterns (20): the text is still raw.
ITEMS_PRIORITY = 30
# Below toc (5): the headings have their ids.
GROUPS_PRIORITY = 4
SCENES_PRIORITY = 3  # the headings are complete
LISTS = {"ul", "ol"}  # below a numbered list, Markdown puts items into that list
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
LIST_CLASS = "checklist"
# A section that helps to choose a list, or says why: folded at the foot, for who has chosen it.
FOLDED = {"signs", "why"}
BEFORE = "related"
# Browsers must not restore a ticked box on their own. `autocomplete` is not allowed on a checkbox,
# but it is on the form that the checkbox belongs to, which overrides/main.html has.
UNRESTORED_FORM = "__toggles"


class ChecklistExtension(Extension):
    """Renders items as real checkboxes and groups them under their heading."""

    def __init__(self, **options: object) -> None:
        self.config = {
            "critical": ["Critical", "The word shown on an item flagged `.critical`"],
            "good": ["Good ending", "The word before a heading flagged `.good`"],
            "bad": ["Bad ending", "The word before a heading flagged `.bad`"],
            "after": ["If you came by “{scene}”:", "Before what depends on a scene"],
            "without": ["If you did not come by “{scene}”:", "Before what depends on none"],
            "copy_line": ["Copy the line", "The name of the button that copies a line to say"],
            "own_line": ["Make it mine", "The name of the button that puts it in one's own words"],
            "translations": [[], "Each other language: code, item id -> its lines to say"],
            "has_scenes": [False, "Whether each heading of level 2 is a scene"],
        }
        super().__init__(**options)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (named by Python-Markdown)
        """Register with a converter."""
        self._converter = md
        md.registerExtension(self)  # has `reset` called
        md.treeprocessors.register(_Items(md, self.getConfigs()), "checklist-items", ITEMS_PRIORITY)
        md.treeprocessors.register(Afterwards(md), "checklist-afterwards", Afterwards.PRIORITY)
        md.treeprocessors.register(_Groups(md), "checklist-groups", GROUPS_PRIORITY)
        md.treeprocessors.register(_OldHeadings(md), "checklist-old-headings", GROUPS_PRIORITY)
        if self.getConfig("has_scenes"):
            md.treeprocessors.register(SceneSections(md), "checklist-scenes", SCENES_PRIORITY)
            conditions = Conditions(md, self.getConfigs())
            md.treeprocessors.register(conditions, "checklist-conditions", Conditions.PRIORITY)
        else:  # a scene may have any id
            md.treeprocessors.register(_Openings(md), "checklist-openings", GROUPS_PRIORITY - 1)
        outcomes = _Outcomes(md, self.getConfigs())
        md.treeprocessors.register(outcomes, "checklist-outcomes", GROUPS_PRIORITY)

    def reset(self) -> None:
        """Have HTML written, without the slashes of XHTML, which the converter begins with."""
        self._converter.set_output_format("html")


def revision(text: str) -> str:
    """A short hash of an item's text, the same however its lines are broken."""
    return sha256(" ".join(text.split()).encode()).hexdigest()[:8]


class _Items(Treeprocessor):
    """Rewrites each list entry that starts with a box."""

    def __init__(self, md: Markdown, options: Mapping[str, Any]) -> None:
        super().__init__(md)
        self._options = options

    def run(self, root: Element) -> None:
        for parent in [element for element in root.iter() if element.tag in LISTS]:
            entries = [self._item(entry) for entry in parent if entry.tag == "li"]
            if any(entries):
                parent.set("class", LIST_CLASS)

    def _item(self, entry: Element) -> bool:
        holder = text_holder(entry)
        box = BOX.match(holder.text or "")
        if box is None:
            return False
        text, attributes = split_trailing((holder.text or "")[box.end() :])
        nested = list(entry)[1:] if holder is not entry else list(entry)
        for child in list(entry):
            entry.remove(child)
        entry.text = None
        id = _describe(entry, text, attributes)
        body = self._body(entry, id, text, "critical" in entry.get("class", "").split())
        self._add_translations(nested, id)
        body.extend(nested)
        return True

    def _body(self, entry: Element, id: str, text: str, critical: bool) -> Element:
        parts = split_action(text)
        box = SubElement(entry, "input", {"type": "checkbox", "form": UNRESTORED_FORM})
        body = SubElement(entry, "div", {"class": "checklist-body"})
        label = SubElement(body, "label")
        label.text = parts.action or parts.why
        label.tail = " "
        described: list[Element] = []
        if critical:
            word = AtomicString(self._options["critical"])  # no Markdown
            described.append(_describing(body, "span", "critical", word))
        if parts.action and parts.why:
            described.append(_describing(body, "p", "why", parts.why))
        if id:
            box.set("id", f"{id}.box")
            label.set("for", f"{id}.box")
            label.set("id", f"{id}.label")
            for element in described:
                element.set("id", f"{id}.{element.get('class', '').removeprefix('checklist-')}")
            if described:
                box.set("aria-describedby", " ".join(e.get("id", "") for e in described))
        return body

    def _add_translations(self, nested: list[Element], id: str) -> None:
        """Put the line in each other language behind each paragraph of a quote."""
        quotes = [element for element in nested if element.tag == "blockquote"]
        paragraphs = [(quote, each) for quote in quotes for each in quote.findall("p")]
        for number, (quote, paragraph) in enumerate(paragraphs):
            quote.set("class", "checklist-phrase")
            paragraph.set("tabindex", "-1")  # a finger brings the buttons by touching the line
            actions = SubElement(paragraph, "span", {"class": "line-actions"})
            self._add_button(actions, "copy-button", self._options["copy_line"])
            self._add_button(actions, "own-button", self._options["own_line"])
            for language, lines in reversed(self._options["translations"]):
                if number < len(lines.get(id, ())):
                    translation = Element("p", {"class": "checklist-translation", "lang": language})
                    translation.text = lines[id][number]
                    quote.insert(list(quote).index(paragraph) + 1, translation)

    def _add_button(self, line: Element, style: str, name: str) -> None:
        SubElement(line, "button", {"type": "button", "class": style, "aria-label": name})


class _Groups(Treeprocessor):
    """Wraps each checklist in an element named by the heading above it."""

    def run(self, root: Element) -> None:
        heading: Element | None = None
        for index, element in enumerate(root):
            if element.tag in HEADINGS:
                heading = element
            elif element.tag in LISTS and element.get("class") == LIST_CLASS:
                root[index] = _group(element, heading)


class _Openings(Treeprocessor):
    """What stands before the first items: what one does now, in a box; the rest in a fold."""

    def run(self, root: Element) -> None:
        places = [each.get("id") for each in root]
        index = next((i for i, id in enumerate(places) if id in FOLDED), None)
        if index is None or root[index].tag not in HEADINGS:
            return
        start = next((i + 1 for i, each in enumerate(root) if each.tag == "h1"), 0)
        if [each.tag for each in root[start : start + 2]] == ["p", "ol"]:
            now = Element("div", {"class": "checklist-now"})
            now.extend(root[start : start + 2])
            root[start : start + 2] = [now]
            start, index = start + 1, index - 1
        self._fold(root, start, index)

    def _fold(self, root: Element, start: int, index: int) -> None:
        """Move the introduction, from `start`, and the section at `index` below its heading."""
        heading = root[index]
        for link in heading.findall("a"):  # what opens and folds may hold no link
            heading.remove(link)
        ends = {tag for tag in HEADINGS if tag <= heading.tag}
        below = list(takewhile(lambda each: each.tag not in ends, root[index + 1 :]))
        details = Element("details", {"class": "fold checklist-about"})
        SubElement(details, "summary").append(heading)
        details.extend([*root[start:index], *below])
        details.tail = "\n"
        del root[start : index + 1 + len(below)]
        if [each.tag for each in root[start + 1 : start + 3]] == ["p", "checklist-section"]:
            details.append(root[start + 1])  # what the first part is for
            del root[start + 1]
        end = next((i for i, each in enumerate(root) if each.get("id") == BEFORE), len(root))
        root.insert(end, details)


class _OldHeadings(Treeprocessor):
    """Gives a heading that had other ids a place to land on for each."""

    def run(self, root: Element) -> None:
        for heading in (element for element in root.iter() if element.tag in HEADINGS):
            for old in heading.attrib.pop("was", "").split():
                mark = Element("span", {"id": old})
                mark.tail, heading.text = heading.text, None
                heading.insert(0, mark)


class _Outcomes(Treeprocessor):
    """Says before the heading of an ending whether it is a good or a bad one."""

    def __init__(self, md: Markdown, options: Mapping[str, Any]) -> None:
        super().__init__(md)
        self._words = {name: options[name] for name in ("good", "bad")}

    def run(self, root: Element) -> None:
        for heading in (element for element in root if element.tag in HEADINGS):
            for name in self._words.keys() & set(heading.get("class", "").split()):
                mark = Element("span", {"class": "scene-outcome"})
                mark.text = self._words[name]
                mark.tail = f" {heading.text or ''}"
                heading.text = None
                heading.insert(0, mark)


def _group(checklist: Element, heading: Element | None) -> Element:
    group = Element("checklist-section", {"role": "group"})
    if heading is not None and heading.get("id"):
        group.set("aria-labelledby", heading.get("id", ""))
    SubElement(group, "p", {"class": "checklist-section-count"})  # a script fills in the count
    group.append(checklist)
    group.tail = "\n"
    return group


def _describe(entry: Element, text: str, attributes: Attributes | None) -> str:
    """Put id, classes and data on the entry. Returns the id, "" when there is none."""
    flags = [flag.text for flag in attributes.flags] if attributes else []
    entry.set("class", " ".join(["checklist-item", *flags]))
    entry.set("data-rev", revision(text))
    if attributes is None or not attributes.ids:
        return ""
    id = attributes.ids[0].text
    entry.set("id", id)
    old = [token.text for token in attributes.tokens("was")]
    if old:
        entry.set("data-was", " ".join(old))
    for old_id in old:  # old links land here without JavaScript
        SubElement(entry, "span", {"id": old_id})
    return id


def _describing(body: Element, tag: str, name: str, text: str) -> Element:
    element = SubElement(body, tag, {"class": f"checklist-{name}"})
    element.text = text
    return element
