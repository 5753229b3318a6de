"""A mention: one place in a text that refers to a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

from undocs.symbol import unchecked

if TYPE_CHECKING:
    from undocs.symbol import Symbol
    from undocs.tables.series import Series

__all__ = ["Confidence", "Kind", "Mention", "Span", "classify"]

Kind = Literal["symbol", "continued", "citation", "press"]
Confidence = Literal["certain", "likely", "unlisted"]


def classify(series: Series | None) -> tuple[Kind, Confidence]:
    """Return the kind and confidence that the series of a symbol implies; None is a series that is not listed."""
    return "press" if series and series.kind == "press" else "symbol", "certain" if series else "unlisted"


class Span(NamedTuple):
    """A mention as plain values, which cost less than objects where a text has millions; the fields are Mention's.

    Symbols are in canonical spelling.
    """

    symbol: str | None
    start: int
    end: int
    kind: Kind
    confidence: Confidence
    candidates: tuple[str, ...] = ()
    note: str = ""
    published_in: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in a text that refers to a document.

    Attributes:
        symbol: the document; None for a reference to a text that has no document of its own (see `note`).
        text: the surface: the characters of the text from `start` to `end`.
        start: offset of its first character in the text.
        end: offset after its last character.
        kind: a whole `symbol`, one `continued` from the symbol before it ("and Add.1"), a `citation` in words
            ("resolution 60/1"), or the number of a `press` release.
        confidence: `certain`; `likely` where the text may mean another organ; `unlisted` for a series that the table
            does not list.
        candidates: where several documents are possible, all of them, the likelier first.
        note: a remark for the reader, or empty.
        published_in: the document that contains the text, where the mention has no symbol of its own and it is known.
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
        """Return the mention of a symbol by a text that is nothing else."""
        return cls(symbol, text, 0, len(text), *classify(symbol.series))

    @classmethod
    def at(cls, span: Span, text: str, offset: int = 0) -> Mention:
        """Return the mention at a span of `text`, where `text` begins at `offset` in its document."""
        symbol, start, end, kind, confidence, candidates, note, published_in = span
        return cls(
            None if symbol is None else unchecked(symbol),
            text[start:end],
            offset + start,
            offset + end,
            kind,
            confidence,
            tuple(map(unchecked, candidates)),
            note,
            None if published_in is None else unchecked(published_in),
        )
