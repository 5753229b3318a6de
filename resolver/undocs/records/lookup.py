"""Look symbols up: what is known at once, then what has to be asked for, as it comes."""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from undocs.records.http.response import INTERRUPTED
from undocs.records.jobs import work
from undocs.records.model import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from undocs.records.cache import Cache
    from undocs.records.model import Source
    from undocs.records.sources.registry import Sources
    from undocs.symbol import Symbol

__all__ = ["Fetch"]


class _Step(NamedTuple):
    """A source to ask, or what it has said already."""

    source: Source
    known: Record | None


class _Said(NamedTuple):
    """What a source says, and whether it was asked just now."""

    record: Record
    new: bool


class Fetch:
    """A round of look-ups: each symbol once, the sources in their order until one has it.

    Attributes:
        known: the records that cost no request, in the order of the symbols.
        total: how many symbols have to be asked for.
        done: how many of them have been answered.
        troubles: of the sources that did not answer, by what went wrong, the first record of each.
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
        self.troubles: dict[str, Record] = {}
        for symbol in dict.fromkeys(symbols):
            steps = [_Step(source, _known(source, symbol, None if refresh else cache)) for source in sources]
            record = _settled(steps)
            if offline and record is None:
                record = _held(symbol, steps)
            if record is None:
                self._jobs[symbol] = steps
            else:
                self.known.append(record)
            for step in steps:
                self._heed(step.known)
        self.total, self.done = len(self._jobs), 0

    def records(self, tick: Callable[[], object] = bool) -> Iterator[Record]:
        """Yield the other records as they come, in the order of the symbols.

        Ctrl-C ends the requests in flight; what has not come is then `unknown`, and KeyboardInterrupt is raised
        when all has been yielded.

        Args:
            tick: called about ten times a second while there is nothing to yield.
        """
        jobs = [partial(_ask, symbol, steps) for symbol, steps in self._jobs.items()]
        hosts = sum(not source.local for source in self._sources)
        answers = work(jobs, hosts=hosts, stop=self._sources.close, come=self._come, tick=tick)
        for symbol, said in zip(self._jobs, answers, strict=True):
            yield _best([one.record for one in said]) if said else _unknown(symbol, INTERRUPTED)

    def _come(self, said: Iterable[_Said]) -> None:
        """Remember what has come."""
        self.done += 1
        for record, new in said:
            if new:
                self._cache.put(record)
            self._heed(record)

    def _heed(self, record: Record | None) -> None:
        """Note what went wrong."""
        if record and record.failed and record.note != INTERRUPTED:
            self.troubles.setdefault(record.note, record)


def _known(source: Source, symbol: Symbol, cache: Cache | None) -> Record | None:
    """Return what a source says without a request."""
    if source.local:
        return source.look_up(symbol)
    return cache.get(source.name, symbol.canonical) if cache else None


def _ask(symbol: Symbol, steps: Sequence[_Step]) -> list[_Said]:
    """Return what the sources say, up to the one that has it."""
    said: list[_Said] = []
    for source, known in steps:
        said.append(_Said(known or source.look_up(symbol), known is None))
        if said[-1].record.status == "found":
            break
    return said


def _settled(steps: Sequence[_Step]) -> Record | None:
    """Return what is known without asking; None where somebody is to be asked first."""
    known = list(filter(None, takewhile(bool, (step.known for step in steps))))
    if len(known) == len(steps) or any(record.status == "found" for record in known):
        return _best(known)
    return None


def _held(symbol: Symbol, steps: Sequence[_Step]) -> Record:
    """Return what a source farther down has, where nobody can be asked first."""
    has = (step.known for step in steps if step.known and step.known.status == "found")
    return next(has, _unknown(symbol, "offline, and nothing here knows of it"))


def _best(said: Sequence[Record]) -> Record:
    """Return what counts: that somebody has it; else that somebody did not answer; else that nobody has it."""
    return min(said, key=lambda record: (record.status != "found", record.status == "absent"))


def _unknown(symbol: Symbol, note: str) -> Record:
    return Record(symbol=symbol.canonical, status="unknown", note=note)
