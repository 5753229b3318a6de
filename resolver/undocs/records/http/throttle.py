"""How one host is spared: few requests at once, a pause between them, and none after it has said no."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from undocs.records.http.response import NoAnswerError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from undocs.records.model import Status

__all__ = ["Host"]

_PATIENCE = 3  # look-ups in a row that may fail before a host is left alone


class Host:
    """A host and what we have heard of it in this run; belongs to one event loop."""

    def __init__(self, at_once: int) -> None:
        """Begin with a host that has not been asked."""
        self._free = asyncio.Semaphore(at_once)
        self._next = 0.0
        self._failures = 0
        self._refusal: tuple[Status, str] | None = None

    @asynccontextmanager
    async def turn(self, pause: float) -> AsyncIterator[None]:
        """Wait for a turn and hold it while the request is in flight.

        Raises:
            NoAnswerError: the host is not asked any more.
        """
        now = asyncio.get_running_loop().time
        async with self._free:
            while not self._refusal and (wait := self._next - now()) > 0:  # noqa: ASYNC110 # it is the clock that is waited for
                await asyncio.sleep(wait)
            if self._refusal:
                raise NoAnswerError(*self._refusal)
            self._next = now() + pause
            yield

    def hold(self, seconds: float) -> None:
        """Send nothing for a while, whoever asks."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)

    def heard(self, failure: NoAnswerError | None) -> None:
        """Learn from the end of a look-up.

        A host that blocks us, asks for more time than we have, or fails again and again, is left alone.
        """
        if failure is None:
            self._failures = 0
            return
        self._failures += failure.status == "unavailable"
        if failure.status == "blocked" or failure.wait or self._failures >= _PATIENCE:
            self._refusal = failure.status, str(failure)
