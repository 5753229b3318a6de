"""Look-ups for rows: records that are known at once, and the others as they arrive.

>>> from undocs.records.model import Record
>>> one, two = (Record(symbol=symbol, status="found") for symbol in ("A/1", "A/2"))
>>> [(name, record.status) for name, record in in_order(["A/1", "A/2"], str, {"A/2": two}, iter([one]))]
[('A/1', 'found'), ('A/2', 'found')]
"""

from __future__ import annotations

import sys
from collections import deque
from contextlib import closing, contextmanager
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from undocs_cli.output import Format, write
from undocs_cli.progress import Bar
from undocs_cli.terminal import is_terminal, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from undocs import Symbol
    from undocs.records.cache import Cache
    from undocs.records.lookup import Lookup
    from undocs.records.model import Record

    from undocs_cli.rows import Row
    from undocs_cli.shell import Run
    from undocs_cli.terminal import Color

__all__ = ["LookupOptions", "in_order", "look_up", "open_cache", "show"]

T = TypeVar("T")


class LookupOptions(NamedTuple):
    """The options `--fetch`, `--source`, `--offline` and `--refresh`; any of them asks for a look-up."""

    fetch: bool
    sources: Sequence[str] | None
    offline: bool
    refresh: bool


def show(
    form: Format | None, rows: Iterable[Row], columns: Sequence[str], color: Color, options: LookupOptions, run: Run
) -> None:
    """Write rows to standard output, with their records if the options ask for a look-up.

    In a pipe the rows keep their order. On a terminal those whose records are known come first, so that the user can
    read them while the others are fetched.
    """
    if not any(options):
        write(form, rows, columns, sys.stdout, color)
        return
    rows = list(rows)
    symbols = (row.mention.symbol for row in rows if row.mention.symbol)
    with look_up(symbols, options, run) as (known, arriving):
        records = {record.symbol: record for record in known}
        if not is_terminal(sys.stdout):
            write(form, _with_records(rows, records, arriving), columns, sys.stdout, color)
            return
        waiting = [row for row in rows if row.symbol and row.symbol not in records]
        first = _with_records((row for row in rows if not row.symbol or row.symbol in records), records, iter(()))
        rest = _with_records(waiting, records, arriving)
        if form in {None, Format.table}:
            # A table is drawn when its last row is known: two tables, or nothing would show until then.
            write(form, first, columns, sys.stdout, color)
            write(form, rest, columns, sys.stdout, color)
        else:
            write(form, chain(first, rest), columns, sys.stdout, color)


@contextmanager
def look_up(
    symbols: Iterable[Symbol], options: LookupOptions, run: Run
) -> Iterator[tuple[list[Record], Iterator[Record]]]:
    """Look symbols up; the context is the records that cost no request, and an iterator over the others.

    Each reason of a failure is printed once and makes the run `failed`; the other look-ups go on. After Ctrl-C the
    records that have not arrived are `unknown`.
    """
    from undocs.records.lookup import Lookup
    from undocs.records.sources.registry import Sources

    with closing(Sources(options.sources or ())) as sources, closing(open_cache()) as cache:
        lookup = Lookup(symbols, sources, cache, offline=options.offline, refresh=options.refresh)
        run.failed |= any(record.failed for record in lookup.ready)
        yield lookup.ready, _arriving(lookup, run)


def _arriving(lookup: Lookup, run: Run) -> Iterator[Record]:
    """Yield the records as they arrive, with a progress bar while there is nothing to yield."""
    bar = Bar()
    reported: set[str] = set()

    def report() -> None:
        for reason, record in lookup.problems.items():
            if reason not in reported and not run.interrupted:
                reported.add(reason)
                bar.end()
                say(f"{record.symbol}: {reason}")

    report()
    try:
        for record in lookup.fetch(lambda: bar.show(lookup.done, lookup.total, f"{lookup.done} of {lookup.total}", "")):
            report()
            bar.end()
            run.failed |= record.failed
            yield record
    except KeyboardInterrupt:
        run.interrupted = True
    finally:
        bar.end()


def open_cache(warn: Callable[[str], object] = say) -> Cache:
    """Open the cache in the user's cache folder; if it cannot be used, `warn` gets one line and nothing is cached."""
    from undocs.records.cache import Cache, cache_folder

    return Cache(cache_folder() / "records.sqlite3", warn)


def in_order(
    items: Iterable[T], name: Callable[[T], str | None], known: Mapping[str, Record], arriving: Iterator[Record]
) -> Iterator[tuple[T, Record | None]]:
    """Yield each item with its record, in order, as soon as that is there.

    Args:
        items: what the records are for.
        name: returns the symbol of an item, or None if it has none and so no record.
        known: the records that are there, by symbol.
        arriving: the other records, in any order; if they end early, as after a second Ctrl-C, the record is None.
    """
    records = dict(known)
    for item in items:
        symbol = name(item)
        while symbol and symbol not in records and (record := next(arriving, None)):
            records[record.symbol] = record
        yield item, records.get(symbol or "")
    deque(arriving, maxlen=0)  # to its end, where it notes a Ctrl-C


def _with_records(rows: Iterable[Row], known: Mapping[str, Record], arriving: Iterator[Record]) -> Iterator[Row]:
    """Yield each row with its record, in order, as soon as that is there."""
    for row, record in in_order(rows, lambda row: row.symbol, known, arriving):
        yield replace(row, record=record)
