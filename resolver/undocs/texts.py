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
    elif (bare := re.fullmatch(r"S/RES/([0-9]{1,4})", first)) and (adopted := _adopted(int(bare[1]))):
        note, text_in = "written without its year", f"{first}({adopted})"
    elif "(SUPP)" in first:
        note, text_in = "a catalogue's mark for the Official Records version", first.replace("(SUPP)", "")
    elif row.kind == "press":
        note = "a press release, not a document of the Official Document System"
    elif row.on_ods == "no":
        note = "the Official Document System does not serve this series"
    elif len(symbol.halves) > 1:
        note = f"one document with {symbol.halves[1]}"
    return note, text_in


def _adopted(number: int) -> int | None:
    """Return the year of a resolution of the Security Council."""
    from undocs.citations.organs import council_year

    return council_year(number)


def _within(number: str, start: str, end: str) -> bool:
    """Return whether a session or year lies in a range whose ends may be open."""
    if not number.isdigit():
        return not start and not end
    return int(start or 0) <= int(number) <= int(end or number)


@cache
def _listed() -> tuple[tuple[str, str, str, str, str], ...]:
    """Return of each listed series its prefix, first and last session or year, text and note."""
    return tuple((prefix, start, end, text, note) for prefix, start, end, text, note, *_ in rows("texts.tsv"))
