"""The three uses of the guide, from beginning to end, in each engine."""

import json
from pathlib import Path

import pytest

from tests.engines.host import Host, serve
from tests.engines.reader import Reader

pytestmark = pytest.mark.soak
LIST = "situations/saying-no/"
NOTE = "Kari har ferie."
READY = "checklist-page[data-ready]"
BOX = f"{READY} .checklist-item > input"
CHROME = ".md-header, .md-tabs, .md-footer, .md-sidebar"
WAY = (
    "Jeg må se på planen",
    "Derfor sier jeg nei",
    "levere første del",
    "Ja, da hadde",
    "Nei. Vil",
)
"""Through the practice, to an ending that is good."""
IN_SIGHT = """(({ top, bottom }) => top >= 0 && bottom <= innerHeight)(
  document.querySelector(':target').getBoundingClientRect())"""
SHOWN = """return [...document.querySelectorAll(arguments[0])]
  .filter((each) => each.checkVisibility()).length"""
KEPT = """(async () => {
  const { scope, active } = await navigator.serviceWorker.ready;
  const keys = await (await caches.open(scope)).keys();
  const isThere = keys.some(({ url }) => url.startsWith(`${scope}offline/?`));
  return isThere && active.state === 'activated';
})()"""


def tick_first(reader: Reader) -> None:
    reader.find(READY)
    reader.click(f"{BOX}:not(:checked)")
    reader.find(".checklist-status", "Lagret")


def choose(reader: Reader, item: str, name: str) -> None:
    """Press what the menu of an item offers."""
    reader.click(f"#{item} .checklist-more")
    reader.click(f"#{item} .menu button", name)


def shown(reader: Reader, selector: str) -> int:
    """How many there are of it to be seen."""
    return int(reader.run(SHOWN, selector))


def pasted(reader: Reader) -> str:
    """What one gets who pastes: most browsers let no page read the clipboard."""
    reader.run("document.querySelector('h1').after(document.createElement('textarea'))")
    reader.type("h1 + textarea", "\ue009v")  # Control and V
    reader.until("document.querySelector('h1 + textarea').value")
    return str(reader.run("return document.querySelector('h1 + textarea').value"))


def test_before_a_meeting(reader: Reader, host: Host) -> None:
    reader.open(host.address)
    reader.click("#more", "De vil ha mer")
    reader.click(".row a", "Å si nei")
    tick_first(reader)
    reader.reload()
    reader.find(f"{BOX}:checked")
    reader.click(".meeting-button", "Forbered et møte")
    reader.type(".meeting-dialog [name=name]", "Statusmøte")
    reader.click(".meeting-dialog button[value=save]")
    reader.find(".meeting-strip a", "Statusmøte")
    choose(reader, "ask-for-a-choice", "Skriv et notat")
    reader.type("#ask-for-a-choice textarea", NOTE)
    reader.find(".checklist-message", "Lagret")
    reader.reload()
    reader.find("#ask-for-a-choice .own-note__text", NOTE)
    reader.click(".meeting-strip a", "Statusmøte")
    reader.find(".meeting h3", "Statusmøte")
    reader.run("window.print = () => { document.body.dataset.asked = ''; }")
    reader.click(".meeting [data-action=menu]")
    reader.click(".meeting button", "Skriv ut arket")
    reader.find("body[data-asked]")
    sheet = reader.run("return document.querySelector('.sheet').textContent")
    assert all(text in sheet for text in ("Statusmøte", NOTE, "Å si nei", "Si et tydelig nei"))


def test_a_new_colleague(reader: Reader, host: Host) -> None:
    reader.open(f"{host.address}onboarding/overview/")
    reader.click(".steps a", "Dag 1")
    reader.find(READY)
    for _ in range(shown(reader, BOX)):
        tick_first(reader)
    reader.open(f"{host.address}practice/saying-no/")
    reader.find("scene-player[data-ready]")  # a link into the middle would not be counted
    for choice in WAY:
        reader.click("scene-player a", choice)
    reader.find(".scene-seen li")
    reader.open(f"{host.address}onboarding/overview/")
    reader.find(".steps__step:first-child", "Forberedt")
    reader.find(".steps__step:nth-child(2) .steps__next")
    reader.find(".row practice-badge", "Øvd")


def test_a_link_from_a_wiki(reader: Reader, host: Host) -> None:
    reader.open(f"{host.address}{LIST}#repeat-once")
    reader.find(f"{READY} #repeat-once:target")
    reader.until(IN_SIGHT)
    choose(reader, "repeat-once", "Kopier lenken")
    reader.find(".site-status", "Kopiert")
    assert pasted(reader) == f"{host.address}{LIST}#repeat-once"
    reader.open(f"{host.address}{LIST}?view=key#say-it-clearly")
    reader.find(READY)
    assert shown(reader, ".checklist-item") == 3
    reader.open(f"{host.address}{LIST}?view=embed")
    reader.find(f"{READY} h1")
    assert shown(reader, CHROME) == 0
    reader.open(f"{host.address}{LIST}?view=focus#say-it-clearly")
    reader.find("#say-it-clearly")
    assert shown(reader, ".checklist-item") == 1


def test_my_data_goes_out_and_comes_in_again(reader: Reader, host: Host) -> None:
    reader.open(f"{host.address}{LIST}")
    tick_first(reader)
    reader.open(f"{host.address}my-data/")
    reader.find("[data-field=here]", "ett kryss")
    reader.click("[data-action=copy]")
    copy = reader.downloaded()
    assert len(json.loads(copy.read_text("utf-8"))["records"]["ticks"]) == 1
    reader.click("[data-action=delete]")
    reader.click(".my-data dialog [value=delete]")
    reader.find("[data-field=here]", "Du har ikke lagret noe her ennå.")
    reader.type("[type=file]", str(copy))
    reader.click(".my-data [data-action=add]")
    reader.find("[data-field=here]", "ett kryss")
    reader.open(f"{host.address}{LIST}")
    reader.find(f"{BOX}:checked")


def test_a_page_that_is_left_at_once_keeps_no_other_waiting(reader: Reader, host: Host) -> None:
    """Browsers set it aside with all it has begun: with the database half made, or half written."""
    reader.open(host.address)
    reader.open(f"{host.address}{LIST}")
    tick_first(reader)
    choose(reader, "ask-for-a-choice", "Skriv et notat")
    reader.type("#ask-for-a-choice textarea", NOTE)
    reader.open(host.address)
    reader.find(".front__next a", "Å si nei")
    reader.open(f"{host.address}{LIST}")
    reader.find("#ask-for-a-choice .own-note__text", NOTE)


def test_without_a_network(reader: Reader, watched: Path) -> None:
    with serve(watched) as host:
        reader.open(host.address)
        reader.until(KEPT)
        assert host.problems == []
    reader.open(f"{host.address}{LIST}")  # never opened before
    tick_first(reader)
    reader.open(f"{host.address}{LIST}")  # to reload means to ask the network, to Firefox's driver
    reader.find(f"{BOX}:checked")
