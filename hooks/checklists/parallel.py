"""Work in a process of its own."""

import signal
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")


def begin(work: Callable[[], T]) -> Callable[[], T]:
    """Start the work beside this process. What comes back waits for the result.

    The process begins with all that this one knows, shows by itself what goes wrong, and ends with
    this one. To wait raises ChildProcessError when it failed. Only Linux makes such processes
    safely: elsewhere the work is done when it is waited for, and what it raises is raised.
    """
    if sys.platform != "linux":
        return work
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_beside, args=(work, sender), daemon=True)
    process.start()
    sender.close()  # the other end is theirs alone: it closes when they end

    def wait() -> T:
        with receiver:
            try:
                result: T = receiver.recv()
            except EOFError:
                raise ChildProcessError("work in a process of its own failed") from None
        process.join()
        return result

    return wait


def _beside(work: Callable[[], object], sender: "Connection[object, object]") -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # who stops both wants to hear of it once
    sender.send(work())
