"""Symbols told by their shape: what reading one has shown holds for all that differ in their digits only.

A text of a hundred megabytes has a quarter of a million symbols, and a few hundred shapes. Whatever is not plain (a
break, a joint, a range, a slip, a number that begins with 0) has no shape here and is read in full.
"""

from __future__ import annotations

import re
from functools import cache

from undocs import series
from undocs.parse import read
from undocs.spelling import mend

__all__ = ["NONE", "ODD", "UNSPACED", "WRITTEN", "verdict"]

# How a surface of a known shape is to be taken: as written; as written without its spaces; as no symbol; or read in
# full, with what stands around it.
WRITTEN, UNSPACED, NONE, ODD = range(4)

_NINES = "".join("9" if chr(code) in "12345678" else chr(code) for code in range(128))
# A word that has another behind it: TECHNICAL PAPER.8, IRON ORE, AD HOC GROUP.
_UNFINISHED = re.compile(r"(?:TECHNICAL|COUNTRY|IRON|CODE|AD)$", re.IGNORECASE)
_MOST = 1 << 14
_known: dict[str, int] = {}


def verdict(surface: str) -> int:
    """Return how to take a surface, in ASCII: a head and the plain part of a symbol, and nothing glued to it."""
    shape = surface.translate(_NINES)
    known = _known.get(shape)
    if known is None:
        if len(_known) >= _MOST:
            _known.clear()
        whole = _shape(surface)
        known = _known.get(whole)
        if known is None:
            known = _known[whole] = _learn(surface, whole)
        _known[shape] = known
    return known


def _shape(surface: str) -> str:
    """Return a surface with its digits made nines, all but a number's first that is 0."""
    return re.sub("9[09]+", lambda number: "9" * len(number[0]), surface.translate(_NINES))


def _learn(surface: str, shape: str) -> int:
    head, _, rest = shape.partition("/")
    if _UNFINISHED.search(rest):
        return ODD
    if not any(sign in shape for sign in "(90"):
        return NONE
    numbered, lookalikes = _numbered()
    if "0" in shape or "9-9" in shape or shape in numbered or f"{head}/{rest.partition('/')[0]}" in lookalikes:
        return ODD
    found = read(mend(surface)[0])
    if not (found and found.series and found.end == len(surface)) or found.series.kind == "press":
        return ODD
    if found.canonical == surface:
        return WRITTEN
    return UNSPACED if found.canonical == surface.replace(" ", "") else ODD


@cache
def _numbered() -> tuple[frozenset[str], frozenset[str]]:
    """Return the shapes of what the tables know by its number: series (A/AC.105), and beginnings of others' numbers."""
    return (
        frozenset(_shape(prefix) for prefix in series.table() if not prefix.isalpha()),
        frozenset(_shape(prefix) for prefix in series.lookalikes()),
    )
