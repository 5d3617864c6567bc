"""All of it: places -> findings and a summary."""

import asyncio
import time
from pathlib import Path

from tqdm import tqdm

from checklists.external.answer import Settings
from checklists.external.ask import ask_all
from checklists.external.cache import load_answers, save_answers
from checklists.external.places import Places
from checklists.external.report import findings_of, summary_of
from checklists.guide.finding import Finding


def check_links(
    places: Places, settings: Settings, cache: Path, max_age: float
) -> tuple[list[Finding], str]:
    """Ask for every address that no answer younger than `max_age` seconds is known of.

    Shows its progress on a terminal. Returns the findings, sorted by place, and a summary.
    """
    known = load_answers(cache, max_age, time.time())
    fresh = {url: known[url] for url in places if url in known}
    wanted = [url for url in places if url not in fresh]
    with tqdm(total=len(wanted), unit="link", leave=False, disable=None) as bar:
        asked = asyncio.run(ask_all(wanted, settings, lambda _: bar.update()))
    answers = [*fresh.values(), *asked]
    save_answers(cache, {**known, **{answer.url: answer for answer in asked}}.values())
    return findings_of(answers, places), summary_of(answers, len(fresh))
