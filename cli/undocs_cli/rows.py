"""Rows of `undocs extract` and `undocs resolve`: one for each distinct symbol, or one for each mention.

>>> from undocs import extract
>>> rows = [Row(mention, "-", 1, None) for mention in extract("A/66/10 and Corr.1, A/66/10")]
>>> [(row.symbol, row.count) for row in distinct(rows)]
[('A/66/10', 2), ('A/66/10/Corr.1', 1)]
>>> rows[1].value("url"), rows[1].value("kind"), rows[1].value("languages")
('https://undocs.org/en/A/66/10/Corr.1', 'continued', ())
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from undocs.links import Target, link
from undocs.symbol import Symbol

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from undocs.mention import Mention
    from undocs.records.model import Record

__all__ = ["DISTINCT", "EACH", "Row", "distinct"]

# Columns of a look-up. Scripts rely on the order of columns: new ones come last.
RECORD = ("title", "date", "languages", "status", "metadata_source", "catalog_url")
# Columns of a row for each distinct symbol.
DISTINCT = (
    "symbol", "url", "description", "count", "line", "page", "file", "kind", "confidence", "note", "role", *RECORD,
)  # fmt: skip
# Columns of a row for each mention.
EACH = (
    "symbol", "url", "text", "start", "end", "line", "page", "file", "kind", "confidence", "description", "note",
    "role", "candidates", *RECORD,
)  # fmt: skip


@dataclass
class Row:
    """One mention, or the first mention of a symbol with the count of all.

    Attributes:
        mention: the mention.
        file: the document that it is in, `-` for standard input; empty for a symbol given as an argument.
        line: line of the first mention, from 1; None for a symbol given as an argument.
        page: page of the first mention, from 1, or None.
        language: language of the link.
        target: where the link leads.
        count: the number of mentions that the row counts.
        role: `own` if the document bears the symbol itself, else `cited`; empty for a symbol given as an argument.
        record: the record that a look-up returned, or None without a look-up.
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
        """The canonical spelling, or None for a reference to a text that has no document of its own."""
        return str(self.mention.symbol) if self.mention.symbol else None

    @cached_property
    def url(self) -> str | None:
        """The link: to the document, or to the one that contains its text; None if there is neither."""
        served = self.mention.published_in or self.mention.symbol
        if served is None or self.mention.kind == "press":
            return None
        published_in = _meaning(served).published_in
        return link(Symbol.parse(published_in) if published_in else served, self.language, self.target)

    @cached_property
    def description(self) -> str:
        """A short description of the document."""
        return _meaning(self.mention.symbol).description if self.mention.symbol else ""

    @cached_property
    def note(self) -> str:
        """A remark on the mention or on what its link opens, or empty."""
        if self.mention.note or not self.mention.symbol:
            return self.mention.note
        meaning = _meaning(self.mention.symbol)
        return f"{meaning.note}: {meaning.published_in}" if meaning.published_in else meaning.note

    def value(self, column: str) -> Any:  # noqa: ANN401 # a cell may hold anything
        """Return the cell in a column."""
        return _VALUES[column](self)


def _of_record(name: str, empty: object = "") -> Callable[[Row], Any]:
    """Return what reads an attribute of a row's record; `empty` is its value without a record."""
    return lambda row: getattr(row.record, name) if row.record else empty


_VALUES: dict[str, Callable[[Row], Any]] = {
    **{
        name: attrgetter(name)
        for name in ("symbol", "url", "description", "count", "line", "page", "file", "note", "role")
    },
    **{name: attrgetter(f"mention.{name}") for name in ("text", "start", "end", "kind", "confidence")},
    "candidates": lambda row: [str(symbol) for symbol in row.mention.candidates],
    **{name: _of_record(name) for name in ("title", "date", "status", "catalog_url")},
    "languages": _of_record("languages", ()),
    "metadata_source": _of_record("source"),
}


class _Meaning(NamedTuple):
    description: str = ""
    note: str = ""
    published_in: str = ""


@lru_cache(maxsize=4096)
def _meaning(symbol: Symbol) -> _Meaning:
    """Return the meaning of a symbol; it is empty if the series is not listed."""
    if symbol.series is None:
        return _Meaning()
    meaning = symbol.explain()
    return _Meaning(meaning.description, meaning.note, meaning.published_in)


def distinct(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield one row for each symbol with its count, in order of first mention.

    References without a symbol count as one if their texts are equal.
    """
    seen: dict[str, Row] = {}
    for row in rows:
        key = row.symbol or row.mention.text
        if key in seen:
            seen[key].count += 1
        else:
            seen[key] = row
    yield from seen.values()
