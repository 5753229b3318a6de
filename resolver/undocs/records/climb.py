"""How a catalogue is asked: spelling after spelling, until one has a record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from undocs.records.answer import NoAnswerError
from undocs.records.ladder import ladder
from undocs.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from undocs.symbol import Symbol

__all__ = ["climb"]


def climb(source: str, symbol: Symbol, find: Callable[[str], Record | None]) -> Record:
    """Return the record of the first spelling that has one; else one that says why there is none.

    Args:
        source: the name of who is asked.
        symbol: what is looked up.
        find: returns the record of one spelling, or None; may raise NoAnswerError.
    """
    try:
        for spelling, note in ladder(symbol):
            if record := find(spelling):
                return replace(
                    record,
                    symbol=symbol.canonical,
                    source=source,
                    as_written=spelling,
                    note=note or record.note,
                )
    except NoAnswerError as failure:
        return Record(symbol=symbol.canonical, status=failure.status, source=source, note=str(failure))
    return Record(symbol=symbol.canonical, status="absent", source=source)
