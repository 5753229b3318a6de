"""How documents belong together: what an addendum, a corrigendum, a part is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from undocs.parts import read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from undocs.symbol import Symbol

__all__ = ["lineage"]

_BELONGING = {"modification", "qualifier", "letter"}


def lineage(symbol: Symbol) -> Iterator[tuple[str, Symbol]]:
    """Yield what a symbol is of which document, from the nearest to the whole.

    `A/78/6(Sect.3)/Add.7` is addendum 7 of `A/78/6(Sect.3)`, which is budget section 3 of `A/78/6`. Yields
    nothing for a whole document, nor for a series that is not listed.
    """
    whole = symbol.halves[0]
    while whole.series and (part := read(whole.components)[-1]).role in _BELONGING:
        whole = type(symbol)(whole.canonical[: part.start].rstrip("/([-"))
        yield part.name, whole
