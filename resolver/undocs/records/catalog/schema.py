"""The SQLite file of the local catalog: its tables, and how a record is stored in them.

>>> row = to_row("own table", Record(symbol="A/66/10", status="found", title="Report"), [])
>>> from_row(dict(zip(CATALOG_COLUMNS, row))).title
'Report'
"""

from __future__ import annotations

import json
import os
import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from undocs.errors import CatalogError, NoCatalogError
from undocs.records.model import File, Record, Related, Vote

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["CATALOG_COLUMNS", "begin_import", "connect", "default_catalog_path", "from_row", "to_row"]

_VERSION = 1  # of the tables; a file of another version is refused, and never changed
_LOCK_TIMEOUT = 20.0  # seconds to wait while another process writes: the end of a large import takes some seconds

# Columns of a record: plain values, then lists as JSON. `titles` are further titles, which only `search` uses.
_PLAIN = ("symbol", "title", "date", "document_type", "body", "catalog_url", "note")
_LISTS = ("languages", "files", "subjects", "agenda", "related", "job_numbers", "vote")
_JSON = json.JSONEncoder(ensure_ascii=False).encode
CATALOG_COLUMNS = ("kind", *_PLAIN, *_LISTS, "titles")

_TABLES = (
    # identity: what makes a record the same one when it is imported again; content: a digest of all its values
    "CREATE TABLE IF NOT EXISTS record (id INTEGER PRIMARY KEY, identity BLOB NOT NULL UNIQUE, content BLOB NOT NULL, "
    + ", ".join(f"{column} TEXT NOT NULL" for column in CATALOG_COLUMNS)
    + ")",
    # own: 1 for the record of the document itself, 0 for that of a vote on it or of a speech about it
    """CREATE TABLE IF NOT EXISTS symbol (key TEXT NOT NULL, record INTEGER NOT NULL, own INTEGER NOT NULL,
    spelling TEXT NOT NULL, PRIMARY KEY (key, record)) WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(title, titles, subjects,
    content=record, content_rowid=id, tokenize="unicode61 remove_diacritics 2")""",
    f"PRAGMA user_version = {_VERSION}",
)


def default_catalog_path() -> Path:
    """Return the path of the catalog: `UNDOCS_CATALOG`, or a file in the user's data folder."""
    if given := os.environ.get("UNDOCS_CATALOG"):
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path("undocs", appauthor=False) / "catalog.sqlite3"


def connect(path: Path, *, write: bool = False) -> sqlite3.Connection:
    """Open a catalog. One that does not exist is created if it is to be written.

    Raises:
        NoCatalogError: it is to be read, and does not exist or is empty.
        CatalogError: it cannot be opened, or is not a catalog of this version.
    """
    try:
        if write:
            path.parent.mkdir(parents=True, exist_ok=True)
        elif not path.exists():
            raise NoCatalogError(f"{path}: no catalog yet; create one with: undocs catalog import FILE")
        # Several threads may use the connection: SQLite runs their statements one after another.
        connection = sqlite3.connect(path, timeout=_LOCK_TIMEOUT, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.Error) as error:
        raise CatalogError(f"{path}: {error}") from None
    try:
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        empty = not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if write and empty:
            # WAL lets other processes read during an import. SQLite does not wait for a process that is changing the
            # mode, and that process changes it for us.
            with suppress(sqlite3.OperationalError):
                connection.execute("PRAGMA journal_mode = WAL")
    except sqlite3.Error as error:
        connection.close()
        raise CatalogError(f"{path}: {error}") from None
    if empty and not write:
        connection.close()
        raise NoCatalogError(f"{path}: the catalog is empty; fill it with: undocs catalog import FILE")
    if version != _VERSION and not empty:
        connection.close()
        raise CatalogError(f"{path}: not a catalog of this version of undocs")
    return connection


def begin_import(connection: sqlite3.Connection) -> None:
    """Begin a transaction, which one process can have at a time, and create the tables if there are none.

    Raises:
        sqlite3.Error: another process is still writing after 20 seconds.
    """
    connection.execute("BEGIN IMMEDIATE")
    for statement in _TABLES:
        connection.execute(statement)


def to_row(kind: str, record: Record, titles: Iterable[str]) -> tuple[str, ...]:
    """Return a record as a row of CATALOG_COLUMNS.

    Args:
        kind: the kind of file that it was read from.
        record: the record.
        titles: its further titles.
    """
    return (
        kind,
        *(getattr(record, name) for name in _PLAIN),
        *(_JSON(value) if (value := getattr(record, name)) else "" for name in _LISTS),
        "\n".join(titles),
    )


def from_row(row: sqlite3.Row | dict[str, Any]) -> Record:
    """Return the record of a row; its source is `catalog`."""
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
