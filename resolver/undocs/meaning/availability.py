"""Symbols without a document of their own, and the document that contains their text.

`data/texts.tsv` has a row for each such series and its sessions or years; the rest follows from the symbol.

>>> from undocs.meaning.parts import parts_of
>>> from undocs.tables.series import series_of
>>> components = ["A", "DEC", "78", "560"]
>>> availability(["A/DEC/78/560"], series_of(components), parts_of(components))[1]
'A/78/49(Vol.II)'
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.tables.rows import rows
from undocs.tables.sessions import council_year

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undocs.meaning.parts import Part
    from undocs.tables.series import Series

__all__ = ["availability"]

_FAR = 2100  # a session of this year or a later one is a slip: A/RES/160/1
_CATALOGUED_PART = re.compile(r"(.+)\[.+\].*")
_PRINTED_PART = re.compile(r"(.+/RES/.+[0-9])[A-Z]")
_COUNCIL = re.compile(r"S/RES/([0-9]{1,4})(?:\(([0-9]{4})\))?")


def availability(halves: Sequence[str], row: Series, parts: Sequence[Part]) -> tuple[str, str]:
    """Return why a link to a symbol may not open it, and the symbol of the document that contains its text.

    Args:
        halves: the symbol; of a joint symbol, each half.
        row: the series of the first half.
        parts: the parts of the first half.

    Returns:
        A note and a symbol. Both are empty where the Official Document System should have a document of that symbol.
    """
    first = halves[0]
    counted = next((part.text for part in parts if part.role in {"session", "year"}), "")
    for prefix, start, end, published_in, note in _listed():
        if f"{first}/".startswith(f"{prefix}/") and _within(counted, start, end):
            return note, published_in.format(n=counted, nn=counted[-2:])
    if whole := _CATALOGUED_PART.fullmatch(first):
        return "a lettered part; the document is that of the whole", whole[1]
    if whole := _PRINTED_PART.fullmatch(first):
        return f"a lettered part; if it has no document of its own, it is in that of the whole, {whole[1]}", ""
    if resolution := _COUNCIL.fullmatch(first):
        return _adopted(int(resolution[1]), resolution[2])
    if "(SUPP)" in first:
        return "a catalogue's mark for the Official Records version", first.replace("(SUPP)", "")
    return _missing(halves, row, parts), ""


def _missing(halves: Sequence[str], row: Series, parts: Sequence[Part]) -> str:
    """Return why a link may open nothing, or a document of two symbols; empty where there is no such reason."""
    if row.kind == "press":
        return "a press release, not a document of the Official Document System"
    if row.on_ods == "no":
        return "the Official Document System does not serve this series"
    if any(part.years and part.years[0] >= _FAR for part in parts):
        return "there has been no such session"
    return f"one document with {halves[1]}" if len(halves) > 1 else ""


def _adopted(number: int, printed: str | None) -> tuple[str, str]:
    """Return a note on the year of a Security Council resolution, and its symbol with a year that is missing."""
    year = council_year(number)
    if year is None or printed == str(year):
        return "", ""
    if printed:
        return f"by its number, it is of {year}", ""
    return "written without its year", f"S/RES/{number}({year})"


def _within(number: str, start: str, end: str) -> bool:
    """Return whether a session or year lies in a range whose ends may be open."""
    if not number.isdigit():
        return not start and not end
    return int(start or 0) <= int(number) <= int(end or number)


@cache
def _listed() -> tuple[tuple[str, str, str, str, str], ...]:
    """Return for each listed series its prefix, first and last session or year, document and note."""
    return tuple((prefix, start, end, text, note) for prefix, start, end, text, note, *_ in rows("texts.tsv"))
