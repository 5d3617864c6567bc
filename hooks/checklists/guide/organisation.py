"""organisation.yml: filled in by whoever hosts the guide."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from checklists.guide.page_meta import Strict, Text, Texts


def _matching(pattern: str, as_in: str) -> tuple[AfterValidator, WithJsonSchema]:
    """Accept only what matches the pattern, and give an example."""

    def check(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(f"write it as in `{as_in}`")
        return text

    return AfterValidator(check), WithJsonSchema({"type": "string", "pattern": f"^{pattern}$"})


Telephone = Annotated[str, *_matching(r"\+?[0-9][0-9 ]{1,18}", "+47 22 00 00 00")]
Address = Annotated[str, *_matching(r"https://\S+", "https://intranet.example/procedure")]
Email = Annotated[str, *_matching(r"[^@\s]+@[^@\s]+\.[^@\s]+", "duty@example.no")]


class Contact(Strict):
    """Whom to call, and when. `hours` are those in which somebody answers."""

    role: Texts
    when: Texts
    telephone: Telephone | None = None
    email: Email | None = None
    hours: Texts | None = None


class Procedure(Strict):
    """A document or a system of the organisation, and its address."""

    title: Texts
    url: Address


class Organisation(Strict):
    """As shipped it has only public emergency numbers."""

    name: Text | None = None
    contacts: list[Contact] = Field(default=[])
    procedures: list[Procedure] = Field(default=[])
    incidents: Procedure | None = None
    """The system in which an incident is reported."""
