"""Python's garbage collector, out of the way.

It looks through everything over and over while a guide grows in memory, and finds nothing: a third
of the time of a check of 1,000 pages.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused_collector() -> Iterator[None]:
    """Keep it from running in the meantime."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
