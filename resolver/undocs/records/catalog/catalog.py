"""The local catalogue: records that were imported, asked without any network."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from undocs.errors import SymbolError
from undocs.records.catalog.schema import CatalogError, NoCatalogError, connect, default_path, from_row
from undocs.records.model import Record
from undocs.records.variants import key, ladder
from undocs.symbol import Symbol

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from os import PathLike

__all__ = ["Catalog", "Info"]

_MOST = 200  # records of one symbol that an answer is made of
# What a record is completed with from others of its document.
_FIRST = ("title", "date", "document_type", "body", "files", "languages", "vote", "catalog_url")
_ALL = ("subjects", "agenda", "related", "job_numbers")


class Info(NamedTuple):
    """What a catalogue holds of one kind of record, or `all`.

    Attributes:
        kind: what they were read from.
        records: how many there are.
        without_symbol: how many of them bear no symbol, and are found by their titles alone.
        first: the oldest date among them.
        last: the youngest.
    """

    kind: str
    records: int
    without_symbol: int
    first: str
    last: str


class Catalog:
    """A source of records that is a file; safe to be asked while another process writes it."""

    name = "catalog"
    local = True

    def __init__(self, path: str | PathLike[str] | None = None) -> None:
        """Take the file at `path`, else that of `UNDOCS_CATALOG`, else the one in the user's data folder."""
        self.path = Path(path) if path else default_path()

    def look_up(self, symbol: Symbol) -> Record:
        """Return what the catalogue says of a symbol: its records as one, the fullest completed by the others.

        `absent` means that it holds none, `unknown` that there is no catalogue, `unavailable` that it cannot be read.
        """
        unanswered = Record(symbol=str(symbol), status="absent", source=self.name)
        try:
            for rung in ladder(symbol):
                if rows := self._named(rung.spelling):
                    found = _merged(rows)
                    note = "; ".join(filter(None, (rung.note, found.note)))
                    return replace(found, symbol=str(symbol), spelling=rows[0]["spelling"], note=note)
        except NoCatalogError as error:
            return replace(unanswered, status="unknown", note=str(error))
        except (CatalogError, sqlite3.Error, ValueError) as error:
            return replace(unanswered, status="unavailable", note=str(error))
        return unanswered

    def search(self, text: str, limit: int = 50) -> Iterator[Record]:
        """Yield the records whose titles and subjects have every word of `text`, the best first.

        A word that ends in `*` stands for all that begin so. A text with a slash is the beginning of a symbol;
        where none begins so, its words are looked for too.

        Args:
            text: words, or the beginning of a symbol.
            limit: how many records at most.

        Raises:
            CatalogError: there is no catalogue, or it cannot be read.
        """
        begins = key(text) + "/" * text.rstrip().endswith("/")
        query = " ".join(_quoted(word) for word in text.split() if re.search(r"\w", word))
        try:
            rows: list[Any] = []
            if "/" in begins:
                rows = self._connection.execute(
                    "SELECT DISTINCT record.* FROM symbol JOIN record ON record.id = symbol.record"
                    " WHERE key >= ? AND key < ? ORDER BY key, own DESC, record.id LIMIT ?",
                    (begins, begins + "\U0010ffff", limit),
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

    def info(self) -> list[Info]:
        """Return what it holds, kind by kind, and of `all`.

        Raises:
            CatalogError: there is no catalogue, or it cannot be read.
        """
        try:
            kinds = self._connection.execute(
                "SELECT kind, count(*), coalesce(sum(id NOT IN (SELECT record FROM symbol)), 0),"
                " coalesce(min(nullif(date, '')), ''), max(date) FROM record GROUP BY kind ORDER BY kind"
            )
            listed = [Info(*row) for row in kinds]
        except sqlite3.Error as error:
            raise CatalogError(f"{self.path}: {error}") from None
        return [
            *listed,
            Info(
                "all",
                sum(info.records for info in listed),
                sum(info.without_symbol for info in listed),
                min(filter(None, (info.first for info in listed)), default=""),
                max((info.last for info in listed), default=""),
            ),
        ]

    def close(self) -> None:
        """Let go of the file; it is opened again when something is asked."""
        if connection := self.__dict__.pop("_connection", None):
            connection.close()

    def __del__(self) -> None:
        self.close()

    @cached_property
    def _connection(self) -> sqlite3.Connection:
        connection = connect(self.path)
        connection.row_factory = sqlite3.Row
        return connection

    def _named(self, spelling: str) -> list[Any]:
        return self._connection.execute(
            "SELECT record.*, own, spelling FROM symbol JOIN record ON record.id = symbol.record"
            " WHERE key = ? ORDER BY own DESC, record.id LIMIT ?",
            (key(spelling), _MOST),
        ).fetchall()


def _merged(rows: Sequence[Any]) -> Record:
    """Return the records of one symbol as one.

    A record of a vote is as good as one of the document; of a speech only the date counts.
    """
    own = [from_row(row) for row in rows if row["own"]]
    others = [from_row(row) for row in rows if not row["own"]]
    own.sort(key=_fullness, reverse=True)
    votes = [record for record in others if record.vote]
    if not own and not votes:
        told = f"no record of its own, only of speeches in it: {len(others)}"
        return Record(symbol="", status="found", date=others[0].date, source="catalog", note=told)
    first, *rest = own + votes
    agree = [record for record in rest if _same_date(first.date, record.date)]
    known: dict[str, Any] = {}
    for name in _FIRST:
        known[name] = next(filter(None, (getattr(record, name) for record in (first, *agree))), getattr(first, name))
    for name in _ALL:
        known[name] = tuple(dict.fromkeys(value for record in (first, *agree) for value in getattr(record, name)))
    if apart := len(rest) - len(agree):
        known["note"] = "; ".join(filter(None, (first.note, f"{apart} more of other dates bear this symbol")))
    return replace(first, **known)


def _fullness(record: Record) -> tuple[bool, int]:
    return bool(record.title), sum(bool(getattr(record, name)) for name in _FIRST + _ALL)


def _same_date(one: str, other: str) -> bool:
    """Return whether two dates, each as exact as it is, can be the same."""
    return one.startswith(other) or other.startswith(one)


def _quoted(word: str) -> str:
    """Return a word as FTS5 takes it for nothing but a word."""
    return '"' + word.rstrip("*").replace('"', '""') + '"' + ("*" if word.endswith("*") else "")


def _canonical(spelling: str) -> str:
    try:
        return str(Symbol.parse(spelling)) if spelling else ""
    except SymbolError:
        return spelling
