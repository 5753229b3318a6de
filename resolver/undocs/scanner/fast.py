"""Symbols told by their shape: what reading one has shown holds for all that differ in their digits only.

A text of a hundred megabytes has a quarter of a million symbols, and a few hundred shapes. Whatever is not plain (a
break, a joint, a range, a slip, a number that begins with 0) has no shape here and is read in full.
"""

from __future__ import annotations

import re
from functools import cache

from undocs.grammar.normalize import mend
from undocs.grammar.parser import read
from undocs.tables import series

__all__ = ["KNOWN", "NINES", "NONE", "ODD", "UNSPACED", "WRITTEN"]

# How a surface of a known shape is to be taken: as no symbol; as written; as written without its spaces; or read in
# full, with what stands around it.
NONE, WRITTEN, UNSPACED, ODD = range(4)

# What makes a surface its shape, by `bytes.translate`; a 0 is told apart, because a number that begins with it is odd.
NINES = bytes.maketrans(b"12345678", b"9" * 8)
_MOST = 1 << 14
# A word that has another behind it: TECHNICAL PAPER.8, IRON ORE, AD HOC GROUP.
_UNFINISHED = re.compile(r"(?:TECHNICAL|COUNTRY|IRON|CODE|AD)$", re.IGNORECASE)

# A range, 2-5 or L.13-L.15, may stand for several documents.
_RANGE = re.compile(r"9-(?:[A-Za-z]{1,4}\.)?9")
# Another symbol behind a slash: A/55/305/S/2000/809.
_JOINED = re.compile(r"9/[AES]/")
# What `*` in the prefix of a series stands for: E/*/C.1.
_SESSION = re.compile(r"(?<=/)(?:9{1,4}|[IVXL]+|E?S-9+)(?=/|$)")


class _Known(dict[bytes, int]):
    """How to take a surface, by its shape; learned when it is first asked for.

    A surface is, in ASCII, a head and the plain part of a symbol (`undocs.grammar.SLASH`), with nothing glued to it.
    """

    def __missing__(self, shape: bytes) -> int:
        if len(self) >= _MOST:
            self.clear()
        nines = _nines(shape)
        taken = self[shape] = _learn(shape.decode()) if nines == shape else self[nines]
        return taken


KNOWN = _Known()


def _nines(shape: bytes) -> bytes:
    """Return a shape with its digits made nines, all but a number's first that is 0."""
    while b"90" in shape:
        shape = shape.replace(b"90", b"99")
    return shape


def _learn(shape: str) -> int:
    if not any(sign in shape for sign in "(90") and not _UNFINISHED.search(shape):
        return NONE
    # A number of four digits in brackets is a year; any other number is as good as its nines.
    surface = shape.replace("(9999)", "(2000)")
    found = None if _peculiar(shape) else read(mend(surface)[0])
    if not (found and found.series and found.end == len(surface)) or found.series.kind == "press":
        return ODD
    if found.canonical == surface:
        return WRITTEN
    return UNSPACED if found.canonical == surface.replace(" ", "") else ODD


def _peculiar(shape: str) -> bool:
    """Whether surfaces of one shape may differ: a range or slip, and what the tables know by its number."""
    if "0" in shape or _RANGE.search(shape) or _UNFINISHED.search(shape) or _JOINED.search(shape):
        return True
    numbered, lookalikes = _numbered()
    beginning = "/".join(shape.split("/")[:2])
    return shape in numbered or _SESSION.sub("*", shape) in numbered or beginning in lookalikes


@cache
def _numbered() -> tuple[frozenset[str], frozenset[str]]:
    """Return the shapes of what the tables know by its number: series (A/AC.105), and beginnings of others' numbers."""
    prefixes = filter(re.compile("[0-9(*]").search, series.table())
    return frozenset(map(_shape, prefixes)), frozenset(map(_shape, series.lookalikes()))


def _shape(prefix: str) -> str:
    return _nines(prefix.encode().translate(NINES)).decode()
