"""The schema of the front matter of a page."""

from datetime import date, timedelta
from typing import Annotated, Literal, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationInfo,
    field_validator,
)

from checklists.guide.suggestions import suggest

Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
Mode = Literal["read-do", "do-confirm"]
Template = Literal[
    "home.html",
    "sources.html",
    "points.html",
    "lines.html",
    "log.html",
    "overview.html",
    "meetings.html",
    "my-data.html",
]
MAX_REVIEW_INTERVAL = timedelta(days=366)


def _in_each_language(texts: dict[str, str], info: ValidationInfo) -> dict[str, str]:
    """Those of the guide; an incomplete language has the text of the default one.

    Raises ValueError with the languages that lack.
    """
    context = info.context or {}
    languages = context.get("languages") or list(texts)
    optional = set(context.get("incomplete", ())) - {*languages[:1]}
    if missing := [each for each in languages if each not in {*texts, *optional}]:
        raise ValueError(f"add {', '.join(f'`{each}:`' for each in missing)}")
    return {each: texts.get(each, texts[languages[0]]) for each in languages}


Texts = Annotated[dict[str, Text], AfterValidator(_in_each_language)]
"""A text in each language of the guide. Others may be in the file."""


def _known(names: str, where: str) -> AfterValidator:
    """Accept one of the context's `names`, or anything while it has none."""

    def check(name: str, info: ValidationInfo) -> str:
        known = (info.context or {}).get(names)
        if known is not None and name not in known:
            raise ValueError(suggest(name, known) or f"name one of `{names}` in {where}")
        return name

    return AfterValidator(check)


class Strict(BaseModel):
    """No other keys, and no values of another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Base(Strict):
    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    owner: Text
    reviewed: date
    review_by: date
    order: int = 0
    """Among the pages of its section of the menu, or of its group."""
    aliases: list[Text] = []
    sources: list[Text] = []
    """Those that no item names."""
    keywords: list[Text] = []
    """Words that readers search for and that the page may lack."""
    template: Template | None = None
    hide: list[Literal["navigation", "toc"]] = []

    @field_validator("review_by")
    @classmethod
    def _within_a_year(cls, value: date, info: ValidationInfo) -> date:
        reviewed = info.data.get("reviewed")
        if reviewed and not reviewed < value <= reviewed + MAX_REVIEW_INTERVAL:
            raise ValueError("must be after `reviewed`, by twelve months at most")
        return value


class ChecklistMeta(_Base):
    """Front matter of a page whose purpose is to be ticked."""

    minutes: Annotated[int, Field(gt=0, le=240)]
    mode: Mode


class SituationMeta(ChecklistMeta):
    """Front matter of a situation. Its group is shown on the front page."""

    kind: Literal["situation"]
    group: Annotated[Text, _known("groups", "mkdocs.yml")]
    alarm: Text | None = None
    """What a bar asks at the top of the front page, for who cannot look for this list."""


class AdviceMeta(ChecklistMeta):
    """Front matter of any other list."""

    kind: Literal["principle", "onboarding"]


class PracticeMeta(_Base):
    """Front matter of a dialogue. `practises` is the key of the checklist it trains."""

    kind: Literal["practice"]
    minutes: Annotated[int, Field(gt=0, le=240)]
    practises: Text


class PageMeta(_Base):
    """Front matter of any other page."""

    kind: Literal["finder", "tool", "page"]
    group: Annotated[Text, _known("menu", "the words of the language")] | None = None
    """The section of the menu it is in; without one it is above them."""
    minutes: Annotated[int, Field(gt=0, le=240)] | None = None


FrontMatter = SituationMeta | AdviceMeta | PracticeMeta | PageMeta
ADAPTER: TypeAdapter[FrontMatter] = TypeAdapter(Annotated[FrontMatter, Field(discriminator="kind")])
SHARED = (
    *("kind", "group", "order", "template", "minutes", "mode", "practises"),
    *("aliases", "reviewed", "review_by", "sources"),
)
"""What a translation has from its page in the default language, and does not change."""
INHERITED = {*SHARED, "hide"}
"""What it has from there, unless it says otherwise."""
KEYS = {key for kind in get_args(FrontMatter) for key in kind.model_fields}
