"""What became of asking for one address."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """How to ask. Times are in seconds; `per_host` and `total` are requests at the same time."""

    timeout: float = 10.0
    retries: int = 2
    pause: float = 0.5
    """Before the second try; twice as long before each one after it."""
    per_host: int = 2
    total: int = 16
    most_redirects: int = 10
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` is of the last answer, None where there was none.

    `target` is where redirects ended, "" without any. `is_permanent` when each of them said that
    it is for good. `problem` is "" for an address that works. `at` is in seconds since 1970.
    """

    url: str
    status: int | None = None
    target: str = ""
    is_permanent: bool = False
    problem: str = ""
    at: float = 0.0
