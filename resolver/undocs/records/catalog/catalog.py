"""The local catalog as a source: look-ups and searches among the imported records, without a network.

>>> catalog = Catalog("no/such/file.sqlite3")
>>> catalog.look_up(Symbol.parse("A/66/10")).status
'unknown'
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from undocs.errors import CatalogError, NoCatalogError, SymbolError
from undocs.records.catalog.schema import connect, default_catalog_path, from_row
from undocs.records.model import Record
from undocs.records.variants import variant_key, variants_of
from undocs.symbol import Symbol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from os import PathLike

__all__ = ["Catalog", "CatalogInfo"]

# Most records of one symbol that are merged. A meeting may have a record for each of its speeches, and a look-up must
# not take long because of them.
_MAX_MERGED = 200
# Attributes that are taken from the first record that has them, and those that are collected from all records.
_FIRST = ("title", "date", "document_type", "body", "files", "languages", "vote", "catalog_url")
_ALL = ("subjects", "agenda", "related", "job_numbers")


class CatalogInfo(NamedTuple):
    """What the catalog holds of one kind of records, or of `all`.

    Attributes:
        kind: the kind of file that they were read from.
        records: how many there are.
        without_symbol: how many of them have no symbol, and are found by their titles only.
        first: the earliest date among them.
        last: the latest.
    """

    kind: str
    records: int
    without_symbol: int
    first: str
    last: str


class Catalog:
    """The local catalog. It can be read while another process writes it."""

    name = "catalog"
    local = True

    def __init__(self, path: str | PathLike[str] | None = None) -> None:
        """Use the file at `path`, by default that of `UNDOCS_CATALOG` or the one in the user's data folder."""
        self.path = Path(path) if path else default_catalog_path()

    def look_up(self, symbol: Symbol) -> Record:
        """Return the record of a symbol: the fullest of its records, completed from the others.

        It is `absent` if the catalog has none, `unknown` if there is no catalog, `unavailable` if that cannot be read.
        """
        absent = Record(symbol=str(symbol), status="absent", source=self.name)
        try:
            for variant in variants_of(symbol):
                if rows := self._rows_of(variant.spelling):
                    found = _merged(rows)
                    note = "; ".join(filter(None, (variant.note, found.note)))
                    return replace(found, symbol=str(symbol), spelling=rows[0]["spelling"], note=note)
        except NoCatalogError as error:
            return replace(absent, status="unknown", note=str(error))
        except (CatalogError, sqlite3.Error, ValueError) as error:
            return replace(absent, status="unavailable", note=str(error))
        return absent

    def search(self, text: str, limit: int = 50) -> Iterator[Record]:
        """Yield the records whose titles and subjects have every word of `text`, the best match first.

        A word that ends in `*` matches all words that start with it. A text with a slash is the start of a symbol; if
        no symbol starts with it, its words are searched.

        Args:
            text: words, or the start of a symbol.
            limit: most records to yield.

        Raises:
            CatalogError: there is no catalog, or it cannot be read.
        """
        start = variant_key(text) + "/" * text.rstrip().endswith("/")
        query = " ".join(_quoted(word) for word in text.split() if re.search(r"\w", word))
        try:
            rows: list[Any] = []
            if "/" in start:
                rows = self._connection.execute(
                    "SELECT DISTINCT record.* FROM symbol JOIN record ON record.id = symbol.record"
                    " WHERE key >= ? AND key < ? ORDER BY key, own DESC, record.id LIMIT ?",
                    (start, start + "\U0010ffff", limit),
                ).fetchall()
            if not rows and query:
                rows = self._connection.execute(
                    "SELECT record.* FROM words JOIN record ON record.id = words.rowid"
                    " WHERE words MATCH ? ORDER BY rank LIMIT ?",
                    (query, limit),
                ).fetchall()
        except sqlite3.Error as error:
            raise CatalogError(f"{self.path}: {error}") from None
        for row in rows:
            record = from_row(row)
            yield replace(record, symbol=_canonical(record.symbol))

    def info(self) -> list[CatalogInfo]:
        """Return what the catalog holds: a row for each kind, and one for `all`.

        Raises:
            CatalogError: there is no catalog, or it cannot be read.
        """
        try:
            kinds = self._connection.execute(
                "SELECT kind, count(*), coalesce(sum(id NOT IN (SELECT record FROM symbol)), 0),"
                " coalesce(min(nullif(date, '')), ''), max(date) FROM record GROUP BY kind ORDER BY kind"
            )
            listed = [CatalogInfo(*row) for row in kinds]
        except sqlite3.Error as error:
            raise CatalogError(f"{self.path}: {error}") from None
        return [
            *listed,
            CatalogInfo(
                "all",
                sum(info.records for info in listed),
                sum(info.without_symbol for info in listed),
                min(filter(None, (info.first for info in listed)), default=""),
                max((info.last for info in listed), default=""),
            ),
        ]

    def close(self) -> None:
        """Close the file; the next call opens it again."""
        if connection := self.__dict__.pop("_connection", None):
            connection.close()

    def __del__(self) -> None:
        self.close()

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        connection = connect(self.path)
        connection.row_factory = sqlite3.Row
        return connection

    def _rows_of(self, spelling: str) -> list[Any]:
        """Return the records of a spelling, those of the document itself first."""
        return self._connection.execute(
            "SELECT record.*, own, spelling FROM symbol JOIN record ON record.id = symbol.record"
            " WHERE key = ? ORDER BY own DESC, record.id LIMIT ?",
            (variant_key(spelling), _MAX_MERGED),
        ).fetchall()


def _merged(rows: Sequence[Any]) -> Record:
    """Merge the records of one symbol into one.

    A record of a vote says as much of the document as its own record; from that of a speech only the date is used.
    Records of another date are left out, because one symbol may have been given to two documents by mistake.
    """
    own = [from_row(row) for row in rows if row["own"]]
    others = [from_row(row) for row in rows if not row["own"]]
    own.sort(key=_fullness, reverse=True)
    votes = [record for record in others if record.vote]
    if not own and not votes:
        note = f"no record of its own, only records of speeches: {len(others)}"
        return Record(symbol="", status="found", date=others[0].date, source="catalog", note=note)
    first, *rest = own + votes
    agree = [record for record in rest if _same_date(first.date, record.date)]
    values: dict[str, Any] = {}
    for name in _FIRST:
        values[name] = next(filter(None, (getattr(record, name) for record in (first, *agree))), getattr(first, name))
    for name in _ALL:
        values[name] = tuple(dict.fromkeys(value for record in (first, *agree) for value in getattr(record, name)))
    if apart := len(rest) - len(agree):
        values["note"] = "; ".join(filter(None, (first.note, f"{apart} more records of this symbol have another date")))
    return replace(first, **values)


def _fullness(record: Record) -> tuple[bool, int]:
    """Return a key to sort records by: one with a title first, then by how many attributes they have."""
    return bool(record.title), sum(bool(getattr(record, name)) for name in _FIRST + _ALL)


def _same_date(one: str, other: str) -> bool:
    """Return whether two dates may be the same, where one may be less exact than the other."""
    return one.startswith(other) or other.startswith(one)


def _quoted(word: str) -> str:
    """Return a word quoted for a query of FTS5, in which words such as AND have a meaning."""
    return '"' + word.rstrip("*").replace('"', '""') + '"' + ("*" if word.endswith("*") else "")


def _canonical(spelling: str) -> str:
    try:
        return str(Symbol.parse(spelling)) if spelling else ""
    except SymbolError:
        return spelling
