"""What a symbol means: its parts, one short description, and what a link to it cannot promise."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from undocs import series
from undocs.errors import SymbolError
from undocs.kinship import lineage
from undocs.parts import Part, read
from undocs.texts import where

if TYPE_CHECKING:
    from collections.abc import Sequence

    from undocs.symbol import Symbol

__all__ = ["Meaning", "Part", "explain"]

# The parts that count a document of a type, and so belong to its name.
_COUNTS = {"session", "year", "number"}


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a symbol says, part by part and in one line.

    Attributes:
        symbol: the symbol in canonical spelling.
        parts: its parts in their order; bodies that it leaves unsaid come first.
        what: one short description.
        relation: what it is of another document (`addendum 7`), or empty.
        parent: symbol of that document, or empty.
        note: what a link to it cannot promise, or empty.
        text_in: symbol of the document that has its text, where that is another one, or empty.
        on_ods: whether the Official Document System serves its series: `yes`, `no` or `unknown`.
    """

    symbol: str
    parts: tuple[Part, ...]
    what: str
    relation: str
    parent: str
    note: str
    text_in: str
    on_ods: str

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and last calendar year of its session or year, where they are known."""
        return next((part.years for part in self.parts if part.years), None)


def explain(symbol: Symbol) -> Meaning:
    """Return what a symbol means; of a joint symbol, what its first half means.

    Raises:
        SymbolError: its series is not listed.
    """
    row = symbol.series
    if row is None:
        raise SymbolError(symbol.canonical, (0, len(symbol.components[0])), "the beginning of a listed series")
    parts = read(symbol.components)
    note, text_in = where(symbol, row, parts)
    relation, parent = next(((name, str(whole)) for name, whole in lineage(symbol)), ("", ""))
    what = _what(symbol.canonical, parts)
    return Meaning(symbol.canonical, parts, what, relation, parent, note, text_in, row.on_ods)


def _what(text: str, parts: Sequence[Part]) -> str:
    """Return a short description: the body, its session or year, what the document is, how it was changed.

    A document is called by its type with all that counts it, as readers do: resolution 60/1, 1325(2000).
    """
    body, phrases, rest = "", list[str](), list(parts)
    while rest:
        part = rest.pop(0)
        name = _short(part)
        if part.role == "type":
            counts = list(takewhile(lambda each: each.role in _COUNTS, rest))
            del rest[: len(counts)]
            phrases += [_short(each) for each in counts if each.role == "session"]
            numbered = any(each.role != "session" for each in counts)
            count = text[counts[0].start : counts[-1].end] if numbered else ""
            name += f" {count}{')' * ('(' in count)}".rstrip()
        if part.series and part.role != "session":
            body = name
        elif part.role == "body":
            body = f"{body}, {name}"
        elif name:
            phrases.append(name)
    return " · ".join([body, *phrases])


def _short(part: Part) -> str:
    """Return how a short description names a part."""
    return (part.series and series.table()[part.series].short) or part.name
