"""The catalogue's file: its tables, and how a record stands in them."""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from undocs.errors import UndocsError
from undocs.records.model import File, Record, Related, Vote

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["COLUMNS", "CatalogError", "NoCatalogError", "begin", "connect", "default_path", "from_row", "to_row"]

_VERSION = 1  # of the tables; a file of another is not touched
_WAIT = 20.0  # seconds for another process to finish what it writes

# Of a record: plain values, then lists as JSON. `titles` are its further titles, which only search wants.
_PLAIN = ("symbol", "title", "date", "document_type", "body", "catalog_url", "note")
_LISTS = ("languages", "files", "subjects", "agenda", "related", "job_numbers", "vote")
_JSON = json.JSONEncoder(ensure_ascii=False).encode
COLUMNS = ("kind", *_PLAIN, *_LISTS, "titles")

_TABLES = (
    # identity: what makes it the same record when it comes again; content: digest of all it says
    "CREATE TABLE IF NOT EXISTS record (id INTEGER PRIMARY KEY, identity BLOB NOT NULL UNIQUE, content BLOB NOT NULL, "
    + ", ".join(f"{column} TEXT NOT NULL" for column in COLUMNS)
    + ")",
    # own: whether the record is that of the symbol's document, or of a vote on it or a speech in it
    """CREATE TABLE IF NOT EXISTS symbol (key TEXT NOT NULL, record INTEGER NOT NULL, own INTEGER NOT NULL,
    spelling TEXT NOT NULL, PRIMARY KEY (key, record)) WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(title, titles, subjects,
    content=record, content_rowid=id, tokenize="unicode61 remove_diacritics 2")""",
    f"PRAGMA user_version = {_VERSION}",
)


class CatalogError(UndocsError):
    """The catalogue cannot be read or written; its text is one line that names the file."""


class NoCatalogError(CatalogError):
    """Nothing was imported yet."""


def default_path() -> Path:
    """Return where the catalogue is: `UNDOCS_CATALOG`, else a file in the user's data folder."""
    if given := os.environ.get("UNDOCS_CATALOG"):
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path("undocs", appauthor=False) / "catalog.sqlite3"


def connect(path: Path, *, write: bool = False) -> sqlite3.Connection:
    """Open a catalogue, which is made when it is to be written and there is none.

    Raises:
        CatalogError: there is none to be read, it is no catalogue, or it cannot be opened.
    """
    try:
        if write:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.exists():
            raise NoCatalogError(f"{path}: no catalogue yet; undocs catalog import FILE makes one")
        # Whoever asks in several threads does so one after another: SQLite itself takes care of that.
        connection = sqlite3.connect(path, timeout=_WAIT, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.Error) as error:
        raise CatalogError(f"{path}: {error}") from None
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if write and empty:
            with suppress(sqlite3.OperationalError):  # another process is about to, and SQLite does not wait for that
                connection.execute("PRAGMA journal_mode = WAL")  # others go on reading while one writes
    except sqlite3.Error as error:
        connection.close()
        raise CatalogError(f"{path}: {error}") from None
    if empty and not write:
        connection.close()
        raise NoCatalogError(f"{path}: an empty catalogue; undocs catalog import FILE fills it")
    if version != _VERSION and not empty:
        connection.close()
        raise CatalogError(f"{path}: not a catalogue of this version of undocs")
    return connection


def begin(connection: sqlite3.Connection) -> None:
    """Begin to write a catalogue, one process at a time, and make its tables where there are none.

    Raises:
        sqlite3.Error: another process is writing and does not come to an end.
    """
    connection.execute("BEGIN IMMEDIATE")
    for statement in _TABLES:
        connection.execute(statement)


def to_row(kind: str, record: Record, titles: Iterable[str]) -> tuple[str, ...]:
    """Return a record by COLUMNS."""
    return (
        kind,
        *(getattr(record, name) for name in _PLAIN),
        *(_JSON(value) if (value := getattr(record, name)) else "" for name in _LISTS),
        "\n".join(titles),
    )


def from_row(row: sqlite3.Row | dict[str, Any]) -> Record:
    """Return the record that stands in a row; its source is the catalogue."""
    lists = {name: json.loads(row[name] or "[]") for name in _LISTS}
    return Record(
        **{name: row[name] for name in _PLAIN},
        status="found",
        languages=tuple(lists["languages"]),
        files=tuple(File(*file) for file in lists["files"]),
        subjects=tuple(lists["subjects"]),
        agenda=tuple(lists["agenda"]),
        related=tuple(Related(*related) for related in lists["related"]),
        job_numbers=tuple(lists["job_numbers"]),
        vote=Vote(*lists["vote"]) if lists["vote"] else None,
        source="catalog",
        spelling=row["symbol"],
    )
