"""docs/organisation.yml: what whoever hosts the guide fills in."""

from typing import Annotated

from pydantic import Field

from checklists.guide.front_matter import Strict, Text


class InBoth(Strict):
    """A text in every language of the guide."""

    nb: Text
    en: Text


Telephone = Annotated[str, Field(pattern=r"^\+?[0-9][0-9 ]{1,18}$")]
Address = Annotated[str, Field(pattern=r"^https://\S+$")]
Email = Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$")]


class Contact(Strict):
    """Whom to call, and when. `hours` are those in which somebody answers."""

    role: InBoth
    when: InBoth
    telephone: Telephone | None = None
    email: Email | None = None
    hours: InBoth | None = None


class Procedure(Strict):
    """A document of the organisation's own, or a system: where it stands."""

    title: InBoth
    url: Address


class Organisation(Strict):
    """As shipped it has only public emergency numbers."""

    name: Text | None = None
    contacts: list[Contact] = Field(default=[])
    procedures: list[Procedure] = Field(default=[])
    incidents: Procedure | None = None
    """The system in which an incident is reported."""
