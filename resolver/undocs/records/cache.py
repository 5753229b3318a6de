"""The cache of look-ups: an SQLite file in the user's cache folder.

"Found" is cached for 90 days, "absent" for one day, because documents appear; failures are not cached. If the cache
cannot be used, a warning is printed once and look-ups continue without it.

>>> from pathlib import Path
>>> cache = Cache(Path(":memory:"), print)
>>> cache.put(Record(symbol="A/66/10", status="found", title="Report", source="library"))
>>> cache.get("library", "A/66/10").title
'Report'
>>> cache.close()
"""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, NamedTuple

from undocs.records.model import File, LanguageStatus, Record, Related, Vote

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Cache", "CacheInfo", "cache_folder"]

_DAY = 24 * 3600  # seconds
_FOUND, _ABSENT = 90 * _DAY, _DAY  # seconds for which a record may be used
_LOCK_TIMEOUT = 5.0  # seconds to wait while another process writes: each write takes milliseconds
_NESTED: dict[str, Callable[..., Any]] = {"files": File, "related": Related, "language_statuses": LanguageStatus}


class CacheInfo(NamedTuple):
    """What the cache holds.

    Attributes:
        path: the file.
        bytes: its size.
        found: records of documents that exist.
        absent: records of documents that do not.
        expired: how many of both are too old to be used.
    """

    path: str
    bytes: int
    found: int
    absent: int
    expired: int


def cache_folder() -> Path:
    """Return the folder in which this user's cache is kept."""
    from platformdirs import user_cache_path

    return user_cache_path("undocs", appauthor=False)


class Cache:
    """Records by source and symbol. For one thread; several processes may use the same file."""

    def __init__(self, path: Path, warn: Callable[[str], object]) -> None:
        """Open a cache, or create it.

        Args:
            path: the file.
            warn: called at most once, with one line, if the cache cannot be used.
        """
        self._path, self._warn = path, warn
        self._database: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=_LOCK_TIMEOUT, isolation_level=None)
            # SQLite does not wait for a process that is changing the mode, and that process changes it for us.
            with suppress(sqlite3.OperationalError):
                self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.execute(
                "CREATE TABLE IF NOT EXISTS answers (source TEXT, symbol TEXT, status TEXT, expires REAL, record TEXT,"
                " PRIMARY KEY (source, symbol)) WITHOUT ROWID"
            )
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def get(self, source: str, symbol: str) -> Record | None:
        """Return the record of a symbol from a source; None if there is none or it has expired."""
        rows = self._run(
            "SELECT record FROM answers WHERE source = ? AND symbol = ? AND expires > ?", (source, symbol, time.time())
        )
        try:
            return _record(json.loads(rows[0][0])) if rows else None
        except (ValueError, TypeError, AttributeError):  # written by another version of undocs
            return None

    def put(self, record: Record) -> None:
        """Store a record, unless it is a failure."""
        lifetime = _lifetime(record)
        if lifetime:
            row = (record.source, record.symbol, record.status, time.time() + lifetime, json.dumps(asdict(record)))
            self._run("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)

    def info(self) -> CacheInfo:
        """Return what the cache holds."""
        rows = self._run(
            "SELECT count(*) FILTER (WHERE status = 'found'), count(*) FILTER (WHERE status = 'absent'),"
            " count(*) FILTER (WHERE expires <= ?) FROM answers",
            (time.time(),),
        )
        found, absent, expired = rows[0] if rows else (0, 0, 0)
        size = self._path.stat().st_size if self._path.exists() else 0
        return CacheInfo(str(self._path), size, found, absent, expired)

    def clear(self) -> None:
        """Delete all records; a file that cannot be used is deleted itself."""
        self._run("DELETE FROM answers", ())
        if self._database is None:
            for end in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + end).unlink(missing_ok=True)

    def close(self) -> None:
        """Close the file; the cache then holds nothing."""
        if self._database:
            self._database.close()
            self._database = None

    def _run(self, statement: str, values: tuple[object, ...]) -> list[Any]:
        """Return the rows of a statement; none if the cache cannot be used."""
        if self._database is None:
            return []
        try:
            with closing(self._database.execute(statement, values)) as rows:
                return rows.fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _give_up(self, error: Exception) -> None:
        self.close()
        reason = getattr(error, "strerror", None) or error
        self._warn(f"{self._path}: the cache is not used: {reason}")


def _lifetime(record: Record) -> float:
    """Return the seconds for which a record may be used; 0 if a failure, in any language, is part of it."""
    statuses = {record.status, *(each.status for each in record.language_statuses)}
    if statuses == {"found"}:
        return _FOUND
    return _ABSENT if statuses <= {"found", "absent"} else 0


def _record(row: dict[str, Any]) -> Record:
    """Return the record that `asdict` made a dict of."""
    for name, value in row.items():
        if isinstance(value, list):
            make = _NESTED.get(name)
            row[name] = tuple(make(*each) if make else each for each in value)
    row["vote"] = Vote(*row["vote"]) if row.get("vote") else None
    return Record(**row)
