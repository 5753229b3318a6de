"""What the services have said before, in an SQLite file in the person's cache folder.

That a document is there is remembered for a season, that it is not for a day, since documents appear; what could not
be learnt is not remembered. A cache that is broken, full or locked is told once and done without.
"""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing, suppress
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, NamedTuple

from undocs.records.model import Asked, File, Record, Related, Vote

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ["Cache", "Info", "folder"]

_DAY = 24 * 3600
_FOUND, _ABSENT = 90 * _DAY, _DAY  # seconds for which an answer is good
_WAIT = 5.0  # seconds to wait for another process
_NESTED: dict[str, Callable[..., Any]] = {"files": File, "related": Related, "asked": Asked}


class Info(NamedTuple):
    """What the cache holds.

    Attributes:
        path: the file.
        bytes: its size.
        found: answers that a document is there.
        absent: answers that it is not.
        expired: those of them that are too old to be used.
    """

    path: str
    bytes: int
    found: int
    absent: int
    expired: int


def folder() -> Path:
    """Return the person's cache folder for this program."""
    from platformdirs import user_cache_path

    return user_cache_path("undocs", appauthor=False)


class Cache:
    """Answers by source and symbol; for one thread, while other processes may use the same file."""

    def __init__(self, path: Path, warn: Callable[[str], object]) -> None:
        """Open a cache, or make one.

        Args:
            path: the file.
            warn: told at most once, in one line, that the cache is not used.
        """
        self._path, self._warn = path, warn
        self._database: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
            with suppress(sqlite3.OperationalError):  # another process is about to, and SQLite does not wait for that
                self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.execute(
                "CREATE TABLE IF NOT EXISTS answers (source TEXT, symbol TEXT, status TEXT, expires REAL, record TEXT,"
                " PRIMARY KEY (source, symbol)) WITHOUT ROWID"
            )
        except (OSError, sqlite3.Error) as error:
            self._broken(error)

    def get(self, source: str, symbol: str) -> Record | None:
        """Return what a source said of a symbol, while that is good."""
        rows = self._run(
            "SELECT record FROM answers WHERE source = ? AND symbol = ? AND expires > ?", (source, symbol, time.time())
        )
        try:
            return _record(json.loads(rows[0][0])) if rows else None
        except (ValueError, TypeError, AttributeError):
            return None

    def put(self, record: Record) -> None:
        """Remember what a source said, if it is an answer."""
        life = _life(record)
        if life:
            row = (record.source, record.symbol, record.status, time.time() + life, json.dumps(asdict(record)))
            self._run("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", row)

    def info(self) -> Info:
        """Return what the cache holds."""
        rows = self._run(
            "SELECT count(*) FILTER (WHERE status = 'found'), count(*) FILTER (WHERE status = 'absent'),"
            " count(*) FILTER (WHERE expires <= ?) FROM answers",
            (time.time(),),
        )
        found, absent, expired = rows[0] if rows else (0, 0, 0)
        size = self._path.stat().st_size if self._path.exists() else 0
        return Info(str(self._path), size, found, absent, expired)

    def clear(self) -> None:
        """Forget everything, a broken file too."""
        self._run("DELETE FROM answers", ())
        if self._database is None:
            for end in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + end).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the file."""
        if self._database:
            self._database.close()
            self._database = None

    def _run(self, statement: str, values: tuple[object, ...]) -> list[Any]:
        """Return the rows of a statement; none when the cache is broken."""
        if self._database is None:
            return []
        try:
            with closing(self._database.execute(statement, values)) as rows:
                return rows.fetchall()
        except sqlite3.Error as error:
            self._broken(error)
            return []

    def _broken(self, error: Exception) -> None:
        self.close()
        reason = getattr(error, "strerror", None) or error
        self._warn(f"{self._path}: the cache is not used: {reason}")


def _life(record: Record) -> float:
    """Return the seconds for which a record is good; those of an answer that is not whole are none."""
    told = {record.status, *(one.status for one in record.asked)}
    if told == {"found"}:
        return _FOUND
    return _ABSENT if told <= {"found", "absent"} else 0


def _record(row: dict[str, Any]) -> Record:
    """Return a record from what `asdict` made of it."""
    for name, value in row.items():
        if isinstance(value, list):
            make = _NESTED.get(name)
            row[name] = tuple(make(*one) if make else one for one in value)
    row["vote"] = Vote(*row["vote"]) if row.get("vote") else None
    return Record(**row)
