"""Look up the records of symbols: those that need no request at once, the others as they arrive.

>>> from pathlib import Path
>>> from undocs.records.cache import Cache
>>> from undocs.symbol import Symbol
>>> class Shelf:
...     name, local = "shelf", True
...     def look_up(self, symbol):
...         return Record(symbol=str(symbol), status="found", title="Report", source="shelf")
>>> cache = Cache(Path(":memory:"), print)
>>> lookup = Lookup([Symbol.parse("A/66/10")], [Shelf()], cache)
>>> lookup.total, [record.title for record in lookup.ready]
(0, ['Report'])
>>> cache.close()
"""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from undocs.records.http.response import INTERRUPTED
from undocs.records.jobs import run_jobs
from undocs.records.model import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from undocs.records.cache import Cache
    from undocs.records.model import Source
    from undocs.records.sources.registry import Sources
    from undocs.symbol import Symbol

__all__ = ["Lookup"]


class _Step(NamedTuple):
    """A source in the order of a look-up, and its record if that needs no request."""

    source: Source
    record: Record | None


class _Result(NamedTuple):
    """The record of one source, and whether it was requested just now."""

    record: Record
    requested: bool


class Lookup:
    """Look up symbols: each once, in the sources in their order until one has a record.

    Attributes:
        ready: the records that need no request, in the order of the symbols.
        total: how many symbols need a request.
        done: how many of them are done.
        problems: the first record of each failure, by the reason of the failure.
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
        """Look up what needs no request.

        Args:
            symbols: the symbols; repeated ones are looked up once.
            sources: the sources in the order to ask them; closed after Ctrl-C.
            cache: read before a request is sent, and given each new record.
            offline: send no request; a symbol that no local source and no cached record answers is `unknown`.
            refresh: ignore the records in the cache.
        """
        self._sources, self._cache = sources, cache
        self._jobs: dict[Symbol, Sequence[_Step]] = {}
        self.ready: list[Record] = []
        self.problems: dict[str, Record] = {}
        for symbol in dict.fromkeys(symbols):
            steps = [_Step(source, _without_request(source, symbol, None if refresh else cache)) for source in sources]
            record = _settled(steps)
            if offline and record is None:
                record = _offline(symbol, steps)
            if record is None:
                self._jobs[symbol] = steps
            else:
                self.ready.append(record)
            for step in steps:
                self._note_problem(step.record)
        self.total, self.done = len(self._jobs), 0

    def fetch(self, tick: Callable[[], object] = bool) -> Iterator[Record]:
        """Yield the records that need a request, as they arrive, in the order of the symbols.

        After Ctrl-C the requests in flight are cancelled, the records that have not arrived are `unknown`, and
        KeyboardInterrupt is raised when all records have been yielded.

        Args:
            tick: called about ten times a second while there is nothing to yield.
        """
        jobs = [partial(_ask, symbol, steps) for symbol, steps in self._jobs.items()]
        hosts = sum(not source.local for source in self._sources)
        answers = run_jobs(jobs, hosts=hosts, stop=self._sources.close, on_result=self._store, tick=tick)
        for symbol, results in zip(self._jobs, answers, strict=True):
            yield _best([result.record for result in results]) if results else _unknown(symbol, INTERRUPTED)

    def _store(self, results: Iterable[_Result]) -> None:
        """Put the requested records of a symbol into the cache."""
        self.done += 1
        for record, requested in results:
            if requested:
                self._cache.put(record)
            self._note_problem(record)

    def _note_problem(self, record: Record | None) -> None:
        if record and record.failed and record.note != INTERRUPTED:
            self.problems.setdefault(record.note, record)


def _without_request(source: Source, symbol: Symbol, cache: Cache | None) -> Record | None:
    """Return the record of a source if that needs no request, else None."""
    if source.local:
        return source.look_up(symbol)
    return cache.get(source.name, symbol.canonical) if cache else None


def _ask(symbol: Symbol, steps: Sequence[_Step]) -> list[_Result]:
    """Return the records of the sources, up to the first that is found."""
    results: list[_Result] = []
    for source, record in steps:
        results.append(_Result(record or source.look_up(symbol), record is None))
        if results[-1].record.status == "found":
            break
    return results


def _settled(steps: Sequence[_Step]) -> Record | None:
    """Return the record of a symbol, or None if a source must be asked first.

    Only the records before the first source that needs a request count: a later source must not come before it.
    """
    records = list(filter(None, takewhile(bool, (step.record for step in steps))))
    if len(records) == len(steps) or any(record.status == "found" for record in records):
        return _best(records)
    return None


def _offline(symbol: Symbol, steps: Sequence[_Step]) -> Record:
    """Return a record without a request: of any source that has it, whatever its place in the order."""
    found = (step.record for step in steps if step.record and step.record.status == "found")
    return next(found, _unknown(symbol, "offline, and not in the cache or the local catalog"))


def _best(records: Sequence[Record]) -> Record:
    """Return the most informative record: found, then a failure, then absent."""
    return min(records, key=lambda record: (record.status != "found", record.status == "absent"))


def _unknown(symbol: Symbol, note: str) -> Record:
    return Record(symbol=symbol.canonical, status="unknown", note=note)
