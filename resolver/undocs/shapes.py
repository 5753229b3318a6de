"""Symbols told by their shape: what reading one has shown holds for all that differ in their digits only.

A text of a hundred megabytes has a quarter of a million symbols, and a few hundred shapes. Whatever is not plain (a
break, a joint, a range, a slip, a number that begins with 0) has no shape here and is read in full.
"""

from __future__ import annotations

from functools import cache

from undocs import series
from undocs.parse import read
from undocs.spelling import mend

__all__ = ["NONE", "ODD", "UNSPACED", "WRITTEN", "verdict"]

# How a surface of a known shape is to be taken: as written; as written without its spaces; as no symbol, however
# the text goes on; or read in full.
WRITTEN, UNSPACED, NONE, ODD = range(4)

_ONE_DIGIT = "".join("9" if chr(code).isdigit() else chr(code) for code in range(128))
_MOST = 1 << 14
_known: dict[str, int] = {}


def verdict(surface: str) -> int:
    """Return how to take a surface, in ASCII: a head and the plain part of a symbol, and nothing glued to it."""
    shape = surface.translate(_ONE_DIGIT)
    known = _known.get(shape)
    if known is None:
        if len(_known) >= _MOST:
            _known.clear()
        known = _known[shape] = _learn(surface, shape)
    return known


def _learn(surface: str, shape: str) -> int:
    head, _, rest = shape.partition("/")
    if head.isdigit() or not ("(" in shape or "9" in shape):
        return NONE
    if rest.rpartition("/")[2].isalpha():
        return ODD  # a word may have another behind it: TECHNICAL PAPER.8
    numbered, lookalikes = _numbered()
    if "9-9" in shape or shape in numbered or f"{head}/{rest.partition('/')[0]}" in lookalikes:
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
        frozenset(prefix.translate(_ONE_DIGIT) for prefix in series.table()),
        frozenset(prefix.translate(_ONE_DIGIT) for prefix in series.lookalikes()),
    )
