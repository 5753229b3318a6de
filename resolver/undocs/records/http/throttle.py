"""Limits on the requests to one host: few in flight, a delay between two, and none after the host has refused.

>>> async def ask() -> str:
...     throttle = Throttle(max_concurrency=2)
...     async with throttle.turn(delay=0):
...         throttle.note(NoResponseError("blocked", "library: access denied (403)"))
...     try:
...         async with throttle.turn(delay=0):
...             return "asked again"
...     except NoResponseError as error:
...         return f"not asked again: {error}"
>>> asyncio.run(ask())
'not asked again: library: access denied (403)'
"""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from undocs.errors import NoResponseError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from undocs.errors import RequestStatus

__all__ = ["Throttle"]

# Failed requests in a row after which a host is not asked again in this run. Each was sent three times by then, and
# to go on would make the user wait a minute and a half for each symbol, only to get the same error.
_MAX_FAILURES = 3


class Throttle:
    """The requests to one host in this run. Belongs to one event loop."""

    def __init__(self, max_concurrency: int) -> None:
        """Start with a host that has not been asked.

        Args:
            max_concurrency: how many requests may be in flight at once.
        """
        self._free = asyncio.Semaphore(max_concurrency)
        self._next_start = 0.0  # on the clock of the event loop, in seconds
        self._failures = 0
        self._refusal: tuple[RequestStatus, str] | None = None

    @asynccontextmanager
    async def turn(self, delay: float) -> AsyncIterator[None]:
        """Wait until a request may be sent; the context lasts as long as the request is in flight.

        Args:
            delay: seconds between the start of this request and the next.

        Raises:
            NoResponseError: the host is not asked again in this run; the reason is that of its refusal.
        """
        now = asyncio.get_running_loop().time
        async with self._free:
            # Others may postpone the next start during the sleep, so that no event could end this wait.
            while not self._refusal and (wait := self._next_start - now()) > 0:  # noqa: ASYNC110
                await asyncio.sleep(wait)
            if self._refusal:
                raise NoResponseError(*self._refusal)
            self._next_start = now() + delay
            yield

    def hold(self, seconds: float) -> None:
        """Send no request to the host for so many seconds."""
        self._next_start = max(self._next_start, asyncio.get_running_loop().time() + seconds)

    def note(self, failure: NoResponseError | None) -> None:
        """Note how a request ended, after its retries; None for a response.

        A host that refuses us, asks for a longer wait than a request may take, or fails three times in a row is not
        asked again.
        """
        if failure is None:
            self._failures = 0
            return
        self._failures += failure.status == "unavailable"
        if failure.status == "blocked" or failure.wait or self._failures >= _MAX_FAILURES:
            self._refusal = failure.status, str(failure)
