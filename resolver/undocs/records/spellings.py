"""How the services spell a symbol: the ladder of spellings to try, the likeliest first.

What the Library catalogues as `S/RES/2421 (2018)` the Official Document System files as `S/RES/2421(2018)`, a
meeting record as `A/74/PV.1(OR)`, a supplement of the Official Records as `A/54/42(SUPP)`, and a lettered part of a
resolution often only within the whole.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from undocs.symbol import Symbol

__all__ = ["encode", "fold", "spellings"]

_LAST_BRACKETS = re.compile(r"(?<=[^\s/])(?=\([^()]*\)$)")
_MEETING = re.compile(r"/(?:PV|SR)\.[0-9]+$")
_SUPPLEMENT = re.compile(r"(?:A|E)/[0-9]{1,4}/[0-9]{1,3}(?:/(?:Add|Corr|Rev)\.[0-9]+)*")
_PART = re.compile(r"\[([^\[\]]*)\]$")


def spellings(symbol: Symbol) -> Iterator[str]:
    """Yield the spellings of a document, each once; of a joint symbol those of its first half."""
    plain = symbol.halves[0].canonical
    yield plain
    if (spaced := _LAST_BRACKETS.sub(" ", plain)) != plain:
        yield spaced
    if _MEETING.search(plain):
        yield f"{plain}(OR)"
    if _SUPPLEMENT.fullmatch(plain):
        yield f"{plain}(SUPP)"
    if part := _PART.search(plain):
        whole = plain[: part.start()]
        yield whole + part[1]
        yield whole


def fold(spelling: str) -> str:
    """Return what two spellings of one symbol have in common."""
    return "".join(spelling.split()).upper()


def encode(text: str) -> str:
    """Return a text for a query: a space as %20, never +, which the services do not take for one."""
    return quote(text, safe="/()")
