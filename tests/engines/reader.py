"""A reader at a browser: what the journey says, in the words of WebDriver."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

Command = Callable[..., Any]
"""A command of WebDriver by its name in the standard -> its value. Raises `RefusedError`."""

WAIT = 10_000  # milliseconds for what must come; a page here answers in a fraction of that
T = TypeVar("T")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which WebDriver names an element."""

FIND = """
const [selector, text, done] = arguments;
const squeeze = (all) => all.replace(/\\s+/g, ' ');
const look = () => {
  const found = [...document.querySelectorAll(selector)].find((each) =>
    each.checkVisibility() && squeeze(each.textContent).includes(text));
  if (found && document.readyState === 'complete') done(found);
  else setTimeout(look, 10);
};
look();
"""
UNTIL = """
const done = arguments[arguments.length - 1];
const look = async () => (await (CONDITION)) ? done(true) : setTimeout(look, 10);
look();
"""


class RefusedError(Exception):
    """What a browser answers when it does not do what it was told: the standard's error code."""


class Reader:
    """One browser with one window on the site."""

    def __init__(self, command: Command, downloads: Path) -> None:
        """`downloads` is the folder in which the browser puts files."""
        self._command, self._downloads = command, downloads
        command("SetTimeouts", script=WAIT)

    def open(self, address: str) -> None:
        self._command("Navigate", url=address)

    def reload(self) -> None:
        self._command("Refresh")

    def find(self, selector: str, text: str = "") -> str:
        """The first element that is shown, of a selector, with a text. Waits until it is there."""
        return str(self._wait(FIND, selector, text)[ELEMENT])

    def click(self, selector: str, text: str = "") -> None:
        self._command("ElementClick", id=self._reach(selector, text))

    def type(self, selector: str, text: str) -> None:
        self._command("ElementSendKeys", id=self._reach(selector), text=text)

    def _reach(self, selector: str, text: str = "") -> str:
        """WebKit's driver does not always scroll far enough by itself."""
        id = self.find(selector, text)
        self.run(
            "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })", {ELEMENT: id}
        )
        return id

    def until(self, condition: str) -> None:
        """Wait until an expression in JavaScript, or what it promises, is true."""
        self._wait(UNTIL.replace("CONDITION", condition))

    def _wait(self, script: str, *given: str) -> Any:  # noqa: ANN401 (what the script finds)
        try:
            return self._command("ExecuteAsyncScript", script=script, args=given)
        except RefusedError as refused:
            # A click led away in the middle of it, or the page was filled in anew.
            if "unload" in str(refused) or "stale" in str(refused):
                return self._wait(script, *given)
            raise AssertionError(f"{given or script}: {refused}") from refused

    def run(self, script: str, *given: object) -> Any:  # noqa: ANN401 (what the script returns)
        return self._command("ExecuteScript", script=script, args=list(given))

    def downloaded(self) -> Path:
        """The file that was downloaded, once it is whole."""

        def whole() -> Path | None:
            files = list(self._downloads.iterdir())
            return files[0] if len(files) == 1 and files[0].stat().st_size else None

        return wait_for(whole)


def wait_for(look: Callable[[], T | None]) -> T:
    """What is outside of a page is looked for until it is there."""
    end = time.monotonic() + 3 * WAIT / 1000
    while (found := look()) is None:
        assert time.monotonic() < end, f"{look.__qualname__}: nothing came"
        time.sleep(0.01)
    return found
