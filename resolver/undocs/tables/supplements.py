"""The symbols of supplements to the Official Records, from `data/supplements.tsv`.

>>> supplement_symbol("GA", 78, 10), supplement_symbol("ECOSOC", 2020, 8), supplement_symbol("GA", 30, 10)
('A/78/10', 'E/2020/28', '')
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from undocs.tables.rows import rows

__all__ = ["supplement_symbol"]


class _Supplement(NamedTuple):
    records: str
    first: int
    number: int | None
    added: int
    symbol: str


@cache
def _supplements() -> tuple[_Supplement, ...]:
    return tuple(
        _Supplement(records, int(first), int(number) if number else None, int(added), symbol)
        for records, first, number, added, symbol, *_ in rows("supplements.tsv")
    )


def supplement_symbol(records: str, of: int, number: int) -> str:
    """Return the symbol of a supplement, or "" where supplements of that time have no symbol of this form.

    Args:
        records: code of the organ whose Official Records these are, GA or ECOSOC.
        of: the session, or for ECOSOC the year.
        number: the number of the supplement.
    """
    for row in _supplements():
        if row.records == records and of >= row.first and row.number in {None, number}:
            return row.symbol.format(of=of, number=number + row.added)
    return ""
