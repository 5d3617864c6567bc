"""Work in a process of its own."""

import signal
import sys
from collections.abc import Callable
from functools import partial
from multiprocessing import get_context


def begin(work: Callable[[], object]) -> Callable[[], bool]:
    """Start the work beside this process. What comes back waits, and tells whether it succeeded.

    The process begins with all that this one knows, shows by itself what goes wrong, and ends with
    this one. This one learns no more of it. Only Linux makes such processes safely: elsewhere the
    work is done when it is waited for, and what it raises is raised.
    """
    if sys.platform != "linux":
        return partial(_now, work)
    process = get_context("fork").Process(target=_beside, args=(work,), daemon=True)
    process.start()

    def wait() -> bool:
        process.join()
        return process.exitcode == 0

    return wait


def _beside(work: Callable[[], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # who stops both wants to hear of it once
    work()


def _now(work: Callable[[], object]) -> bool:
    work()
    return True
