"""Records beside the rows: what is known at once, the rest as it comes."""

from __future__ import annotations

import sys
from collections import deque
from contextlib import closing, contextmanager
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from undocs_cli.output import Format, write
from undocs_cli.progress import Bar
from undocs_cli.terminal import is_terminal, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from undocs import Symbol
    from undocs.records.cache import Cache
    from undocs.records.lookup import Fetch
    from undocs.records.model import Record

    from undocs_cli.arguments import SourceName
    from undocs_cli.rows import Row
    from undocs_cli.shell import Outcome
    from undocs_cli.terminal import Color

__all__ = ["Wish", "in_order", "look_up", "open_cache", "show"]

T = TypeVar("T")


class Wish(NamedTuple):
    """Whether records are to be looked up, and how: the options `--fetch`, `--source`, `--offline`, `--refresh`."""

    fetch: bool
    sources: Sequence[SourceName] | None
    offline: bool
    refresh: bool


def show(
    form: Format | None, rows: Iterable[Row], columns: Sequence[str], color: Color, wish: Wish, outcome: Outcome
) -> None:
    """Write rows to standard output, with their records if there is a wish for them.

    In a pipe they keep their order; on a terminal those that are known come first, so that nobody waits for them.
    """
    if not any(wish):
        write(form, rows, columns, sys.stdout, color)
        return
    rows = list(rows)
    symbols = (row.mention.symbol for row in rows if row.mention.symbol)
    with look_up(symbols, wish, outcome) as (known, coming):
        records = {record.symbol: record for record in known}
        ready = partial(_with, records)
        if not is_terminal(sys.stdout):
            write(form, in_order(rows, records, coming, ready), columns, sys.stdout, color)
            return
        first = [row for row in rows if ready(row)]
        rest = in_order([row for row in rows if not ready(row)], records, coming, ready)
        if form in {None, Format.table}:
            write(form, first, columns, sys.stdout, color)
            write(form, rest, columns, sys.stdout, color)
        else:
            write(form, chain(first, rest), columns, sys.stdout, color)


@contextmanager
def look_up(symbols: Iterable[Symbol], wish: Wish, outcome: Outcome) -> Iterator[tuple[list[Record], Iterator[Record]]]:
    """Look symbols up: give the records that cost no request, and those that come.

    What goes wrong is told once for each reason; the outcome is then a failure, and the rest goes on. After Ctrl-C
    what has not come is `unknown`.
    """
    from undocs.records.lookup import Fetch
    from undocs.records.sources.registry import Sources

    with closing(Sources(wish.sources or ())) as sources, closing(open_cache()) as cache:
        fetch = Fetch(symbols, sources, cache, offline=wish.offline, refresh=wish.refresh)
        outcome.failed |= any(record.failed for record in fetch.known)
        yield fetch.known, _coming(fetch, outcome)


def _coming(fetch: Fetch, outcome: Outcome) -> Iterator[Record]:
    """Yield the records as they come, with a bar while there is none."""
    bar = Bar()
    told: set[str] = set()

    def tell() -> None:
        for reason, record in fetch.troubles.items():
            if reason not in told and not outcome.interrupted:
                told.add(reason)
                bar.end()
                say(f"{record.symbol}: {reason}")

    tell()
    try:
        for record in fetch.records(lambda: bar.show(fetch.done, fetch.total, f"{fetch.done} of {fetch.total}", "")):
            tell()
            bar.end()
            outcome.failed |= record.failed
            yield record
    except KeyboardInterrupt:
        outcome.interrupted = True
    bar.end()


def open_cache(warn: Callable[[str], object] = say) -> Cache:
    """Open the cache in the person's folder; of one that cannot be used `warn` is told once."""
    from undocs.records.cache import Cache, folder

    return Cache(folder() / "records.sqlite3", warn)


def in_order(
    items: Iterable[T], records: dict[str, Record], coming: Iterator[Record], ready: Callable[[T], bool]
) -> Iterator[T]:
    """Yield items in their order, each as soon as it and those before it are ready; add what comes to the records."""
    waiting = deque(items)
    for record in chain([None], coming):
        if record:
            records[record.symbol] = record
        while waiting and ready(waiting[0]):
            yield waiting.popleft()
    yield from waiting  # a second Ctrl-C leaves them without


def _with(records: dict[str, Record], row: Row) -> bool:
    """Give a row its record; return whether there is nothing to wait for."""
    row.record = records.get(row.symbol or "")
    return row.record is not None or not row.symbol
