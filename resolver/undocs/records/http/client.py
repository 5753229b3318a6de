"""The one door to the network: an honest guest, patient within bounds. Nothing else knows of httpx.

httpx itself bounds neither the size of an answer nor its time, and would follow a redirect anywhere. Here a request
has a deadline from its start to its last byte, an answer a size, and a redirect leads to the UN or nowhere.
"""

from __future__ import annotations

import asyncio
import zlib
from concurrent.futures import CancelledError
from contextlib import suppress
from socket import gaierror
from threading import Lock, Thread
from typing import TYPE_CHECKING, NamedTuple, Protocol
from urllib.parse import urlsplit

import httpx
from tenacity import (
    AsyncRetrying,
    RetryCallState,
    retry_if_exception,
    stop_after_attempt,
    wait_exponential,
    wait_random,
)

from undocs.records.http.response import INTERRUPTED, Answer, NoAnswerError, refused
from undocs.records.http.throttle import Host

if TYPE_CHECKING:
    from collections.abc import Mapping

    from undocs.records.http.service import Service

__all__ = ["Answer", "Client", "NoAnswerError", "Sink"]

ATTEMPTS = 3
HOPS = 5
LARGEST = 16 << 20  # bytes of an answer that is read as a whole
_LARGEST_FILE = 2 << 30  # bytes of a file
_FILE_TIMES = 10  # a file that keeps coming may take so many times as long as another answer


class Sink(Protocol):
    """Takes a file as it comes; told anew at every attempt what is asked and what is answered."""

    def headers(self) -> Mapping[str, str]:
        """Return what to say in the request, as from which byte on."""

    def begin(self, answer: Answer) -> None:
        """Take the head of an answer, whose body is empty; raises NoAnswerError for one that is no such file."""

    def write(self, piece: bytes) -> None:
        """Take the next bytes."""


class _Request(NamedTuple):
    service: Service
    url: str
    headers: Mapping[str, str]
    peek: int = 0
    sink: Sink | None = None


