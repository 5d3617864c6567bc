"""What stands between the two `---` at the top of a page: the schema, with kind errors."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Literal, get_args

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    ValidationInfo,
    field_validator,
)
from pydantic_core import ErrorDetails

from checklists.guide.finding import Span
from checklists.guide.phrasing import meant, nearest
from checklists.reading.yaml_document import Path, YamlDocument

Text = Annotated[str, Field(min_length=1, pattern=r"\S")]
PlainLanguage = Literal["CL601", "CL602", "CL603", "CL604", "CL605", "CL606", "CL607", "CL608"]
Mode = Literal["read-do", "do-confirm"]
JSON_SCHEMA = "https://json-schema.org/draft/2020-12/schema"
LONGEST_REVIEW_INTERVAL = timedelta(days=366)


class _Base(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    title: Text
    summary: Annotated[Text, Field(max_length=160)]
    owner: Text
    reviewed: date
    review_by: date
    aliases: list[Text] = []
    allow: dict[PlainLanguage, Text] = {}
    """Rules of plain language that the page is let off, each with a reason."""
    template: Literal["home.html", "sources.html", "points.html"] | None = None
    hide: list[Literal["navigation", "toc", "footer"]] = []

    @field_validator("review_by")
    @classmethod
    def _within_a_year(cls, value: date, info: ValidationInfo) -> date:
        reviewed = info.data.get("reviewed")
        if reviewed and not reviewed < value <= reviewed + LONGEST_REVIEW_INTERVAL:
            raise ValueError("must be after `reviewed`, by twelve months at most")
        return value


class ChecklistMatter(_Base):
    """Front matter of a page whose purpose is to be ticked."""

    kind: Literal["situation", "principle", "onboarding"]
    minutes: Annotated[int, Field(gt=0, le=240)]
    mode: Mode
    sources: Annotated[list[Text], Field(min_length=1)]


class PracticeMatter(_Base):
    """Front matter of a dialogue. `practises` is the key of the checklist it trains."""

    kind: Literal["practice"]
    minutes: Annotated[int, Field(gt=0, le=240)]
    practises: Text
    sources: list[Text] = []


class PageMatter(_Base):
    """Front matter of any other page."""

    kind: Literal["finder", "tool", "page"]
    minutes: Annotated[int, Field(gt=0, le=240)] | None = None
    sources: list[Text] = []


FrontMatter = ChecklistMatter | PracticeMatter | PageMatter
_ADAPTER: TypeAdapter[FrontMatter] = TypeAdapter(
    Annotated[FrontMatter, Field(discriminator="kind")]
)
_KEYS = {key for kind in get_args(FrontMatter) for key in kind.model_fields}


@dataclass(frozen=True, slots=True)
class MatterDefect:
    """One thing wrong with the front matter. `span` is None where nothing there can be blamed."""

    code: str
    message: str
    help: str
    span: Span | None


def validate_front_matter(document: YamlDocument) -> tuple[FrontMatter | None, list[MatterDefect]]:
    """Turn plain data into front matter, or say everything that is wrong with it."""
    if not isinstance(document.value, dict):
        help = "write `key: value` lines"
        return None, [MatterDefect("CL012", "front matter holds no keys", help, None)]
    try:
        return _ADAPTER.validate_python(document.value), []
    except ValidationError as error:
        return None, [_defect(detail, document) for detail in _first_causes(error.errors())]


def _first_causes(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out the keys that are missing only because they are misspelt."""
    unknown = [str(each["loc"][-1]) for each in errors if each["type"] == "extra_forbidden"]
    misspelt = {meant(key, _KEYS) for key in unknown}
    return [e for e in errors if not (e["type"] == "missing" and e["loc"][-1] in misspelt)]


def front_matter_schema() -> dict[str, object]:
    """JSON Schema of the front matter, for editors."""
    return {"$schema": JSON_SCHEMA, "title": "Front matter of a page", **_ADAPTER.json_schema()}


def _defect(error: ErrorDetails, document: YamlDocument) -> MatterDefect:
    # The union puts the chosen kind in front of the path; its own errors have no path at all.
    path: Path = error["loc"][1:] or ("kind",)
    key = str(path[0])
    match error["type"]:
        case "missing" | "union_tag_not_found":
            return MatterDefect("CL013", f"front matter has no `{key}`", f"add `{key}:`", None)
        case "extra_forbidden":
            help = nearest(key, _KEYS)
            return MatterDefect(
                "CL014", f"front matter has an unknown key `{key}`", help, document.spans.get(path)
            )
    span = document.spans.get(path) or document.spans.get(path[:1])
    return MatterDefect("CL015", f"`{key}` is not valid", _sentence(error), span)


def _sentence(error: ErrorDetails) -> str:
    if error["type"] == "union_tag_invalid":
        return f"use one of {error['ctx']['expected_tags']}"
    _, should, text = error["msg"].partition(" should ")
    return f"it should {text}" if should else error["msg"].removeprefix("Value error, ")
