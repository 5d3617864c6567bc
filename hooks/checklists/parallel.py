"""Work in a process of its own."""

import gc
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TypeVar

T = TypeVar("T")


def begin(work: Callable[[], T]) -> Callable[[], T]:
    """Start the work beside this process. What comes back waits for the result.

    The process begins with all that this one knows, and shows by itself what goes wrong. It is
    stopped when this one exits. To wait raises ChildProcessError when the work failed. Only Linux
    makes such processes safely: elsewhere the work is done when it is waited for, and what it
    raises is raised.
    """
    if sys.platform != "linux":
        return work
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_beside, args=(work, receiver, sender), daemon=True)
    gc.freeze()  # as the documentation of `gc` advises: memory that nobody touches stays shared
    process.start()
    sender.close()  # the process has its own, and the pipe ends with that one

    def wait() -> T:
        with receiver:
            try:
                result: T = receiver.recv()
            except (EOFError, OSError):  # nothing came, or half of it
                raise ChildProcessError("work in a process of its own failed") from None
        process.join()
        return result

    return wait


def _beside(work: Callable[[], object], receiver: Connection, sender: Connection) -> None:
    receiver.close()  # or this end would keep the pipe open when nobody reads it any more
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches both; the other stops this one
    result = work()
    with suppress(BrokenPipeError):
        sender.send(result)
