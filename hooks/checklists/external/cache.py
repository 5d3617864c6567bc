"""Answers that are young enough are not asked for again. A JSON file."""

import os
from collections.abc import Iterable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from checklists.external.answer import Answer

_ANSWERS = TypeAdapter(list[Answer])


def load_answers(file: Path, max_age: float, now: float) -> dict[str, Answer]:
    """Address -> answer, none older than `max_age` seconds, none from the future.

    A file that cannot be read as answers is set aside beside it, with `.corrupt` at its end.
    """
    if not file.exists():
        return {}
    try:
        answers = _ANSWERS.validate_json(file.read_bytes())
    except ValidationError:
        file.replace(file.with_name(f"{file.name}.corrupt"))
        return {}
    return {answer.url: answer for answer in answers if 0 <= now - answer.at < max_age}


def save_answers(file: Path, answers: Iterable[Answer]) -> None:
    """Keep the answers that are good news. What does not work is asked for again each time."""
    file.parent.mkdir(parents=True, exist_ok=True)
    new = file.with_name(f"{file.name}.{os.getpid()}")
    working = [answer for answer in answers if not answer.problem]
    new.write_bytes(_ANSWERS.dump_json(working, indent=1))
    new.replace(file)  # all of it or nothing
