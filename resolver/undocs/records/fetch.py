"""Look symbols up: what is known at once, then what has to be asked for, as it comes."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor, wait
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from undocs.records.record import Record
from undocs.records.service import MOST_AT_ONCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from undocs.records.cache import Cache
    from undocs.records.record import Source
    from undocs.records.sources import Sources
    from undocs.symbol import Symbol

__all__ = ["Fetch"]

_Job = Future[list[Record]]

_TICK = 0.1  # seconds between two looks at the clock


class _Step(NamedTuple):
    """A source to ask, or what it has said already."""

    source: Source
    known: Record | None


class Fetch:
    """A round of look-ups: each symbol once, the sources in their order until one has it.

    Attributes:
        known: the records that cost no request, in the order of the symbols.
        total: how many symbols have to be asked for.
        done: how many of them have been answered.
    """

    def __init__(
        self,
        symbols: Iterable[Symbol],
        sources: Sources,
        cache: Cache,
        *,
        offline: bool = False,
        refresh: bool = False,
    ) -> None:
        """Look up what is known.

        Args:
            symbols: what is looked up.
            sources: who is asked, in this order; closed when the round is interrupted.
            cache: read first, and told what is new.
            offline: send no request; what nobody knows here is `unknown`.
            refresh: ask again what the cache has.
        """
        self._sources, self._cache = sources, cache
        self._jobs: dict[Symbol, Sequence[_Step]] = {}
        self.known: list[Record] = []
        for symbol in dict.fromkeys(symbols):
            steps = [_Step(source, _known(source, symbol, None if refresh else cache)) for source in sources]
            if offline:
                steps = [step for step in steps if step.known]
            if (record := _settled(symbol, steps)) is None:
                self._jobs[symbol] = steps
            else:
                self.known.append(record)
        self.total, self.done = len(self._jobs), 0

    def records(self, tick: Callable[[], object] = bool) -> Iterator[Record]:
        """Yield the other records as they come, in the order of the symbols.

        Ctrl-C ends the requests in flight; what has not come is then `unknown`, and KeyboardInterrupt is raised
        when all has been yielded.

        Args:
            tick: called about ten times a second while there is nothing to yield.
        """
        workers = max(1, MOST_AT_ONCE * sum(not source.local for source in self._sources))
        pool = ThreadPoolExecutor(workers, thread_name_prefix="undocs-fetch")
        futures = {pool.submit(_ask, symbol, steps): symbol for symbol, steps in self._jobs.items()}
        interrupted: KeyboardInterrupt | None = None
        waiting = set(futures)
        try:
            for future, symbol in futures.items():
                try:
                    while future in waiting:
                        waiting = self._gather(waiting)
                        tick()
                except KeyboardInterrupt as interrupt:
                    interrupted = interrupt
                    waiting = self._stop(pool, waiting)
                yield _unknown(symbol, "interrupted") if future.cancelled() else _best(future.result())
        finally:
            self._stop(pool, waiting)
        if interrupted:
            raise interrupted

    def _gather(self, waiting: set[_Job]) -> set[_Job]:
        """Wait a moment, remember what has come, and return what has not."""
        come, waiting = wait(waiting, timeout=_TICK, return_when="FIRST_COMPLETED")
        self.done += len(come)
        for future in come:
            if not future.cancelled():
                for record in future.result():
                    self._cache.put(record)
        return waiting

    def _stop(self, pool: ThreadPoolExecutor, waiting: set[_Job]) -> set[_Job]:
        """End what is in flight, and remember what had come."""
        if waiting:
            self._sources.close()
        pool.shutdown(cancel_futures=True)
        return self._gather(waiting)


def _known(source: Source, symbol: Symbol, cache: Cache | None) -> Record | None:
    """Return what a source says without a request."""
    if source.local:
        return source.look_up(symbol)
    return cache.get(source.name, symbol.canonical) if cache else None


def _ask(symbol: Symbol, steps: Sequence[_Step]) -> list[Record]:
    """Return what the sources say, up to the one that has it."""
    said: list[Record] = []
    for source, known in steps:
        said.append(known or source.look_up(symbol))
        if said[-1].status == "found":
            break
    return said


def _settled(symbol: Symbol, steps: Sequence[_Step]) -> Record | None:
    """Return what is known without asking; None where somebody is to be asked first."""
    known = list(filter(None, takewhile(bool, (step.known for step in steps))))
    if len(known) == len(steps) or any(record.status == "found" for record in known):
        return _best(known) if known else _unknown(symbol, "offline, and nothing here knows of it")
    return None


def _best(said: Sequence[Record]) -> Record:
    """Return what counts: that somebody has it; else that somebody did not answer; else that nobody has it."""
    return min(said, key=lambda record: (record.status != "found", record.status == "absent"))


def _unknown(symbol: Symbol, note: str) -> Record:
    return Record(symbol=symbol.canonical, status="unknown", note=note)
