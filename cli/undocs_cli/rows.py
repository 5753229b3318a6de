"""What a command shows: one row for each distinct symbol, or one for each mention."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from undocs.links import Target, link

if TYPE_CHECKING:
    from undocs.extract import Mention

__all__ = ["DISTINCT", "EACH", "Row", "distinct"]

# The columns, in the order that scripts may rely on: new ones come last.
DISTINCT = ("symbol", "url", "what", "count", "line", "page", "source", "kind", "confidence", "note")
EACH = ("symbol", "url", "text", "start", "end", "line", "page", "source", "kind", "confidence", "what", "note")


@dataclass
class Row:
    """One mention, or the first of a symbol's mentions with their count.

    Attributes:
        mention: what was found.
        source: the document it was found in, `-` for standard input; empty for a symbol given as an argument.
        line: line of the first mention, from 1; 0 where there are no lines.
        page: its page, from 1, or None.
        language: language of the link.
        target: kind of the link.
        count: how many mentions the row stands for.
    """

    mention: Mention
    source: str
    line: int
    page: int | None
    language: str = "en"
    target: Target = "undocs"
    count: int = 1

    @property
    def symbol(self) -> str | None:
        """The canonical spelling, None for a reference that has no document of its own."""
        return str(self.mention.symbol) if self.mention.symbol else None

    @cached_property
    def url(self) -> str | None:
        """The link, None where there is no document to link to."""
        if self.mention.symbol is None or self.mention.kind == "press":
            return None
        return link(self.mention.symbol, self.language, self.target)

    @cached_property
    def what(self) -> str:
        """What the document is, in a few words."""
        series = self.mention.symbol.series if self.mention.symbol else None
        return series.name if series else ""

    @property
    def note(self) -> str:
        """What a reader should know of it, else empty."""
        return self.mention.note

    def value(self, column: str) -> Any:  # noqa: ANN401 # a cell is what its column holds
        """Return the cell of a column."""
        if column in ("text", "start", "end", "kind", "confidence"):
            return getattr(self.mention, column)
        return getattr(self, column)


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