class Client:
    """Sends requests, from any thread, on an event loop of its own; `close` ends those in flight."""

    def __init__(self) -> None:
        """Begin without a connection."""
        self._lock = Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False
        self._hosts: dict[str, Host] = {}

    def get(
        self,
        service: Service,
        url: str,
        *,
        accept: str = "*/*",
        headers: Mapping[str, str] | None = None,
        peek: int = 0,
        follow: bool = True,
    ) -> Answer:
        """Return the answer to a GET request.

        Args:
            service: whose manners count, and whose host is allowed whatever it is.
            url: with its query, encoded.
            accept: the types that are wanted.
            headers: more to say; to the service's own host alone.
            peek: bytes after which enough is read; 0 reads all.
            follow: whether redirects are followed, to hosts that are allowed.

        Raises:
            NoAnswerError: after the retries that were worth while.
        """
        for _ in range(HOPS):
            said = {"accept": accept, **(headers or {} if service.at(url) else {})}
            answer = self._run(_Request(service, url, said, peek))
            if not (follow and answer.redirect):
                return answer
            url = answer.redirect
        raise NoAnswerError("unknown", f"{service.name} redirects without end")

    def save(self, service: Service, url: str, sink: Sink) -> Answer:
        """Write the file at a URL into a sink, and return the head of the answer.

        Raises:
            NoAnswerError: after the retries that were worth while; what has come is in the sink.
        """
        return self._run(_Request(service, url, {}, sink=sink))

    def close(self) -> None:
        """End the requests in flight, whose callers get a NoAnswerError, and send none any more."""
        with self._lock:
            self._closed = True
            loop, self._loop = self._loop, None
        if loop:
            with suppress(CancelledError):
                asyncio.run_coroutine_threadsafe(self._end(), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            self._thread.join()
            loop.close()

    def _run(self, request: _Request) -> Answer:
        """Ask on the loop, and wait for the answer."""
        with self._lock:
            if self._closed:
                raise NoAnswerError("unknown", INTERRUPTED)
            loop = self._loop = self._loop or self._open()
            future = asyncio.run_coroutine_threadsafe(self._ask(request), loop)
        try:
            return future.result()
        except CancelledError:
            raise NoAnswerError("unknown", INTERRUPTED) from None

    def _open(self) -> asyncio.AbstractEventLoop:
        try:
            self._http = httpx.AsyncClient(
                headers={"user-agent": _user_agent(), "accept-encoding": "identity"},
                timeout=None,  # noqa: S113 # each request has a deadline for the whole of it
                follow_redirects=False,
            )
        except (ImportError, OSError, ValueError, httpx.InvalidURL) as error:
            # The reason may hold the password of a proxy.
            reason = (
                f"the proxy or the certificates that your environment names cannot be used ({type(error).__name__})"
            )
            raise NoAnswerError("unavailable", reason) from None
        loop = asyncio.new_event_loop()
        self._thread = Thread(target=loop.run_forever, name="undocs-http", daemon=True)
        self._thread.start()
        return loop

    async def _end(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._http.aclose()

    async def _ask(self, request: _Request) -> Answer:
        """Ask until there is an answer, or asking is no use."""
        service = request.service
        if not service.allows(request.url):
            where = f"{service.name} leads to {request.url[:60]}"
            raise NoAnswerError("unknown", f"{where}, which is no https address of the UN")
        host = self._hosts.setdefault(urlsplit(request.url).netloc, Host(service.at_once))
        back_off = wait_exponential(2 * service.pause, max=service.timeout) + wait_random(0, service.pause)

        def wait(state: RetryCallState) -> float:
            failure = state.outcome and state.outcome.exception()
            told = failure.wait if isinstance(failure, NoAnswerError) else 0
            seconds = max(back_off(state), told)
            if told or (isinstance(failure, NoAnswerError) and failure.status == "blocked"):
                host.hold(seconds)
            return seconds

        retrying = AsyncRetrying(
            stop=stop_after_attempt(ATTEMPTS),
            retry=retry_if_exception(lambda error: isinstance(error, NoAnswerError) and error.again),
            wait=wait,
            reraise=True,
        )
        try:
            answer: Answer = await retrying(self._once, host, request)
        except NoAnswerError as failure:
            host.heard(failure)
            raise
        host.heard(None)
        return answer

    async def _once(self, host: Host, request: _Request) -> Answer:
        """Send a request once, in its turn."""
        service, url, headers, peek, sink = request
        headers = {**headers, **sink.headers()} if sink else headers
        async with host.turn(service.pause):
            try:
                async with (
                    asyncio.timeout(service.timeout) as deadline,
                    self._http.stream("GET", url, headers=headers) as response,
                ):
                    answer = await _read(service, response, peek, sink, deadline)
            except TimeoutError:
                reason = f"{service.name} did not answer within {service.timeout:g} s"
                raise NoAnswerError("unavailable", reason, again=True) from None
            except (httpx.InvalidURL, ValueError):
                raise NoAnswerError("unknown", f"{service.name} leads to no address") from None
            except httpx.HTTPError as error:
                if _nameless(error):
                    reason = f"{service.name}: no network, or no such host: {urlsplit(url).hostname}"
                    raise NoAnswerError("unavailable", reason) from None
                raise NoAnswerError("unavailable", f"{service.name}: {_cause(error)}", again=True) from None
        if failure := refused(service.name, answer):
            if failure.wait > service.timeout:
                reason = f"{failure} and to come back in {failure.wait:.0f} s"
                raise NoAnswerError(failure.status, reason, wait=failure.wait)
            raise failure
        return answer


async def _read(
    service: Service, response: httpx.Response, peek: int, sink: Sink | None, deadline: asyncio.Timeout
) -> Answer:
    """Read an answer: as much of it as was asked for, and never more than is allowed."""
    name, now = service.name, asyncio.get_running_loop().time
    end = now() + _FILE_TIMES * service.timeout
    headers = {key.lower(): value for key, value in response.headers.items()}
    answer = Answer(response.status_code, headers, b"", str(response.url))
    packing = headers.get("content-encoding", "identity").strip().lower()
    if packing not in {"identity", "", "gzip", "x-gzip", "deflate"} or (sink and packing not in {"identity", ""}):
        raise NoAnswerError("unknown", f"{name} answers packed in a way that was not asked for")
    unpack = zlib.decompressobj(47) if packing not in {"identity", ""} else None
    kept = sink if response.status_code in {200, 206} else None
    if kept:
        kept.begin(answer)
    most = _LARGEST_FILE if kept else peek or LARGEST
    body, size = bytearray(), 0
    async for raw in response.aiter_raw():
        try:
            piece = unpack.decompress(raw, most + 1) if unpack else raw
        except zlib.error:
            raise NoAnswerError("unknown", f"{name}: a packed answer that cannot be unpacked") from None
        size += len(piece)
        if kept:
            kept.write(piece)
            deadline.reschedule(min(now() + service.timeout, end))
        else:
            body += piece
        if peek and size >= peek:
            break
        if size > most:
            raise NoAnswerError("unknown", f"{name} answers with more than {most >> 20} MB")
    else:
        if unpack and not unpack.eof:
            raise NoAnswerError("unavailable", f"{name}: an answer that was cut short", again=True)
    return Answer(answer.status, headers, bytes(body), answer.url)


def _nameless(error: BaseException | None) -> bool:
    """Say whether a host's name led to no address, as where there is no network: asking again is no use."""
    return error is not None and (isinstance(error, gaierror) or _nameless(error.__cause__ or error.__context__))


def _cause(error: Exception) -> str:
    """Say in a few words what went wrong with a connection."""
    return f"the connection failed, {(str(error) or type(error).__name__).splitlines()[0][:100]}"


def _user_agent() -> str:
    from importlib.metadata import metadata

    about = metadata("undocs")
    return f"undocs/{about['Version']} (+{about['Project-URL'].partition(', ')[2]})"
