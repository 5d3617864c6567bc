"""Texts of pages, for property tests, and a reader for them."""

from functools import cache

from checklists.guide.model import Page, Problem
from checklists.reading.page import read_page
from checklists.reading.project import tree_reader
from checklists.reading.tree import TreeReader
from hypothesis import strategies as st

from tests.project import small_guide

FRONT_MATTER = """\
---
title: T
kind: page
summary: s
owner: o
reviewed: 2026-11-24
review_by: 2027-11-24
---

# T

"""
LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["", "---", "# T", "## S { #s }", "- [ ] **A.** { #a }", "```", "<!--", "-->"]
        ),
        st.text(max_size=40).map(lambda text: text.replace("\n", " ")),
    ),
    max_size=20,
).map("\n".join)

_FRAGMENTS = """
- [ ] **Gjør det.** Fordi. {{ #i{} }}
- [ ] **Gjør det.** Fordi. {{ #i{} }}
## Del {{ #i{} }}
Vanlig tekst med [lenke](a.md).
  fortsetter her.
- punkt
1. tall
    - nøstet
    > «Si dette.»
    >
    mer om punktet
\tmed tabulator
```
    ```
~~~
<!-- gjemt -->
<!--
-->
<div>
</div>
??? note "Mer"
    - [ ] **Innrykket.** {{ #i{} }}
\t- [ ] **Tabulert.** {{ #i{} }}
 - [ ] **Ett hakk.** {{ #i{} }}
* [ ] **Stjerne.** {{ #i{} }}
-\t[ ] **Tabulator.** {{ #i{} }}
> sitat
| a | b |
|---|---|
a | b
***
----
*[HMS]: Helse
[a]: b.md
Ord
:   Forklaring
""".strip("\n").split("\n")
FRAGMENTS = st.lists(st.sampled_from(["", "", *_FRAGMENTS]), max_size=12).map(
    lambda lines: "\n".join(line.format(row) for row, line in enumerate(lines)) + "\n"
)


@cache
def reader() -> TreeReader:
    return tree_reader(small_guide())


def read(text: str, language: str = "nb") -> tuple[Page, list[Problem]]:
    return read_page(reader(), text, language, "a", f"docs/{language}/a.md")
