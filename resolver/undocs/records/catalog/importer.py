"""Filling the catalogue: files in, all of what they hold or nothing."""

from __future__ import annotations

import sqlite3
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

from undocs.reading import ReadingError
from undocs.records.catalog.schema import COLUMNS, CatalogError, begin, connect, default_path, to_row
from undocs.records.formats.detect import entries
from undocs.records.formats.entry import Fault
from undocs.records.variants import key
from undocs.symbol import unchecked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from os import PathLike
    from types import TracebackType

    from undocs.records.formats.entry import Entry

__all__ = ["Import", "Tally"]

_CACHE = 128 << 10  # KiB that SQLite holds in memory
_TITLE, _TITLES, _SUBJECTS = (COLUMNS.index(name) for name in ("title", "titles", "subjects"))


class Tally(NamedTuple):
    """What became of a file.

    Attributes:
        file: its name.
        records: how many records it holds; those that follow add up to it.
        added: were not in the catalogue.
        updated: stood there with other contents.
        unchanged: stood there already, or twice in the file.
        deleted: are marked as deleted where they come from, and not taken.
        without_symbol: of those taken, how many bear no symbol.
        faults: how many things could not be read.
    """

    file: str
    records: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    deleted: int = 0
    without_symbol: int = 0
    faults: int = 0


class Import:
    """One import into a catalogue, as a context: kept when it ends well, undone when it does not."""

    def __init__(self, path: str | PathLike[str] | None = None) -> None:
        """Take the file at `path`, else that of `UNDOCS_CATALOG`, else the one in the user's data folder."""
        self.path = Path(path) if path else default_path()

    def __enter__(self) -> Self:
        """Open the catalogue and begin.

        Raises:
            CatalogError: it cannot be written, or another process is writing it and does not come to an end.
        """
        self._to = connect(self.path, write=True)
        try:
            self._to.execute(f"PRAGMA cache_size = -{_CACHE}")
            begin(self._to)
            self._next = self._to.execute("SELECT coalesce(max(id), 0) + 1 FROM record").fetchone()[0]
        except sqlite3.Error as error:
            self._to.close()
            locked = getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_BUSY
            raise CatalogError(f"{self.path}: {'another import is under way' if locked else error}") from None
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """Keep what was imported, or undo it; errors of SQLite become a CatalogError."""
        try:
            self._to.execute("ROLLBACK" if kind else "COMMIT")
            self._to.close()
        except sqlite3.Error as failed:
            self._to.close()
            error = error or failed
        if isinstance(error, sqlite3.Error):
            raise CatalogError(f"{self.path}: {error}; nothing was imported") from error

    def load(self, name: str, pieces: Iterable[bytes], tell: Callable[[str], object]) -> Tally:
        """Take in the records of a file.

        Args:
            name: the file's name.
            pieces: its bytes, cut anywhere.
            tell: is called with one line for each thing that cannot be read; the rest is taken in.
        """
        counts = dict.fromkeys(Tally._fields[1:], 0)
        try:
            for entry in entries(name, pieces):
                if isinstance(entry, Fault):
                    counts["faults"] += 1
                    tell(f"{name}: {entry.reason}")
                    continue
                done = self._take(entry)
                counts["records"] += 1
                counts[done] += 1
                counts["without_symbol"] += done != "deleted" and not entry.own and not entry.about
        except (OSError, ReadingError) as error:
            counts["faults"] += 1
            tell(str(error) if isinstance(error, ReadingError) else f"{name}: {error.strerror or error}")
        return Tally(name, **counts)

    def _take(self, entry: Entry) -> str:
        """Put an entry into the catalogue and return what became of it, by the names of a Tally."""
        if entry.record.status == "absent":
            return "deleted"
        row = to_row(entry.kind, entry.record, entry.titles)
        symbols = {key(spelling): (0, spelling) for spelling in entry.about}
        symbols |= {key(half): (1, spelling) for spelling in entry.own for half in _found_by(spelling)}
        content = _digest(*row, *sorted(symbols))
        identity = _digest(entry.kind, entry.number, *sorted(symbols)) if entry.number else content
        held = self._to.execute("SELECT id, content FROM record WHERE identity = ?", (identity,)).fetchone()
        if held and held[1] == content:
            return "unchanged"
        number = held[0] if held else self._next
        if held:
            self._to.execute(
                "INSERT INTO words (words, rowid, title, titles, subjects)"
                " SELECT 'delete', id, title, titles, subjects FROM record WHERE id = ?",
                (number,),
            )
        else:
            self._next += 1
        self._to.execute(_PUT, (number, identity, content, *row))
        self._to.executemany(
            "INSERT OR REPLACE INTO symbol VALUES (?, ?, ?, ?)",
            [(folded, number, own, spelling) for folded, (own, spelling) in symbols.items()],
        )
        words = (number, row[_TITLE], row[_TITLES], row[_SUBJECTS])
        self._to.execute("INSERT INTO words (rowid, title, titles, subjects) VALUES (?, ?, ?, ?)", words)
        return "updated" if held else "added"


def _found_by(spelling: str) -> Iterator[str]:
    """Yield a symbol and, of a joint one, its halves."""
    yield spelling
    if "-" in spelling:
        yield from map(str, unchecked("".join(spelling.split())).joint)


# The question marks alone are put in.
_PUT = f"INSERT OR REPLACE INTO record VALUES ({', '.join('?' * (3 + len(COLUMNS)))})"  # noqa: S608


def _digest(*texts: str) -> bytes:
    return blake2b("\0".join(texts).encode("utf-8", "surrogatepass"), digest_size=16).digest()
