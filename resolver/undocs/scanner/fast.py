"""Cache of parse results keyed by shape.

Two symbols that differ only in digits parse alike, so one parse decides for all.

A text of a hundred megabytes has a quarter of a million symbols, and a few hundred shapes. Symbols that the digits or
the text around may change (breaks, joint symbols, ranges, slips, leading zeros) are irregular: the parser reads each of
them.

>>> TREATMENTS[b"A/99/99"] == CANONICAL, TREATMENTS[b"S/RES/9999 (9999)"] == UNSPACED, TREATMENTS[b"AND/OR"] == REJECTED
(True, True, True)
"""

from __future__ import annotations

import re
from functools import cache

from undocs.grammar.normalize import unbreak
from undocs.grammar.parser import read_symbol
from undocs.tables.series import lookalikes, table

__all__ = ["CANONICAL", "DIGITS_TO_NINE", "IRREGULAR", "REJECTED", "TREATMENTS", "UNSPACED"]

# What to do with a surface: it is not a symbol; it is canonical as written; it is canonical without its spaces; it
# needs the parser and the text around it.
REJECTED, CANONICAL, UNSPACED, IRREGULAR = range(4)

# Translation table that maps digits 1-8 to 9. 0 is kept: a leading zero makes a symbol irregular.
DIGITS_TO_NINE = bytes.maketrans(b"12345678", b"9" * 8)
_MOST = 1 << 14  # shapes that are kept
# A word that another one continues: TECHNICAL PAPER.8, IRON ORE, AD HOC GROUP.
_UNFINISHED = re.compile(r"(?:TECHNICAL|COUNTRY|IRON|CODE|AD)$", re.IGNORECASE)
# A range, 2-5 or L.13-L.15, may stand for several documents.
_RANGE = re.compile(r"9-(?:[A-Za-z]{1,4}\.)?9")
# Another symbol after a slash: A/55/305/S/2000/809.
_JOINED = re.compile(r"9/[AES]/")
# What `*` in the prefix of a series stands for: E/*/C.1.
_SESSION = re.compile(r"(?<=/)(?:9{1,4}|[IVXL]+|E?S-9+)(?=/|$)")


class _Treatments(dict[bytes, int]):
    """Maps a shape to how to treat it; filled on first use.

    A shape is that of a surface in ASCII: a head and the regular part of a symbol (`undocs.scanner.patterns.SLASH`),
    with nothing glued to it.
    """

    def __missing__(self, shape: bytes) -> int:
        if len(self) >= _MOST:
            self.clear()
        nines = _nines(shape)
        self[shape] = treatment = _treatment(shape.decode()) if nines == shape else self[nines]
        return treatment


TREATMENTS = _Treatments()


def _nines(shape: bytes) -> bytes:
    """Return a shape with every 0 made a 9, except at the start of a number."""
    while b"90" in shape:
        shape = shape.replace(b"90", b"99")
    return shape


def _treatment(shape: str) -> int:
    if not any(sign in shape for sign in "(90") and not _UNFINISHED.search(shape):
        return REJECTED
    # A number of four digits in brackets is a year; for any other number, its nines will do.
    surface = shape.replace("(9999)", "(2000)")
    found = None if _is_uncacheable(shape) else read_symbol(unbreak(surface)[0])
    if not (found and found.series and found.end == len(surface)) or found.series.kind == "press":
        return IRREGULAR
    if found.canonical == surface:
        return CANONICAL
    return UNSPACED if found.canonical == surface.replace(" ", "") else IRREGULAR


def _is_uncacheable(shape: str) -> bool:
    """Return whether symbols of this shape may parse differently: ranges, slips, and prefixes that name a number."""
    if "0" in shape or _RANGE.search(shape) or _UNFINISHED.search(shape) or _JOINED.search(shape):
        return True
    numbered, foreign = _numbered()
    beginning = "/".join(shape.split("/")[:2])
    return shape in numbered or _SESSION.sub("*", shape) in numbered or beginning in foreign


@cache
def _numbered() -> tuple[frozenset[str], frozenset[str]]:
    """Return the shapes of prefixes that name a number: of series (A/AC.105), and of other organizations' numbers."""
    prefixes = filter(re.compile("[0-9(*]").search, table())
    return frozenset(map(_shape, prefixes)), frozenset(map(_shape, lookalikes()))


def _shape(prefix: str) -> str:
    return _nines(prefix.encode().translate(DIGITS_TO_NINE)).decode()
