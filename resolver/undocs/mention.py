"""A mention: one place in a text that means a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from undocs.symbol import Symbol
    from undocs.tables.series import Series

__all__ = ["Confidence", "Kind", "Mention", "classify"]

Kind = Literal["symbol", "continued", "citation", "press"]
Confidence = Literal["certain", "likely", "unlisted"]


def classify(series: Series | None) -> tuple[Kind, Confidence]:
    """Return the kind and confidence that the series of a symbol implies; None is a series that is not listed."""
    return "press" if series and series.kind == "press" else "symbol", "certain" if series else "unlisted"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a text that means a document.

    Attributes:
        symbol: the document; None for a reference to a text that has no document of its own (see `note`).
        text: the surface, as the text has it.
        start: offset of its first character in the text given, in characters.
        end: offset behind its last.
        kind: a whole `symbol`, one `continued` from the symbol before it ("and Add.1"), a `citation` in words
            ("resolution 60/1"), or the number of a `press` release.
        confidence: `certain`; `likely` where another organ may be meant; `unlisted` for a series not in the table.
        candidates: where two are possible, both symbols, the likelier first.
        note: what a reader should know of it, else empty.
        published_in: the document that has the text, where the mention has no symbol of its own and it is known.
    """

    symbol: Symbol | None
    text: str
    start: int
    end: int
    kind: Kind = "symbol"
    confidence: Confidence = "certain"
    candidates: tuple[Symbol, ...] = field(default=())
    note: str = ""
    published_in: Symbol | None = None

    @classmethod
    def of(cls, symbol: Symbol, text: str) -> Mention:
        """Return the mention of a symbol by a text that is nothing but it."""
        return cls(symbol, text, 0, len(text), *classify(symbol.series))
