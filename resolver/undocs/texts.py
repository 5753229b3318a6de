"""What a link cannot promise: symbols that have no document of their own, and where their text is.

`data/texts.tsv` has a row for each such series and its sessions or years; the rest follows from the symbol.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from undocs.series import rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undocs.parts import Part
    from undocs.series import Series
    from undocs.symbol import Symbol

__all__ = ["where"]


_FAR = 2100  # years: no document is of this one or a later


def where(symbol: Symbol, row: Series, parts: Sequence[Part]) -> tuple[str, str]:
    """Return what a link to a symbol cannot promise, and the symbol of the document that has its text.

    Both are empty where the symbol is that of a document which the Official Document System should have.
    """
    first = symbol.halves[0].canonical
    counted = next((part.text for part in parts if part.role in {"session", "year"}), "")
    for prefix, start, end, text_in, note in _listed():
        if f"{first}/".startswith(f"{prefix}/") and _within(counted, start, end):
            return note, text_in.format(n=counted, nn=counted[-2:])
    note = text_in = ""
    if whole := re.fullmatch(r"(.+)\[.+\].*", first):
        note, text_in = "a lettered part; the document is that of the whole", whole[1]
    elif whole := re.fullmatch(r"(.+/RES/.+[0-9])[A-Z]", first):
        note = f"a lettered part; if it has no document of its own, it is in that of the whole, {whole[1]}"
    elif council := re.fullmatch(r"S/RES/([0-9]{1,4})(?:\(([0-9]{4})\))?", first):
        note, text_in = _adopted(int(council[1]), council[2])
    elif "(SUPP)" in first:
        note, text_in = "a catalogue's mark for the Official Records version", first.replace("(SUPP)", "")
    else:
        note = _missing(symbol, row, parts)
    return note, text_in


def _missing(symbol: Symbol, row: Series, parts: Sequence[Part]) -> str:
    """Return why a link may lead to nothing, or to a document of two symbols; empty where there is no such reason."""
    if row.kind == "press":
        return "a press release, not a document of the Official Document System"
    if row.on_ods == "no":
        return "the Official Document System does not serve this series"
    if any(part.years and part.years[0] >= _FAR for part in parts):
        return "there has been no such session"
    return f"one document with {symbol.halves[1]}" if len(symbol.halves) > 1 else ""


def _adopted(number: int, printed: str | None) -> tuple[str, str]:
    """Return what there is to say of the year of a resolution of the Security Council, and its symbol with the year."""
    from undocs.citations.organs import council_year

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
    """Return of each listed series its prefix, first and last session or year, text and note."""
    return tuple((prefix, start, end, text, note) for prefix, start, end, text, note, *_ in rows("texts.tsv"))
