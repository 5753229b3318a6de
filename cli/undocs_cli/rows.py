"""What a command shows: one row for each distinct symbol, or one for each mention."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from undocs.links import Target, link
from undocs.symbol import Symbol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from undocs.mention import Mention
    from undocs.records.model import Record

__all__ = ["DISTINCT", "EACH", "Row", "distinct"]

# The columns, in the order that scripts may rely on: new ones come last.
RECORD = ("title", "date", "languages", "status", "metadata_source", "catalog_url")
DISTINCT = (
    "symbol",
    "url",
    "description",
    "count",
    "line",
    "page",
    "file",
    "kind",
    "confidence",
    "note",
    "role",
    *RECORD,
)
EACH = (
    "symbol",
    "url",
    "text",
    "start",
    "end",
    "line",
    "page",
    "file",
    "kind",
    "confidence",
    "description",
    "note",
    "role",
    "candidates",
    *RECORD,
)


@dataclass
class Row:
    """One mention, or the first of a symbol's mentions with their count.

    Attributes:
        mention: what was found.
        file: the document it was found in, `-` for standard input; empty for a symbol given as an argument.
        line: line of the first mention, from 1; None for a symbol given as an argument.
        page: its page, from 1, or None.
        language: language of the link.
        target: kind of the link.
        count: how many mentions the row stands for.
        role: `own` when the document bears the symbol itself, else `cited`; empty for a symbol given as an argument.
        record: what was found out about the document, None when nobody was asked.
    """

    mention: Mention
    file: str
    line: int | None
    page: int | None
    language: str = "en"
    target: Target = "undocs"
    count: int = 1
    role: str = ""
    record: Record | None = None

    @property
    def symbol(self) -> str | None:
        """The canonical spelling, None for a reference that has no document of its own."""
        return str(self.mention.symbol) if self.mention.symbol else None

    @cached_property
    def url(self) -> str | None:
        """The link, to the document that has the text where that is another; None where there is none to link to."""
        served = self.mention.published_in or self.mention.symbol
        if served is None or self.mention.kind == "press":
            return None
        published_in = _meaning(served).published_in
        return link(Symbol.parse(published_in) if published_in else served, self.language, self.target)

    @cached_property
    def description(self) -> str:
        """What the document is, in a few words."""
        return _meaning(self.mention.symbol).description if self.mention.symbol else ""

    @cached_property
    def note(self) -> str:
        """What a reader should know of the mention or of its link, else empty."""
        if self.mention.note or not self.mention.symbol:
            return self.mention.note
        meaning = _meaning(self.mention.symbol)
        return f"{meaning.note}: {meaning.published_in}" if meaning.published_in else meaning.note

    def value(self, column: str) -> Any:  # noqa: ANN401 # a cell is what its column holds
        """Return the cell of a column."""
        if column == "candidates":
            return [str(symbol) for symbol in self.mention.candidates]
        if column in RECORD:
            name = "source" if column == "metadata_source" else column
            return getattr(self.record, name) if self.record else () if column == "languages" else ""
        if column in ("text", "start", "end", "kind", "confidence"):
            return getattr(self.mention, column)
        return getattr(self, column)


class _Meaning(NamedTuple):
    description: str = ""
    note: str = ""
    published_in: str = ""


@lru_cache(maxsize=4096)
def _meaning(symbol: Symbol) -> _Meaning:
    """Return what a symbol means, nothing for a series that is not listed."""
    if symbol.series is None:
        return _Meaning()
    meaning = symbol.explain()
    return _Meaning(meaning.description, meaning.note, meaning.published_in)


def distinct(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield one row for each symbol, in order of appearance, with its count; references without one stay apart."""
    seen: dict[str, Row] = {}
    for row in rows:
        key = row.symbol or row.mention.text
        if key in seen:
            seen[key].count += 1
        else:
            seen[key] = row
    yield from seen.values()
