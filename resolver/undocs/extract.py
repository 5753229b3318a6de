"""Text in, mentions of document symbols out, each with its place in the text."""

from __future__ import annotations

from dataclasses import dataclass, field
from heapq import merge
from typing import TYPE_CHECKING

from undocs.spelled import Confidence, Kind, sort, symbols
from undocs.symbol import Symbol

if TYPE_CHECKING:
    from collections.abc import Iterator

    from undocs.citations import Context

__all__ = ["Confidence", "Kind", "Mention", "extract", "symbols"]


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
        confidence: `certain`; `likely` where two organs are possible; `unlisted` for a series not in the table.
        candidates: where two are possible, both symbols, the likelier first.
        note: what a reader should know of it, else empty.
        text_in: the document that has the text, where the mention has no symbol of its own and it is known.
    """

    symbol: Symbol | None
    text: str
    start: int
    end: int
    kind: Kind = "symbol"
    confidence: Confidence = "certain"
    candidates: tuple[Symbol, ...] = field(default=())
    note: str = ""
    text_in: Symbol | None = None

    @classmethod
    def of(cls, symbol: Symbol, text: str) -> Mention:
        """Return the mention of a symbol by a text that is nothing but it."""
        return cls(symbol, text, 0, len(text), *sort(symbol.series))


def extract(
    text: str,
    *,
    strict: bool = False,
    citations: bool = True,
    organ: str | None = None,
    language: str | None = None,
    context: Context | None = None,
) -> Iterator[Mention]:
    """Yield every mention of a UN document in `text`, in order of their places.

    Args:
        text: any text; lines may break its symbols.
        strict: leave out symbols of series that are not listed.
        citations: find references in words ("resolution 60/1") too.
        organ: whose resolutions are meant where the text does not say: how that organ's symbols begin, `A`, `S`, `E`
            or `A/HRC`.
        language: `en`, `fr`, `es`, `ru`, `ar`, `zh` or `de`; found from the text when None.
        context: what earlier pieces of the same document have told, for citations; it is added to.

    Raises:
        UndocsError: the language or the organ is none of these.
    """
    spelled = [
        Mention(Symbol(name), text[start:end], start, end, kind, confidence)
        for name, start, end, kind, confidence in symbols(text)
    ]
    kept = (mention for mention in spelled if not (strict and mention.confidence == "unlisted"))
    if not citations:
        return kept
    from undocs.citations import cite

    taken = [(mention.start, mention.end) for mention in spelled]
    cited = cite(text, taken, organ=organ, language=language, context=context)
    return merge(kept, cited, key=lambda mention: mention.start)
