"""Addresses -> answers: many at a time, few at one host, with retries."""

import asyncio
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from http import HTTPStatus

import aiohttp
from aiohttp.resolver import DefaultResolver
from yarl import URL

from checklists.external.answer import Answer, Settings
from checklists.external.public_network import (
    PrivateAddressError,
    PublicResolver,
    refuse_private_literal,
)

_HEADERS = {"User-Agent": "checklists (link check)", "Accept": "*/*"}
_REDIRECTS = {301, 302, 303, 307, 308}
_FOR_GOOD = {301, 308}
_TRY_AGAIN = {429, 500, 502, 503, 504}
_FIRST_ERROR = 400
_LONGEST_PAUSE = 30.0  # seconds, whatever a server asks for

# The first that fits. What is not listed here is a mistake of ours, and raised.
_PROBLEMS: tuple[tuple[type[BaseException], str], ...] = (
    (TimeoutError, "no answer in time"),
    (aiohttp.ClientConnectorCertificateError, "certificate is not valid"),
    (aiohttp.ClientSSLError, "no secure connection"),
    (aiohttp.ClientConnectorDNSError, "no such site"),
    (aiohttp.ClientConnectorError, "no connection"),
    (aiohttp.ServerDisconnectedError, "connection closed without an answer"),
    (aiohttp.InvalidURL, "not an address"),
    (aiohttp.ClientError, "no readable answer"),
    (OSError, "no connection"),
)


@dataclass(frozen=True, slots=True)
class _Reply:
    status: int
    location: str
    retry_after: str


class _Asker:
    def __init__(self, session: aiohttp.ClientSession, settings: Settings) -> None:
        self._session, self._settings = session, settings
        self._total = asyncio.Semaphore(settings.total)
        self._hosts = defaultdict[str, asyncio.Semaphore](
            lambda: asyncio.Semaphore(settings.per_host)
        )

    async def ask(self, url: str) -> Answer:
        """Follow an address to its end. Never raises for what the other side does."""
        answer = Answer(url, at=time.time())
        try:
            return await self._follow(answer)
        except PrivateAddressError as error:
            return replace(answer, problem=f"leads into a private network: {error}")
        except tuple(kind for kind, _ in _PROBLEMS) as error:
            words = next(words for kind, words in _PROBLEMS if isinstance(error, kind))
            return replace(answer, problem=words)

    async def _follow(self, answer: Answer) -> Answer:
        url, seen, is_permanent = _url(answer.url), set[URL](), True
        while True:
            reply = await self._reply(url)
            target = str(url) if seen else ""
            answer = replace(
                answer, status=reply.status, target=target, is_permanent=bool(seen) and is_permanent
            )
            if reply.status not in _REDIRECTS:
                return replace(answer, problem=_status_problem(reply.status))
            is_permanent = is_permanent and reply.status in _FOR_GOOD
            seen.add(url)
            if not reply.location:
                return replace(answer, problem="redirects to nowhere")
            url = url.join(_url(reply.location))
            if url in seen:
                return replace(answer, problem=f"redirects in a circle, at {url}")
            if len(seen) > self._settings.most_redirects:
                return replace(answer, problem=f"more than {len(seen) - 1} redirects")

    async def _reply(self, url: URL) -> _Reply:
        """Ask, and ask again while that may help."""
        for attempt in range(self._settings.retries):
            try:
                reply = await self._ask_once(url)
            except (TimeoutError, aiohttp.ClientConnectionError):
                await asyncio.sleep(self._pause(attempt))
            else:
                if reply.status not in _TRY_AGAIN:
                    return reply
                await asyncio.sleep(self._pause(attempt, reply.retry_after))
        return await self._ask_once(url)

    def _pause(self, attempt: int, retry_after: str = "") -> float:
        wanted = float(retry_after) if retry_after.isascii() and retry_after.isdigit() else 0.0
        return min(max(self._settings.pause * 2.0**attempt, wanted), _LONGEST_PAUSE)

    async def _ask_once(self, url: URL) -> _Reply:
        if not self._settings.allow_private:
            refuse_private_literal(url.host or "")
        async with (
            self._hosts[url.host or ""],
            self._total,
            # What waits for its turn is not late: the clock starts here. The body is not read.
            asyncio.timeout(self._settings.timeout),
            self._session.get(url, allow_redirects=False) as response,
        ):
            headers = response.headers
            return _Reply(
                response.status, headers.get("Location", ""), headers.get("Retry-After", "")
            )


async def ask_all(
    urls: Iterable[str], settings: Settings, on_answer: Callable[[Answer], object]
) -> list[Answer]:
    """Ask for each address, without its fragment. `on_answer` hears of each as it comes."""
    resolver = DefaultResolver()
    connector = aiohttp.TCPConnector(
        limit=0,
        resolver=resolver if settings.allow_private else PublicResolver(resolver),
        force_close=True,
    )
    no_limit = aiohttp.ClientTimeout(total=None)
    async with aiohttp.ClientSession(
        connector=connector, headers=_HEADERS, timeout=no_limit, cookie_jar=aiohttp.DummyCookieJar()
    ) as session:
        asker = _Asker(session, settings)

        async def ask(url: str) -> Answer:
            answer = await asker.ask(url)
            on_answer(answer)
            return answer

        return list(await asyncio.gather(*(ask(url) for url in urls)))


def _url(text: str) -> URL:
    try:
        return URL(text).with_fragment(None)
    except ValueError as error:
        raise aiohttp.InvalidURL(text) from error


def _status_problem(status: int) -> str:
    if status < _FIRST_ERROR:
        return ""
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)
