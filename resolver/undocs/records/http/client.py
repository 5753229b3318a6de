"""The client for the UN's services, and the only module that imports httpx.

httpx has no limit on the size of a response or on its total time, and follows a redirect to any host. This client
sets all three: a request has a deadline from its start to its last byte, a response a maximum size, and a redirect
leads to https hosts of the UN only. Requests that may pass are sent again, with growing waits.
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

from undocs.errors import NoResponseError
from undocs.records.http.response import INTERRUPTED, Response, failure_of
from undocs.records.http.throttle import Throttle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from undocs.records.http.service import Service

__all__ = ["Client", "Sink"]

_MAX_ATTEMPTS = 3  # times that one request is sent: with two growing waits, a restart of a server passes
_MAX_REQUESTS = 5  # requests for one URL, redirects included; more are a circle
_MAX_BODY = 16 << 20  # bytes of a response that is read into memory, far more than a record or a page has
_MAX_FILE = 2 << 30  # bytes of a file, far more than a document has: without a limit, a disk could be filled
# A file may take so many timeouts, as long as a piece of it arrives within each: large files are sent slowly.
_FILE_TIMEOUTS = 10
_COMPRESSED = {"gzip", "x-gzip", "deflate"}
_GZIP_OR_ZLIB = 47  # `wbits` of zlib: the largest window, and the header says whether it is gzip or deflate


class Sink(Protocol):
    """Receives a file that is streamed. `headers` and `begin` are called once for each attempt."""

    def headers(self) -> Mapping[str, str]:
        """Return extra headers of the request, for example `Range` to resume a download."""

    def begin(self, response: Response) -> None:
        """Receive the head of the response, whose body is empty; raise NoResponseError to refuse the file."""

    def write(self, piece: bytes) -> None:
        """Receive the next bytes of the file."""


class _Request(NamedTuple):
    service: Service
    url: str
    headers: Mapping[str, str]
    peek: int = 0
    sink: Sink | None = None


class Client:
    """Sends requests from any thread, on an event loop in a thread of its own. `close` ends the requests in flight."""

    def __init__(self) -> None:
        """Start without a connection; the first request opens one."""
        self._lock = Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._closed = False
        self._throttles: dict[str, Throttle] = {}

    def get(
        self,
        service: Service,
        url: str,
        *,
        accept: str = "*/*",
        headers: Mapping[str, str] | None = None,
        peek: int = 0,
        follow: bool = True,
    ) -> Response:
        """Return the response to a GET request.

        Args:
            service: the service, whose limits apply.
            url: the URL, its query encoded.
            accept: media types for the `Accept` header.
            headers: more headers, such as a token; they are sent to the service's own host only.
            peek: bytes after which to stop reading the body; 0 reads all of it.
            follow: whether to follow redirects, to allowed hosts.

        Raises:
            NoResponseError: the request failed, after its retries.
        """
        for _ in range(_MAX_REQUESTS):
            sent = {"accept": accept, **(headers or {} if service.is_at(url) else {})}
            response = self._run(_Request(service, url, sent, peek))
            if not (follow and response.redirect):
                return response
            url = response.redirect
        raise NoResponseError("unknown", f"{service.name}: too many redirects")

    def save(self, service: Service, url: str, sink: Sink) -> Response:
        """Stream the file at a URL into a sink, and return the head of the response.

        Raises:
            NoResponseError: the request failed, after its retries; the sink has the bytes that arrived.
        """
        return self._run(_Request(service, url, {}, sink=sink))

    def close(self) -> None:
        """Cancel the requests in flight, whose callers get a NoResponseError, and refuse new ones."""
        with self._lock:
            self._closed = True
            loop, self._loop = self._loop, None
        if loop:
            with suppress(CancelledError):
                asyncio.run_coroutine_threadsafe(self._cancel_all(), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            self._thread.join()
            loop.close()

    def _run(self, request: _Request) -> Response:
        """Send a request on the event loop, and wait for the response."""
        with self._lock:
            if self._closed:
                raise NoResponseError("unknown", INTERRUPTED)
            loop = self._loop = self._loop or self._open()
            future = asyncio.run_coroutine_threadsafe(self._send(request), loop)
        try:
            return future.result()
        except CancelledError:
            raise NoResponseError("unknown", INTERRUPTED) from None

    def _open(self) -> asyncio.AbstractEventLoop:
        """Start the event loop in its thread."""
        try:
            self._http = httpx.AsyncClient(
                headers={"user-agent": _user_agent(), "accept-encoding": "identity"},
                timeout=None,  # noqa: S113 # each request has a deadline for the whole of it
                follow_redirects=False,
            )
        except (ImportError, OSError, ValueError, httpx.InvalidURL) as error:
            # Only the type of the error is shown: its text may contain the password of a proxy.
            reason = f"the proxy or certificates set in the environment cannot be used ({type(error).__name__})"
            raise NoResponseError("unavailable", reason) from None
        loop = asyncio.new_event_loop()
        self._thread = Thread(target=loop.run_forever, name="undocs-http", daemon=True)
        self._thread.start()
        return loop

    async def _cancel_all(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        await self._http.aclose()

    async def _send(self, request: _Request) -> Response:
        """Send a request, again after a failure that may pass."""
        service = request.service
        if not service.allows(request.url):
            reason = f"{service.name}: redirected to {request.url[:60]}, which is not an https address of the UN"
            raise NoResponseError("unknown", reason)
        throttle = self._throttles.setdefault(urlsplit(request.url).netloc, Throttle(service.max_concurrency))
        # Twice the delay, then four times, with a random part so that several programs do not retry in step.
        back_off = wait_exponential(2 * service.delay, max=service.timeout) + wait_random(0, service.delay)

        def wait(state: RetryCallState) -> float:
            failure = state.outcome and state.outcome.exception()
            requested = failure.wait if isinstance(failure, NoResponseError) else 0
            seconds = max(back_off(state), requested)
            if requested or (isinstance(failure, NoResponseError) and failure.status == "blocked"):
                throttle.hold(seconds)
            return seconds

        retrying = AsyncRetrying(
            stop=stop_after_attempt(_MAX_ATTEMPTS),
            retry=retry_if_exception(lambda error: isinstance(error, NoResponseError) and error.retry),
            wait=wait,
            reraise=True,
        )
        try:
            response: Response = await retrying(self._send_once, throttle, request)
        except NoResponseError as failure:
            throttle.note(failure)
            raise
        throttle.note(None)
        return response

    async def _send_once(self, throttle: Throttle, request: _Request) -> Response:
        """Send a request once, when the throttle of its host allows."""
        service, url, headers, peek, sink = request
        headers = {**headers, **sink.headers()} if sink else headers
        async with throttle.turn(service.delay):
            try:
                async with (
                    asyncio.timeout(service.timeout) as deadline,
                    self._http.stream("GET", url, headers=headers) as stream,
                ):
                    response = await _read(service, stream, peek, sink, deadline)
            except TimeoutError:
                reason = f"{service.name}: no response within {service.timeout:g} s"
                raise NoResponseError("unavailable", reason, retry=True) from None
            except (httpx.InvalidURL, ValueError):
                raise NoResponseError("unknown", f"{service.name}: redirected to an invalid address") from None
            except httpx.HTTPError as error:
                if _is_unresolved(error):
                    reason = f"{service.name}: no network, or no host named {urlsplit(url).hostname}"
                    raise NoResponseError("unavailable", reason) from None
                raise NoResponseError("unavailable", f"{service.name}: {_cause(error)}", retry=True) from None
        if failure := failure_of(service.name, response):
            if failure.wait > service.timeout:
                reason = f"{failure}, retry after {failure.wait:.0f} s"
                raise NoResponseError(failure.status, reason, wait=failure.wait)
            raise failure
        return response


async def _read(
    service: Service, stream: httpx.Response, peek: int, sink: Sink | None, deadline: asyncio.Timeout
) -> Response:
    """Read a response: as much as was asked for, and never more than is allowed."""
    name, now = service.name, asyncio.get_running_loop().time
    end = now() + _FILE_TIMEOUTS * service.timeout
    headers = {key.lower(): value for key, value in stream.headers.items()}
    head = Response(stream.status_code, headers, b"", str(stream.url))
    encoding = headers.get("content-encoding", "identity").strip().lower() or "identity"
    if encoding != "identity" and (sink or encoding not in _COMPRESSED):
        raise NoResponseError("unknown", f"{name}: response in an encoding that was not requested")
    # Some servers compress although `Accept-Encoding: identity` asks them not to.
    unpack = zlib.decompressobj(_GZIP_OR_ZLIB) if encoding != "identity" else None
    receiver = sink if stream.status_code in {200, 206} else None  # any other response is read as a page
    if receiver:
        receiver.begin(head)
    most = _MAX_FILE if receiver else peek or _MAX_BODY
    body, size = bytearray(), 0
    async for raw in stream.aiter_raw():
        try:
            # No more than the limit is decompressed, so that a small response cannot fill the memory.
            piece = unpack.decompress(raw, most + 1) if unpack else raw
        except zlib.error:
            raise NoResponseError("unknown", f"{name}: response that cannot be decompressed") from None
        size += len(piece)
        if receiver:
            receiver.write(piece)
            deadline.reschedule(min(now() + service.timeout, end))
        else:
            body += piece
        if peek and size >= peek:
            break
        if size > most:
            raise NoResponseError("unknown", f"{name}: response of more than {most >> 20} MB")
    else:
        if unpack and not unpack.eof:
            raise NoResponseError("unavailable", f"{name}: response cut short", retry=True)
    return Response(head.status, headers, bytes(body), head.url)


def _is_unresolved(error: BaseException | None) -> bool:
    """Return whether a host name has no address, as without a network: a retry would not help."""
    return error is not None and (isinstance(error, gaierror) or _is_unresolved(error.__cause__ or error.__context__))


def _cause(error: Exception) -> str:
    """Return why a connection failed, in one short line."""
    return f"connection failed: {(str(error) or type(error).__name__).splitlines()[0][:100]}"


def _user_agent() -> str:
    """Return the name of this program with an address, so that the UN can complain to somebody."""
    from importlib.metadata import metadata

    about = metadata("undocs")
    return f"undocs/{about['Version']} (+{about['Project-URL'].partition(', ')[2]})"
